"""Options of a reconciler by the types of its fields."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pytest

from recon.errors import UsageError
from recon.host import Owned, Owner
from recon.options import options_of, with_options


@dataclass(frozen=True, kw_only=True)
class Chosen:
    name: str = "chosen"
    least: int = 1
    share: float = 0.5
    quick: bool = False
    offices: tuple[str, ...] = ()
    bounds: tuple[float, float] = (0.0, 1.0)
    most: int | None = None
    side: Literal["low", "high"] = "low"
    since: dt.date = dt.date(2031, 5, 1)
    weights: Mapping[str, float] | None = None

    def reconcile(self, series):
        return []


@dataclass(frozen=True, kw_only=True)
class Unclear(Chosen):
    ratio: "NotThere" = 1.5  # noqa: F821 - as of a name that is imported for type checkers alone


def given(value, option, made=Chosen):
    owned = Owned(owner=Owner(distribution="recon-own"), kind="reconciler", key="chosen", object=made())
    (filled,) = with_options([owned], {"chosen": {option: value}}, "recon.toml")
    return options_of(filled.object)[option]


@pytest.mark.parametrize(
    ("option", "value", "taken"),
    [
        ("least", 3, 3),
        ("share", 1, 1.0),
        ("quick", True, True),
        ("offices", ["Coast Guard"], ("Coast Guard",)),
        ("offices", [], ()),
        ("bounds", [1, 2.5], (1.0, 2.5)),
        ("most", 4, 4),
        ("side", "high", "high"),
        ("since", dt.date(2030, 1, 1), dt.date(2030, 1, 1)),
        ("weights", {"Coast Guard": 2}, {"Coast Guard": 2}),
    ],
)
def test_a_value_of_the_type_of_its_field_is_taken(option, value, taken):
    assert given(value, option) == taken
    assert type(given(value, option)) is type(taken)


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("least", "3", "least is a whole number, not '3'"),
        ("least", 3.5, "least is a whole number, not 3.5"),
        ("least", True, "least is a whole number, not True"),
        ("share", "half", "share is a number, not 'half'"),
        ("quick", 1, "quick is true or false, not 1"),
        ("offices", "Coast Guard", "offices is a list of texts, not 'Coast Guard'"),
        ("offices", [1], "offices is a list of texts, not [1]"),
        ("bounds", [1], "bounds is a list of 2, not [1]"),
        ("most", "many", "most is a whole number, not 'many'"),
        ("side", "left", "side is one of 'low', 'high', not 'left'"),
        ("weights", 2, "weights is a table, not 2"),
        ("since", "2030", "since is a date, not '2030'"),
        ("leest", 3, "has no option 'leest'; it has bounds, least, most, offices, quick, share, side, since, weights"),
    ],
)
def test_any_other_is_refused_by_name_and_the_type_that_is_wanted(option, value, words):
    with pytest.raises(UsageError) as refused:
        given(value, option)
    assert str(refused.value).startswith("recon.toml: reconciler 'chosen'")
    assert str(refused.value).endswith(words)


def test_a_type_that_cannot_be_looked_up_is_that_of_the_default():
    assert given(2, "ratio", Unclear) == 2.0
    with pytest.raises(UsageError, match="ratio is a number, not 'x'"):
        given("x", "ratio", Unclear)
