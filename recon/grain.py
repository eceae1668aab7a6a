"""The interval that a printed number leaves open.

A printed number stands for every quantity that a writer would have rounded or cut to it (Nuijten et al. 2016,
statcheck, compare reported values so; here the rounding is read off the number instead of off its decimals). Its
*grain* is how finely it is meant: 6,500 is meant to the hundred, 4,038 to the unit or two.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

SHARE = Decimal("0.05")
"""The coarsest grain, as a share of the number: 30 is not meant to the ten."""


@lru_cache(maxsize=4096)
def grain(value: float, step: float) -> float:
    """The largest 1, 2 or 5 × 10^k that divides `value` and is at most 5 % of it; never below `step`.

    >>> grain(6500, 1), grain(30, 1), grain(4038, 1), grain(1.3e6, 1e5), grain(0.25, 0.01)
    (100.0, 1.0, 2.0, 100000.0, 0.01)
    """
    number, floor = abs(Decimal(repr(value))), Decimal(repr(step))
    if not number or not number.is_finite() or not floor.is_finite():
        return float(step)
    largest = number * SHARE
    for exponent in range(largest.adjusted(), floor.adjusted() - 1, -1):
        for lead in (5, 2, 1):
            candidate = Decimal(lead).scaleb(exponent)
            if floor < candidate <= largest and not number % candidate:
                return float(candidate)
    return float(step)


def interval(value: float, step: float) -> tuple[float, float]:
    """Half a grain below (rounded up) to a whole grain above (cut), towards and away from zero alike for a
    negative.

    >>> interval(6500, 1), interval(30, 1), interval(4038, 1)
    ((6450.0, 6600.0), (29.5, 31.0), (4037.0, 4040.0))
    """
    size = grain(value, step)
    if value < 0:
        return value - size, value + size / 2
    return value - size / 2, value + size
