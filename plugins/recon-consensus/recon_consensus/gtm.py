"""The Gaussian truth model.

Zhao & Han (2012), "A Probabilistic Model for Estimating Real-valued Truth from Conflicting Sources", QDB at VLDB: a
claim is the truth and a source's own error, both Gaussian; errors have an inverse-gamma prior.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import NormalDist

from recon_consensus import truthfinder
from recon_consensus.ballots import Ballot
from recon_consensus.opinions import Method, Opinion
from recon_consensus.spread import Scaled, scaled

ALPHA, BETA = 1.0, 1.0
"""The prior of a source's error; its truth is about the first guess with variance one, in standard deviations."""
ROUNDS = 5
"""Rounds of truths and errors, the last without errors. As many as in the published re-run on city populations; more
let single sources have it all their own way."""
REACH = NormalDist().inv_cdf(0.9)
"""Half the width of an 80 % interval in standard deviations."""


@dataclass(frozen=True)
class Gtm:
    """The mean of the truth after the claims, and its 80 % interval."""

    errors: Mapping[str, float] = field(default_factory=dict)
    trusted: Mapping[str, float] = field(default_factory=dict)

    def learn(self, ballots: Sequence[Ballot]) -> Method:
        told = [ballot for ballot in ballots if ballot.printed]
        trusted = truthfinder.trust(told)
        objects = [scaled(ballot, truthfinder.guess(ballot, trusted)) for ballot in told]
        errors: dict[str, float] = {}
        for _ in range(ROUNDS - 1):
            truths = [_truth(one, errors)[0] for one in objects]
            off: dict[str, list[float]] = defaultdict(list)
            for one, truth in zip(objects, truths, strict=True):
                for vote, x in one.kept:
                    off[vote.origin].append((x - truth) ** 2)
            errors = {
                origin: (2 * BETA + math.fsum(row)) / (2 * ALPHA + 2 + len(row)) for origin, row in sorted(off.items())
            }
        return Gtm(errors, trusted)

    def settle(self, ballot: Ballot) -> Opinion | None:
        if not ballot.printed:
            return None
        one = scaled(ballot, truthfinder.guess(ballot, self.trusted))
        mean, variance = _truth(one, self.errors)
        reach = REACH * math.sqrt(variance)
        return modelled(one, (mean - reach, mean, mean + reach), "the Gaussian truth model")


def _truth(one: Scaled, errors: Mapping[str, float]) -> tuple[float, float]:
    """Mean and variance of the truth, in standard deviations about the first guess."""
    precision = [vote.weight / errors.get(vote.origin, 1.0) for vote, _ in one.kept]
    total = 1 + math.fsum(precision)
    return math.fsum(p * x for p, (_, x) in zip(precision, one.kept, strict=True)) / total, 1 / total


def modelled(one: Scaled, ends: tuple[float, float, float], model: str) -> Opinion:
    """A number that nobody need have printed, and says so."""
    low, best, high = (one.value(end) for end in ends)
    count = len(one.kept)
    return Opinion(
        low=low,
        best=best,
        high=high,
        used=tuple(sorted(vote.claim for vote, _ in one.kept)),
        dropped=tuple((vote.claim, f"far off {one.center:,.10g}, which most believe") for vote in one.dropped),
        why=f"modelled, not printed: {model} of {count} origin{'s' * (count != 1)}",
    )
