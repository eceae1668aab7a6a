"""The conversions and the slips that `make score` counts are what they are said to be, and the counts stay good."""

from __future__ import annotations

import pytest

from tests.quality import conversions
from tests.quality.slips import beyond_rounding, cases, marks_of, plain, sides


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[conversions.Verdict]:
    return conversions.verdicts(conversions.sentences(), tmp_path_factory.mktemp("conversions"))


def test_right_conversions_are_not_flagged(said: list[conversions.Verdict]) -> None:
    right = [one for one in said if not one.case.slip]
    assert len(right) > 300
    assert [one.case.text for one in right if one.messages] == []


def test_of_the_slips_beyond_rounding_nearly_all_are_found(said: list[conversions.Verdict]) -> None:
    beyond = [one for one in said if one.case.beyond]
    assert len(beyond) > 8000
    assert sum(bool(one.messages) for one in beyond) >= 0.97 * len(beyond)


def test_slips_are_made_of_either_side_once_each() -> None:
    made = list(cases("It is {50|mi} miles ({80|km} km) off."))
    texts = [case.text for case in made]
    assert made[0].text == "It is 50 miles (80 km) off."
    assert len(set(texts)) == len(texts)
    for slip, text in [
        ("factor inverted", "It is 50 miles (31 km) off."),
        ("not converted", "It is 80 miles (80 km) off."),
        ("times 10", "It is 500 miles (80 km) off."),
        ("nautical for statute", "It is 50 miles (93 km) off."),
    ]:
        assert (slip, text, True) in [(case.slip, case.text, case.beyond) for case in made]


@pytest.mark.parametrize(
    ("sentence", "beyond"),
    [
        ("{85|km/h} km/h ({53|mi/h} mph)", False),
        ("{86|km/h} km/h ({53|mi/h} mph)", False),
        ("{88|km/h} km/h ({53|mi/h} mph)", True),
        ("{400|mi} miles ({649|km} km)", False),
        ("{6|ft} ft {2|in} in ({1.88|m} m)", False),
        ("{6|ft} ft {2|in} in ({1.98|m} m)", True),
    ],
)
def test_what_is_beyond_rounding(sentence: str, beyond: bool) -> None:
    [one], [other] = next(sides(marks_of(sentence)))
    assert beyond_rounding(one, other) == beyond


def test_a_mark_may_print_a_fraction() -> None:
    assert plain("A {0.75|in|3/4} inch ({2|cm} cm) nail.") == "A 3/4 inch (2 cm) nail."
