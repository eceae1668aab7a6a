import datetime as dt

import pytest

from recon.model import Estimate
from recon.ranking import ranked, streams
from recon.reconcilers import Latest


class Oracle:
    """A reconciler that knows the truth, and says so within a third."""

    name = "oracle"

    def __init__(self, told):
        self.truth = {one.name: one.truth for one in told}

    def reconcile(self, series):
        ids = tuple(claim.id for claim in series.claims)
        for day, truth in sorted(self.truth[series.key].items()):
            low, high = truth * 0.75, truth / 0.75
            yield Estimate(series=series.key, at=day, low=low, best=truth, high=high, support=ids, why="told")


@pytest.fixture(scope="module")
def told():
    return streams(7, 12)


def test_a_stream_is_the_same_for_the_same_seed(told):
    assert streams(7, 12) == told
    assert streams(8, 12) != told


def test_the_truth_never_falls_and_is_never_printed_before_it_is_so(told):
    for one in told:
        assert list(one.truth.values()) == sorted(one.truth.values())
        assert all(claim.published is not None for claim in one.claims)
        first = min(one.truth)
        known = one.until(first)
        assert known is None or all(claim.published <= first for claim in known.claims)


def test_streams_hold_what_news_holds(told):
    claims = [claim for one in streams(1, 60) for claim in one.claims]
    assert {claim.bound for claim in claims} >= {"exact", "about", "at_least", "at_most", "range"}
    assert {claim.status for claim in claims} == {"observed", "forecast"}
    assert {claim.as_of_basis for claim in claims} == {"stated", "published"}
    assert len({claim.origin for claim in claims}) > 3


def test_the_least_error_is_first(told):
    scores = ranked([("latest", Latest()), ("oracle", Oracle(told))], told)
    assert scores[0].name == "oracle"
    assert scores[0].error == scores[0].off == 0
    assert scores[0].coverage == scores[0].answered == 1
    assert scores[0].width == pytest.approx(0.575, abs=0.001)
    assert [one.error for one in scores] == sorted(one.error for one in scores)
    assert {one.name for one in scores} >= {"latest", "(latest number)", "(running maximum)", "(median)", "(isotonic)"}
    by_name = {one.name: one for one in scores}
    assert by_name["(median)"].error > by_name["(isotonic)"].error > 0


def test_before_anything_was_published_there_is_nothing_to_judge(told):
    assert told[0].until(dt.date(2000, 1, 1)) is None
