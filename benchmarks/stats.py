"""What is made of repeated timings: best, median and worst of them, and how a time grows with its input."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

LINEAR = 1.25
"""The largest exponent that is called linear: timings of what is linear scatter so far on a busy machine."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Repeated timings of one thing, in seconds. The median is what is reported; best to worst is the noise."""

    best: float
    median: float
    worst: float
    runs: int

    def less(self, fixed: float) -> Sample:
        """The same without a fixed part, such as the start-up; never below a millisecond, which is below the noise."""
        best, median, worst = (max(one - fixed, 1e-3) for one in (self.best, self.median, self.worst))
        return Sample(best, median, worst, self.runs)


def sample(seconds: Sequence[float]) -> Sample:
    """ValueError for no timings."""
    return Sample(min(seconds), statistics.median(seconds), max(seconds), len(seconds))


def exponent(sizes: Sequence[float], amounts: Sequence[float]) -> float | None:
    """The k of amount = c x size^k; None for fewer than two sizes.

    The median of the slopes between every two points on logarithmic axes (Theil-Sen), so that one disturbed timing
    does not make it. 1 is linear, 2 quadratic; below 1 a fixed part is still being shared out.
    """
    points = [(math.log(size), math.log(amount)) for size, amount in zip(sizes, amounts, strict=True) if amount > 0]
    slopes = [(y - v) / (x - u) for (x, y), (u, v) in combinations(points, 2) if x != u]
    return statistics.median(slopes) if slopes else None
