"""UCDP: low, best and high.

Uppsala Conflict Data Program, Georeferenced Event Dataset, codebook, the variables `best`, `high` and `low`: the most
likely, the highest reliable and the lowest reliable estimate of all deaths. https://ucdp.uu.se/downloads/ The codebook
leaves to its coders which estimate is reliable and which most likely; here all are taken for reliable, and the
number that most origins stand by for most likely.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recon import Claim, Estimate, Series
from recon_policies.standing import Standing, day_of, number, standings, top

COUNTS = frozenset({"exact", "about", "nearly"})
"""Bounds of a number that is meant to be the count."""


@dataclass(frozen=True, kw_only=True)
class Ucdp:
    """The lowest and the highest number that origins stand by, and the one that most do.

    Of equals the newer, then the lower. Where all are bounds or ranges, best is the lowest.
    """

    name: str = "ucdp"
    kinds: tuple[str, ...] = ("count",)

    def reconcile(self, series: Series) -> Iterator[Estimate]:
        """One estimate for each day on which something was claimed."""
        for standing in standings(series, self.kinds):
            low, high = min(map(number, standing.claims)), max(map(top, standing.claims))
            best, why = _best(standing)
            yield standing.estimate((low, best, high), standing.claims, f"{why}; low and high are the ends of all")


def _best(standing: Standing) -> tuple[float, str]:
    counts = [claim for claim in standing.claims if claim.bound in COUNTS]
    if not counts:
        return min(map(number, standing.claims)), "no origin gives a count; best is the least of the bounds"
    votes = Counter(map(number, counts))
    best = min(votes, key=lambda n: (-votes[n], -_newest(counts, n), n))
    return best, f"{_agreeing(votes[best], standing.claims)} the best number"


def _agreeing(votes: int, claims: Sequence[Claim]) -> str:
    """How many give it: origins, unless some are not known and may be one."""
    word = "origin" if all(claim.origin for claim in claims) else "claim"
    if len(claims) == 1:
        return f"the only {word} gives"
    return f"{votes} of {len(claims)} {word}s {'gives' if votes == 1 else 'give'}"


def _newest(claims: Sequence[Claim], value: float) -> int:
    return max(day_of(claim).toordinal() for claim in claims if number(claim) == value)
