"""Weighted means and medians with weights by error: CATD and CRH.

CATD: Li et al. (2015), "A Confidence-Aware Approach for Truth Discovery on Long-Tail Data", PVLDB 8(4): a source's
weight is the low end of a confidence interval of its precision, so that few claims make a small weight.

CRH: Li et al. (2014), "Resolving Conflicts in Heterogeneous Data by Truth Discovery and Source Reliability
Estimation", SIGMOD: a source's weight is minus the logarithm of its share of all error.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from recon_consensus import truthfinder
from recon_consensus.ballots import Ballot, median
from recon_consensus.chi2 import quantile
from recon_consensus.gtm import REACH, modelled
from recon_consensus.opinions import Method, Opinion, stated
from recon_consensus.spread import Scaled, deviation, scaled

LEVEL = 0.025
"""The quantile of chi-squared that makes a weight, half of the 5 % of the paper."""
ROUNDS = 5
LEAST = 0.1
"""The error that is added to a source's in standard deviations: nobody is always right."""


@dataclass(frozen=True)
class Catd:
    """The weighted mean without outliers, and 80 % of what it may be by the spread of the claims about it."""

    weights: Mapping[str, float] = field(default_factory=dict)
    trusted: Mapping[str, float] = field(default_factory=dict)

    def learn(self, ballots: Sequence[Ballot]) -> Method:
        told = [ballot for ballot in ballots if ballot.printed]
        trusted = truthfinder.trust(told)
        objects = [scaled(ballot, truthfinder.guess(ballot, trusted)) for ballot in told]
        weights: dict[str, float] = {}
        for _ in range(ROUNDS - 1):
            truths = [_mean(one, weights) if weights else 0.0 for one in objects]
            off = _errors(objects, truths, lambda x: x * x)
            weights = _on_average_one(
                {o: quantile(len(row), LEVEL) / (math.fsum(row) + LEAST**2) for o, row in sorted(off.items())}
            )
        return Catd(weights, trusted)

    def settle(self, ballot: Ballot) -> Opinion | None:
        if not ballot.printed:
            return None
        one = scaled(ballot, truthfinder.guess(ballot, self.trusted))
        mean = _mean(one, self.weights)
        shares = [self.weights.get(vote.origin, 1.0) * vote.weight for vote, _ in one.kept]
        total = math.fsum(shares)
        spread = math.sqrt(
            math.fsum(w * w * (x - mean) ** 2 for w, (_, x) in zip(shares, one.kept, strict=True)) / total**2
        )
        return modelled(one, (mean - REACH * spread, mean, mean + REACH * spread), "the CATD mean")


@dataclass(frozen=True)
class Crh:
    """The median weighted by the record of each origin: a printed number."""

    weights: Mapping[str, float] = field(default_factory=dict)

    def learn(self, ballots: Sequence[Ballot]) -> Method:
        told = [ballot for ballot in ballots if len(ballot.printed) > 1]
        scales = [deviation(value for _, value in ballot.printed) for ballot in told]
        weights: dict[str, float] = {}
        for _ in range(ROUNDS - 1):
            off: dict[str, list[float]] = defaultdict(list)
            for ballot, scale in zip(told, scales, strict=True):
                truth = _weighted_median(ballot, weights)
                for vote, value in ballot.printed:
                    off[vote.origin].append(abs(value - truth) / scale if scale else 0.0)
            loss = {origin: (math.fsum(row) + LEAST) / len(row) for origin, row in sorted(off.items())}
            total = math.fsum(loss.values())
            weights = _on_average_one({origin: -math.log(part / total) for origin, part in loss.items()})
        return Crh(weights)

    def settle(self, ballot: Ballot) -> Opinion | None:
        if not ballot.printed:
            return None
        best = _weighted_median(ballot, self.weights)
        count = len(ballot.printed)
        median = f"the median of {count} newest numbers" if count > 1 else "the only number"
        return stated(ballot, best, f"{median}, weighted by CRH")


def _on_average_one(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights in units of their mean; none where they are all 0, as that of a source alone is."""
    usual = math.fsum(weights.values()) / len(weights) if weights else 0.0
    return {origin: weight / usual for origin, weight in weights.items()} if usual else {}


def _weighted_median(ballot: Ballot, weights: Mapping[str, float]) -> float:
    found = median(ballot, [weights.get(vote.origin, 1.0) * vote.weight for vote, _ in ballot.printed])
    return ballot.numbers[0] if found is None else found


def _mean(one: Scaled, weights: Mapping[str, float]) -> float:
    shares = [weights.get(vote.origin, 1.0) * vote.weight for vote, _ in one.kept]
    return math.fsum(w * x for w, (_, x) in zip(shares, one.kept, strict=True)) / math.fsum(shares)


def _errors(
    objects: Sequence[Scaled], truths: Sequence[float], loss: Callable[[float], float]
) -> dict[str, list[float]]:
    off: dict[str, list[float]] = defaultdict(list)
    for one, truth in zip(objects, truths, strict=True):
        for vote, x in one.kept:
            off[vote.origin].append(loss(x - truth))
    return off
