"""Which numbers of an estimate somebody printed, and which the reconciler worked out.

A modelled value must never pass for a reported one, whoever the reconciler is; so nobody is asked: what none of the
claims prints that an estimate rests on, is modelled, if only by taking a middle.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from recon.model import Claim, End, Estimate

ENDS: tuple[End, ...] = ("low", "best", "high")


def modelled(estimate: Estimate, claims: Iterable[Claim]) -> tuple[End, ...]:
    """Those of low, best and high that no claim of the support prints; an open side is none.

    `claims` are those of the estimate's series, with their numbers in its unit, as a reconciler gets them.
    """
    support = frozenset(estimate.support)
    printed = {number for claim in claims if claim.id in support for number in numbers(claim)}
    told = ((end, getattr(estimate, end)) for end in ENDS)
    return tuple(end for end, number in told if number is not None and not _among(number, printed))


def is_reported(estimate: Estimate, claims: Iterable[Claim]) -> bool:
    """Whether every number that the estimate gives is one that a claim of its support prints; `claims` as above."""
    return not modelled(estimate, claims)


def numbers(claim: Claim) -> frozenset[float]:
    """What the words of a claim assert as a number: its value, and the ends of its range or bound."""
    return frozenset(number for number in (claim.value, claim.low, claim.high) if number is not None)


def _among(number: float, printed: frozenset[float] | set[float]) -> bool:
    """Whether it is one of them, but for what adding and converting does to the last bits."""
    return number in printed or any(math.isclose(number, one, rel_tol=1e-9) for one in printed)
