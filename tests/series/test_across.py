import datetime as dt

import pytest

from recon.model import Document
from recon.series import align, relate
from recon.testing import claim


def of(value, day=2, *, doc="a", **known):
    known = {"subject": "dead", "place": "Norway", "step": 1.0, "start": int(value), **known}
    return claim(value, doc=doc, published=dt.date(2031, 5, day), **known)


def kinds(claims, documents=()):
    """The kind for each pair of numbers, the smaller first."""
    value = {one.id: one.value for one in claims}
    return {(value[r.a], value[r.b]): r.kind for r in relate(align(claims, documents), documents)}


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (of(40, place="Varn, Norway"), of(90)),
        (of(17, measure="increment"), of(90)),
        (of(12, noun="children"), of(90)),
        (of(49, place="Oslo"), of(90, scope="including the gunman", place="Oslo")),
    ],
)
def test_part_of(part, whole):
    assert kinds([part, whole])[part.value, whole.value] == "part_of"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (of(40, place="Libya"), of(90, place="Morocco")),
        (of(40), of(90, as_of_start=dt.date(1998, 1, 1), as_of_end=dt.date(1998, 12, 31))),
        (of(40, subject="Danish troops"), of(90, subject="Swedish troops")),
        (of(40, place="Varn", start=5), of(90, place="Belgium", start=5)),
    ],
)
def test_other_scope(one, other):
    assert "other_scope" in kinds([one, other]).values()


@pytest.mark.parametrize(
    "forecast",
    [
        of(200, place="Varn, Norway", status="forecast"),
        of(300, place="Varn, Norway", status="planned", day=1),
        of(400, noun="children", status="forecast"),
    ],
)
def test_forecast_of_a_part_or_a_whole(forecast):
    assert kinds([forecast, of(90, 3)])[forecast.value, 90] == "forecast_of"


TEXT = "About 12,000 troops, including 500 officers and three generals, crossed into Varn, but 40 drones were lost."


def figure(text, value, noun, **known):
    start = TEXT.index(text)
    known = {"doc": "a", "start": start, "end": start + len(text), "text": text, "noun": noun, "subject": noun, **known}
    return claim(value, sentence_start=0, sentence_end=len(TEXT), step=1.0, **known)


def test_parts_in_one_sentence():
    claims = [
        figure("12,000", 12_000, "troops", bound="about"),
        figure("500", 500, "officers"),
        figure("three", 3, "generals"),
        figure("40", 40, "drones"),
    ]
    documents = (Document(id="a", text=TEXT),)
    assert kinds(claims, documents) == {(500, 12_000): "part_of", (3, 12_000): "part_of"}
    [why] = [r.why for r in relate(align(claims, documents), documents) if r.a == claims[1].id]
    assert why == "about 12,000 on 15 January 2024 (The Courier), including 500 officers"


@pytest.mark.parametrize("between", ["500 of whom", "among them 500", "500 of them, including"])
def test_a_part_needs_words_that_say_so(between):
    text = f"Some 900 people fled, {between} children; 700 stayed."
    whole = claim(900, doc="a", start=5, end=8, sentence_start=0, sentence_end=len(text), subject="people")
    at = text.index("500")
    part = claim(500, doc="a", start=at, end=at + 3, sentence_start=0, sentence_end=len(text), subject="children")
    at = text.index("700")
    rest = claim(700, doc="a", start=at, end=at + 3, sentence_start=0, sentence_end=len(text), subject="people")
    found = kinds([whole, part, rest], (Document(id="a", text=text),))
    assert (700, 900) not in found
    assert found.get((500, 900)) == "part_of"
