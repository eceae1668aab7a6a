"""A ranking of sources: what the first of them says counts.

The practice of EM-DAT (*Data Entry Procedures*, Source Entry, http://www.emdat.be/source-entry: a "priority source"
gives the final figure) and of many desks, with a ranking of one's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from recon import Claim, Estimate, Series
from recon_policies.standing import rank, standings, told


@dataclass(frozen=True, kw_only=True)
class Hierarchy:
    """The newest claim of the first of `origins` that has made one; low and high are what its words assert.

    No estimate where none of them has, and so none without a ranking. Names match in any case.
    """

    name: str = "hierarchy"
    origins: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not all(isinstance(origin, str) and origin for origin in self.origins):
            raise ValueError(f"origins is a list of names, the first in rank first, not {list(self.origins)}")

    def reconcile(self, series: Series) -> Iterator[Estimate]:
        """One estimate for each day on which something was claimed, from the first ranked claim on."""
        for standing in standings(series):
            place, chosen = min(
                ((rank(self.origins, claim), claim) for claim in standing.claims), key=lambda one: one[0]
            )
            if place == len(self.origins):
                continue
            yield standing.estimate(
                (chosen.low, chosen.value, chosen.high),
                (chosen,),
                f"the newest of {told(chosen)}, number {place + 1} of {len(self.origins)} in rank",
                partial(_unused, chosen),
            )


def _unused(chosen: Claim, _claim: Claim) -> str:
    return f"{told(chosen)} ranks before it"
