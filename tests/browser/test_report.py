"""The report in a real browser."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from typer.testing import CliRunner

from benchmarks.stories import stories
from recon.cli.app import app
from tests.browser.conftest import Watched

ROOT = Path(__file__).parents[2]
BASE, TIMES = 3_000_000, 5
"""Bytes that a report may have, and how many times the articles' own text beside that, where they tell one another's
stories: every other number has a row."""
OPENING = 3.0
"""Seconds within which a thousand articles are there to be read."""
HOSTILE = "</title></style><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"


def written(target: Path, *paths: Path | str) -> Path:
    done = CliRunner().invoke(app, ["report", *map(str, paths), "-o", str(target)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return target


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("report") / "report.html"
    return written(target, ROOT / "seeds", ROOT / "docs" / "examples" / "wall.md")


@pytest.fixture
def opened(watched: Watched, seeds: Path) -> Watched:
    watched.page.goto(seeds.as_uri())
    return watched


def test_the_page_of_a_few_articles_is_small(seeds: Path) -> None:
    assert seeds.stat().st_size < 200_000


def test_nothing_but_the_file_is_asked_for_and_nothing_goes_wrong(opened: Watched, seeds: Path) -> None:
    opened.page.wait_for_timeout(200)
    assert (opened.requests, opened.errors) == ([seeds.as_uri()], [])


def test_charts_are_drawn_in_the_colours_of_the_page(opened: Watched) -> None:
    charts = opened.page.locator(".s svg.recon-chart")
    assert charts.count() == 3
    assert all(
        charts.nth(at).bounding_box()["height"] > 150
        for at in range(3)
        if charts.nth(at).scroll_into_view_if_needed() is None
    )  # type: ignore[index]
    fill = "a => getComputedStyle(a.querySelector('path')).fill"
    light = opened.page.locator("svg.recon-chart a").first.evaluate(fill)
    opened.page.emulate_media(color_scheme="dark")
    assert opened.page.locator("svg.recon-chart a").first.evaluate(fill) != light


def test_a_point_says_its_sentence_and_leads_to_it(opened: Watched) -> None:
    page = opened.page
    point = page.locator("svg.recon-chart a[href]", has=page.locator("path")).first
    point.scroll_into_view_if_needed()
    point.locator("path").first.hover()
    tip = page.locator("#tip")
    assert tip.is_visible()
    assert tip.text_content() == point.get_attribute("aria-label")
    assert "“" in (tip.text_content() or "")
    target = (point.get_attribute("href") or "").removeprefix("#")
    point.locator("path").first.click()
    assert page.evaluate("location.hash") == f"#{target}"
    assert page.locator(f"article #{target}").is_visible()
    expect(page.locator(f"article #{target}")).to_be_in_viewport()


def test_a_question_mark_says_its_sentence(opened: Watched) -> None:
    opened.page.locator(".rank a.h").nth(1).hover()
    assert opened.page.locator("#tip").text_content() == (
        "The newest number that somebody printed as observed; never a modelled one."
    )
    opened.page.keyboard.press("Escape")
    assert not opened.page.locator("#tip").is_visible()


def test_everything_can_be_reached_and_read_by_keyboard(opened: Watched) -> None:
    page = opened.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the report"
    seen = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.closest('svg') ? 'point' : document.activeElement.className"))
        if {"point", "h"} <= seen:
            break
    assert {"point", "h"} <= seen
    mark = page.locator("article a.q").first
    mark.focus()
    assert page.locator("#tip").is_visible()
    assert mark.get_attribute("aria-describedby") == "tip"
    assert mark.evaluate("a => getComputedStyle(a).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash").startswith("#r-")


def test_every_link_and_control_has_a_name(opened: Watched) -> None:
    bare = """() => [...document.querySelectorAll('a, button, input')].filter(one =>
        !one.textContent.trim() && !one.getAttribute('aria-label') && !one.labels?.length).map(one => one.outerHTML)"""
    assert opened.page.evaluate(bare) == []


def test_the_axis_changes_without_a_script(browser: Browser, tmp_path: Path) -> None:
    rows = [
        {"id": f"{n}", "text": f"The flood killed {n} people in Osk, {who} said.", "published": "2031-01-02"}
        for n, who in ((8, "police"), (40, "the army"), (400, "the mayor"), (2100, "the Red Cross"))
    ]
    source = tmp_path / "a.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(written(tmp_path / "r.html", source).as_uri())
    assert page.locator(".lin svg").is_visible()
    page.get_by_label("logarithmic").check()
    assert page.locator(".log svg").is_visible()
    assert not page.locator(".lin svg").is_visible()
    page.context.close()


def test_the_filter_leaves_what_names_the_words(opened: Watched) -> None:
    page = opened.page
    page.get_by_role("searchbox").fill("kazan")
    expect(page.locator(".rank tbody tr").first).to_be_hidden()
    assert page.locator(".rank tbody tr:visible").count() == 1
    assert page.locator("article:visible").count() < page.locator("article").count()
    page.get_by_role("searchbox").fill("")
    expect(page.locator(".rank tbody tr").first).to_be_visible()


def test_the_reader_chooses_the_theme(opened: Watched) -> None:
    page = opened.page
    background: Callable[[], str] = lambda: page.evaluate("getComputedStyle(document.body).backgroundColor")  # noqa: E731
    light = background()
    page.get_by_role("button", name="Dark").click()
    dark = background()
    assert dark != light
    page.emulate_media(color_scheme="dark")
    page.get_by_role("button", name="Light").click()
    assert background() == light


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_the_contrast_that_reading_takes(opened: Watched, scheme: str) -> None:
    """Of every element with text of its own, as the browser lays it out: the colours of palette and page together."""
    opened.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    poor = opened.page.evaluate(
        """() => {
          const channel = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
          const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
          const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
          const behind = one => {
            for (; one; one = one.parentElement) {
              const found = numbers(getComputedStyle(one).backgroundColor);
              if (found.length === 3 || found[3] === 1) return found;
            }
            return [255, 255, 255];
          };
          const poor = new Set();
          for (const one of document.querySelectorAll('body *:not(svg *):not(script)')) {
            if (![...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
            const [a, b] = [light(numbers(getComputedStyle(one).color)), light(behind(one))].sort((x, y) => y - x);
            if ((a + 0.05) / (b + 0.05) < 4.5) poor.add(one.outerHTML.slice(0, 80));
          }
          return [...poor];
        }"""
    )
    assert poor == []


@pytest.mark.parametrize("width", [360, 700, 1600])
def test_no_width_makes_the_page_scroll_sideways(opened: Watched, width: int) -> None:
    opened.page.set_viewport_size({"width": width, "height": 800})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_print_shows_all_and_no_navigation(opened: Watched) -> None:
    page = opened.page
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert (
        page.locator("#series > .keys, figcaption .h").evaluate_all("all => all.some(one => one.checkVisibility())")
        is False
    )
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    mark = page.locator("article .q").first
    assert mark.evaluate("one => getComputedStyle(one).borderBottomStyle") in ("solid", "dashed", "dotted")
    assert len(page.pdf(format="A4")) > 20_000


FOLDED = """() => [...document.querySelectorAll('details')].map(one => one.lastElementChild.checkVisibility())"""


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with parts that are folded away: more claims of one quantity, and more told once, than are listed."""
    folder = tmp_path_factory.mktemp("crowded")
    names = [f"{one}{two}ow" for one in "bdfglmnprstvz" for two in ("al", "el", "il", "ol", "ul", "arn", "ern", "irn")]
    rows = [
        {"id": f"{n:03}", "publisher": "Post", "published": "2031-01-02",
         "text": f"The flood killed {n} people in Osk, police said.\n\nThe {name} of Osk weighs {n} kilograms."}
        for n, name in enumerate(names, 3)
    ]  # fmt: skip
    source = folder / "a.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return written(folder / "r.html", source)


def test_what_is_folded_away_is_on_paper(watched: Watched, crowded: Path) -> None:
    page = watched.page
    page.goto(crowded.as_uri())
    assert False in page.evaluate(FOLDED)
    page.emulate_media(media="print")
    assert set(page.evaluate(FOLDED)) == {True}
    page.emulate_media(media="screen")
    assert False in page.evaluate(FOLDED)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert set(page.evaluate(FOLDED)) == {True}
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert False in page.evaluate(FOLDED)


def test_the_filter_finds_what_is_folded_away(watched: Watched, crowded: Path) -> None:
    page = watched.page
    page.goto(crowded.as_uri())
    row = page.locator(".docs tbody tr").last
    expect(row).to_be_hidden()
    page.get_by_role("searchbox").fill(row.locator("a").text_content() or "")
    expect(row).to_be_visible()
    page.get_by_role("searchbox").fill("")
    expect(row).to_be_hidden()


def test_text_runs_in_its_own_direction_and_dates_in_theirs(watched: Watched, tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    row = {"id": "a", "title": "فيضان في أوسك", "publisher": "صحيفة", "published": "2031-04-07",
           "text": "قتل 40 شخصا في أوسك.\n\nThe flood killed 40 people."}  # fmt: skip
    source.write_text(json.dumps(row))
    watched.page.goto(written(tmp_path / "r.html", source).as_uri())
    left, right, english = watched.page.evaluate(
        """() => {
          const box = (node, from, to) => {
            const range = document.createRange();
            range.setStart(node, from);
            range.setEnd(node, to);
            return range.getBoundingClientRect().left;
          };
          const day = document.querySelector("article time").firstChild;
          const body = [...document.querySelectorAll("article p:not(.m)")];
          const reads = (one) => box(one.firstChild, 0, 1) < one.querySelector(".q").getBoundingClientRect().left;
          return [box(day, 0, 4) < box(day, 8, 10), !reads(body[0]), reads(body[1])];
        }"""
    )
    assert (left, right, english) == (True, True, True)


def test_hostile_text_does_nothing(watched: Watched, tmp_path: Path) -> None:
    rows = [
        {"id": f"{HOSTILE}{n}", "title": HOSTILE, "publisher": HOSTILE, "published": "2031-01-02",
         "url": "javascript:1", "text": f"At least {n} people died in Osk, the {HOSTILE} said.\n\n{HOSTILE}"}
        for n in (12, 19, 31)
    ]  # fmt: skip
    source = tmp_path / "a.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    page = written(tmp_path / "r.html", source)
    watched.page.goto(page.as_uri())
    watched.page.wait_for_timeout(200)
    assert watched.page.title() == "The numbers of 3 articles"
    assert watched.page.locator("img").count() == 0
    assert (watched.requests, watched.errors) == ([page.as_uri()], [])


def test_a_thousand_articles_open_in_time(watched: Watched, tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in islice(stories(), 1000)))
    page = written(tmp_path / "r.html", source, "--jobs", "0")
    assert page.stat().st_size < BASE + TIMES * source.stat().st_size

    def opening() -> float:
        begun = time.monotonic()
        watched.page.goto(page.as_uri())
        return time.monotonic() - begun

    assert any(opening() < OPENING for _ in range(5))  # the machine does other things too
    assert watched.page.locator("article").count() == 1000
    watched.page.evaluate("document.getElementById('a-900').scrollIntoView()")
    assert watched.page.locator("#a-900").is_visible()
    assert watched.errors == []
