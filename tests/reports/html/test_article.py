import datetime as dt
import re

import pytest

from recon.engine import Plan, chosen_extractor, discover, work_on
from recon.model import Document
from recon.reports.html.article import article_fragment, findings_fragment, web

HOSTILE = (
    "<script>alert(1)</script> 12 men & 3 “women”.\n\n"
    '"><img src=x onerror=alert(2)> {{ x.y }} {% raw %} 4 \u202edogs\u202c and\x00 5 cats.'
)


def fragment(document, series_of=None, **options):
    host = discover()
    worked = work_on(Plan(extractor=chosen_extractor(host, ""), checks=host.checks), (document,))
    return article_fragment(document, worked.figures, worked.findings, series_of or {}, **options)


def test_every_figure_is_marked_by_kind_and_bound_and_told_beside_the_text():
    html = fragment(Document(id="a", text="At least 30 men walked some 5 km for $4, and dozens came."))
    marks = re.findall(r'class="q ([\w ]+)" id=(c-\d)>([^<]+)<', html)
    assert marks == [("C lo", "c-1", "30"), ("U ab", "c-2", "5 km"), ("M", "c-3", "$4"), ("C in", "c-4", "dozens")]
    listed = html[html.index("<ul") : html.index("</ul")].split("<li>")[1:]
    assert [" ".join(re.sub(r"<[^>]+>", "", item).split()) for item in listed] == [
        "≥30 count, at least · men", "~5 km length, about", "$4 money", "dozens count, indefinite",
    ]  # fmt: skip


def test_every_date_stands_with_where_it_is_told():
    told = (
        ("published", "meta <date>"),
        ("modified", "not used: JSON-LD dateModified 2031-05-01 is before publication, 2031-05-05"),
        ("fetched", "WARC-Date"),
    )
    days = {"published": dt.date(2031, 5, 5), "fetched": dt.date(2031, 5, 9)}
    html = fragment(Document(id="a", text="Some 30 men came.", publisher="Gazette", dates_from=told, **days))
    assert " ".join(re.sub(r"<[^>]+>", "", html[html.index('<p class="m">') :].partition("</p>")[0]).split()) == (
        "Gazette, 2031-05-05 (meta &lt;date&gt;) · changed (not used: JSON-LD dateModified 2031-05-01 is before "
        "publication, 2031-05-05) · fetched 2031-05-09 (WARC-Date) · a"
    )
    assert "no date ·" in fragment(Document(id="a", text="Some 30 men came.")).replace(" <bdi>", " ")


def test_a_figure_leads_to_its_series_where_it_has_one():
    document = Document(id="a", text="Some 30 men came.")
    html = fragment(document, {"a#body:5-7": ("r-8", "Men <b>")}, id="a-9", first=40)
    assert '<article id="a-9"' in html
    assert "id=c-40 href=#r-8>30</a>" in html
    assert "<a href=#r-8>Men &lt;b&gt;</a>" in html


def test_a_finding_is_underlined_and_its_working_follows():
    html = fragment(Document(id="a", text="The lake is 16 km (16 miles) long."), first_note=7)
    assert html.count('<span class="f e">') == 3
    assert '<a class="r" href="#n-7">RC101</a>)' in html
    note = html[html.index('id="n-7"') :]
    assert "16 km = 9.9 mi" in note or "means" in note
    assert "Try: " in note


def test_hostile_text_stays_text():
    html = fragment(Document(id="<i>", text=HOSTILE, title="</h3><script>", publisher="<b>", url="javascript:alert(1)"))
    tags = set(re.findall(r"<(\w+)", html))
    assert tags <= {"article", "h3", "p", "div", "span", "a", "ul", "li", "b", "bdi", "time"}
    assert "javascript:" not in html
    assert "{{ x.y }}" in html
    assert not re.search("[\x00\u202a-\u202e\u2066-\u2069]", html)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/b", "https://a.example/b"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("javascript:alert(1)", ""),
        (" java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//a.example", ""),
        ("", ""),
    ],
)
def test_only_addresses_of_the_web_are_links(url, shown):
    assert web(url) == shown


def test_findings_are_told_without_their_article_too():
    document = Document(id="a", text="The lake is 16 km (16 miles) long.")
    host = discover()
    worked = work_on(Plan(extractor=chosen_extractor(host, ""), checks=host.checks), (document,))
    html = findings_fragment(document, worked.findings)
    assert html.count('role="note"') == len(worked.findings) == 1
    assert "RC101" in html
    assert findings_fragment(document, []).strip() == ""
