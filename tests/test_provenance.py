"""What nobody printed is modelled, whoever the reconciler is."""

import pytest

from recon.engine import estimate as estimates
from recon.host import Owned, Owner
from recon.model import Estimate
from recon.provenance import is_reported, modelled, numbers_of
from recon.series import in_one_unit
from recon.testing import claim, series

EXACT = claim(40.0, start=0)
RANGE = claim(None, start=10, bound="range", low=20.0, high=30.0, text="20 to 30")
FLOOR = claim(55.0, start=30, bound="at_least")
CLAIMS = (EXACT, RANGE, FLOOR)


def estimate(low, best, high, *support):
    return Estimate(
        series="series", at=None, low=low, best=best, high=high, support=tuple(one.id for one in support), why="so"
    )


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (estimate(40.0, 40.0, 40.0, EXACT), ()),
        (estimate(20.0, 40.0, None, EXACT, RANGE), ()),
        (estimate(55.0, 55.0, None, FLOOR), ()),
        (estimate(25.0, 25.0, 25.0, RANGE), ("low", "best", "high")),  # the middle of a range is nobody's number
        (estimate(38.2, 40.0, 47.9, EXACT), ("low", "high")),
        (estimate(40.0, 55.0, 55.0, EXACT), ("best", "high")),  # printed, but by a claim that it does not rest on
        (estimate(None, None, None), ()),
        (estimate(None, 3.0, None), ("best",)),
        (estimate(None, 40.0 * (1 + 1e-15), None, EXACT), ()),
        (estimate(None, 40.0001, None, EXACT), ("best",)),
    ],
)
def test_what_no_claim_of_the_support_prints_is_modelled(made, expected):
    assert modelled(made, numbers_of(CLAIMS)) == expected
    assert is_reported(made, CLAIMS) is (not expected)


class Middle:
    """Half-way between the least and the greatest number, and a boast that it was printed."""

    name = "middle"

    def reconcile(self, one):
        values = [claim.value for claim in one.claims]
        yield Estimate(
            series=one.key, at=None, low=min(values), best=sum(values) / len(values), high=max(values),
            support=tuple(claim.id for claim in one.claims), why="the middle", modelled=(),
        )  # fmt: skip


def test_the_engine_says_so_in_the_unit_of_the_series():
    told = [
        claim(10.0, doc="a", unit="kilometer", kind="length", noun="wall"),
        claim(20.0, doc="b", unit="mile", kind="length", noun="wall"),
    ]
    owner = Owned(owner=Owner(distribution="recon-middle"), kind="reconciler", key="middle", object=Middle())
    [one], failures = estimates(owner, in_one_unit(series(told, unit="kilometer")))
    assert failures == ()
    assert (one.low, one.high) == (10.0, 32.0)  # twenty miles, as finely as they are printed
    assert one.modelled == ("best",)
