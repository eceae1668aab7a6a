"""Whether an estimate gives numbers that somebody printed: what nobody did was modelled, and must be told as such."""

from __future__ import annotations

from collections.abc import Mapping

from recon.model import Claim, Estimate


def printed(estimate: Estimate, claims: Mapping[str, Claim]) -> bool:
    """Whether each number of an estimate is one that a claim of its support prints; `claims` are by id."""
    told = {
        number
        for id_ in estimate.support
        if id_ in claims
        for number in (claims[id_].value, claims[id_].low, claims[id_].high)
    }
    return all(number is None or number in told for number in (estimate.low, estimate.best, estimate.high))
