"""The page of `recon serve` as people use it: a browser, a server in a process of its own, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched
from tests.browser.serving import FERRY, LONG, key_times, served

expect.set_options(timeout=20_000)

LATER = "HARROW, 5 May - The number of people missing after a ferry sank off Harrow rose to 52, the coast guard said.\n"
HOSTILE = (
    "<script>document.title = 'taken'</script><img src=/x onerror=\"document.title = 'taken'\">\n"
    "</textarea><svg onload=\"document.title = 'taken'\"> The ferry sank 16 km (16 miles) off <b>Harrow</b>.\n"
)


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server for the tests of this file."""
    with served(tmp_path_factory.mktemp("folder")) as url:
        yield url


@pytest.fixture
def page(watched: Watched, url: str) -> Iterator[Page]:
    """The page, opened; at its end nothing was complained of and nothing asked of anybody else."""
    watched.page.set_default_timeout(20_000)
    watched.page.goto(url)
    yield watched.page
    assert watched.errors == []
    assert [one for one in watched.requests if not one.startswith((url, f"blob:{url}"))] == []


def paste(page: Page, text: str, **fields: str) -> None:
    """What a paste does to the text of the article that is shown, and its fields filled in."""
    page.locator("textarea:visible").fill(text)
    for name, value in fields.items():
        page.locator(f"[name={name}]:visible").fill(value)


def marked(page: Page) -> list[str]:
    return page.locator(".article:visible .under .q").all_inner_texts()


def test_the_figures_of_a_pasted_article_are_marked_and_its_findings_listed(page: Page) -> None:
    paste(page, FERRY)
    expect(page.locator(".under .q")).to_have_count(4)
    assert marked(page) == ["41", "16 km", "16 miles", "60"]
    expect(page.locator(".findings h2")).to_have_text("1 finding in 4 figures")
    expect(page.locator(".findings li .message")).to_contain_text('"16 km" and "16 miles" are not the same')
    expect(page.locator(".under .f.e")).not_to_have_count(0)
    expect(page.locator("#said")).to_have_text("1 finding in 4 figures")  # for those who listen


def test_a_finding_leads_to_its_words(page: Page) -> None:
    paste(page, FERRY)
    page.locator(".findings li button").click()
    assert selected(page) == "16 km (16 miles"
    expect(page.locator(".here")).to_contain_text("RC101")


def test_the_keyboard_does_it_all(page: Page) -> None:
    page.keyboard.insert_text(FERRY)  # the text has the focus from the start
    expect(page.locator(".findings li")).to_have_count(1)
    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    assert selected(page) == "16 km (16 miles"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Backspace")
    page.keyboard.insert_text("s) 9.9 mile")
    expect(page.locator(".under .q").nth(2)).to_be_visible()
    page.locator("#explain").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()


def selected(page: Page) -> str:
    return page.evaluate(
        "() => { const t = document.activeElement; return t.value.slice(t.selectionStart, t.selectionEnd); }"
    )


def test_a_safe_rewrite_is_made_at_a_click_and_can_be_undone(page: Page) -> None:
    text = "The ferry was sold for $110 million. The $110 sale was signed in May."
    paste(page, text)
    page.locator(".fix", has_text="Write “$110 million”").click()
    area = page.locator("textarea")
    expect(area).to_have_value("The ferry was sold for $110 million. The $110 million sale was signed in May.")
    expect(page.locator(".findings li")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(area).to_have_value(text)
    expect(page.locator(".findings li")).to_have_count(1)


def test_marks_move_with_the_text_that_is_typed(page: Page) -> None:
    paste(page, FERRY)
    expect(page.locator(".under .q")).to_have_count(4)
    page.locator("textarea").focus()
    page.keyboard.press("Control+Home")
    page.keyboard.type("Some 1,200 people watched. ")
    expect(page.locator(".under .q")).to_have_count(5)
    assert marked(page) == ["1,200", "41", "16 km", "16 miles", "60"]
    expect(page.locator(".under")).to_contain_text("Some 1,200 people watched. HARROW")


@pytest.mark.parametrize("width", [1200, 400])
def test_marks_lie_under_their_words_to_the_last_line(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    paste(page, FERRY * 60)
    expect(page.locator(".under .q")).to_have_count(240)
    sizes = page.evaluate(
        "() => { const [t, u] = ['textarea', '.under'].map((name) => document.querySelector(name));"
        " return [t.scrollHeight, t.offsetHeight, u.offsetHeight, t.clientWidth - u.clientWidth]; }"
    )
    assert sizes[0] == sizes[1] == sizes[2]
    assert sizes[2] > 2000
    assert sizes[3] == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


DRAWN = """
async (text) => {
  const { draw, edit, moved } = await import("/marks.js");
  const [kept, fresh] = [document.createElement("div"), () => document.createElement("div")];
  let seed = 7;
  const random = (most) => { seed = (seed * 48271) % 2147483647; return seed % most; };
  let [figures, findings] = [[], []];
  const style = ["C", "M ab", "U lo"], worst = ["e", "w", "n"];
  for (let round = 0; round < 300; round += 1) {
    const [start, length] = [random(text.length), random(30)];
    const now = text.slice(0, start) + ["", "\\n", "a\\nb\\n\\n", "16 km"][random(4)] + text.slice(start + length);
    const what = edit(text, now);
    if (text.slice(0, what.start) + now.slice(what.start, what.after) + text.slice(what.before) !== now) return "edit";
    [figures, findings] = [moved(figures, what), moved(findings, what)];
    text = now || "empty";
    if (figures.some((one) => one.start < 0 || one.end > text.length)) return "moved";
    const mark = (at) => ({ start: at, end: Math.min(at + 1 + random(9), text.length) });
    if (random(3)) figures.push({ ...mark(random(text.length)), style: style[random(3)] });
    if (!random(4)) findings.push({ start: random(60), end: Math.min(text.length, 90), style: worst[random(3)] });
    if (figures.length > 40) [figures, findings] = [[], []];
    const other = fresh();
    draw(kept, text, figures, findings);
    draw(other, text, figures, findings);
    if (kept.innerHTML !== other.innerHTML) return `round ${round}`;
    if (kept.textContent !== `${text}\\n`) return `text of round ${round}`;
  }
  return "";
}
"""


def test_what_is_drawn_line_by_line_is_what_is_drawn_anew(page: Page) -> None:
    assert page.evaluate(DRAWN, FERRY * 3) == ""


def test_a_second_article_makes_series_and_their_numbers_lead_to_the_words(page: Page) -> None:
    paste(page, FERRY, publisher="Harrow Gazette", published="2024-05-03")
    expect(page.locator("#across")).to_be_hidden()
    page.locator("#add").click()
    between = "On Saturday 47 people were missing off Harrow, the coast guard said.\n"
    paste(page, LATER + between, publisher="The Courier", published="2024-05-05")
    series = page.locator("#series .s")
    expect(series.first).to_contain_text("≥41")
    expect(series.first).to_contain_text("52")
    expect(series.first.locator("svg").first).to_be_visible()
    series.first.locator("td a", has_text="≥41").first.click()
    expect(page.locator("[role=tab][aria-selected=true]")).to_contain_text("Harrow Gazette")
    assert selected(page) == "41"
    series.first.locator(".h").first.click()
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    page.once("dialog", lambda dialog: dialog.accept())  # it asks where something was typed
    page.locator(".remove:visible").click()
    expect(page.locator("#across")).to_be_hidden()
    expect(page.locator("[role=tab]")).to_have_count(1)


def test_tabs_are_tabs(page: Page) -> None:
    paste(page, FERRY, publisher="Harrow Gazette")
    page.locator("#add").click()
    paste(page, LATER)
    first, second = page.locator("[role=tab]").all()
    expect(second).to_have_attribute("aria-selected", "true")
    second.focus()
    page.keyboard.press("ArrowLeft")
    expect(first).to_be_focused()
    expect(first).to_have_attribute("aria-selected", "true")
    expect(page.locator("textarea:visible")).to_have_value(FERRY)
    expect(first).to_contain_text("1")  # its finding


def test_the_report_is_saved_as_a_file(page: Page, tmp_path: Path) -> None:
    expect(page.locator("#export")).to_be_disabled()
    paste(page, FERRY, publisher="Harrow Gazette")
    with page.expect_download() as download:
        page.locator("#export").click()
    assert download.value.suggested_filename == "recon-report.html"
    download.value.save_as(tmp_path / "report.html")
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Harrow Gazette" in text
    assert "16 miles" in text


def test_files_become_articles_and_what_is_none_is_refused_in_words(page: Page) -> None:
    head = "---\ntitle: Ferry sinks off Harrow\nsource: Harrow Gazette\ndate: 2024-05-03\n---\n"
    page.locator("#files").set_input_files(
        [
            {"name": "ferry.md", "mimeType": "text/markdown", "buffer": (head + FERRY).encode()},
            {"name": "later.txt", "mimeType": "text/plain", "buffer": LATER.encode()},
            {"name": "photo.png", "mimeType": "image/png", "buffer": b"\x89PNG"},
            {"name": "latin.txt", "mimeType": "text/plain", "buffer": "caf\xe9".encode("latin-1")},
        ]
    )
    expect(page.locator("[role=tab]")).to_have_count(2)
    expect(page.locator("[role=tab]").first).to_contain_text("Harrow Gazette")
    expect(page.locator("[name=title]").first).to_have_value("Ferry sinks off Harrow")
    expect(page.locator("[name=published]").first).to_have_value("2024-05-03")
    expect(page.locator("[name=published]").first).not_to_be_editable()
    expect(page.locator("#trouble")).to_contain_text("photo.png: recon reads .txt and .md here")
    expect(page.locator("#trouble")).to_contain_text("latin.txt: not UTF-8; save it as UTF-8")


def test_a_file_that_is_dropped_anywhere_is_taken(page: Page) -> None:
    page.evaluate(
        """(text) => {
            const carried = new DataTransfer();
            carried.items.add(new File([text], "ferry.txt", { type: "text/plain" }));
            for (const kind of ["dragover", "drop"]) {
                const event = new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true });
                document.body.dispatchEvent(event);
            }
        }""",
        FERRY,
    )
    expect(page.locator("textarea")).to_have_value(FERRY)
    expect(page.locator("[role=tab]")).to_contain_text("ferry.txt")


def test_hostile_text_is_text(page: Page, tmp_path: Path) -> None:
    paste(
        page, HOSTILE, publisher="<img src=/x onerror=alert(1)>", title="</title><script>alert(1)</script> 41 missing"
    )
    expect(page.locator(".findings li")).to_have_count(1)
    page.locator("#add").click()
    paste(page, HOSTILE.replace("16 km", "17 km"), publisher='"><script>alert(1)</script>')
    expect(page.locator("#series .s").first).to_be_visible()
    assert page.title() == "recon"
    assert page.locator("main img, #series img, #series script, .under script, .findings img, nav img").count() == 0
    expect(page.locator(".under").first).to_contain_text("<script>document.title = 'taken'</script>")
    with page.expect_download() as download:
        page.locator("#export").click()
    download.value.save_as(tmp_path / "report.html")
    assert "<script>document" not in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_no_string_becomes_markup_but_through_the_one_place(page: Page, watched: Watched) -> None:
    """The policy of the page holds even if a script of it goes wrong."""
    refused = page.evaluate(
        """() => { try { document.body.insertAdjacentHTML("beforeend", "<b>x</b>"); return false; }
                   catch (error) { return error instanceof TypeError; } }"""
    )
    assert refused
    assert "TrustedHTML" in watched.errors.pop()


def test_from_elsewhere_the_page_works_with_the_token_and_drops_it_from_the_address(
    watched: Watched, tmp_path: Path
) -> None:
    with served(tmp_path, "--host", "0.0.0.0") as told:
        port, token = re.findall(r":(\d+)/\?token=(.+)", told)[0]
        here = f"http://127.0.0.1:{port}/"
        watched.page.goto(f"{here}?token={token}")
        assert watched.page.url == here
        paste(watched.page, FERRY)
        expect(watched.page.locator(".under .q")).to_have_count(4)
        assert watched.page.evaluate("document.cookie") == ""  # no script can read it
        assert watched.errors == []
        assert [one for one in watched.requests if token in one] == [f"{here}?token={token}"]


def test_nothing_is_stored(page: Page) -> None:
    paste(page, FERRY)
    expect(page.locator(".under .q")).to_have_count(4)
    stored = page.evaluate(
        "async () => [localStorage.length, sessionStorage.length, document.cookie.length, (await caches.keys()).length]"
    )
    assert stored == [0, 0, 0, 0]
    page.reload()
    expect(page.locator("textarea")).to_have_value("")


def test_5000_words_are_marked_as_one_types(page: Page) -> None:
    """Within 200 ms of the key; ten times that is asked of a machine that does other things too."""
    assert len(LONG.split()) > 5000
    assert min(key_times(page, LONG, 3)) < 2000
