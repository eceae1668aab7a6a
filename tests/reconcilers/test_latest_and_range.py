import datetime as dt
import random

import pytest

from recon.model import Reconciler
from recon.reconcilers import BUILTIN, Latest, Range
from recon.reconcilers.admission import MANY
from recon.testing import claim, series


def of(value, day=2, by="Harbour Office", **known):
    published = dt.date(2031, 5, day) if day else None
    return claim(value, doc=f"{by}-{day}", published=published, origin=by, **known)


FLOOD = (
    of(40, 2, bound="at_least"),
    of(52, 3, "Varn Post"),
    of(52, 4),
    of(90, 5, "Relief Union", status="forecast"),
    of(47, 6, "Varn Post", bound="about"),
)


def read(estimates):
    return [(e.at and e.at.day, e.low, e.best, e.high) for e in estimates]


def test_both_are_built_in():
    assert [one.name for one in BUILTIN] == ["latest", "range"]
    assert all(isinstance(one, Reconciler) for one in BUILTIN)


def test_latest_is_the_newest_claim_with_its_bound():
    estimates = list(Latest().reconcile(series(FLOOD)))
    assert read(estimates) == [(2, 40, 40, None), (3, 52, 52, 52), (4, 52, 52, 52), (6, 47, 47, 47)]
    assert [e.support for e in estimates] == [(one.id,) for one in FLOOD if one.status == "observed"]


def test_range_is_what_each_origin_said_last():
    estimates = list(Range().reconcile(series(FLOOD)))
    assert read(estimates) == [(2, 40, None, None), (3, 40, None, 52), (4, 52, 52, 52), (6, 47, None, 52)]
    assert [(note.claim, note.why) for note in estimates[2].set_aside] == [
        (FLOOD[0].id, "Harbour Office has said something newer")
    ]


def test_a_number_said_again_is_not_counted_twice():
    again = of(52, 5)
    estimate = list(Range().reconcile(series((*FLOOD[:3], again))))[-1]
    assert again.id in estimate.support
    assert [(n.claim, n.why) for n in estimate.set_aside if n.claim == FLOOD[2].id] == [
        (FLOOD[2].id, "Harbour Office said the same again")
    ]


@pytest.mark.parametrize("reconciler", BUILTIN)
@pytest.mark.parametrize("status", ["forecast", "planned", "denied"])
def test_what_is_no_fact_is_set_aside_and_why(reconciler, status):
    other = of(900, 3, "Relief Union", status=status)
    estimate = list(reconciler.reconcile(series((FLOOD[0], other, of(60, 4)))))[-1]
    assert other.id not in estimate.support
    assert [note.claim for note in estimate.set_aside if note.claim == other.id] == [other.id]


@pytest.mark.parametrize("reconciler", BUILTIN)
def test_what_was_added_is_no_total(reconciler):
    estimates = list(reconciler.reconcile(series((FLOOD[0], of(7, 3, measure="increment")))))
    assert [e.at.day for e in estimates] == [2]
    assert len(list(reconciler.reconcile(series((of(7, 3, measure="increment"),))))) == 1


@pytest.mark.parametrize("reconciler", BUILTIN)
def test_the_order_of_the_claims_changes_nothing(reconciler):
    one = series(FLOOD)
    shuffled = tuple(random.Random(7).sample(one.claims, len(one.claims)))
    other = type(one)(key=one.key, title=one.title, kind=one.kind, unit=one.unit, claims=shuffled)
    assert list(reconciler.reconcile(one)) == list(reconciler.reconcile(other))


@pytest.mark.parametrize("reconciler", BUILTIN)
def test_a_series_of_forecasts_has_no_estimate(reconciler):
    assert list(reconciler.reconcile(series((FLOOD[3],)))) == []


@pytest.mark.parametrize("reconciler", BUILTIN)
def test_a_claim_without_a_date_gives_an_estimate_without_one(reconciler):
    [estimate] = reconciler.reconcile(series((of(40, None),)))
    assert (estimate.at, estimate.best) == (None, 40)


def test_a_range_has_no_best_number():
    given = claim(None, low=20.0, high=30.0, bound="range", text="20-30")
    [estimate] = Latest().reconcile(series((given,)))
    assert (estimate.low, estimate.best, estimate.high) == (20, None, 30)


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        (("at_least", "exact"), (40, None)),
        (("at_most", "exact"), (None, 40)),
        (("exact", "at_least"), (40, None)),
        (("at_most", "at_least"), (None, None)),
    ],
)
def test_an_end_of_the_range_is_open_where_its_claim_is(bounds, expected):
    claims = [of(40, 2, by=bound, bound=bound) for bound in bounds]
    [estimate] = Range().reconcile(series(claims))
    assert (estimate.low, estimate.high) == expected


def undated(value, doc):
    return claim(value, doc=doc, published=None, as_of_start=None, as_of_end=None, as_of_basis="unknown")


def test_of_claims_without_a_day_none_is_the_newest():
    told = series([undated(5, "a"), undated(7, "b"), undated(5, "c")])
    [latest] = Latest().reconcile(told)
    assert (latest.at, latest.low, latest.best, latest.high) == (None, 5, None, 7)
    assert latest.why == "3 claims without a day: which is the newest is not known"
    [spread] = Range().reconcile(told)
    assert (spread.low, spread.best, spread.high) == (5, None, 7)
    assert spread.set_aside == ()
    [alike] = Latest().reconcile(series([undated(5, "a"), undated(5, "c")]))
    assert alike.best == 5


@pytest.mark.parametrize("reconciler", BUILTIN)
def test_a_long_series_names_once_what_it_sets_aside_and_all_of_it_at_last(reconciler):
    day, rng = dt.date(2031, 5, 1), random.Random(1)
    claims = tuple(
        claim(
            rng.randrange(40, 60),
            doc=f"{index}.txt",
            published=day + dt.timedelta(days=index // 3),
            origin=f"Office {rng.randrange(9)}",
            status=rng.choice(["observed", "observed", "forecast"]),
        )
        for index in range(MANY + 60)
    )
    *days, last = reconciler.reconcile(series(claims))
    told = [note.claim for one in days for note in one.set_aside]
    assert len(told) == len(set(told)) > MANY / 4
    assert set(told) <= {note.claim for note in last.set_aside}
    assert last == list(reconciler.reconcile(series(claims)))[-1]
    *short, whole = reconciler.reconcile(series(claims[:MANY]))
    assert [{note.claim for note in one.set_aside} for one in short] == [
        {note.claim for before in days[: index + 1] for note in before.set_aside} for index in range(len(short))
    ]
    assert {note.claim for note in short[-1].set_aside} <= {note.claim for note in whole.set_aside}
