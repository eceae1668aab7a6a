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
        ("<rss><channel>\n</rss>", ":2: not XML (mismatched tag)"),
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
