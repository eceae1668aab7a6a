from __future__ import annotations

import pytest

from benchmarks.accuracy import Tally
from benchmarks.articles import article
from benchmarks.contenders import CONTENDERS
from benchmarks.gold import NO_QUANTITY, Quantity
from benchmarks.unitnames import SAME, same_unit

GOLD = article(1).gold or ()
QUANTITIES = [one for one in GOLD if one.kind not in NO_QUANTITY]


def judged(found: list[Quantity], gold=GOLD, **how) -> dict:
    tally = Tally(**how)
    tally.add(gold, found)
    return tally.result()


def test_what_is_printed_is_right() -> None:
    assert judged(QUANTITIES, bounds=True) == {
        "recall": 1, "with_unit": 1, "with_bound": 1, "precision": 1, "distracted": 0
    }  # fmt: skip
    assert judged([], bounds=True)["recall"] == 0


def test_a_fast_wrong_answer_shows() -> None:
    wrong = [Quantity(one.start, one.end, 12345.5, unit=one.unit) for one in QUANTITIES]
    assert judged(wrong)["recall"] == judged(wrong)["precision"] == 0


def test_what_is_no_quantity_counts_as_false_and_is_told_apart() -> None:
    found = judged([Quantity(one.start, one.end, 1.0) for one in GOLD if one.kind in NO_QUANTITY])
    assert found["distracted"] == 1
    assert found["precision"] == 0


def test_a_number_is_found_once() -> None:
    gold = [Quantity(0, 2, 12, 12, 12, "kilometer", "exact", "length")]
    assert judged([Quantity(0, 2, 12.0), Quantity(0, 2, 12.0)], gold)["precision"] == 0.5


def test_without_spans_numbers_match_anywhere() -> None:
    gold = [Quantity(5, 7, 12, 12, 12, "kilometer", "exact", "length")]
    found = [Quantity(90, 92, 12.0, unit="kilometre", bound="exact")]
    assert judged(found, gold)["recall"] == 0
    assert judged(found, gold, spans=False, bounds=True)["with_bound"] == 1


@pytest.mark.parametrize(
    ("gold", "said", "same"),
    [
        ("kilometer", "Kilometer", True),
        ("GBP / month", "GBP / month", True),
        ("percent", "percentage", True),
        ("year", "year of age", True),
        ("", "soldier", True),
        ("", "", True),
        ("", "dollar", False),
        ("mile", "kilometre", False),
        ("USD", "", False),
    ],
)
def test_units_by_other_names(gold: str, said: str, same: bool) -> None:
    assert same_unit(gold, said) is same


def test_recon_says_units_in_the_words_of_the_gold() -> None:
    assert all(same_unit(unit, unit) for unit in SAME)


def test_quantulum3_is_read() -> None:
    extract = CONTENDERS["quantulum3"].load()
    text = "The road is 12 kilometres long and cost $2.5 million."
    found = [one for one in extract(text) if one.value is not None]
    assert [(text[one.start : one.end], one.value) for one in found] == [("12 kilometres", 12), ("$2.5 million", 2.5e6)]
    assert same_unit("kilometer", found[0].unit)
    assert same_unit("USD", found[1].unit)
