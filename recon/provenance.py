"""Which numbers of an estimate somebody printed, and which the reconciler worked out.

A modelled value must never pass for a reported one, whoever the reconciler is; so nobody is asked: what none of the
claims prints that an estimate rests on, is modelled, if only by taking a middle.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from recon.model import Claim, End, Estimate

ENDS: tuple[End, ...] = ("low", "best", "high")


def modelled(estimate: Estimate, printed: Mapping[str, frozenset[float]]) -> tuple[End, ...]:
    """Those of low, best and high that no claim of the support prints; an open side is none.

    `printed` are the numbers of the claims of its series by their ids, in its unit, as a reconciler gets them.
    """
    told = {end: number for end in ENDS if (number := getattr(estimate, end)) is not None}
    for id_ in estimate.support:
        if not told:
            return ()
        theirs = printed.get(id_, frozenset())
        told = {end: number for end, number in told.items() if not _among(number, theirs)}
    return tuple(told)


def is_reported(estimate: Estimate, claims: Iterable[Claim]) -> bool:
    """Whether every number that the estimate gives is one that a claim of its support prints; of the claims of its
    series, in its unit."""
    return not modelled(estimate, numbers_of(claims))


def numbers_of(claims: Iterable[Claim]) -> dict[str, frozenset[float]]:
    """The numbers of claims, by their ids."""
    return {claim.id: numbers(claim) for claim in claims}


def numbers(claim: Claim) -> frozenset[float]:
    """What the words of a claim assert as a number: its value, and the ends of its range or bound."""
    return frozenset(number for number in (claim.value, claim.low, claim.high) if number is not None)


def _among(number: float, printed: frozenset[float]) -> bool:
    """Whether it is one of them, but for what adding and converting does to the last bits."""
    return number in printed or any(math.isclose(number, one, rel_tol=1e-9) for one in printed)
