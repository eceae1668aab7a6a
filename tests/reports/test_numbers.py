import datetime as dt

import pytest

from recon.model import Document
from recon.reports.numbers import as_of, chain, interval, number, place, quantity, sentence
from recon.testing import claim


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (12000.0, "12,000"),
        (0.25, "0.25"),
        (1.3e6, "1,300,000"),
        (-40, "-40"),
        (1e20, "1e+20"),
        (0.0, "0"),
        (1e-9, "1e-09"),
        (98.6, "98.6"),
    ],
)
def test_numbers(value, shown):
    assert number(value) == shown


@pytest.mark.parametrize(
    ("bound", "shown"),
    [
        ("exact", "3,000"),
        ("about", "~3,000"),
        ("nearly", "nearly 3,000"),
        ("at_least", "≥3,000"),
        ("more_than", ">3,000"),
        ("at_most", "≤3,000"),
        ("less_than", "<3,000"),
    ],
)
def test_a_bound_is_a_sign(bound, shown):
    assert quantity(claim(3000.0, bound=bound)) == shown


def test_ranges_indefinite_figures_and_units_are_as_printed():
    assert quantity(claim(None, bound="range", low=20.0, high=30.0)) == "20–30"
    assert quantity(claim(None, bound="indefinite", text="thousands", low=1000.0)) == "thousands"
    assert quantity(claim(1.3, bound="about", unit="USD", text="$1.3\nmillion")) == "~$1.3 million"


def test_intervals():
    assert [interval(20, 30), interval(20, None), interval(None, 30), interval(20, 20), interval(None, None)] == [
        "20–30",
        "≥20",
        "≤30",
        "20",
        "?",
    ]


@pytest.mark.parametrize(
    ("start", "end", "basis", "shown"),
    [
        ("2024-05-02", "2024-05-02", "stated", "2024-05-02"),
        ("2024-05-02", "2024-05-02", "published", "(2024-05-02)"),
        ("2024-05-01", "2024-05-31", "stated", "2024-05-01/31"),
        ("2024-05-01", "2024-06-30", "stated", "2024-05-01/06-30"),
        ("2023-12-01", "2024-01-31", "stated", "2023-12-01/2024-01-31"),
        (None, "2024-05-02", "speech", "to 2024-05-02"),
        ("2024-05-02", None, "stated", "from 2024-05-02"),
        (None, None, "unknown", "?"),
    ],
)
def test_as_of(start, end, basis, shown):
    days = [day and dt.date.fromisoformat(day) for day in (start, end)]
    assert as_of(claim(1, as_of_start=days[0], as_of_end=days[1], as_of_basis=basis)) == shown


def test_chains():
    assert chain(claim(1, chain=("Post", "Radio Varn", "the mayor"))) == "Post ← Radio Varn ← the mayor"
    assert chain(claim(1, chain=(), said_by="", publisher="Post")) == "Post"
    assert chain(claim(1, chain=(), said_by="", publisher="")) == "outlet not known"


def test_places_and_sentences():
    document = Document(id="a.txt", text="One.\nIt has 30\ndoors.", title="30 doors", title_start=0)
    body = claim(30, start=12, sentence_start=5, sentence_end=21)
    title = claim(30, part="title", start=0, sentence_start=0, sentence_end=8)
    assert place(body, {"a.txt": document}) == "a.txt:2:8"
    assert sentence(body, document) == "It has 30 doors."
    assert place(title, {"a.txt": document}) == "a.txt:title:1"
    assert sentence(title, document) == "30 doors"


def test_an_inferred_origin_is_marked_in_the_chain():
    told = claim(40, chain=("Varn Post", "Evening Star", "an official"), origin="Evening Star", origin_basis="inferred")
    assert chain(told) == "Varn Post ← Evening Star? ← an official"
