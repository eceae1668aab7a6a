"""The reconciler: at each as-of day, the newest claim of every origin votes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from recon import Claim, Estimate, Series, SetAside
from recon_consensus.ballots import UNDATED, Ballot, ballot_of, origin_of, vote_of
from recon_consensus.gtm import Gtm
from recon_consensus.opinions import Median, Method, Trusted, Vote
from recon_consensus.weighted import Catd, Crh

NO_FACT = {
    "forecast": "a forecast, not a count",
    "planned": "planned, not yet so",
    "denied": "denied by the one who is quoted",
}
METHODS: Mapping[str, Method] = {
    "auto": Trusted(),
    "vote": Vote(),
    "median": Median(),
    "crh": Crh(),
    "gtm": Gtm(),
    "catd": Catd(),
}


@dataclass(frozen=True, kw_only=True)
class Consensus:
    """One number across sources.

    `method` is "auto" (the vote, each origin's by its record on other series), "vote" (one vote each), "median",
    "crh", "gtm" or "catd"; the last two are models and give a number that nobody need have printed. `days` is how long
    a claim keeps its vote (None: until its origin says something newer). `weights` gives an origin more or less than
    the one vote it has otherwise.
    """

    name: str = "consensus"
    method: Literal["auto", "vote", "median", "crh", "gtm", "catd"] = "auto"
    days: int | None = None
    weights: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.method not in METHODS:
            *most, last = METHODS
            raise ValueError(f"method is {', '.join(most)} or {last}, not {self.method}")
        if self.days is not None and self.days < 0:
            raise ValueError(f"days is how many a claim keeps its vote, 0 or more, not {self.days}")
        for origin, weight in self.weights.items():
            if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 < weight < float("inf"):
                raise ValueError(f"the weight of {origin} is a number above 0, not {weight}")

    def fit(self, series: Sequence[Series]) -> Fitted:
        """The same with what all series tell of the origins."""
        ballots = [ballot for one in series if (ballot := self.polled(one)) is not None]
        return Fitted(self, METHODS[self.method].learn(ballots))

    def reconcile(self, series: Series) -> Iterator[Estimate]:
        """One estimate a day on which an origin first said something; none before a number was printed."""
        return Fitted(self, METHODS[self.method]).reconcile(series)

    def polled(self, series: Series) -> Ballot | None:
        """The votes as they stand at the end."""
        counted = sorted(filter(_counts, series.claims), key=_newer)
        return self.ballot(series.key, counted, day_of(counted[-1])) if counted else None

    def ballot(self, key: str, so_far: Sequence[Claim], day: dt.date) -> Ballot:
        """The votes on a day: of the claims so far, oldest first, the newest of each origin."""
        newest = {origin_of(claim): claim for claim in so_far}
        fresh = (c for c in newest.values() if self.days is None or (day - day_of(c)).days <= self.days)
        return ballot_of(key, (vote_of(c, self.weights.get(origin_of(c), 1.0), day_of(c)) for c in fresh))


@dataclass(frozen=True)
class Fitted:
    """Consensus with a method that has learnt what there was to learn."""

    options: Consensus
    method: Method

    @property
    def name(self) -> str:
        return self.options.name

    def reconcile(self, series: Series) -> Iterator[Estimate]:
        """One estimate a day on which an origin first said something; none before a number was printed."""
        counted = sorted(filter(_counts, series.claims), key=_newer)
        left_out = [claim for claim in series.claims if not _counts(claim)]
        for day in sorted({day_of(claim) for claim in counted}):
            so_far = [claim for claim in counted if day_of(claim) <= day]
            ballot = self.options.ballot(series.key, so_far, day)
            opinion = self.method.settle(ballot)
            if opinion is None:
                continue
            used = set(opinion.used)
            aside = {c.id: _why_not(c) for c in left_out if day_of(c) <= day}
            newest = {origin_of(claim): claim for claim in so_far}
            aside |= {c.id: _outvoted(c, newest, day) for c in so_far if c.id not in used}
            aside |= dict(opinion.dropped)
            yield Estimate(
                series=series.key,
                at=None if day == UNDATED else day,
                low=min(opinion.low, opinion.best),
                best=opinion.best,
                high=max(opinion.high, opinion.best),
                support=tuple(c.id for c in so_far if c.id in used),
                set_aside=tuple(SetAside(claim=claim, why=why) for claim, why in sorted(aside.items())),
                why=opinion.why,
            )


def day_of(claim: Claim) -> dt.date:
    """The last day a claim holds for, else the day it was published."""
    return claim.as_of_end or claim.as_of_start or claim.published or UNDATED


def _newer(claim: Claim) -> tuple[dt.date, dt.date, str]:
    return day_of(claim), claim.published or dt.date.min, claim.id


def _counts(claim: Claim) -> bool:
    return claim.status == "observed" and claim.measure == "total"


def _why_not(claim: Claim) -> str:
    if claim.status in NO_FACT:
        return NO_FACT[claim.status]
    return "what was added, not the total" if claim.measure == "increment" else "what flows, not the total"


def _outvoted(claim: Claim, newest: Mapping[str, Claim], day: dt.date) -> str:
    origin = origin_of(claim)
    last = newest[origin]
    if last.id != claim.id:
        again = (last.low, last.high) == (claim.low, claim.high)
        return f"{origin} said the same again" if again else f"{origin} has said something newer"
    if last.value is None or last.low != last.high:
        return "a bound or a range, and the model takes numbers"
    return f"{(day - day_of(claim)).days} days old"
