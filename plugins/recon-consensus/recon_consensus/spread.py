"""Numbers of one quantity on a common scale, without those far off.

As Zhao & Han (2012) prepare claims: first those go that are further from a first guess than a share of it, then,
again and again, those beyond a number of standard deviations from it; the rest are told in standard deviations.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from recon_consensus.ballots import Ballot, Vote

SHARE = 0.91
"""How far off the first guess, as a share of it."""
DEVIATIONS = 2.5
"""How far off the first guess in standard deviations."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Scaled:
    """Votes as distances from `center` in units of `scale`; 0 throughout where all that is left is one number."""

    center: float
    scale: float
    kept: tuple[tuple[Vote, float], ...]
    dropped: tuple[Vote, ...]

    def value(self, distance: float) -> float:
        return self.center + self.scale * distance


def scaled(ballot: Ballot, center: float) -> Scaled:
    """The printed numbers of a ballot about a first guess, which is one of them."""
    kept = [(vote, x) for vote, x in ballot.printed if not center or abs(x - center) <= SHARE * abs(center)]
    while True:
        scale = deviation(x for _, x in kept)
        near = [(vote, x) for vote, x in kept if abs(x - center) <= DEVIATIONS * scale * (1 + 1e-9)]
        if len(near) in (0, len(kept)):
            break
        kept = near
    held = {vote.claim for vote, _ in kept}
    return Scaled(
        center=center,
        scale=scale,
        kept=tuple((vote, (x - center) / scale if scale else 0.0) for vote, x in kept),
        dropped=tuple(vote for vote, _ in ballot.printed if vote.claim not in held),
    )


def deviation(values: Iterable[float]) -> float:
    """The standard deviation of all of them, 0 for one."""
    told = list(values)
    count = len(told)
    mean = math.fsum(x / count for x in told)
    return math.hypot(*((x - mean) / math.sqrt(count) for x in told))  # no square of its own, which may overflow
