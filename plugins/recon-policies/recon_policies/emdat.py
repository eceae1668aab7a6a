"""EM-DAT: two sources, the first in rank or the newest, ranges averaged, "hundreds" doubled.

Centre for Research on the Epidemiology of Disasters, EM-DAT documentation, *Impact Variables*, Human Impact Variables:
"hundreds of injured" are entered as 200 and "thousands affected" as 2,000, called probable underestimates; of a range
"the average is taken". https://doc.emdat.be/docs/data-structure-and-content/impact-variables/_print

EM-DAT, *Data Entry Procedures*, Source Entry: sources are ranked, a disaster is mostly entered once "at least two
sources" report it, and the final figure is usually that of the priority source. http://www.emdat.be/source-entry
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from recon import Claim, Estimate, Series
from recon_policies.standing import UNDATED, day_of, known, number, origins, rank, standings, told

TIMES = 2
"""How many of what it names an indefinite number is entered as: "hundreds" as 2 × 100."""


@dataclass(frozen=True, kw_only=True)
class EmDat:
    """The number of the origin that ranks first in `priority`, else the newest, once `sources` origins have told one.

    Of numbers equally new the lowest.
    """

    name: str = "em-dat"
    kinds: tuple[str, ...] = ("count",)
    sources: int = 2
    priority: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.sources < 1:
            raise ValueError(f"sources is how many origins it takes, 1 or more, not {self.sources}")

    def reconcile(self, series: Series) -> Iterator[Estimate]:
        """One estimate for each day on which something was claimed, from the day of the second origin on."""
        for standing in standings(series, self.kinds):
            if known(standing.claims) < self.sources:
                continue
            chosen = min(standing.claims, key=self._order)
            entered = entry(chosen)
            yield standing.estimate(
                (entered, entered, entered),
                (chosen,),
                f"{self._manner(chosen)} of {origins(standing.claims)}, by {told(chosen)}{_coded(chosen, entered)}",
                partial(self._unused, chosen),
            )

    def _rank(self, claim: Claim) -> int:
        return rank(self.priority, claim)

    def _order(self, claim: Claim) -> tuple[int, int, int, float, str]:
        published = claim.published or UNDATED
        return self._rank(claim), -day_of(claim).toordinal(), -published.toordinal(), entry(claim), claim.id

    def _unused(self, chosen: Claim, claim: Claim) -> str:
        """Why another was chosen."""
        if self._rank(chosen) < self._rank(claim):
            return f"{told(chosen)} ranks before it"
        if self._order(chosen)[:3] < self._order(claim)[:3]:
            return f"{told(chosen)} is newer"
        return f"{told(chosen)} says {'the same' if entry(chosen) == entry(claim) else 'less'} on that day"

    def _manner(self, claim: Claim) -> str:
        return "the first in rank" if self._rank(claim) < len(self.priority) else "the newest"


def entry(claim: Claim) -> float:
    """A claim as EM-DAT enters it."""
    if claim.bound == "indefinite":
        return TIMES * number(claim)
    if claim.bound == "range" and claim.low is not None and claim.high is not None:
        return (claim.low + claim.high) / 2
    return number(claim)


def _coded(claim: Claim, entered: float) -> str:
    """What was worked out and not printed says so."""
    how = {"indefinite": "entered as", "range": "averaged to"}.get(claim.bound)
    return f'; "{claim.text}" is {how} {entered:,.10g}' if how else ""
