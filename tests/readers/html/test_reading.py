import pytest

from recon.errors import ReadError
from recon.extraction import GrammarExtractor
from recon.readers.formats import HtmlReader
from recon.readers.html import article
from recon.readers.html import reading as module
from recon.tables import figures_of
from tests.readers.html.pages import PARAGRAPHS, page, printed


def figures(document):
    return figures_of(GrammarExtractor().extract([document]))


def test_the_article_and_nothing_around_it():
    document = article(page().encode(), id="a.html")
    assert document.title == "Flood in Varn: 1,200 missing"
    assert document.text == "\n\n".join(["# Flood in Varn: 1,200 missing", *PARAGRAPHS])
    assert document.text[document.body_start :].startswith("At least")
    assert [figure.text for figure in figures(document)] == ["1,200", "1,200", "3 metres", "two hours", "40", "300"]


@pytest.mark.parametrize(
    ("encoding", "change"),
    [
        ("utf-8", lambda text: text),
        ("utf-8", lambda text: text.replace(" ", "\r\n      ").replace("1,200", "1,<b>200</b>")),
        ("utf-8", lambda text: text.replace("3 metres", "3&nbsp;metres").replace("1,200", "&#49;,2<!-- x -->00")),
        ("utf-8", lambda text: "\ufeff" + text.replace("At", "“Å” at")),
        ("utf-16", lambda text: text.replace("At", "“Å” at")),
        ("cp1252", lambda text: text.replace("utf-8", "windows-1252").replace("At", "“Å” at")),
    ],
)
def test_every_figure_leads_to_its_bytes_its_line_and_its_column(encoding, change):
    data = change(page()).encode(encoding)
    document = article(data, id="a.html")
    found = figures(document)
    assert [figure.part for figure in found] == ["title", *["body"] * (len(found) - 1)]
    assert len(found) == 6
    plain = "utf-16-le" if encoding == "utf-16" else encoding
    for figure in found:
        start, end = document.source.span(figure.start, figure.end)
        assert printed(data[start:end], plain) == "".join(figure.text.split())
        before = data[:start].decode(plain)
        assert document.position(figure.start) == (before.count("\n") + 1, len(before) - before.rfind("\n"))


def test_a_number_that_also_stands_outside_leads_into_the_article():
    data = page(head='<meta name="description" content="x">').replace("87 live", "300 live").encode()
    document = article(data, id="a.html")
    [last] = [figure for figure in figures(document) if figure.text == "300"]
    start, _ = document.source.span(last.start, last.end)
    assert data[start - 5 : start] == b"some "


def test_rows_of_a_table_keep_their_places_cell_by_cell():
    rows = "".join(f"<tr><td>{town}</td><td>{dead}</td></tr>" for town, dead in {"Varn": 12, "Ostle": 12}.items())
    data = page(body=f"<table><tr><th>Town</th><th>Dead</th></tr>{rows}</table>").encode()
    document = article(data, id="a.html")
    assert "Varn | 12\n\nOstle | 12" in document.text
    spans = [document.source.span(one.start, one.end) for one in figures(document) if one.text == "12"]
    assert [data[start - 13 : end] for start, end in spans] == [b"Varn</td><td>12", b"stle</td><td>12"]


def test_a_raised_number_is_no_digit_of_the_one_before_it_and_keeps_its_place():
    marks = '<a href="#n"><sup>1</sup></a>', '<sup id="r"><a href="#n">[12]</a></sup>', "<sup>b</sup>"
    towns = "".join(
        f"<p>In town {i} some 40{mark} people fled across 25 km<sup>2</sup>.</p>" for i, mark in enumerate(marks)
    )
    data = page(body=towns).encode()
    document = article(data, id="a.html")
    assert document.text.count("some 40 people fled across 25 km².") == 3
    areas = [figure for figure in figures(document) if figure.text == "25 km²"]
    assert len(areas) == 3
    for area in areas:
        start, end = document.source.span(area.start, area.end)
        assert data[start:end] == b"25 km<sup>2"


@pytest.mark.parametrize("link", ['<a name="p5"></a>', '<a href="/big"><img src="a.jpg"></a>', '<a href="#"> </a>'])
def test_a_paragraph_with_a_link_that_shows_nothing_is_read(link):
    text = article(
        page(body=f"<p>In Tarn {link}another 55 people are hurt, the mayor said.</p>").encode(), id="a.html"
    ).text
    assert "In Tarn another 55 people are hurt, the mayor said." in text


def test_the_cells_of_a_row_stand_in_one_line_also_where_each_is_a_paragraph():
    rows = "".join(
        f"<tr><td><p>{town}</p></td><td><p>12</p><p>and 3</p></td></tr>" for town in ("Varn", "Ostle<br>North")
    )
    document = article(page(body=f"<table>{rows}</table>").encode(), id="a.html")
    assert document.text.endswith("Varn | 12 and 3\n\nOstle North | 12 and 3")


def test_a_character_that_nobody_sees_breaks_no_number():
    data = page(
        body="<p>Some 25&shy;,000 people and 3\u200b500 cows were in&shy;ter&shy;na&shy;tio&shy;nal.</p>"
    ).encode()
    document = article(data, id="a.html")
    assert "Some 25,000 people and 3500 cows were international." in document.text
    [number] = [figure for figure in figures(document) if figure.text == "25,000"]
    start, end = document.source.span(number.start, number.end)
    assert data[start:end] == b"25&shy;,000"


@pytest.mark.parametrize("caption", ["<figcaption>{}</figcaption>", "<figcaption><p>{}</p></figcaption>"])
def test_a_caption_is_not_read(caption):
    picture = (
        f'<figure><img src="a.jpg" alt="777 dead">{caption.format("In Varn, where at least 777 people died.")}</figure>'
    )
    assert "777" not in article(page(body=picture + "<p>More rain is expected.</p>").encode(), id="a.html").text


ICON = '<svg viewBox="0 0 9 9"><title>777 shares</title><path d="M0 0h9v9z"/></svg>'


@pytest.mark.parametrize(
    ("before", "behind"), [(ICON, ""), ("", f"<!-- icon -->{ICON}{ICON}"), ("<svg/>", "")], ids=str
)
def test_a_drawing_costs_nothing_of_what_stands_around_it(before, behind):
    body = f"<p>In Tarn {before}another 55 people are hurt,{behind} the mayor said.</p>"
    data = page(body=body).encode()
    document = article(data, id="a.html")
    assert document.text.endswith("\n\nIn Tarn another 55 people are hurt, the mayor said.")
    [hurt] = [figure for figure in figures(document) if figure.text == "55"]
    start, end = document.source.span(hurt.start, hurt.end)
    assert data[start:end] == b"55"


@pytest.mark.parametrize("drawing", ["<svg>", "<svg><path>", "<svg><g><svg/>"])
def test_a_drawing_that_is_no_such_ends_with_its_paragraph(drawing):
    body = f"<p>In Tarn, {drawing} it rained.</p><p>Another 55 people are hurt, the mayor said.</p><p>{ICON}Day 9.</p>"
    assert "Another 55 people are hurt, the mayor said." in article(page(body=body).encode(), id="a.html").text


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("<!-- <svg> -->", "<!-- </svg> -->"),
        ("<svg><!-- </svg> --><text>777</text></svg>", ""),
        ('<svg aria-label="777</svg>"><path/></svg>', ""),
        ('<svg viewBox="0 0 9 9"/>', "</svg>"),
        ("<svg-icon><text-block>", "</text-block></svg-icon></svg>"),
    ],
)
def test_what_begins_or_ends_no_drawing_takes_no_text_along(before, behind):
    body = f"<p>In Tarn {before} another 55 people are hurt,{behind} the mayor said.</p>"
    document = article(page(body=body).encode(), id="a.html")
    assert document.text.endswith("\n\nIn Tarn another 55 people are hurt, the mayor said.")


def test_a_page_whose_first_tag_closes_itself_is_read():
    data = page().replace('<html lang="en">', '<html lang="en" />').encode()
    assert article(data, id="a.html").text == article(page().encode(), id="a.html").text


def test_a_template_is_not_read():
    assert (
        "777"
        not in article(page(body="<template><p>A storm killed 777 people here.</p></template>").encode(), id="a").text
    )


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="/x">Storm kills 777 in Ostle and leaves 55 hurt</a></p>',
        '<ul><li><a href="/x">Storm kills 777 in Ostle</a></li><li><a href="/y">Fire: 55 hurt</a></li></ul>',
        "<h2>Related</h2><p>The storm in Ostle has cost 777 lives so far.</p>",
    ],
)
def test_a_way_to_another_article_is_not_read(body):
    assert "777" not in article(page(body=body).encode(), id="a.html").text


@pytest.mark.parametrize(
    "body",
    [
        "<h3>Read on for 777 crowns a year</h3><p>Subscribe to read the rest of this story.</p>",
        "<p>Sign in for unlimited access, or pay 777 crowns a month.</p><p>Already a subscriber? Log in.</p>",
        "<h3>777 readers have joined</h3><p>To continue reading, choose a plan.</p>",
    ],
)
def test_a_paywall_is_not_read(body):
    text = article(page(body=body).encode(), id="a.html").text
    assert "777" not in text
    assert text.endswith(PARAGRAPHS[-1])


@pytest.mark.parametrize(
    "last",
    [
        "Subscribe to nothing, the harbour office advised the 777 owners of boats.",
        "Already a member of the council for 777 days, she has asked for a new dam.",
        "Register offices were closed and 777 weddings put off.",
    ],
)
def test_what_only_begins_like_a_paywall_is_read(last):
    assert article(page(paragraphs=(*PARAGRAPHS, last)).encode(), id="a.html").text.endswith(last)


def test_a_row_of_links_is_not_read_and_one_with_a_number_beside_its_link_is():
    rows = (
        '<tr><td><a href="/x">Storm kills 777 in Ostle</a></td><td><a href="/y">Fire: 55 hurt</a></td></tr>'
        '<tr><td><a href="/varn">Varn</a></td><td>12</td></tr>'
    )
    text = article(page(body=f"<table><tr><th>Town</th><th>Dead</th></tr>{rows}</table>").encode(), id="a.html").text
    assert "Town | Dead\n\nVarn | 12" in text
    assert "777" not in text


@pytest.mark.parametrize("data", [b"", b"   ", b"<html><body></body></html>", b"<nav><a href=x>12 jobs</a></nav>"])
def test_a_page_without_an_article_says_so(data):
    with pytest.raises(ReadError, match=r"a\.html: no article in the page; save the page of one article"):
        article(data, id="a.html")


def test_a_wrong_byte_within_the_article_is_refused_with_its_offset_and_one_elsewhere_is_not():
    data = page().encode().replace(b"<nav>", b"<nav>\xff")
    assert "1,200" in article(data, id="a.html").text
    data = data.replace(b"3 metres", b"3\x93 metres")
    at = data.index(b"\x93")
    with pytest.raises(ReadError) as raised:
        article(data, id="a.html")
    assert str(raised.value) == (
        f"a.html:7: not utf-8, as its meta charset says: byte {at:,} is 0x93; save the page again, or mend its charset"
    )


def test_a_missing_extra_is_named_with_the_command_that_adds_it(monkeypatch, tmp_path):
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    (tmp_path / "a.html").write_text(page())
    with pytest.raises(ReadError, match=r"a web page needs an extra; install .*: pip install 'recon-figures\[html\]'"):
        list(HtmlReader().read(tmp_path / "a.html"))
