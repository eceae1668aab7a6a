"""Charts as SVG elements for a page, as files, and as specifications."""

from __future__ import annotations

import datetime as dt
import os
import re
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from recon.charts import Wanted, drawing, drawn, drawn_all, legend, png, spec, standalone
from recon.charts.palette import LIGHT
from recon.errors import UsageError
from recon.model import Estimate
from recon.reconcilers import Latest, Range
from recon.testing import DAY, claim, series

pytest.importorskip("vl_convert")

SVG = "{http://www.w3.org/2000/svg}"
ATTACK = '</text><script>alert(1)</script><b onload="x()">&amp;{{7*7}}\x00\x1b[31m\u202e]]>'
CLAIMS = series(
    [
        claim(40, doc="a.txt", bound="at_least", noun="miners", chain=("Harbour Radio", "Army")),
        claim(None, doc="b.txt", bound="range", low=45.0, high=70.0, text="45 to 70", published=dt.date(2024, 1, 16)),
        claim(90, doc="c.txt", status="forecast", published=DAY + dt.timedelta(days=9)),
        claim(33, doc="d.txt", published=None),
    ],
    title="Miners missing in Varn",
)  # fmt: skip
LINKS = {one.id: f"#claim-{place}" for place, one in enumerate(CLAIMS.claims)}
SENTENCES = {one.id: f"Sentence {place} tells it." for place, one in enumerate(CLAIMS.claims)}


def estimates(some, *rules):
    return [replace(one, by=rule.name) for rule in rules or (Latest(), Range()) for one in rule.reconcile(some)]


def parsed(text):
    return ElementTree.fromstring(text)


def anchors(text):
    return list(parsed(text).iter(f"{SVG}a"))


def test_every_point_is_a_link_that_says_its_sentence():
    found = anchors(drawn(CLAIMS, estimates(CLAIMS), links=LINKS, sentences=SENTENCES))
    told = {one.get("href"): one.get("aria-label") for one in found}
    assert told == {
        "#claim-0": "at least 40 · published 15 Jan 2024 · Army via Harbour Radio: “Sentence 0 tells it.”",
        "#claim-1": "45 to 70 · published 16 Jan 2024 · The Courier: “Sentence 1 tells it.”",
        "#claim-2": "forecast: 90 · published 24 Jan 2024 · The Courier: “Sentence 2 tells it.”",
        "#claim-3": "33 · no date · The Courier: “Sentence 3 tells it.”",
    }
    assert all(one[0].tag == f"{SVG}title" and one[0].text == one.get("aria-label") for one in found)
    assert all(one[1].get("d") for one in found)
    assert [one.get("href") for one in found].count("#claim-1") == 2, "both ends of a range"


def test_without_links_it_is_an_image_that_still_says_its_sentences():
    root = parsed(drawn(CLAIMS, [], sentences=SENTENCES))
    assert root.get("role") == "img"
    assert not list(root.iter(f"{SVG}a"))
    told = [one.get("aria-label", "") for one in root.iter(f"{SVG}g") if one.get("role") == "img"]
    assert any("Sentence 2 tells it." in one for one in told)


def test_the_series_is_told_to_who_cannot_see_it():
    root = parsed(drawn(CLAIMS, estimates(CLAIMS), links=LINKS))
    assert root.get("role") == "group", "an image would hide its links from a screen reader"
    assert root[0].text == "Miners missing in Varn"
    assert root[1].text == (
        "4 claims by 2 origins, 15–24 Jan 2024. 33 to 90 people. 1 forecast. "
        "Last by latest: 45 to 70. Last by range: 33 to 70."
    )


def test_a_modelled_number_is_told_and_drawn_as_one():
    model = [
        Estimate(
            series="series", at=DAY, low=38.0, best=44.0, high=51.0, support=(CLAIMS.claims[0].id,), why="", by="tide"
        )
    ]
    both = parsed(drawn(CLAIMS, [*estimates(CLAIMS, Latest()), *model]))
    assert "Last by tide, modelled: 44 (38 to 51)." in both[1].text
    assert "tide, modelled" in [text.text for text in both.iter(f"{SVG}text")]
    broken = [one for one in both.iter() if one.get("stroke-dasharray") == "5,4"]
    reported = parsed(drawn(CLAIMS, estimates(CLAIMS, Latest())))
    assert broken
    assert not any(one.get("stroke-dasharray") == "5,4" for one in reported.iter())
    colour = f"var(--chart-modelled, {LIGHT['--chart-modelled']})"
    assert {one.get("stroke") for one in broken} == {colour}
    assert not any(colour in one.attrib.values() for one in reported.iter())
    assert "estimate, modelled" in [one.label for one in legend(CLAIMS, model)]
    assert "estimate, modelled" not in [one.label for one in legend(CLAIMS, estimates(CLAIMS))]


def test_it_may_stand_in_any_page_under_any_policy():
    text = drawn(CLAIMS, estimates(CLAIMS), links=LINKS, sentences=SENTENCES)
    root = parsed(text)
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
        "svg", "g", "path", "line", "text", "tspan", "a", "title", "desc",
    }  # fmt: skip
    names = {name for one in root.iter() for name in one.attrib}
    assert not names & {"id", "style", "clip-path", "font-family"}
    assert not [name for name in names if name.startswith("on") or "}" in name]
    assert "url(" not in text
    assert "width" not in root.attrib
    assert re.fullmatch(r"0 0 \d+ \d+", root.get("viewBox"))


def test_each_colour_is_one_of_the_palette():
    text = drawn(CLAIMS, estimates(CLAIMS), links=LINKS)
    drawn_in = set(re.findall(r'(?:fill|stroke)="([^"]+)"', text)) - {"none"}
    assert drawn_in <= {f"var({name}, {colour})" for name, colour in LIGHT.items()}
    assert {"var(--origin-0, #0065eb)", "var(--origin-1, #d75428)", "var(--chart-estimate, #3a3f45)"} <= drawn_in


def hostile():
    some = series(
        [
            claim(40 + place, doc=f"{place}.txt", noun=ATTACK, publisher=ATTACK, chain=(ATTACK, ATTACK), text=ATTACK,
                  published=DAY + dt.timedelta(days=place))
            for place in range(3)
        ],
        title=ATTACK,
        key=ATTACK,
        unit=ATTACK,
    )  # fmt: skip
    told = [
        Estimate(series=ATTACK, at=DAY, low=None, best=40.0, high=None, support=(some.claims[0].id,), why="", by=ATTACK)
    ]
    return some, told


@pytest.mark.parametrize("draw", [drawn, standalone])
def test_what_articles_say_is_text_and_nothing_else(draw):
    some, told = hostile()
    text = draw(
        some, told, links=dict.fromkeys((one.id for one in some.claims), "#x"), sentences={some.claims[0].id: ATTACK}
    )
    root = parsed(text)
    assert "<script" not in text
    assert "<b " not in text
    assert not [name for one in root.iter() for name in one.attrib if name.startswith("on")]
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]", text)
    assert any("<script>alert(1)</script>" in (one.text or "") for one in root.iter(f"{SVG}title"))


def test_hostile_words_make_a_sound_picture_and_specification():
    some, told = hostile()
    assert png(some, told).startswith(b"\x89PNG")
    expressions = re.findall(r"'(?:expr|signal|labelExpr)': (.{,300})", str(spec(some, told)))
    assert expressions
    assert not any("alert" in one for one in expressions)


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", " JavaScript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "http://[bad"],
)  # fmt: skip
def test_an_address_that_would_run_something_is_left_out(href):
    links = {CLAIMS.claims[0].id: href, CLAIMS.claims[1].id: "https://example.org/a?b=c&d=e"}
    found = {one.get("href") for one in anchors(drawn(CLAIMS, [], links=links))}
    assert found == {"https://example.org/a?b=c&d=e"}
    assert "href" not in spec(CLAIMS, [], links={CLAIMS.claims[0].id: href})["layer"][-1]["encoding"]


def test_the_specification_is_whole_without_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    told = spec(CLAIMS, estimates(CLAIMS), scale="log", links=LINKS, sentences=SENTENCES)
    assert told["$schema"].startswith("https://vega.github.io/schema/vega-lite/")
    assert told["title"] == "Miners missing in Varn"
    assert told["encoding"]["y"]["scale"]["type"] == "log"
    points = next(layer for layer in told["layer"] if "href" in layer["encoding"])
    assert {row["href"] for row in points["data"]["values"]} == set(LINKS.values())
    assert {row["fill"] for row in points["data"]["values"]} <= set(LIGHT.values())
    with pytest.raises(UsageError, match=r"pip install 'recon-figures\[charts\]'"):
        drawn(CLAIMS, [])


def test_whether_charts_can_be_drawn_is_asked_without_loading_them(monkeypatch):
    assert drawing.available()
    monkeypatch.setattr(drawing, "find_spec", lambda _: None)
    assert not drawing.available()


def test_vega_draws_what_is_specified_without_a_warning(capfd):
    vega = pytest.importorskip("vl_convert")
    for scale in ("linear", "log"):
        vega.vegalite_to_svg(spec(CLAIMS, estimates(CLAIMS), scale=scale, sentences=SENTENCES), show_warnings=True)
    assert capfd.readouterr() == ("", "")


def test_a_file_has_its_title_its_legend_and_its_own_colours():
    text = standalone(CLAIMS, estimates(CLAIMS), links=LINKS)
    root = parsed(text)
    words = [one.text for one in root.iter(f"{SVG}text")]
    assert "Miners missing in Varn" in words
    assert {"Army", "The Courier", "at least, more than", "from … to …", "forecast or planned"} <= set(words)
    assert "var(" not in text
    assert root.find(f"{SVG}rect").get("fill") == "#ffffff"
    assert root.get("width")


def decoded(data):
    """Width, height and the colours of a PNG of 8-bit RGBA."""
    width, height, depth, kind = struct.unpack(">IIBB", data[16:26])
    assert (depth, kind) == (8, 6)
    at, packed = 8, b""
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            packed += data[at + 8 : at + 8 + size]
        at += size + 12
    rows = zlib.decompress(packed)
    assert len(rows) == height * (1 + 4 * width)
    return width, height, len(set(rows))


def test_a_png_is_as_sharp_as_a_screen():
    text = standalone(CLAIMS, estimates(CLAIMS))
    width, height, values = decoded(png(CLAIMS, estimates(CLAIMS)))
    assert (width, height) == (2 * int(parsed(text).get("width")), 2 * int(parsed(text).get("height")))
    assert values > 50, "not an empty sheet"


@pytest.mark.parametrize(
    "some",
    [
        series([claim(7)]),
        series([claim(0)]),
        series([claim(-3.5, kind="temperature_change", unit="degree Celsius")]),
        series([claim(7, published=None)]),
        series([claim(None, bound="indefinite", low=None, high=None)]),
        series([claim(None, bound="indefinite", low=24.0, high=None, text="dozens")]),
        series([claim(5, published=dt.date(1, 1, 1)), claim(6, doc="b.txt", published=dt.date(9999, 12, 31))]),
        series([claim(1e15), claim(2, doc="b.txt", published=DAY + dt.timedelta(days=3))]),
        series([claim(7, as_of_start=None), claim(8, doc="b.txt", as_of_end=None)]),
    ],
)
@pytest.mark.parametrize("scale", ["linear", "log", "auto"])
def test_there_is_no_series_that_has_no_chart(some, scale):
    text = drawn(some, estimates(some), scale=scale)
    assert "NaN" not in text
    assert "undefined" not in text
    assert not re.search(r"\d{6}[,)]", text), "nothing stands far outside"


def test_three_hundred_claims_are_all_there():
    some = series(
        [
            claim(100.0 + place, doc=f"{place}.txt", publisher=f"Outlet {place % 12}",
                  published=DAY + dt.timedelta(days=place % 50))
            for place in range(300)
        ]
    )  # fmt: skip
    links = {one.id: f"#{place}" for place, one in enumerate(some.claims)}
    assert {one.get("href") for one in anchors(drawn(some, [], links=links))} == set(links.values())


def test_what_is_said_again_is_one_link_that_names_the_outlets():
    claims = [
        claim(40, doc=f"{place}.txt", publisher=f"Outlet {place}", chain=(f"Outlet {place}", "Army"))
        for place in range(6)
    ]
    some = series([*claims, claim(50, doc="x.txt", published=DAY + dt.timedelta(days=1))])
    links = {one.id: f"#{place}" for place, one in enumerate(some.claims)}
    first, _ = anchors(drawn(some, [], links=links))
    assert first.get("href") == "#0"
    assert first.get("aria-label").endswith(" · printed 5 times more: Outlet 1, Outlet 2, Outlet 3 and 2 more")


def test_many_charts_are_those_drawn_alone_in_the_order_wanted():
    some = [series([claim(place + 1)], key=f"s{place}", title=f"Series {place}") for place in range(4)]
    wanted = [Wanted(series=one, scale="log") for one in some]
    assert list(drawn_all(wanted)) == [drawn(one, [], scale="log") for one in some]


def test_two_processes_draw_what_one_does(monkeypatch):
    monkeypatch.setattr("recon.charts.many.WORTH", 2)
    some = [series([claim(place + 1)], key=f"s{place}") for place in range(5)]
    wanted = [Wanted(series=one) for one in some]
    assert list(drawn_all(wanted, jobs=2)) == list(drawn_all(wanted, jobs=1))


SCRIPT = """
import hashlib, sys
from tests.charts.test_drawing import CLAIMS, LINKS, estimates
from recon.charts import drawn, png, standalone
told = estimates(CLAIMS)
texts = [drawn(CLAIMS, told, links=LINKS, scale=one) + standalone(CLAIMS, told, scale=one) for one in ("linear", "log")]
print([hashlib.sha256(one).hexdigest() for one in [*(text.encode() for text in texts), png(CLAIMS, told)]])
"""


def test_the_same_series_gives_the_same_bytes_in_any_process_and_place():
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PYTHONPATH": "."},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"), ("3", "America/Anchorage"))
    }
    assert len(outputs) == 1
