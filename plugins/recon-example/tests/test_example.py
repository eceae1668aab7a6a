import datetime as dt
from pathlib import Path

import pytest
from recon_example import BareRange, Earliest, recon_checks, recon_reconcilers

from recon import Claim, Series
from recon.testing import assert_case, assert_check_examples, cases


def claim(value: float, day: int) -> Claim:
    return Claim(
        id=f"note-{day}#body:0-2",
        doc=f"note-{day}",
        part="body",
        start=0,
        end=2,
        text=f"{value:g}",
        kind="count",
        bound="exact",
        value=value,
        low=value,
        high=value,
        unit="",
        unit_alternatives=(),
        step=1.0,
        noun="sandbags",
        sentence_start=0,
        sentence_end=2,
        origin="Harbour Office",
        as_of_start=dt.date(2031, 4, day),
        as_of_end=dt.date(2031, 4, day),
    )


SANDBAGS = Series(key="sandbags", title="Sandbags", kind="count", unit="", claims=(claim(40, 2), claim(90, 3)))


def test_the_first_number_claimed():
    [estimate] = Earliest().reconcile(SANDBAGS)
    assert (estimate.at, estimate.best, estimate.support) == (dt.date(2031, 4, 2), 40, ("note-2#body:0-2",))
    assert estimate.why == "the first of 2 counts, by Harbour Office"


def test_a_series_that_is_too_short_has_none():
    assert list(Earliest(min_claims=3).reconcile(SANDBAGS)) == []


def test_the_hook_declares_it():
    assert [reconciler.name for reconciler in recon_reconcilers()] == ["earliest"]


def test_the_examples_of_the_check_hold():
    [check] = recon_checks()
    assert_check_examples(check)


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "cases"), ids=str)
def test_the_check_finds_what_its_cases_say(case):
    assert_case(BareRange(), case)
