"""What the page asks and gets."""

import json
from dataclasses import replace

import pytest

from recon.selection import Layer
from recon.serving.articles import MOST_ARTICLES, articles_of
from recon.serving.desk import marked

FERRY = "HARROW, 3 May - At least 41 people are missing after a ferry sank 16 km (16 miles) off Harrow, the mayor said."
LATER = "HARROW, 5 May - The number of people missing after a ferry sank off Harrow rose to 52, the mayor said."
HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(2)> 16 km (16 miles) \"><svg onload=alert(3)> of 'Harrow'"


def test_the_figures_of_an_article_stand_where_they_are_marked(page):
    told = page.ask("/mark", FERRY).json()
    assert [FERRY[one["start"] : one["end"]] for one in told["figures"]] == ["41", "16 km", "16 miles"]
    assert told["figures"][0]["told"] == ["≥41", "count", "at least"]
    assert told["total"] == {"figures": 3, "findings": 1, "suppressed": 0}
    [found] = told["findings"]
    assert (found["code"], FERRY[found["start"] : found["end"]]) == ("RC101", "16 km (16 miles")
    assert found["working"]


def test_offsets_count_as_a_browser_counts(page):
    text = "🚢🚢 The ferry sank 16 km (16 miles) off 🏝 Harrow with 41 people."
    told = page.ask("/mark", text).json()
    wide = text.encode("utf-16-le")
    words = [wide[2 * one["start"] : 2 * one["end"]].decode("utf-16-le") for one in told["figures"]]
    assert words == ["16 km", "16 miles", "41"]


def test_front_matter_is_read_and_goes_before_the_fields(page):
    text = "---\ntitle: Ferry sinks, 41 missing\nsource: The Courier\ndate: 2024-05-03\n---\nA ferry sank.\n"
    told = page.ask("/mark", {"text": text, "title": "Another", "publisher": "Another"}).json()
    assert told["head"] == {"title": "Ferry sinks, 41 missing", "publisher": "The Courier", "published": "2024-05-03"}
    [figure] = told["figures"]
    assert (text[figure["start"] : figure["end"]], figure["title"]) == ("41", False)


def test_a_headline_in_its_field_is_read_beside_the_text(page):
    title = "🌬 Gale kills 41 in Harrow"
    told = page.ask("/mark", {"text": "A gale killed 14 people in Harrow on Friday.", "title": title}).json()
    assert [(one["start"], one["title"]) for one in told["figures"]] == [(14, True), (14, False)]
    [found] = told["findings"]
    assert (found["code"], found["title"]) == ("RC302", True)
    assert title.encode("utf-16-le")[2 * found["start"] : 2 * found["end"]].decode("utf-16-le") == "41"


@pytest.mark.parametrize(
    ("article", "line", "words"),
    [
        ({"text": "---\ntitle: Ferry\nA ferry sank."}, 3, "front matter line is not key: value"),
        ({"text": "---\ndate: soon\n---\nA ferry sank."}, 2, "'soon' is not an ISO 8601 date"),
        ({"text": "A ferry sank.", "published": "May"}, 1, "'May' is not an ISO 8601 date"),
    ],
)
def test_an_article_that_cannot_be_read_says_why_and_where(page, article, line, words):
    told = page.ask("/mark", article).json()
    [found] = told["findings"]
    assert (found["code"], found["line"], told["figures"]) == ("RX901", line, [])
    assert words in found["message"]
    assert "No quantity" in page.ask("/series", article).json()["html"]


def test_a_comment_in_markdown_lets_a_finding_stand(page):
    text = "<!-- recon: ignore RC101: as the agency has it -->\nIt sank 16 km (16 miles) off Harrow."
    told = page.ask("/mark", {"text": text, "name": "ferry.md"}).json()
    assert (told["findings"], told["total"]["suppressed"]) == ([], 1)


def test_two_articles_make_series_whose_links_lead_to_the_words(page):
    told = page.ask(
        "/series",
        {"text": FERRY, "publisher": "Gazette", "published": "2024-05-03"},
        {"text": LATER, "publisher": "Courier", "published": "2024-05-05"},
    ).json()
    assert "≥41" in told["html"]
    assert "52" in told["html"]
    number, start, end, title = told["places"]["c-4"]
    assert (number, LATER[start:end], title) == (1, "52", False)
    assert "href=#c-4>" in told["html"]


def test_series_of_an_article_that_cannot_be_read_keep_the_numbers_of_the_others(page):
    told = page.ask("/series", "---\nno", FERRY, LATER).json()
    assert {place[0] for place in told["places"].values()} == {1, 2}


def test_the_report_is_one_file_to_save(page):
    answer = page.ask("/report", FERRY, LATER)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.text.lstrip().startswith("<!doctype html>")
    assert "16 km" in answer.text


@pytest.mark.parametrize("field", ["text", "title", "publisher", "name"])
def test_hostile_text_is_text(page, field):
    article = {"text": "The ferry sank with 41 people, the mayor said.", "published": "2024-05-03", field: HOSTILE}
    told = page.ask("/mark", article)
    assert told.headers["content-type"] == "application/json"
    for path in ("/series", "/report"):
        answer = page.ask(path, article, {**article, "name": "other"})
        html = answer.text if path == "/report" else answer.json()["html"]
        assert "<script>alert" not in html
        assert "<img" not in html
        assert "<svg onload" not in html


@pytest.mark.parametrize(
    "text",
    [
        "\ud800 and 41 people \udfff",
        "\x00 41 people\x00",
        "\u202e41 people",
        "9" * 5000,
        "1,2,3," * 3000,
        "(" * 5000,
        "",
        "\r\n\r41 people\r",
    ],
    ids=["surrogates", "nul", "turned", "digits", "commas", "brackets", "empty", "returns"],
)
def test_whatever_the_text_there_is_an_answer(page, text):
    body = {"articles": [{"text": text}]}
    for path in ("/mark", "/series", "/report"):
        answer = page.client.post(
            path,
            content=json.dumps(body),
            headers={"origin": page.origin, "content-type": "application/json"},
        )
        assert answer.status_code == 200, answer.text


def test_lone_surrogates_leave_the_offsets_in_place(page):
    text = "\ud800 and 41 people"
    answer = page.client.post(
        "/mark",
        content='{"articles": [{"text": "\\ud800 and 41 people"}]}',
        headers={"origin": page.origin, "content-type": "application/json"},
    )
    [figure] = answer.json()["figures"]
    assert text[figure["start"] : figure["end"]] == "41"


def test_many_articles_have_each_a_name(page):
    told = page.ask("/series", *[{"text": FERRY, "name": "ferry.txt"}] * 30).json()
    assert {place[0] for place in told["places"].values()} == set(range(30))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("9" * 5000, "not JSON"),
        ('"\xff"'.encode("latin-1"), "not JSON"),
        ("[]", "not of the form"),
        ("{}", "not of the form"),
        ('{"articles": []}', "not of the form"),
        ('{"articles": {}}', "not of the form"),
        ('{"articles": [{}], "path": "/etc/passwd"}', "not of the form"),
        ('{"articles": ["text"]}', "not an object"),
        ('{"articles": [{"text": 41}]}', "text of an article is not a text"),
        ('{"articles": [{"text": "", "path": "/etc/passwd"}]}', "no other key"),
        (json.dumps({"articles": [{"name": "x" * 2000}]}), "longer than 1,000"),
        (
            json.dumps({"articles": [{}] * (MOST_ARTICLES + 1)}),
            f"more than {MOST_ARTICLES} articles",
        ),
    ],
)
@pytest.mark.parametrize("path", ["/mark", "/series"])
def test_what_is_no_question_of_the_page_is_refused_in_words(page, path, body, words):
    answer = page.client.post(path, content=body, headers={"origin": page.origin, "content-type": "application/json"})
    assert answer.status_code == 400
    assert words in answer.json()["error"]
    assert "\n" not in answer.json()["error"]


def test_the_rules_of_the_configuration_hold(desk):
    [article] = articles_of(b'{"articles": [{"text": "It sank 16 km (16 miles) off Harrow."}]}')
    quiet = replace(desk.plan.selection, severities=(("RC101", "info"),))
    told = marked(replace(desk, plan=replace(desk.plan, selection=quiet)), article)
    assert [one["severity"] for one in told["findings"]] == ["info"]
    off = replace(desk.plan.selection, layers=(Layer(ignore=("RC101",)),))
    assert marked(replace(desk, plan=replace(desk.plan, selection=off)), article)["findings"] == []
