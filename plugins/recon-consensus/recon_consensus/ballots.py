"""Who has a vote, what it is for, and which votes back which number."""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from recon import Claim

UNDATED = dt.date.min
"""The day of a claim without any."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Vote:
    """One origin's vote, for the number it printed; a bound or a range (`value` None) asserts only [low, high].

    `weight` is what the user gives the origin: one, where nothing else is said.
    """

    claim: str
    origin: str
    weight: float
    value: float | None
    low: float
    high: float
    day: dt.date = UNDATED


@dataclass(frozen=True)
class Ballot:
    """The votes on one quantity as they stand on one day, one an origin, in order of origin."""

    key: str
    votes: tuple[Vote, ...]

    @cached_property
    def printed(self) -> tuple[tuple[Vote, float], ...]:
        """The votes that name a number, each with its number."""
        return tuple((vote, vote.value) for vote in self.votes if vote.value is not None)

    @cached_property
    def numbers(self) -> tuple[float, ...]:
        """The numbers that somebody printed, from the lowest."""
        return tuple(sorted({value for _, value in self.printed}))

    @cached_property
    def backers(self) -> dict[float, tuple[Vote, ...]]:
        """The votes behind each number: those that printed it or a rounding of it, and the bounds to which it is the
        nearest number.
        """
        behind: dict[float, list[Vote]] = {number: [] for number in self.numbers}
        for vote in self.votes:
            for number in backed(vote, self.numbers):
                behind[number].append(vote)
        return {number: tuple(votes) for number, votes in behind.items()}

    @cached_property
    def agreeing(self) -> dict[float, frozenset[str]]:
        """The claims that agree with each number: those behind it, and those of which it is itself a rounding."""
        behind = {number: frozenset(vote.claim for vote in votes) for number, votes in self.backers.items()}
        printers = {n: frozenset(vote.claim for vote, value in self.printed if value == n) for n in self.numbers}
        finer = {n: [m for m in self.numbers if m != n and printers[n] & behind[m]] for n in self.numbers}
        return {n: behind[n].union(*(printers[m] for m in finer[n])) for n in self.numbers}


def vote_of(claim: Claim, weight: float, day: dt.date = UNDATED) -> Vote:
    """A printed number allows every number that rounds to it: to its last digit, and after "about" to its last
    non-zero one.
    """
    low = -math.inf if claim.low is None else claim.low
    high = math.inf if claim.high is None else claim.high
    value = claim.value if claim.low == claim.high else None
    if value is not None:
        half = (_place(value, claim.step) if claim.bound == "about" else claim.step) / 2
        low, high = value - half, value + half
    return Vote(claim=claim.id, origin=origin_of(claim), weight=weight, value=value, low=low, high=high, day=day)


def origin_of(claim: Claim) -> str:
    """Who votes: the origin, and where none is known the document."""
    return claim.origin or claim.doc


def ballot_of(key: str, votes: Iterable[Vote]) -> Ballot:
    """A ballot in its order, whatever that of the votes."""
    return Ballot(key, tuple(sorted(votes, key=lambda vote: (vote.origin, vote.claim))))


def median(ballot: Ballot, weights: Sequence[float]) -> float | None:
    """The weighted median of the printed numbers, the lower of two; None where no number was printed.

    `weights` are those of `ballot.printed`.
    """
    ordered = sorted(zip((value for _, value in ballot.printed), weights, strict=True))
    half, heard = math.fsum(weights) / 2, 0.0
    for value, weight in ordered:
        heard += weight
        if heard >= half * (1 - 1e-12):
            return value
    return None


def backed(vote: Vote, numbers: Sequence[float]) -> Sequence[float]:
    """Which of some numbers, from the lowest, a vote counts for: those within its rounding, or the one within its bound
    that is nearest to it.
    """
    within = numbers[bisect_left(numbers, vote.low) : bisect_right(numbers, vote.high)]
    if vote.value is not None or not within:
        return within
    return within[:1] if math.isinf(vote.high) else within[-1:]


def _place(value: float, step: float) -> float:
    """The place of the last digit that is not zero, never below `step`: 100 for 5,300."""
    place = max(step, 1.0)
    if value != round(value) or not value:
        return step
    while value % (place * 10) == 0:
        place *= 10
    return max(place, step)
