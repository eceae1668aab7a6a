import datetime as dt
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recon_policies import Acled, Airwars, EmDat, Hierarchy, Ucdp, recon_reconcilers

from recon import Reconciler
from recon.testing import claim, series

RANKED = Hierarchy(origins=("Ministry of Health", "Harbour Office"))
ALL = (Acled(), Airwars(), EmDat(sources=1), RANKED, Ucdp())


def of(value, day=2, by="Harbour Office", **known):
    date = dt.date(2031, 5, day) if day else None
    return claim(value, doc=f"{by}-{day}", published=date, origin=by, **{"step": 1.0, **known})


def vague(text, low, day=2, by="Harbour Office"):
    return of(None, day, by, bound="indefinite", text=text, low=low, high=None)


def between(low, high, day=2, by="Harbour Office"):
    return of(None, day, by, bound="range", text=f"{low}-{high}", low=low, high=high)


def last(reconciler, *claims):
    return list(reconciler.reconcile(series(claims)))[-1]


def ends(estimate):
    return estimate.low, estimate.best, estimate.high


@pytest.mark.parametrize(
    ("claims", "coded"),
    [
        ((of(52, by="a"), of(47, by="b"), of(60, by="c")), 47),
        ((of(52, by="a"), between(40.0, 60.0, by="b")), 40),
        ((of(52, by="a"), of(45, by="b", bound="at_least")), 45),
        ((of(52, by="a"), of(40, by="b", bound="at_most")), 52),
        ((of(40, by="b", bound="at_most"),), 40),
        ((of(52, by="a", bound="about"),), 52),
        ((of(52, by="a", bound="nearly"),), 52),
        ((vague("tens", 10.0),), 10),
        ((vague("dozens", 12.0),), 12),
        ((vague("hundreds", 100.0),), 100),
        ((vague("thousands", 1000.0), of(1_200, by="b")), 1_000),
        ((of(40, 2, "a"), of(70, 4, "a"), of(80, 4, "b")), 70),
        ((of(70, 2, "a"), of(40, 4, "a")), 40),
    ],
)
def test_acled_takes_the_most_conservative(claims, coded):
    assert ends(last(Acled(), *claims)) == (coded, coded, coded)


def test_acled_says_what_it_codes_and_by_whom():
    made = last(Acled(), vague("dozens", 12.0, by="Coastal Radio"), of(52, by="Varn Post"))
    assert made.why == 'the most conservative of 2 origins, by Coastal Radio; "dozens" is coded as 12'
    assert [note.why for note in made.set_aside] == ["not the most conservative"]
    made = last(Acled(), of(47, by="Coastal Radio"), of(47, by="Varn Post"))
    assert made.why == "the most conservative of 2 origins, by Coastal Radio and 1 more"
    assert made.set_aside == ()


@pytest.mark.parametrize(
    ("claims", "low", "best", "high"),
    [
        ((of(52, by="a"), of(52, by="b"), of(47, by="c")), 47, 52, 52),
        ((of(52, 2, by="a"), of(60, 4, by="b")), 52, 60, 60),
        ((of(60, 2, by="a"), of(52, 2, by="b")), 52, 52, 60),
        ((of(52, by="a"), between(40.0, 70.0, by="b")), 40, 52, 70),
        ((between(40.0, 70.0),), 40, 40, 70),
        ((vague("hundreds", 100.0), of(130, by="b")), 100, 130, 130),
        ((of(40, by="a", bound="at_least"), of(55, by="b", bound="at_most")), 40, 40, 55),
        ((of(52),), 52, 52, 52),
    ],
)
def test_ucdp_gives_low_best_and_high(claims, low, best, high):
    assert ends(last(Ucdp(), *claims)) == (low, best, high)


def test_a_claim_of_unknown_origin_is_no_second_origin():
    claims = [of(52, 2, "a"), replace(of(52, 2), id="x", doc="x", chain=(), origin="")]
    assert list(EmDat().reconcile(series(claims))) == []
    assert len(list(EmDat(sources=1).reconcile(series(claims[1:])))) == 1
    assert last(Acled(), *claims).why.startswith("the most conservative of 1 origin and 1 claim of unknown origin, by ")
    assert last(Ucdp(), *claims).why.startswith("2 of 2 claims give the best number")
    assert last(Ucdp(), claims[1]).why.startswith("the only claim gives the best number")


def test_acled_says_why_a_ceiling_does_not_count():
    made = last(Acled(), of(52, by="a"), of(40, by="b", bound="at_most"), of(60, by="c"))
    assert [note.why for note in made.set_aside] == ["how many at most, not how many", "not the most conservative"]


def test_ucdp_says_how_many_stand_by_the_best():
    assert last(Ucdp(), of(52, by="a"), of(52, by="b"), of(47, by="c")).why.startswith("2 of 3 origins give the best")
    assert last(Ucdp(), of(52, 2, "a"), of(47, 1, "b")).why.startswith("1 of 2 origins gives the best")
    assert last(Ucdp(), between(40.0, 70.0)).why.startswith("no origin gives a count")


@pytest.mark.parametrize(
    ("claims", "entered"),
    [
        ((between(20.0, 30.0, 3, "a"), of(19, 2, "b")), 25),
        ((vague("hundreds", 100.0, 3, "a"), of(90, 2, "b")), 200),
        ((vague("thousands", 1000.0, 3, "a"), of(90, 2, "b")), 2_000),
        ((of(52, 2, "a"), of(60, 3, "b")), 60),
        ((of(60, 2, "a"), of(52, 2, "b")), 52),
        ((of(300, 3, "a", bound="at_least"), of(90, 2, "b")), 300),
        ((of(40, 3, "a", bound="at_most"), of(90, 2, "b")), 40),
    ],
)
def test_em_dat_enters_the_newest_of_two(claims, entered):
    assert ends(last(EmDat(), *claims)) == (entered, entered, entered)


def test_em_dat_waits_for_a_second_source():
    assert list(EmDat().reconcile(series([of(52, 2), of(60, 5)]))) == []
    [made] = EmDat().reconcile(series([of(52, 2, "a"), of(60, 5, "b")]))
    assert made.at == dt.date(2031, 5, 5)
    assert len(list(EmDat(sources=1).reconcile(series([of(52, 2), of(60, 5)])))) == 2


def test_em_dat_follows_its_ranking():
    made = last(EmDat(priority=("OCHA", "a")), of(52, 2, "a"), of(60, 5, "b"))
    assert (made.best, made.why) == (52, "the first in rank of 2 origins, by a")
    assert [note.why for note in made.set_aside] == ["a ranks before it"]


def test_em_dat_says_why_a_claim_as_new_is_not_entered():
    made = last(EmDat(), of(52, 5, "a"), of(60, 5, "b"), of(52, 5, "c"), of(40, 2, "d"))
    assert [(note.claim[0], note.why) for note in made.set_aside] == [
        ("b", "a says less on that day"),
        ("c", "a says the same on that day"),
        ("d", "a is newer"),
    ]


def test_em_dat_says_what_was_worked_out():
    made = last(EmDat(), between(20.0, 30.0, 3, "a"), of(19, 2, "b"))
    assert made.why == 'the newest of 2 origins, by a; "20.0-30.0" is averaged to 25'
    assert [note.why for note in made.set_aside] == ["a is newer"]


@pytest.mark.parametrize(
    ("claims", "low", "best", "high"),
    [
        ((of(52, by="a"), of(47, by="b")), 47, None, 52),
        ((of(52, by="a"), of(52, by="b")), 52, 52, 52),
        ((between(5.0, 9.0),), 5, None, 9),
        ((of(40, by="a", bound="at_least"), of(52, by="b")), 40, None, 52),
        ((of(40, bound="at_most"),), None, None, 40),
        ((of(52, by="a"), of(52, 3, by="Air Force", status="denied")), 0, None, 52),
        ((vague("dozens", 12.0),), 12, 12, 12),
    ],
)
def test_airwars_gives_a_minimum_and_a_maximum(claims, low, best, high):
    assert ends(last(Airwars(), *claims)) == (low, best, high)


def test_airwars_contests_from_the_day_of_the_denial_on():
    denial = of(52, 4, "Air Force", status="denied")
    first, second = Airwars().reconcile(series([of(52, 2, "a"), denial]))
    assert (first.low, second.low) == (52, 0)
    assert second.why.endswith("; the minimum is 0, as Air Force denies 52")
    assert denial.id in second.support
    assert second.set_aside == ()
    assert list(Airwars().reconcile(series([denial]))) == []


@pytest.mark.parametrize(
    ("denied", "low"),
    [
        (of(300, 2, "Air Force", status="denied"), 47),
        (of(52, 2, "Air Force", status="denied"), 0),
        (of(52, 1, "Air Force", status="denied"), 0),
        (of(44, 2, "Air Force", status="denied"), 0),
        (of(None, 2, "Air Force", status="denied", low=None, high=None, text="it"), 47),
    ],
    ids=["a rumour", "a claim", "before it is claimed", "within a range", "no number"],
)
def test_airwars_takes_for_contested_what_somebody_claims(denied, low):
    claims = [of(52, 2, "a"), of(47, 2, "b")] if low else [of(52, 2, "a"), between(40.0, 49.0, 2, "b")]
    made = last(Airwars(), *claims, denied)
    assert made.low == low
    assert (denied.id in made.support) is (low == 0)
    assert [note.why for note in made.set_aside] == (["denied by the one who is quoted"] if low else [])


@pytest.mark.parametrize(
    ("claims", "best", "place"),
    [
        ((of(52, 2, "Harbour Office"), of(60, 5, "Varn Post")), 52, 2),
        ((of(52, 2, "Harbour Office"), of(47, 1, "ministry of health")), 47, 1),
        ((of(52, 2, "Harbour Office"), of(55, 3, "Harbour Office")), 55, 2),
    ],
)
def test_a_hierarchy_takes_the_first_in_rank(claims, best, place):
    made = last(RANKED, *claims)
    assert made.best == best
    assert made.why.endswith(f"number {place} of 2 in rank")


def test_a_hierarchy_gives_what_the_words_assert():
    assert ends(last(RANKED, of(52, bound="at_least"))) == (52, 52, None)
    assert ends(last(RANKED, between(40.0, 60.0))) == (40, None, 60)


def test_a_hierarchy_of_nobody_gives_nothing():
    assert list(Hierarchy().reconcile(series([of(52)]))) == []
    assert list(RANKED.reconcile(series([of(52, by="Varn Post")]))) == []


@pytest.mark.parametrize("policy", ALL, ids=lambda one: one.name)
@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"status": "forecast"}, "a forecast, not a count"),
        ({"status": "planned"}, "planned, not yet so"),
        ({"measure": "increment"}, "what was added, not the total"),
        ({"measure": "flow"}, "what flows, not the total"),
        ({"value": None, "low": None, "high": None}, "gives no number"),
    ],
)
def test_what_is_no_total_is_set_aside(policy, other, why):
    made = last(policy, of(52, 2), replace(of(5, 2, "Varn Post"), **other))
    assert made.low == made.best == made.high == 52
    assert [note.why for note in made.set_aside] == [why]


@pytest.mark.parametrize("policy", [Acled(), EmDat(sources=1), RANKED, Ucdp()], ids=lambda one: one.name)
def test_a_denial_counts_nothing(policy):
    made = last(policy, of(52, 2), of(5, 2, "Varn Post", status="denied"))
    assert made.best == 52
    assert [note.why for note in made.set_aside] == ["denied by the one who is quoted"]


@pytest.mark.parametrize("policy", ALL, ids=lambda one: one.name)
def test_what_was_added_counts_in_a_series_of_nothing_else(policy):
    assert last(policy, of(5, 2, measure="increment")).best == 5


@pytest.mark.parametrize("policy", ALL, ids=lambda one: one.name)
def test_claims_without_a_date_make_one_estimate_without_one(policy):
    [made] = policy.reconcile(series([of(52, None), of(52, None, "Varn Post")]))
    assert (made.at, made.best) == (None, 52)


@pytest.mark.parametrize("policy", ALL, ids=lambda one: one.name)
def test_one_claim(policy):
    [made] = policy.reconcile(series([of(52)]))
    assert (ends(made), len(made.support), made.set_aside) == ((52, 52, 52), 1, ())


@pytest.mark.parametrize("policy", ALL, ids=lambda one: one.name)
def test_an_origin_stands_by_what_it_said_last(policy):
    made = last(policy, of(70, 2), of(70, 3), of(52, 4))
    assert ends(made) == (52, 52, 52)
    assert {note.why for note in made.set_aside} == {"Harbour Office has said something newer"}


@pytest.mark.parametrize("policy", [Acled(), Airwars(), EmDat(sources=1), Ucdp()], ids=lambda one: one.name)
def test_no_estimate_of_what_is_no_count(policy):
    assert list(policy.reconcile(series([of(52, kind="temperature")]))) == []
    assert len(list(replace(policy, kinds=("temperature",)).reconcile(series([of(52, kind="temperature")])))) == 1


ROWS = st.lists(
    st.tuples(
        st.integers(0, 9_999),
        st.sampled_from("abcdef"),
        st.integers(1, 9),
        st.sampled_from(["exact", "about", "nearly", "at_least", "at_most", "range", "indefinite"]),
        st.sampled_from(["observed", "observed", "observed", "forecast", "denied"]),
    ),
    min_size=1,
    max_size=14,
)


def told(number, value, by, day, bound, status):
    known = {"bound": bound, "status": status, "doc": f"d{number}"}
    if bound == "range":
        known |= {"low": float(value), "high": value + 9.0}
    if bound == "indefinite":
        known |= {"low": float(value), "high": None}
    date = dt.date(2031, 5, day)
    given = None if bound in ("range", "indefinite") else float(value)
    return claim(given, text=f"{value}", published=date, origin=by, step=1.0, **known)


@pytest.mark.parametrize("policy", [*ALL, Hierarchy(origins=("c", "a"))], ids=lambda one: one.name)
@settings(max_examples=60, deadline=None)
@given(rows=ROWS, seed=st.integers(0, 99))
def test_ends_are_in_order_and_that_of_arrival_changes_nothing(policy, rows, seed):
    one = series([told(n, *row) for n, row in enumerate(rows)])
    made = list(policy.reconcile(one))
    shuffled = tuple(random.Random(seed).sample(one.claims, len(one.claims)))
    assert list(policy.reconcile(replace(one, claims=shuffled))) == made
    assert [e.at for e in made] == sorted(e.at for e in made)
    for estimate in made:
        known = [end for end in ends(estimate) if end is not None]
        assert known == sorted(known)
        assert estimate.support
        named = [*estimate.support, *(note.claim for note in estimate.set_aside)]
        by_then = sorted(c.id for c in one.claims if c.as_of_end <= estimate.at)
        assert sorted(named) == by_then


@pytest.mark.parametrize("policy", ALL, ids=lambda one: one.name)
def test_three_hundred_claims(policy):
    rng = random.Random(4)
    names = ("Harbour Office", *(f"Paper {n}" for n in range(40)))
    claims = [of(100 + rng.randint(0, 50), 1 + n % 28, names[n % 41], start=n) for n in range(300)]
    made = list(policy.reconcile(series(claims)))
    assert len(made) == 28
    assert 100 <= made[-1].low <= made[-1].high <= 150


@pytest.mark.parametrize("sources", [0, -1])
def test_a_number_of_sources_that_is_none_is_refused(sources):
    with pytest.raises(ValueError, match="sources is how many origins it takes, 1 or more"):
        EmDat(sources=sources)


def test_a_ranking_of_what_is_no_name_is_refused():
    with pytest.raises(ValueError, match="origins is a list of names"):
        Hierarchy(origins=("Ministry", 3))


def test_the_hook_declares_them():
    made = recon_reconcilers()
    assert [one.name for one in made] == ["acled", "airwars", "em-dat", "hierarchy", "ucdp"]
    assert all(isinstance(one, Reconciler) for one in made)
