"""What charts and points say."""

from __future__ import annotations

import datetime as dt

import pytest

from recon.charts.marks import marks
from recon.charts.words import LONGEST, as_of, figure, measure, speakers, summary, told
from recon.testing import DAY, claim, series


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"bound": "exact"}, "3,000"),
        ({"bound": "about"}, "about 3,000"),
        ({"bound": "nearly"}, "nearly 3,000"),
        ({"bound": "at_least"}, "at least 3,000"),
        ({"bound": "more_than"}, "more than 3,000"),
        ({"bound": "at_most"}, "up to 3,000"),
        ({"bound": "less_than"}, "less than 3,000"),
        ({"status": "forecast", "bound": "at_most"}, "forecast: up to 3,000"),
        ({"status": "denied"}, "denied: 3,000"),
        ({"measure": "increment"}, "increment: 3,000"),
        ({"status": "planned", "measure": "flow"}, "planned flow: 3,000"),
    ],
)
def test_a_number_has_its_bound_and_what_sets_it_apart(known, words):
    assert figure(claim(3000, **known)) == words


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({}, "published 15 Jan 2024"),
        ({"as_of_basis": "stated"}, "15 Jan 2024"),
        ({"as_of_basis": "stated", "as_of_start": dt.date(2024, 1, 8)}, "8–15 Jan 2024"),
        ({"as_of_basis": "stated", "as_of_start": dt.date(2023, 12, 31)}, "31 Dec 2023 – 15 Jan 2024"),
        ({"as_of_basis": "stated", "as_of_end": None}, "from 15 Jan 2024"),
        ({"as_of_basis": "stated", "as_of_start": None}, "until 15 Jan 2024"),
        ({"as_of_basis": "unknown", "as_of_start": None, "as_of_end": None}, "published 15 Jan 2024"),
        ({"published": None}, "no date"),
    ],
)
def test_a_day_is_that_of_publication_only_where_the_text_tells_none(known, words):
    assert as_of(claim(3000, **known)) == words


def test_speakers_are_told_from_the_innermost_out():
    assert (
        speakers(claim(1, chain=("Harbour Radio", "The Courier", "Army"))) == "Army via The Courier via Harbour Radio"
    )
    assert speakers(claim(1, chain=(), publisher="", said_by="", origin="")) == "not known"


def test_a_long_sentence_is_cut_and_a_broken_one_stands_on_one_line():
    (mark,) = marks(series([claim(1)]))
    words = told(mark, {mark.claims[0].id: "One\n is\tmissing, " + "and on " * 200})
    assert "One is missing, and on and on" in words
    assert words.endswith("…”")
    assert len(words) < LONGEST + 80


def test_what_is_counted_is_the_unit_or_the_noun_that_most_give():
    claims = [claim(1, noun="others"), claim(2, doc="b.txt", noun="others"), claim(3, doc="c.txt", noun="miners")]
    assert measure(series(claims)) == "miners"
    assert measure(series([claim(1, noun="others")])) == ""
    assert measure(series([claim(1, unit="US dollar", kind="money")])) == "US dollar"


def test_a_series_is_told_in_a_few_sentences():
    claims = [
        claim(40, chain=("A", "Army")),
        claim(None, doc="b.txt", bound="indefinite", low=None, high=None),
        claim(52, doc="c.txt", status="denied", published=DAY + dt.timedelta(days=20)),
    ]
    assert summary(series(claims), ()) == (
        "3 claims by 2 origins, 15 Jan – 4 Feb 2024. 40 to 52 people. 1 denied. 1 claim without a number."
    )
    assert summary(series([claim(7, published=None)]), ()) == "1 claim by 1 origin. 7 people."
