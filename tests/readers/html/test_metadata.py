import datetime as dt
import json

import pytest

from recon.readers.html import article
from tests.readers.html.pages import page


def linked(**fields):
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def meta(name, content):
    return f'<meta property="{name}" content="{content}">'


def read(head, **rest):
    return article(page(head=head, **rest).encode(), id="a.html")


@pytest.mark.parametrize(
    "data",
    [
        {"@type": "NewsArticle", "datePublished": "2031-05-05"},
        [{"@type": "BreadcrumbList"}, {"@type": ["Thing", "ReportageNewsArticle"], "datePublished": "20310505"}],
        {
            "@graph": [
                {"@type": "WebPage"},
                {"@type": "https://schema.org/Article", "datePublished": ["2031-05-05T09:00"]},
            ]
        },
        {"@type": "WebPage", "mainEntity": {"@type": "LiveBlogPosting", "datePublished": "2031-05-05T23:30:00-04:00"}},
    ],
)
def test_the_article_of_json_ld_is_found_wherever_it_stands(data):
    document = read(f'<script type="application/ld+json">{json.dumps(data)}</script>')
    assert document.published == dt.date(2031, 5, 5)
    assert document.dates_from == (("published", "JSON-LD datePublished"),)


@pytest.mark.parametrize(
    ("before", "behind"),
    [("<!--", "-->"), ("//<![CDATA[\n", "\n//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("<![CDATA[", "]]>")],
)
def test_json_ld_that_is_hidden_from_old_browsers_is_read(before, behind):
    data = '{"@type": "NewsArticle", "datePublished": "2031-05-05"}'
    document = read(f'<script type="application/ld+json"> {before}{data}{behind} </script>')
    assert document.dates_from == (("published", "JSON-LD datePublished"),)


def test_of_several_articles_that_is_meant_whose_headline_the_page_shows_and_references_are_followed():
    data = {
        "@graph": [
            {"@type": "NewsArticle", "headline": "Storm in Ostle", "datePublished": "2029-01-01"},
            {
                "@type": "NewsArticle",
                "headline": "Flood in Varn: 1,200 missing",
                "datePublished": "2031-05-05",
                "publisher": {"@id": "#us"},
            },
            {"@type": "Organization", "@id": "#us", "name": "The Gazette"},
        ]
    }
    document = read(f'<script type="application/ld+json">{json.dumps(data)}</script>')
    assert (document.published, document.publisher) == (dt.date(2031, 5, 5), "The Gazette")


@pytest.mark.parametrize(
    ("head", "published", "where"),
    [
        (meta("article:published_time", "2031-05-05T08:00:00Z"), "2031-05-05", "meta article:published_time"),
        ('<meta name="pubdate" content="Mon, 05 May 2031 08:00:00 +0200">', "2031-05-05", "meta pubdate"),
        (
            linked(datePublished="2031-05-06T02:30:00Z")
            + meta("article:published_time", "2031-05-05T22:30:00-04:00"),  # the same moment by the outlet's own clock
            "2031-05-05",
            "meta article:published_time",
        ),
        (
            linked(datePublished="2031-05-05") + meta("article:published_time", "2031-05-09"),
            "2031-05-05",
            "JSON-LD datePublished; meta article:published_time has 2031-05-09",
        ),
        (linked(datePublished="0001-01-01") + meta("date", "2031-05-05"), "2031-05-05", "meta date"),
        (
            '<script type="application/ld+json">{"datePublished": </script>' + meta("date", "2031-05-05"),
            "2031-05-05",
            "meta date",
        ),
        (
            '<link rel="canonical" href="https://gazette.example/2024/05/05/flood">',
            "2024-05-05",
            "htmldate, from the page's text or address",
        ),
    ],
)
def test_the_day_of_publication_and_where_it_is_from(head, published, where):
    document = read(head)
    assert document.published == dt.date.fromisoformat(published)
    assert dict(document.dates_from)["published"] == where


def test_dates_that_cannot_be_right_are_not_used_and_say_so():
    url = "https://gazette.example/flood"
    saved = f"<!-- Page saved with SingleFile\n url: {url}\n saved date: Tue May 06 2031 10:00:00 -->"
    document = read(saved + linked(datePublished="2031-05-05", dateModified="2031-05-01"))
    assert (document.published, document.modified, document.fetched) == (dt.date(2031, 5, 5), None, dt.date(2031, 5, 6))
    assert document.url == url
    assert dict(document.dates_from) == {
        "published": "JSON-LD datePublished",
        "modified": "not used: JSON-LD dateModified 2031-05-01 is before publication, 2031-05-05",
        "fetched": "comment of SingleFile",
    }
    document = read(saved + linked(datePublished="2031-06-05"))
    assert document.published is None
    assert dict(document.dates_from)["published"] == (
        "not used: JSON-LD datePublished 2031-06-05 is after the page was saved, 2031-05-06"
    )


def test_title_outlet_address_and_language():
    head = linked(publisher={"name": "Harbour  Gazette"}, headline="Flood") + meta("og:site_name", "gazette.example")
    document = read(head + '<link rel="canonical" href="https://gazette.example/flood">', lang="en_GB")
    assert document.title == "Flood in Varn: 1,200 missing"  # as it is printed, not as it is passed on
    assert document.publisher == "Harbour Gazette"
    assert document.url == "https://gazette.example/flood"
    assert document.language == "en-gb"
    assert read(meta("og:site_name", "The Gazette")).publisher == "The Gazette"
    assert article(page().encode(), id="a.html", url="https://other.example/").url == "https://other.example/"


@pytest.mark.parametrize(
    "odd",
    [
        {"datePublished": ["x", {}, None, "0000-00-00", "9999-99-99T99:99:99+99:99"], "publisher": [[]]},
        {"headline": {"a": 1}, "url": 3, "inLanguage": [], "dateModified": 20310505},
        {"@graph": "x", "mainEntity": [[[[[]]]]], "publisher": {"name": ["", 4]}},
    ],
)
def test_data_of_any_shape_is_passed_over(odd):
    document = read(linked(**odd))
    assert (document.published, document.publisher) == (None, "")
