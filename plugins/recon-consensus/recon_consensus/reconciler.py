"""The reconciler: at each as-of day, the newest claim of every origin votes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from recon import Claim, Estimate, Series, SetAside
from recon_consensus.ballots import Vote, backs, median, mode, vote_of

METHODS = ("mode", "median")


@dataclass(frozen=True, kw_only=True)
class Consensus:
    """One number across sources: the most voted for, or the weighted median; never a mean and never a sum.

    `days` is how long a claim keeps its vote (None: until its origin says something newer). `weights` gives an origin
    more or less than the one vote it has otherwise.
    """

    name: str = "consensus"
    method: Literal["mode", "median"] = "mode"
    days: int | None = None
    weights: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.method not in METHODS:
            raise ValueError(f"method is {' or '.join(METHODS)}, not {self.method}")

    def reconcile(self, series: Series) -> Iterator[Estimate]:
        """One estimate a day on which an origin first said something; none before a number was printed."""
        counted = [claim for claim in series.claims if claim.status == "observed" and claim.measure == "total"]
        counted.sort(key=lambda claim: (_day(claim), claim.published or dt.date.min, claim.id))
        left_out = [c for c in series.claims if c.status != "observed" or c.measure != "total"]
        for day in sorted({_day(claim) for claim in counted}):
            so_far = [claim for claim in counted if _day(claim) <= day]
            newest = {claim.origin or claim.doc: claim for claim in so_far}
            fresh = {c.id for c in newest.values() if self.days is None or (day - _day(c)).days <= self.days}
            votes = [vote_of(c, self.weights.get(c.origin, 1.0)) for c in so_far if c.id in fresh]
            best = mode(votes) if self.method == "mode" else median(votes)
            if best is None:
                continue
            printed = [vote.value for vote in votes if vote.value is not None]
            aside = [SetAside(claim=c.id, why=_why_not(c)) for c in left_out if _day(c) <= day]
            aside += [SetAside(claim=c.id, why=_outvoted(c, newest, day)) for c in so_far if c.id not in fresh]
            yield Estimate(
                series=series.key,
                at=None if day == dt.date.min else day,
                low=min(printed),
                best=best,
                high=max(printed),
                support=tuple(vote.claim for vote in votes),
                set_aside=tuple(sorted(aside, key=lambda note: note.claim)),
                why=self._why(best, votes, sorted(set(printed))),
            )

    def _why(self, best: float, votes: Sequence[Vote], numbers: Sequence[float]) -> str:
        if self.method == "median":
            return f"the weighted median of {len(votes)} origins' newest numbers"
        behind = sum(backs(vote, best, numbers) for vote in votes)
        return (
            f"{behind} of {len(votes)} origins give it, one vote each"
            if not self.weights
            else f"{behind} of {len(votes)} origins, by weight"
        )


def _day(claim: Claim) -> dt.date:
    return claim.as_of_end or claim.as_of_start or claim.published or dt.date.min


def _why_not(claim: Claim) -> str:
    return (
        f"{claim.status}, not observed"
        if claim.status != "observed"
        else f"the {claim.measure} of a period, not a total"
    )


def _outvoted(claim: Claim, newest: Mapping[str, Claim], day: dt.date) -> str:
    last = newest[claim.origin or claim.doc]
    if last.id != claim.id:
        origin, again = claim.origin or claim.doc, (last.low, last.high) == (claim.low, claim.high)
        return f"{origin} said the same again" if again else f"{origin} has said something newer"
    return f"{(day - _day(claim)).days} days old"
