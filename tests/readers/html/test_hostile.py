"""Pages that are made to hang a reader, or to break it."""

import time
from contextlib import suppress

import pytest

from recon.errors import ReadError
from recon.readers.html import article
from recon.readers.html.source import scanned
from tests.readers.html.pages import page

MANY = 60_000
SECONDS = 15
PAGES = {
    "deep": page(body="<div>" * MANY),
    "deep table": page(body="<table><tr><td>" * (MANY // 10)),
    "attributes": page(body="<p " + " ".join(f'a{i}="<{i}"' for i in range(MANY)) + ">x</p>"),
    "unclosed quotes": page(body='<a href="' * MANY),
    "mixed quotes": page(body="<a b=\"'<'\"" * MANY),
    "spans": page(body="<p>" + "<span>a </span>" * MANY + "</p>"),
    "comments": page(body="<!--" * MANY),
    "sections": page(body="<![CDATA[" * MANY),
    "drawings": page(body="<svg>" * MANY + "</svg>"),
    "drawings within drawings": page(body="<svg><path>" * MANY + "</svg>" * MANY),
    "no drawings": page(body="<svg" * MANY),
    "comments in drawings": page(body="<svg><!--" * MANY),
    "quotes in drawings": page(body="<svg><path d='" * MANY),
    "scripts": page(body="<script" * MANY),
    "references": page(body="&amp;&a" * MANY),
    "laughs": '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>' + page(body="&c;"),
    "script in title": page(title="<script>alert(1)</script>40 dead"),
    "nul": page(body="\0" * MANY),
    "metas": page(head='<meta property="article:published_time" content="2031-01-01">' * MANY),
    "data": page(head='<script type="application/ld+json">' + "[" * MANY + "</script>"),
    "wide data": page(head=f'<script type="application/ld+json">[{",".join(["{}"] * MANY)}]</script>'),
    "headings": page(body="<h1>x" * MANY),
    "angles": page(body="<" * MANY + "<>" * MANY),
    "lone surrogates": page(body="&#xD800;&#55296;&#x110000;"),
    "controls": page(body="".join(map(chr, range(32)))),
    "bytes": bytes(range(256)) * 400,
}


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_is_read_or_refused_in_time(name):
    given = PAGES[name]
    begun = time.process_time()
    document = None
    with suppress(ReadError):
        document = article(given if isinstance(given, bytes) else given.encode(), id="a.html")
    if document is not None:
        assert document.text.encode()
        assert document.source.position(len(document.text) - 1) > (0, 0)
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize(
    "piece", ['<a href="', "<!--", "<script", "&a", "<", "<>", "<p a='", "</title", "<h1>x", "<meta "]
)
def test_scanning_takes_time_in_step_with_the_page(piece):
    def seconds(count):
        begun = time.process_time()
        scanned(piece * count)
        return time.process_time() - begun

    least = min(seconds(20_000) for _ in range(3))
    assert min(seconds(80_000) for _ in range(3)) < 10 * least + 0.05
