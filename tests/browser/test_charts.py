"""Charts as a browser shows them: whole, in both themes, under a strict policy, with links that lead somewhere."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from recon.charts import drawn, legend, standalone
from recon.charts.palette import DARK, LIGHT, css
from recon.model import Series
from recon.reconcilers import Latest, Range
from recon.testing import DAY, claim, series
from tests.browser.conftest import Watched

pytest.importorskip("vl_convert")

STYLE = (
    f":root {{ color-scheme: light dark; {css(LIGHT)} }} "
    f"@media (prefers-color-scheme: dark) {{ :root {{ {css(DARK)} }} }} "
    "body { font-family: sans-serif; background: var(--chart-surface); color: var(--chart-text) }"
)


def page(body: str) -> str:
    told = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{told}'"
    return (
        f'<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        f"<title>Charts</title><style>{STYLE}</style>{body}"
    )


def estimates(some: Series) -> list:
    return [replace(one, by=rule.name) for rule in (Latest(), Range()) for one in rule.reconcile(some)]


def grown(count: int, days: int, **known) -> Series:
    bounds = ("exact", "at_least", "about", "at_most", "exact")
    return series(
        [
            claim(
                round(10 + 900 * (place * days // count) / days, -1), doc=f"{place:03}.txt", bound=bounds[place % 5],
                publisher=f"Outlet {place % 11}", published=DAY + dt.timedelta(days=place * days // count), **known,
            )
            for place in range(count)
        ],
        key=f"grown-{count}",
        title=f"{count} people",
    )  # fmt: skip


KINDS = {
    "one": series([claim(7)]),
    "one day": series([claim(value, doc=f"{value}.txt", publisher=f"O{value}") for value in (30, 35, 41)]),
    "three": grown(3, 20),
    "forty": grown(40, 60),
    "three hundred": grown(300, 75),
    "years": grown(12, 4_000),
    "undated": series([claim(30), claim(40, doc="b.txt", published=None), claim(90, doc="c.txt", status="forecast")]),
    "millions": series(
        [claim(1.2e6, bound="at_least"), claim(3.4e6, doc="b.txt", published=DAY + dt.timedelta(days=9))]
    ),
}
LINKED = {name: {one.id: f"#{name}-{place}" for place, one in enumerate(some.claims)} for name, some in KINDS.items()}


@pytest.mark.parametrize("scale", ["linear", "log"])
def test_all_that_is_drawn_can_be_seen(watched: Watched, tmp_path: Path, scale: str) -> None:
    charts = [
        f"<figure id='{name}'>{drawn(some, estimates(some), scale=scale, links=LINKED[name])}</figure>"
        for name, some in KINDS.items()
    ]
    file = tmp_path / "page.html"
    file.write_text(page("".join(charts)), encoding="utf-8")
    watched.page.goto(file.as_uri())
    outside = watched.page.evaluate(
        """() => [...document.querySelectorAll('svg')].flatMap(svg => {
            const all = svg.getBoundingClientRect();
            return [...svg.querySelectorAll('path, line, text')].filter(one => {
                const box = one.getBoundingClientRect();
                return box.left < all.left - 1 || box.right > all.right + 1
                    || box.top < all.top - 1 || box.bottom > all.bottom + 1;
            }).map(one => svg.parentElement.id + ': ' + one.outerHTML);
        })"""
    )
    assert outside == []
    small = watched.page.evaluate(
        """() => [...document.querySelectorAll('svg a path')].map(one => one.getBoundingClientRect())
            .filter(box => box.width < 4 || box.height < 4).length"""
    )
    assert small == 0
    assert watched.page.locator("svg a").count() >= sum(map(len, LINKED.values()))
    assert watched.requests == [file.as_uri()]
    assert watched.errors == []


@pytest.mark.parametrize("scale", ["linear", "log"])
def test_no_label_stands_on_another(watched: Watched, scale: str) -> None:
    charts = [
        f"<figure id='{name}'>{drawn(some, estimates(some), scale=scale)}</figure>" for name, some in KINDS.items()
    ]
    watched.page.set_content(page("".join(charts)))
    touching = watched.page.evaluate(
        """() => [...document.querySelectorAll('svg')].flatMap(svg => {
            const texts = [...svg.querySelectorAll('text')].filter(one => getComputedStyle(one).stroke == 'none');
            const boxes = texts.map(one => [one.textContent, one.getBoundingClientRect()]);
            return boxes.flatMap(([text, a], i) => boxes.slice(i + 1).filter(([, b]) =>
                a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4
            ).map(([other]) => svg.parentElement.id + ': ' + text + ' / ' + other));
        })"""
    )
    assert touching == []


@pytest.mark.parametrize(("theme", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_colours_are_those_of_the_theme(watched: Watched, theme: str, colours: dict[str, str]) -> None:
    watched.page.emulate_media(color_scheme=theme)
    some = KINDS["forty"]
    keys = "".join(f"<li>{entry.icon}{entry.label}</li>" for entry in legend(some))
    watched.page.set_content(page(drawn(some, [], links=LINKED["forty"]) + f"<ul>{keys}</ul>"))
    painted = watched.page.evaluate(
        """() => [...document.querySelectorAll('svg a path')].map(one => getComputedStyle(one).fill)"""
    )
    names = [f"--origin-{place}" for place in range(7)] + ["--origin-other"]
    assert set(painted) == {rgb(colours[name]) for name in names}
    keyed = watched.page.evaluate(
        """() => [...document.querySelectorAll('li svg path')].map(one => getComputedStyle(one).fill)"""
    )
    assert {rgb(colours[name]) for name in names} <= set(keyed)
    words = watched.page.evaluate("""() => getComputedStyle(document.querySelector('svg.recon-chart text')).fill""")
    assert words in {rgb(colours["--chart-text"]), rgb(colours["--chart-faint"])}
    assert watched.errors == []


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[place : place + 2], 16)) for place in (1, 3, 5))})"


def test_a_point_leads_to_its_claim_by_mouse_and_by_key(watched: Watched) -> None:
    some = series([claim(30), claim(40, doc="b.txt", published=DAY + dt.timedelta(days=4))])
    links = {one.id: f"#claim-{place}" for place, one in enumerate(some.claims)}
    told = "".join(f'<p id="claim-{place}">The claim</p>' for place in range(2))
    watched.page.set_content(
        page(drawn(some, [], links=links, sentences={some.claims[0].id: "Some 30 are missing."}) + told)
    )
    watched.page.locator("svg a").first.locator("path").click()
    assert watched.page.evaluate("location.hash") == "#claim-0"
    assert watched.page.locator("p:target").count() == 1
    watched.page.locator("svg a").last.focus()
    watched.page.keyboard.press("Enter")
    assert watched.page.evaluate("location.hash") == "#claim-1"
    name = watched.page.get_by_role("link", name="30 · published 15 Jan 2024 · The Courier: “Some 30 are missing.”")
    assert name.count() == 1


def test_a_narrow_page_has_the_whole_chart(watched: Watched) -> None:
    watched.page.set_viewport_size({"width": 360, "height": 640})
    some = KINDS["three hundred"]
    watched.page.set_content(page(drawn(some, estimates(some))))
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_file_of_its_own_is_whole_and_asks_for_nothing(watched: Watched, tmp_path: Path) -> None:
    some = replace(KINDS["three hundred"], title="People who were missing after the flood in Varn " * 4)
    file = tmp_path / "chart.svg"
    file.write_text(standalone(some, estimates(some)), encoding="utf-8")
    watched.page.goto(file.as_uri())
    outside = watched.page.evaluate(
        """() => { const all = document.documentElement.getBoundingClientRect();
            return [...document.querySelectorAll('path, line, text')].filter(one => {
                const box = one.getBoundingClientRect();
                return box.left < all.left || box.right > all.right + 1 || box.top < all.top || box.bottom > all.bottom;
            }).map(one => one.outerHTML); }"""
    )
    assert outside == []
    assert watched.requests == [file.as_uri()]
    assert watched.errors == []
