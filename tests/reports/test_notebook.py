"""What a notebook shows: tables in any page's colours, capped, and of an article's text nothing but text."""

import datetime as dt
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from recon.model import Document, Estimate, Finding, Reconciliation, Relation, Suppression
from recon.reports.notebook import (
    MOST_ROWS,
    MOST_SERIES,
    claims_html,
    documents_html,
    estimates_html,
    figures_html,
    findings_html,
    reconciliation_html,
    series_html,
)
from recon.testing import claim, figures, series

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\" ' onmouseover=x \x1b[31m &lt; $x^2$ {{1}}"
ALLOWED = {"div", "b", "i", "br", "span", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "a"}
ATTRIBUTES = {"style", "open", "href", "rel"}


class Parsed(HTMLParser):
    """The elements, whether they are closed, and the text."""

    def __init__(self, html):
        super().__init__()
        self.open, self.tags, self.links, self.text = [], set(), [], ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        assert tag in ALLOWED
        assert {name for name, _ in attrs} <= ATTRIBUTES
        self.links += [value for name, value in attrs if name == "href"]
        self.tags.add(tag)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def day(number):
    return dt.date(2031, 5, number)


def result(title="Missing in Varn", url="", **known):
    document = Document(id="a.txt", text="About 10 are missing, and 20 on Friday.", url=url)
    told = [
        claim(10.0, start=6, published=day(1), chain=("The Courier", "the mayor"), bound="about", **known),
        claim(20.0, start=26, published=day(2), chain=("Varn Post", "the ministry"), **known),
    ]
    one = series(told, key="missing", title=title)
    a, b = (each.id for each in one.claims)
    return Reconciliation(
        documents=(document,), series=(one,), findings=(),
        relations=(Relation(a=a, b=b, kind="conflict", why=f"10 and 20 do not meet {title}"),),
        estimates=(
            Estimate(series="missing", at=day(2), low=20.0, best=20.0, high=20.0, support=(b,), why="the newest",
                     by="latest"),
            Estimate(series="missing", at=day(2), low=11.0, best=15.0, high=21.0, support=(a, b), why="a model",
                     by="model", modelled=("low", "best", "high")),
        ),
    )  # fmt: skip


def test_a_series_tells_who_said_it_how_they_stand_and_whose_rule_made_which_number():
    shown = Parsed(series_html(result().series[0], result())).text
    for told in ("Missing in Varn", "~10", "The Courier ← the mayor", "a.txt:1:7", "conflict", "10 and 20 do not meet"):
        assert told in shown
    assert "20the newest" in shown
    assert "15 modelled (11–21)a model" in shown


def test_a_series_alone_is_its_claims():
    shown = Parsed(series_html(result().series[0])).text
    assert "a.txt" in shown
    assert "conflict" not in shown


def test_a_chart_stands_before_the_claims():
    shown = series_html(result().series[0], result(), lambda one: f"<i>{one.key}</i>")
    assert 0 < shown.index("<i>missing</i>") < shown.index("<table")


def test_documents_come_with_what_could_not_be_read():
    one = Document(id="a.txt", text="", title="Dam breaks", publisher="The Courier", published=day(2))
    found = Finding(code="RX901", name="unreadable", severity="error", doc="b.txt", message="not UTF-8")
    shown = Parsed(documents_html([one], [found])).text
    for told in ("1 document", "Dam breaks", "The Courier", "2031-05-02", "RX901", "not UTF-8"):
        assert told in shown


def test_figures_stand_among_their_words():
    text = (
        "Some 30 people are missing and 12 boats are gone since the storm of Sunday, the harbour office of Varn said."
    )
    shown = figures_html(figures(text), [Document(id="a.txt", text=text)])
    assert Parsed(shown).text.startswith("2 figures in 1 document")
    assert "<b>30</b>" in shown
    assert "people are missing and 12 boats" in Parsed(shown).text
    assert "a.txt:1:6" in shown
    assert "Some" not in Parsed(figures_html(figures(text))).text


def test_findings_that_are_suppressed_are_counted_only():
    one = Finding(code="RC101", name="n", severity="error", doc="a.txt", message="not the same", working="so\nand so",
                  suggestion="16 km", start=2, end=4)  # fmt: skip
    two = replace(one, message="let be", suppressed=Suppression(by="comment", where="a.txt:1"))
    shown = Parsed(findings_html([one, two], [Document(id="a.txt", text="abcdef")])).text
    assert "1 finding, 1 suppressed" in shown
    assert "let be" not in shown
    assert "not the samesoand sotry: 16 km" in shown


def test_what_is_long_is_cut_and_counted():
    many = [claim(float(n), doc=f"{n}.txt") for n in range(MOST_ROWS + 7)]
    assert "… 7 more" in claims_html(many)
    assert "… 7 more" in figures_html(many)
    made = result()
    wide = replace(made, series=tuple(replace(made.series[0], key=f"s{n}") for n in range(MOST_SERIES + 3)))
    assert "… 3 more" in reconciliation_html(wide)
    assert reconciliation_html(wide).count("<details") == MOST_SERIES


def test_nothing_is_shown_as_nothing():
    assert Parsed(figures_html([])).text == "0 figures"
    assert Parsed(findings_html([])).text == "0 findings"
    assert (
        "0 claims in 0 documents"
        in Parsed(
            reconciliation_html(Reconciliation(documents=(), series=(), relations=(), estimates=(), findings=()))
        ).text
    )


def test_article_text_is_inert():
    made = result(title=HOSTILE, noun=HOSTILE, publisher=HOSTILE, url='https://courier.example/"><script>')
    document = replace(made.documents[0], text=HOSTILE * 3)
    found = Finding(
        code="RC101", name="n", severity="error", doc=HOSTILE, message=HOSTILE, working=HOSTILE, suggestion=HOSTILE
    )
    told = [replace(one, sentence_end=60, text=HOSTILE[6:10]) for one in made.series[0].claims]
    for html in (
        documents_html([replace(document, title=HOSTILE, publisher=HOSTILE)], [found]),
        reconciliation_html(made),
        series_html(made.series[0], made),
        figures_html(told, [document]),
        claims_html(told, [document]),
        findings_html([found]),
        estimates_html([replace(one, by=HOSTILE, why=HOSTILE) for one in made.estimates]),
    ):
        Parsed(html)  # nothing but the elements and attributes that are allowed
        assert "\x1b" not in html
        assert "$" not in html


@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://courier.example/a?b=1&c=2", True), ("javascript:alert(1)", False), ("data:text/html,x", False),
     ("//courier.example", False), ("https://[", False), ("https://a b", False)],
)  # fmt: skip
def test_only_addresses_of_the_web_are_links(url, linked):
    assert Parsed(series_html(result().series[0], result(url=url))).links == ([url, url] if linked else [])
