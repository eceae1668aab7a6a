"""The methods that learn across series: worlds with a known truth, and what each owes to its paper."""

import math
import pickle
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recon_consensus import Consensus
from recon_consensus.ballots import Vote, ballot_of
from recon_consensus.chi2 import quantile
from recon_consensus.reconciler import METHODS
from recon_consensus.spread import scaled

from recon import Reconciler
from recon.testing import claim, series


def said(key, values):
    """A series of what each origin says of one quantity."""
    return series([claim(v, doc=f"{key}-{by}", origin=by, step=1.0) for by, v in values.items()], key=key)


def world(seed, *, copiers=0.25):
    """Quantities of which two to six of 120 origins tell, few of them often; the truth by key."""
    rng = random.Random(seed)
    right = [rng.betavariate(5, 3) for _ in range(120)]
    source = [rng.randrange(120) if rng.random() < copiers else None for _ in right]
    told, truth = [], {}
    for number in range(300):
        true = round(math.exp(rng.uniform(3, 12)))
        rumours = [round(true * math.exp(rng.gauss(0, 0.15))) for _ in range(6)]
        own = [
            true if rng.random() < share else rng.choice((*rumours, round(true * math.exp(rng.gauss(0, 0.15)))))
            for share in right
        ]
        who = {rng.choices(range(120), [1 / (n + 1) for n in range(120)])[0] for _ in range(rng.choice((2, 3, 4, 8)))}
        values = {
            f"o{o}": float(own[source[o] if source[o] is not None and rng.random() < 0.7 else o]) for o in sorted(who)
        }
        told.append(said(f"q{number}", values))
        truth[f"q{number}"] = true
    return told, truth


def off(told, truth, **options):
    """The share of quantities that come out more than 1 % off."""
    fitted = Consensus(**options).fit(told)
    return sum(abs(best(fitted, one) - truth[one.key]) > 0.01 * truth[one.key] for one in told) / len(told)


def best(reconciler, one):
    return list(reconciler.reconcile(one))[-1].best


def test_records_of_other_quantities_make_a_better_vote():
    worlds = [world(seed, copiers=0) for seed in range(4)]
    assert sum(off(*one) for one in worlds) < 0.9 * sum(off(*one, method="vote") for one in worlds)


def test_an_origin_that_agrees_elsewhere_decides_between_two():
    told = [said(f"q{n}", {"good": 100.0 + n, "x": 100.0 + n, "bad": 7.0 * n + 1, "y": 100.0 + n}) for n in range(12)]
    told.append(said("two", {"good": 80.0, "bad": 60.0}))
    [made] = Consensus().fit(told).reconcile(told[-1])
    assert made.best == 80
    assert made.why == "1 of 2 origins gives it, each by its record on other quantities"
    assert best(Consensus(), told[-1]) == 60


def test_what_it_says_of_a_quantity_tells_nothing_of_how_far_to_trust_it_there():
    told = [said("two", {"a": 80.0, "b": 60.0, "c": 80.0})]
    fitted = Consensus().fit(told)
    trust = fitted.method.trust
    assert {round(trust.weight(vote, "two"), 9) for vote in fitted.options.polled(told[0]).votes} == {1.0}


def test_those_who_share_what_others_reject_count_less():
    rng = random.Random(5)
    told = []
    for n in range(40):
        rumour = float(rng.randint(500, 900))
        told.append(said(f"q{n}", {"echo": rumour, "voice": rumour, "a": 100.0, "b": 100.0, "c": 100.0}))
    fitted = Consensus().fit([*told, said("q", {"echo": 7.0, "voice": 7.0, "a": 100.0})])
    assert fitted.method.trust.copied("echo", "voice") > 0.7
    assert fitted.method.trust.copied("a", "b") == 0


def test_those_who_share_what_others_say_too_are_no_copies():
    told = [said(f"q{n}", {"a": 100.0 + n, "b": 100.0 + n, "c": 100.0 + n, "d": 50.0 + n % 3}) for n in range(40)]
    assert Consensus().fit(told).method.trust.copies == {}


@pytest.mark.parametrize("method", METHODS)
def test_the_learnt_reconciler_is_a_reconciler_that_can_be_sent(method):
    told, _ = world(9)
    fitted = Consensus(method=method).fit(told[:40])
    assert isinstance(fitted, Reconciler)
    again = pickle.loads(pickle.dumps(fitted))
    assert [list(again.reconcile(one)) for one in told[:40]] == [list(fitted.reconcile(one)) for one in told[:40]]


@pytest.mark.parametrize("method", METHODS)
def test_the_order_of_series_and_claims_changes_nothing(method):
    told, _ = world(11)
    rng = random.Random(1)
    mixed = [replace(one, claims=tuple(rng.sample(one.claims, len(one.claims)))) for one in rng.sample(told, 60)]
    fitted = Consensus(method=method).fit(mixed)
    again = Consensus(method=method).fit(sorted(mixed, key=lambda one: one.key))
    for one in mixed:
        made, other = list(fitted.reconcile(one)), list(again.reconcile(one))
        assert [e.best for e in made] == pytest.approx([e.best for e in other])
        assert [e.support for e in made] == [e.support for e in other]


bounds = st.sampled_from(["exact", "about", "at_least"])
numbers = st.integers(min_value=-5_000, max_value=50_000).map(float)
claims = st.lists(st.tuples(numbers, st.sampled_from("abcdefgh"), bounds), min_size=1, max_size=12)


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=40, deadline=None)
@given(rows=claims)
def test_low_best_high_stand_in_order(method, rows):
    one = series([claim(v, doc=f"d{n}", origin=by, bound=bound, step=1.0) for n, (v, by, bound) in enumerate(rows)])
    fitted = Consensus(method=method).fit([one])
    for made in fitted.reconcile(one):
        assert made.low <= made.best <= made.high
        named = [*made.support, *(note.claim for note in made.set_aside)]
        assert sorted(named) == sorted(each.id for each in one.claims)


@pytest.mark.parametrize("method", METHODS)
def test_no_claims_that_count_make_no_estimate(method):
    one = series([claim(5.0, status="forecast"), claim(7.0, start=9, bound="at_least")])
    assert list(Consensus(method=method).fit([one]).reconcile(one)) == []


@pytest.mark.parametrize("method", ["gtm", "catd"])
def test_a_model_says_that_it_is_one(method):
    one = said("q", {"a": 100.0, "b": 104.0, "c": 112.0})
    [made] = Consensus(method=method).reconcile(one)
    assert made.why.startswith("modelled, not printed: ")
    assert made.low < made.best < made.high


def test_a_number_far_off_the_others_is_named():
    one = said("q", {"a": 100.0, "b": 100.0, "c": 101.0, "slip": 1_000.0})
    [made] = Consensus(method="gtm").reconcile(one)
    assert [(note.claim.split("#")[0], note.why) for note in made.set_aside] == [
        ("q-slip", "far off 100, which most believe")
    ]


def test_the_gaussian_model_as_its_paper_has_it():
    """By hand: about 100, in standard deviations 0, 0 and 3/√2, with errors of one the mean is a quarter of the sum."""
    one = said("q", {"a": 100.0, "b": 100.0, "c": 103.0})
    [made] = Consensus(method="gtm").reconcile(one)
    deviation = math.sqrt(2)
    assert made.best == pytest.approx(100 + 3 / 4)
    assert made.high - made.best == pytest.approx(1.2815516 * deviation / 2)


def test_outliers_go_until_none_is_left():
    votes = [
        Vote(claim=str(n), origin=str(n), weight=1, value=float(v), low=v, high=v)
        for n, v in enumerate([100] * 9 + [140])
    ]
    one = scaled(ballot_of("q", votes), 100.0)
    assert ([vote.value for vote in one.dropped], one.scale) == ([140.0], 0.0)


@pytest.mark.parametrize(
    ("degrees", "share", "expected"),
    [
        (1, 0.025, 0.00098207),
        (2, 0.025, 0.0506356),
        (10, 0.975, 20.483177),
        (100, 0.025, 74.221927),
        (500, 0.025, 439.936),
    ],
)
def test_quantiles_of_chi_squared_as_printed_in_tables(degrees, share, expected):
    assert quantile(degrees, share) == pytest.approx(expected, rel=1e-5)


def test_three_hundred_claims():
    rng = random.Random(2)
    rows = {f"o{n}": float(rng.choice((500, 500, 510, rng.randint(400, 600)))) for n in range(300)}
    for method in METHODS:
        made = Consensus(method=method).fit([said("q", rows)]).reconcile(said("q", rows))
        assert 490 < next(iter(made)).best < 515


@pytest.mark.parametrize("weight", [0, -1.0, "2", True, math.inf])
def test_a_weight_that_is_none_is_refused(weight):
    with pytest.raises(ValueError, match="the weight of Relief Union is a number above 0"):
        Consensus(weights={"Relief Union": weight})
