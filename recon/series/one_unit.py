"""A series with every claim in the series' own unit, as reconcilers need it: 40 miles beside 64 kilometers."""

from __future__ import annotations

import math
from dataclasses import replace

from recon import units
from recon.model import Claim, Series


def in_one_unit(series: Series) -> Series:
    """The same series, its claims' numbers and steps converted to `series.unit` where they stand in another.

    "6,500 kilometer (4,038 mile)" is one claim said twice: of the two, only the one in the series' unit stays.
    """
    if all(claim.unit == series.unit for claim in series.claims):
        return series
    own = {(claim.doc, claim.part, claim.sentence_start) for claim in series.claims if claim.unit == series.unit}
    kept = [
        claim
        for claim in series.claims
        if claim.unit == series.unit or (claim.doc, claim.part, claim.sentence_start) not in own
    ]
    return replace(series, claims=tuple(_converted(claim, series.unit) for claim in kept))


def _converted(claim: Claim, unit: str) -> Claim:
    if claim.unit == unit or not units.compatible(claim.unit, unit):
        return claim
    step = abs(units.convert(claim.step, claim.unit, unit) - units.convert(0.0, claim.unit, unit))
    places = -math.floor(math.log10(step)) if step else 0

    def into(value: float | None) -> float | None:
        return None if value is None else round(units.convert(value, claim.unit, unit), places)

    return replace(
        claim, value=into(claim.value), low=into(claim.low), high=into(claim.high), step=10.0**-places, unit=unit
    )
