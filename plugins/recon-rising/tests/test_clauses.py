"""What the reconciler promises whatever the claims: carrying, restatements, order, slips, odd numbers."""

import datetime as dt
import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recon_rising import Rising

from recon.testing import claim, series

BOUNDS = ("exact", "exact", "about", "at_least", "more_than", "at_most")


def of(value, day, by="Harbour Office", told=None, **known):
    date = dt.date(2031, 5, 1) + dt.timedelta(days=day)
    known = {"as_of_start": date, "as_of_end": date, "published": told or date, "step": 1.0, **known}
    return claim(value, doc=f"{by}-{day}-{value}", origin=by, **known)


TOLLS = {
    "landslide": (of(14, 0), of(31, 1, "Hill Post", bound="at_least"), of(52, 2), of(60, 4), of(66, 7), of(67, 11)),
    "flood": (of(300, 0, bound="more_than"), of(820, 1), of(1_450, 3), of(1_700, 5), of(1_766, 9), of(1_781, 14)),
    "steady": (of(49, 0), of(50, 1, "Hill Post"), of(51, 2), of(52, 5), of(53, 6), of(54, 12, "Hill Post")),
}


def last(claims):
    return list(Rising().reconcile(series(tuple(claims))))[-1]


claims = st.lists(
    st.builds(
        lambda value, day, by, bound: of(value, day, by, bound=bound),
        st.integers(1, 5_000).map(float),
        st.integers(0, 20),
        st.sampled_from(("Harbour Office", "Hill Post", "Relief Union")),
        st.sampled_from(BOUNDS),
    ),
    min_size=1,
    max_size=7,
    unique_by=lambda one: one.id,
)


@settings(max_examples=25, deadline=None)
@given(claims, st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_estimates(told, random):
    one = series(tuple(told))
    shuffled = list(one.claims)
    random.shuffle(shuffled)
    assert list(Rising().reconcile(one)) == list(Rising().reconcile(replace(one, claims=tuple(shuffled))))


@settings(max_examples=25, deadline=None)
@given(claims)
def test_low_best_and_high_are_in_order_and_finite(told):
    for made in Rising().reconcile(series(tuple(told))):
        assert 0 < made.low <= made.best <= made.high < math.inf


@settings(max_examples=25, deadline=None)
@given(claims)
def test_what_is_said_again_changes_no_estimate(told):
    one = series(tuple(told))
    again = replace(one.claims[-1], id="again", doc="again")
    numbers = [(e.at, e.low, e.best, e.high, e.support) for e in Rising().reconcile(one)]
    assert numbers == [
        (e.at, e.low, e.best, e.high, e.support) for e in Rising().reconcile(replace(one, claims=(*one.claims, again)))
    ]


@pytest.mark.parametrize("toll", TOLLS.values(), ids=TOLLS)
@pytest.mark.parametrize(("times", "at"), [*((10, at) for at in range(6)), *((0.1, at) for at in range(2, 6))])
def test_one_slip_of_a_zero_moves_the_estimate_by_less_than_a_twentieth_and_is_named(toll, times, at):
    told = toll[at]
    slip = of(told.value * times, (told.as_of_end - dt.date(2031, 5, 1)).days, "Slip Post")
    made, without = last((*toll, slip)), last(toll)
    assert abs(made.best / without.best - 1) < 0.05
    [named] = [note.why for note in made.set_aside if note.claim == slip.id]
    assert "times" in named or "fifth" in named


@pytest.mark.parametrize("toll", TOLLS.values(), ids=TOLLS)
def test_after_the_last_day_best_and_low_are_carried_and_high_rises(toll):
    reached = []
    for days in (0, 1, 5, 40, 700):
        told = replace(toll[-1], published=toll[-1].as_of_end + dt.timedelta(days=days))
        reached.append(last((*toll[:-1], told)))
    reached = reached[1:]  # told on its own day, the last count reads a little otherwise than told in retrospect
    assert len({(one.low, one.best) for one in reached}) == 1
    highs = [one.high for one in reached]
    assert highs == sorted(highs)
    assert highs[-1] > highs[0]
    assert highs[-1] < 4 * highs[0]


def test_a_floor_far_below_what_is_known_does_not_raise_the_estimate():
    toll = (of(18, 0), of(18, 0, "Hill Post"), of(19, 1))
    stale = of(12, 1, "Relief Union", bound="more_than")
    assert last((*toll, stale)).best <= last(toll).best


def test_a_ceiling_alone_is_a_number_somewhat_below_it():
    made = last((of(20, 0, bound="at_most"),))
    assert 10 <= made.best <= 20
    assert made.high <= 20


@pytest.mark.parametrize("value", [1.0, 7e9, 3e15, 1e300])
def test_tiny_and_huge_numbers(value):
    made = last((of(value, 0),))
    assert made.low <= value <= made.high


def test_zero_alone_is_no_total():
    assert list(Rising().reconcile(series((of(0, 0), of(0, 3))))) == []


def test_an_undated_claim_among_dated_ones_is_named():
    bare = replace(of(90, 3, "Hill Post"), as_of_start=None, as_of_end=None, published=None)
    made = last((*TOLLS["landslide"], bare))
    assert [note.why for note in made.set_aside] == ["has no date, and others have"]


@pytest.mark.parametrize(("count", "words"), [(1, "1 claim of"), (2, "2 claims of")])
def test_why_says_that_it_is_modelled_and_agrees_in_number(count, words):
    why = last(TOLLS["landslide"][:count]).why
    assert why.startswith("modelled from ")
    assert words in why
