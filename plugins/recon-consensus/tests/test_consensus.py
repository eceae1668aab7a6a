import datetime as dt
import random
from dataclasses import replace

import pytest
from recon_consensus import Consensus, recon_reconcilers

from recon.testing import claim, series


def of(value, day=2, by="Harbour Office", **known):
    date = dt.date(2031, 5, day) if day else None
    return claim(value, doc=f"{by}-{day}", published=date, origin=by, **{"step": 1.0, **known})


def last(*claims, **options):
    return list(Consensus(**options).reconcile(series(claims)))[-1]


def test_the_number_that_most_origins_give():
    made = last(of(52, by="a"), of(52, by="b"), of(47, by="c"))
    assert (made.low, made.best, made.high) == (47, 52, 52)
    assert made.why == "2 of 3 origins give it, one vote each"


def test_the_only_origin_has_no_votes_to_weigh():
    assert last(of(52)).why == "the only origin gives it"


@pytest.mark.parametrize(
    ("known", "why"),
    [
        ({"status": "forecast"}, "a forecast, not a count"),
        ({"status": "denied"}, "denied by the one who is quoted"),
        ({"measure": "increment"}, "what was added, not the total"),
        ({"measure": "flow"}, "what flows, not the total"),
    ],
)
def test_what_is_no_total_so_far_has_no_vote_and_says_why(known, why):
    made = last(of(52), replace(of(9, 2, "Varn Post"), **known))
    assert (made.best, [note.why for note in made.set_aside]) == (52, [why])


@pytest.mark.parametrize("method", ["auto", "crh", "gtm", "catd"])
def test_numbers_whose_squares_no_float_holds(method):
    claims = (of(1e300, by="a"), of(1e300, by="b"), of(3e299, by="c"))
    [made] = Consensus(method=method).fit([series(claims)]).reconcile(series(claims))
    assert made.low <= made.best <= made.high
    assert 3e299 <= made.best <= 1.0000001e300


def test_a_vote_kept_for_less_than_no_day_is_refused():
    with pytest.raises(ValueError, match="days is how many a claim keeps its vote, 0 or more, not -3"):
        Consensus(days=-3)


def test_one_vote_an_origin_however_often_it_speaks():
    often = [replace(of(47, by="c"), id=f"c{n}", doc=f"c{n}") for n in range(5)]
    made = last(of(52, by="a"), of(52, by="b"), *often)
    assert made.best == 52
    assert len(made.support) == 3


def test_an_origin_votes_with_its_newest_number():
    made = last(of(40, 2, "a"), of(52, 3, "a"), of(52, 3, "b"), of(40, 2, "c"))
    assert made.best == 52
    assert ("a has said something newer") in {note.why for note in made.set_aside}


def test_a_rounded_number_votes_for_the_one_it_rounds():
    made = last(of(5_300, by="a", bound="about"), of(5_312, by="b"), of(4_800, by="c"), of(4_900, by="d"))
    assert made.best == 5_312


def test_a_bound_votes_for_the_nearest_number_within_it():
    made = last(of(52, by="a"), of(70, by="b"), of(60, by="c", bound="at_least"))
    assert made.best == 70
    assert last(of(52, by="a"), of(70, by="b"), of(60, by="c", bound="at_most")).best == 52


def test_of_equal_votes_of_one_day_the_one_nearest_the_median():
    assert last(of(10, by="a"), of(50, by="b"), of(90, by="c")).best == 50
    assert last(of(10, by="a"), of(50, by="b"), of(90, by="c"), method="vote").best == 50


@pytest.mark.parametrize("method", ["auto", "vote"])
@pytest.mark.parametrize("values", [(40, 52), (52, 40)])
def test_of_equal_votes_the_newer_number(method, values):
    older, newer = values
    assert last(of(older, 2, "a"), of(newer, 4, "b"), method=method).best == newer
    assert last(of(older, 2, "a"), of(older, 2, "c"), of(newer, 3, "b"), of(newer, 4, "d"), method=method).best == newer


def test_more_votes_win_over_a_newer_number():
    assert last(of(52, 2, "a"), of(52, 2, "b"), of(47, 9, "c")).best == 52


def test_a_rounding_that_most_print_stands_for_the_precise_number():
    made = last(of(48.0, by="a"), of(48.0, by="b"), of(48.3, by="c", step=0.1), of(51.0, by="d"), of(51.0, by="e"))
    assert made.best == 48
    assert made.why.startswith("3 of 5 origins give it")


def test_the_weighted_median():
    claims = of(10, by="a"), of(50, by="b"), of(90, by="c")
    assert last(*claims, method="median").best == 50
    assert last(*claims, method="median", weights={"c": 5.0}).best == 90


@pytest.mark.parametrize("method", ["auto", "vote", "median", "crh"])
def test_it_is_never_a_number_that_nobody_gave(method):
    rng = random.Random(3)
    for _ in range(50):
        values = [rng.randint(1, 400) for _ in range(rng.randint(1, 9))]
        claims = [of(value, by=str(n)) for n, value in enumerate(values)]
        assert last(*claims, method=method).best in values


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_arrival_changes_nothing(seed):
    one = series([of(52, 2, "a"), of(47, 2, "b"), of(52, 4, "c"), of(60, 5, "d", status="forecast")])
    shuffled = tuple(random.Random(seed).sample(one.claims, len(one.claims)))
    assert list(Consensus().reconcile(one)) == list(Consensus().reconcile(replace(one, claims=shuffled)))


def test_forecasts_and_increments_have_no_vote():
    made = last(of(52, by="a"), of(90, by="b", status="forecast"), of(7, by="c", measure="increment"))
    assert len(made.support) == 1
    assert len(made.set_aside) == 2


def test_old_claims_lose_their_vote_where_asked():
    claims = of(40, 2, "a"), of(40, 2, "b"), of(52, 20, "c")
    assert last(*claims).best == 40
    assert last(*claims, days=7).best == 52


def test_bounds_alone_make_no_number():
    assert list(Consensus().reconcile(series([of(52, bound="at_least")]))) == []


def test_claims_without_a_date_are_counted_together():
    made = last(of(52, None, "a"), of(52, None, "b"), of(47, None, "c"))
    assert (made.at, made.best) == (None, 52)


def test_a_method_there_is_not_is_refused():
    with pytest.raises(ValueError, match="method is auto, vote, median, crh, gtm or catd, not mean"):
        Consensus(method="mean")


def test_the_hook_declares_it():
    assert [one.name for one in recon_reconcilers()] == ["consensus"]
