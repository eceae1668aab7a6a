"""The quantiles of the chi-squared distribution."""

from __future__ import annotations

import math
from functools import lru_cache
from statistics import NormalDist

MANY = 200
"""From this many degrees of freedom the cube-root approximation of Wilson & Hilferty (1931) is good to five digits."""


@lru_cache(maxsize=4096)
def quantile(degrees: int, share: float) -> float:
    """The number that a sum of `degrees` squared standard normals stays below with probability `share`.

    >>> round(quantile(1, 0.025), 6), round(quantile(10, 0.975), 4)
    (0.000982, 20.4832)
    """
    if degrees >= MANY:
        part = 2 / (9 * degrees)
        return float(degrees * (1 - part + NormalDist().inv_cdf(share) * math.sqrt(part)) ** 3)
    low, high = 0.0, degrees + 20 * math.sqrt(degrees) + 20
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if _below(middle / 2, degrees / 2) < share else (low, middle)
    return high


def _below(x: float, shape: float) -> float:
    """The regularised lower incomplete gamma function, by its power series."""
    if x <= 0:
        return 0.0
    term = total = 1 / shape
    step = 0
    while term > total * 1e-15:
        step += 1
        term *= x / (shape + step)
        total += term
    return min(total * math.exp(-x + shape * math.log(x) - math.lgamma(shape)), 1.0)
