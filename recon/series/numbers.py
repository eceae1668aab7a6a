"""The number of a claim as printed, and whether two papers print it by chance."""

from __future__ import annotations

from recon.model import Claim

Number = tuple[float | None, ...]

TELLING = 20
"""A number that is at least so many times the place of its last digit that is not zero (53, 5,300, 2.4; not 12,000 or
1.2) hardly meets by chance."""
PLACES = 6
"""Decimal places that are looked at."""


def number(claim: Claim) -> Number:
    """The printed number, whatever words bound it."""
    return (claim.value,) if claim.value is not None else (claim.low, claim.high)


def telling(claim: Claim) -> bool:
    """Whether two claims that print this number hardly do so by chance."""
    if claim.value is None or not claim.value:
        return False
    value: int = round(abs(claim.value) * 10**PLACES)
    while value and value % 10 == 0:
        value //= 10
    return value >= TELLING
