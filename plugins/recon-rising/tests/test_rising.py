import datetime as dt
import random
from dataclasses import replace

import pytest
from recon_rising import Rising, recon_reconcilers

from recon import Claim, Series
from recon.testing import claim, series


def of(value, day, by="Harbour Office", **known):
    """A count of May 2031, day 1 to 31, told on the day it holds for."""
    date = dt.date(2031, 5, 1) + dt.timedelta(days=day - 1)
    known = {"as_of_start": date, "as_of_end": date, "published": date, "step": 1.0, **known}
    return claim(value, doc=f"{by}-{day}", origin=by, **known)


TOLL = (
    of(40, 1, "Varn Post", bound="at_least", step=10.0),
    of(96, 2),
    of(150, 4, "Coastal Radio", bound="about", step=10.0),
    of(171, 6),
    of(188, 9),
    of(190, 12, "Varn Post", bound="about", step=10.0),
    of(196, 15),
)


def estimates(claims: tuple[Claim, ...], **options):
    return list(Rising(**options).reconcile(series(claims)))


def read(made):
    return [(e.at, e.low, e.best, e.high) for e in made]


def test_an_estimate_for_each_as_of_day_oldest_first():
    made = estimates(TOLL)
    assert [e.at.day for e in made] == [1, 2, 4, 6, 9, 12, 15]
    assert all(e.low <= e.best <= e.high for e in made)
    assert made[-1].best == 196
    assert made[-1].support == tuple(one.id for one in series(TOLL).claims)


def test_at_least_is_a_floor():
    [made] = estimates((of(3_000, 2, bound="at_least", step=1000.0),))
    assert made.low > 2_900
    assert made.high > 3_500


def test_up_to_is_a_ceiling_and_no_count():
    counted = estimates(TOLL)[-1]
    bounded = estimates((*TOLL, of(2_000, 15, "a pundit", bound="at_most")))[-1]
    assert bounded.best == counted.best
    assert bounded.high <= counted.high + 1


@pytest.mark.parametrize("day", [3, 15, 20])
def test_a_forecast_is_set_aside_and_changes_nothing(day):
    forecast = of(5_000, day, "a pundit", status="forecast")
    made = estimates((*TOLL, forecast))
    assert read(made) == read(estimates(TOLL))
    assert all(forecast.id not in e.support for e in made)
    if day <= 15:
        assert [n.why for n in made[-1].set_aside] == ["a forecast, not a count"]


@pytest.mark.parametrize(
    "again",
    [
        replace(TOLL[1], id="again", doc="again", chain=("Coastal Radio", "Harbour Office")),
        replace(of(96, 5), id="again"),
        replace(of(96, 5, "Coastal Radio"), id="again"),
    ],
    ids=["same day", "later", "later, by another"],
)
def test_a_restatement_changes_nothing(again):
    made = estimates((*TOLL, again))
    assert read(made) == read(estimates(TOLL))
    assert [note.claim for note in made[-1].set_aside] == ["again"]
    assert "says again what Harbour Office had said for 2 May 2031" in made[-1].set_aside[0].why


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_arrival_changes_nothing(seed):
    one = series(TOLL)
    shuffled = tuple(random.Random(seed).sample(one.claims, len(one.claims)))
    assert list(Rising().reconcile(one)) == list(Rising().reconcile(replace(one, claims=shuffled)))


@pytest.mark.parametrize("at", range(1, len(TOLL)))
@pytest.mark.parametrize("times", [10, 0.1])
def test_a_number_off_by_ten_among_five_or_more_is_named_and_set_aside(at, times):
    slip = replace(
        TOLL[at],
        id="slip",
        value=TOLL[at].value * times,
        low=TOLL[at].value * times,
        high=TOLL[at].value * times,
        origin="a slip",
    )
    made = estimates((*TOLL, slip))[-1]
    assert "slip" not in made.support
    assert [n.claim for n in made.set_aside] == ["slip"]
    assert "times" in made.set_aside[0].why or "fifth" in made.set_aside[0].why
    assert made.best == estimates(TOLL)[-1].best


def test_a_sudden_rise_that_is_confirmed_is_no_slip():
    rise = (*TOLL, of(1_900, 16), of(2_000, 17, "Varn Post"))
    made = estimates(rise)[-1]
    assert {rise[-1].id, rise[-2].id} <= set(made.support)


def test_later_claims_do_not_change_earlier_estimates():
    whole = read(estimates(TOLL))
    for length in range(1, len(TOLL)):
        assert read(estimates(TOLL[:length])) == whole[:length]


def test_what_was_added_and_what_is_denied_are_set_aside():
    aside = (of(12, 4, measure="increment"), of(12, 5, "Varn Post", status="denied"), of(0, 6, "Coastal Radio"))
    made = estimates((*TOLL, *aside))
    assert read(made) == read(estimates(TOLL))
    assert sorted(note.why for note in made[-1].set_aside) == [
        "denied by the one who is quoted",
        "not a number above zero",
        "what was added, not the total",
    ]


def test_a_count_that_its_origin_lowers_is_corrected_from_that_day_on():
    first, second = estimates((of(58, 2), of(51, 4)))
    assert first.support
    assert (second.best, second.support) == (51, (of(51, 4).id,))
    assert [(note.claim, note.why) for note in second.set_aside] == [
        (of(58, 2).id, "Harbour Office has lowered it to 51")
    ]


@pytest.mark.parametrize(
    "later",
    [of(51, 4, "Varn Post"), of(40, 4), of(51, 4, bound="at_least"), of(58, 4, bound="about", step=10.0)],
    ids=["another's", "too far off", "a floor", "a rounding"],
)
def test_what_is_no_correction_lowers_nothing(later):
    assert of(58, 2).id in estimates((of(58, 2), later))[-1].support


def test_a_count_at_hand_is_given_before_a_later_floor():
    told = (*TOLL, of(190, 20, "Coastal Radio", bound="at_least", step=10.0))
    assert estimates(told)[-1].best == 196


@pytest.mark.parametrize(
    ("known", "why"),
    [
        ({"value": 5e-324, "low": 5e-324, "high": 5e-324}, "not a number above zero"),
        ({"value": None, "bound": "range", "low": 10.0, "high": 3.0}, "a range that ends before it begins"),
    ],
)
def test_a_number_that_is_none_is_set_aside(known, why):
    made = estimates((*TOLL, replace(of(12, 5, "Varn Post"), **known)))
    assert read(made) == read(estimates(TOLL))
    assert [note.why for note in made[-1].set_aside] == [why]


def test_a_claim_told_later_than_it_holds_for_is_carried_to_the_day_it_is_told():
    told = replace(of(96, 2), published=dt.date(2031, 5, 6))
    first, second = estimates((told,))
    assert (first.at.day, second.at.day) == (2, 6)
    assert second.high > first.high


def test_claims_without_any_date_make_one_estimate_without_one():
    bare = [replace(of(v, 1, by), as_of_start=None, as_of_end=None, published=None) for v, by in ((96, "a"), (99, "b"))]
    [made] = estimates(tuple(bare))
    assert made.at is None
    assert len(made.support) == 2


def test_a_range_lies_within_its_ends_mostly():
    made = estimates((of(None, 2, low=100.0, high=200.0, bound="range", text="100-200"),))[-1]
    assert 90 < made.low < 120 < made.best < 180 < made.high


def test_wider_coverage_is_a_wider_interval():
    narrow, wide = estimates(TOLL)[-1], estimates(TOLL, coverage=0.95)[-1]
    assert wide.low <= narrow.low < narrow.high <= wide.high


@pytest.mark.parametrize("kind", ["percent", "temperature", "age"])
def test_what_does_not_add_up_is_not_followed(kind):
    one = series(TOLL)
    assert list(Rising().reconcile(Series(key="x", title="X", kind=kind, unit="", claims=one.claims))) == []


@pytest.mark.parametrize("coverage", [0.0, 1.0, 80.0])
def test_a_coverage_that_is_no_share_is_refused(coverage):
    with pytest.raises(ValueError, match="coverage is a share between 0 and 1"):
        Rising(coverage=coverage)


def test_the_hook_declares_it():
    assert [one.name for one in recon_reconcilers()] == ["rising"]


@pytest.mark.parametrize("noun", ["missing", "people missing", "displaced residents"])
def test_those_whose_number_falls_are_left_to_others(noun):
    assert (
        estimates(tuple(of(value, day, noun=noun, subject=noun) for day, value in ((1, 400), (3, 120), (5, 30)))) == []
    )
