import datetime as dt

import pytest

from recon.ranking import simulated, streams
from recon.ranking.streams import JUDGED


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


def test_before_anything_was_published_there_is_nothing_to_judge(told):
    assert told[0].until(dt.date(2000, 1, 1)) is None


def test_a_sitting_holds_what_had_been_published_by_its_day(told):
    material = simulated(7, 12)
    assert len(material.sittings) == len(JUDGED)
    for sitting in material.sittings:
        assert all(claim.published <= sitting.day for series in sitting.series for claim in series.claims)
        assert sitting.truth == {one.name: one.truth[sitting.day] for one in told}
