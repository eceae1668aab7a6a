"""A series with every claim in the series' own unit, as reconcilers need it: 40 miles beside 64 kilometers."""

from __future__ import annotations

from dataclasses import replace

from recon import units
from recon.model import Claim, Series


def in_one_unit(series: Series) -> Series:
    """The same series, its claims' numbers and steps converted to `series.unit` where they stand in another."""
    if all(claim.unit == series.unit for claim in series.claims):
        return series
    return replace(series, claims=tuple(_converted(claim, series.unit) for claim in series.claims))


def _converted(claim: Claim, unit: str) -> Claim:
    if claim.unit == unit or not units.compatible(claim.unit, unit):
        return claim

    def into(value: float | None) -> float | None:
        return None if value is None else units.convert(value, claim.unit, unit)

    step = units.convert(claim.step, claim.unit, unit) - units.convert(0.0, claim.unit, unit)
    return replace(
        claim, value=into(claim.value), low=into(claim.low), high=into(claim.high), step=abs(step), unit=unit
    )
