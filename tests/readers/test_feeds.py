import datetime as dt
import html

import pytest

from recon.errors import SetAsideError
from recon.readers.formats import FeedReader

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Coastal R&aacute;dio</title><language>en</language>{items}</channel></rss>"""
WHOLE = "<p>At least 40 people died &amp; caf&eacute;s shut.</p><ul><li>One<li>Two</ul><script>x = 99</script>"


@pytest.fixture
def read(tmp_path, found):
    def read(text, name="a.rss", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return found(FeedReader(), path)

    return read


def rss(*items, encoding="utf-8"):
    return RSS.format(items="".join(f"<item>{item}</item>" for item in items), encoding=encoding)


def test_an_entry_of_rss_is_a_document(read):
    (document,) = read(
        rss(
            "<title>Dam fails &amp;amp; 40 die</title><link>https://r.example/1</link><guid>urn:1</guid>"
            "<pubDate>Mon, 05 May 2031 23:30:00 -0500</pubDate><description>Teaser</description>"
            f"<content:encoded><![CDATA[{WHOLE}]]></content:encoded>"
        )
    )
    assert document.id.endswith("a.rss#urn:1")
    assert document.text == "At least 40 people died & cafés shut.\n\nOne\n\nTwo"
    assert (document.title, document.title_start) == ("Dam fails & 40 die", 0)
    assert (document.publisher, document.url, document.language) == ("Coastal Rádio", "https://r.example/1", "en")
    assert (document.published, document.modified, document.fetched) == (dt.date(2031, 5, 5), None, None)
    assert document.dates_from == (("published", "pubDate"),)


def test_an_entry_of_atom_keeps_its_two_dates_apart(read):
    first, second = read(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>Gazette</title>'
        '<entry><id>urn:1</id><title type="html">A &lt;i&gt;dam&lt;/i&gt;</title><link rel="self" href="x"/>'
        '<link href="https://g.example/1"/><published>2031-05-05T23:00:00-05:00</published>'
        '<updated>2031-05-07T01:00:00Z</updated><content type="html">&lt;p&gt;Forty died.&lt;/p&gt;</content></entry>'
        "<entry><id>urn:2</id><title/><updated>2031-05-06T01:00:00Z</updated>"
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Fifty <b>died</b>.</p><p>So</p></div>'
        "</content>"
        "<source><title>The Wire</title></source></entry></feed>"
    )
    assert (first.title, first.url, first.text) == ("A dam", "https://g.example/1", "Forty died.")
    assert (first.published, first.modified) == (dt.date(2031, 5, 5), dt.date(2031, 5, 7))
    assert (second.published, second.modified, second.text) == (None, dt.date(2031, 5, 6), "Fifty died.\n\nSo")
    assert (second.publisher, second.language, second.title_start) == ("The Wire", "en-GB", None)


def test_rss_1_is_read(read):
    (document,) = read(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wire</title></channel><item><title>T</title>'
        f"<dc:date>2031-05-05</dc:date><description>{'Forty died. ' * 80}</description></item></rdf:RDF>"
    )
    assert (document.publisher, document.published, document.title) == ("Wire", dt.date(2031, 5, 5), "T")


def test_teasers_are_counted_and_set_aside(read):
    whole = "<description>" + html.escape(f"<p>{'Forty people died. ' * 60}</p>") + "</description>"
    document, aside = read(
        rss(
            "<description>Forty people died.</description>",
            whole,
            "<content:encoded>Forty people died, and [...]</content:encoded>",
            "<description>" + "Forty people died. " * 60 + "Read more</description>",
        )
    )
    assert document.id.endswith("#entry=2")
    assert isinstance(aside, SetAsideError)
    assert str(aside).endswith("a.rss: 3 of 4 entries are teasers, set aside; save the articles they link to")


def test_a_date_that_is_none_is_told_and_not_used(read):
    (document,) = read(rss(f"<pubDate>yesterday</pubDate><content:encoded>{html.escape(WHOLE)}</content:encoded>"))
    assert document.published is None
    assert document.dates_from == (("published", "pubDate 'yesterday' is no date, so not used"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_encodings(read, encoding):
    (document,) = read(rss("<content:encoded>Café</content:encoded>", encoding=encoding), encoding=encoding)
    assert document.text == "Café"


ENTITIES = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>'
OUTSIDE = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss><channel><title>&a;</title></channel></rss>'
PARAMETER = '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://x.example/p.dtd"> %p;]><rss><channel/></rss>'


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (ENTITIES, "declares an entity, 'a'"),
        (OUTSIDE, "declares an entity, 'a'"),
        (PARAMETER, "declares an entity, 'p'"),
        ("<a>" * 100_000, "elements more than 250 deep"),
        ("<rss><channel>\n</rss>", ":2: not XML (mismatched tag at column 3)"),
        ("", "not XML (no element found)"),
        ("<html></html>", "neither RSS nor Atom but <html>"),
        ('<?xml version="1.0" encoding="x-none"?><rss/>', "encoding"),
    ],
)
def test_hostile_and_broken_feeds_are_one_line(read, text, problem):
    (error,) = read(text)
    assert problem in str(error)
    assert "\n" not in str(error)


def test_a_document_type_outside_is_not_fetched(read):
    doctype = '<!DOCTYPE rss PUBLIC "-//X//DTD RSS 0.91//EN" "http://unreachable.invalid/rss.dtd">'
    text = rss("<content:encoded>Forty &mdash; died.</content:encoded>").replace("?>", f"?>{doctype}", 1)
    (document,) = read(text)
    assert (document.text, document.publisher) == ("Forty — died.", "Coastal Rádio")


ARTICLE = "Some 1,200 people fled across 25 km<sup>2</sup> of floods, and 40<sup>1</sup> are missing."


def entry(markup):
    return f"<content:encoded><![CDATA[{markup}]]></content:encoded>"


def test_what_leads_elsewhere_captions_and_raised_numbers_are_read_as_in_web_pages(read):
    (document,) = read(
        rss(
            entry(
                f"<p>{ARTICLE}</p><figure><img/><figcaption>A flood of 1997 killed 90.</figcaption></figure>"
                '<p>Related: <a href="/x">Storm kills 777 in Ostle and leaves 55 hurt</a></p>'
                '<p>The <a href="/y">ministry</a> sent 12 boats; 25&shy;,000 meals.</p>'
                '<table><tr><td><a href="/z">Varn</a></td><td>12</td></tr></table>'
            )
        )
    )
    assert document.text == (
        "Some 1,200 people fled across 25 km² of floods, and 40 are missing.\n\n"
        "The ministry sent 12 boats; 25,000 meals.\n\nVarn | 12"
    )


def test_markup_that_nobody_escaped_is_read_as_markup(read):
    first, second = read(
        rss(
            "<content:encoded><p>Forty died.</p><p>Fifty fled.</p></content:encoded>",
            f'<description><div xmlns="http://www.w3.org/1999/xhtml"><p>{"One. " * 200}</p><p>Two.</p></div>'
            "</description>",
        )
    )
    assert first.text == "Forty died.\n\nFifty fled."
    assert second.text.endswith("One.\n\nTwo.")


def test_content_that_is_no_text_is_no_article(read):
    (error,) = read(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>G</title><entry><id>1</id>'
        '<content type="application/pdf">JVBERi0xLjQK</content></entry></feed>'
    )
    assert "1 of 1 entries are teasers" in error.problem


def test_a_feed_s_name_is_plain_and_a_date_of_an_empty_clock_is_none(read):
    (document,) = read(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">The &lt;b&gt;Gazette&lt;/b&gt; &amp;amp; Post'
        "</title>"
        "<entry><id>1</id><published>1970-01-01T00:00:00Z</published><content>Forty died.</content></entry></feed>"
    )
    assert (document.publisher, document.published) == ("The Gazette & Post", None)
    assert document.dates_from == (("published", "published '1970-01-01T00:00:00Z' is no date, so not used"),)


@pytest.mark.parametrize("encoding", ["shift_jis", "gb18030", "utf-16", "windows-1252", "utf-8-sig"])
def test_feeds_in_any_encoding_that_python_knows(read, encoding):
    declared = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    (document,) = read(rss(entry("<p>Forty died.</p>"), encoding=declared), encoding=encoding)
    assert document.text == "Forty died."


def test_blank_lines_above_the_declaration_are_passed_over_and_counted(read):
    (document,) = read("\n\n" + rss(entry("<p>Forty died.</p>")))
    assert document.text == "Forty died."
    (error,) = read("\n\n" + rss("<a>"))
    assert error.line == 5


@pytest.mark.parametrize(
    ("text", "encoding", "line", "problem"),
    [
        (rss(entry("Värn\n“40”")), "cp1252", 3, "not utf-8 (byte 0xe4, "),
        (rss(entry("x"), encoding="klingon"), "utf-8", None, "in an encoding that is not known, 'klingon'"),
        (rss(entry("x"), encoding="punycode"), "utf-8", None, "in an encoding that is not known, 'punycode'"),
        (rss("<title>A & B</title>"), "utf-8", 3, "not XML (not well-formed (invalid token) at column "),
        (rss(), "utf-8", None, "has no entries"),
        ("", "utf-8", 1, "not XML (no element found)"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(read, text, encoding, line, problem):
    (error,) = read(text.replace("&aacute;", "a"), encoding=encoding)
    assert error.problem.startswith(problem)
    assert error.line == line
