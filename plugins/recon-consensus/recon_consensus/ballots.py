"""Who has a vote, what it is for, and how votes are counted."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recon import Claim


@dataclass(frozen=True, kw_only=True, slots=True)
class Vote:
    """One origin's vote, for the number it printed; a bound or a range (`value` None) asserts only [low, high]."""

    claim: str
    origin: str
    weight: float
    value: float | None
    low: float
    high: float

    def allows(self, number: float) -> bool:
        return self.low <= number <= self.high


def vote_of(claim: Claim, weight: float) -> Vote:
    """A printed number allows every number that rounds to it: to its last digit, and after "about" to its last
    non-zero one."""
    low = -math.inf if claim.low is None else claim.low
    high = math.inf if claim.high is None else claim.high
    value = claim.value if claim.low == claim.high else None
    if value is not None:
        half = (_place(value, claim.step) if claim.bound == "about" else claim.step) / 2
        low, high = value - half, value + half
    return Vote(claim=claim.id, origin=claim.origin or claim.doc, weight=weight, value=value, low=low, high=high)


def mode(votes: Sequence[Vote]) -> float | None:
    """The number with the most weight behind it, of equal ones the nearest to the median; None where no number was
    printed.

    A number's votes are those that printed it or a rounding of it, and the bounds to which it is the nearest number.
    """
    middle = median(votes)
    if middle is None:
        return None
    numbers = sorted({vote.value for vote in votes if vote.value is not None})
    tally = {number: math.fsum(vote.weight for vote in votes if backs(vote, number, numbers)) for number in numbers}
    precise = {number: sum(vote.value == number for vote in votes) for number in numbers}
    return min(numbers, key=lambda number: (-tally[number], abs(number - middle), -precise[number], number))


def median(votes: Iterable[Vote]) -> float | None:
    """The weighted median of the printed numbers, the lower of two; None where no number was printed."""
    printed = sorted((vote.value, vote.weight) for vote in votes if vote.value is not None)
    half, heard = math.fsum(weight for _, weight in printed) / 2, 0.0
    for value, weight in printed:
        heard += weight
        if heard >= half:
            return value
    return None


def backs(vote: Vote, number: float, numbers: Sequence[float]) -> bool:
    """Whether a vote counts for a number: within its rounding, or of the numbers within its bound the nearest to it."""
    if not vote.allows(number):
        return False
    if vote.value is not None:
        return True
    fitting = [n for n in numbers if vote.allows(n)]
    return number == (min(fitting) if math.isinf(vote.high) else max(fitting))


def _place(value: float, step: float) -> float:
    """The place of the last digit that is not zero, never below `step`: 100 for 5,300."""
    place = max(step, 1.0)
    if value != round(value) or not value:
        return step
    while value % (place * 10) == 0:
        place *= 10
    return max(place, step)
