"""Airwars: a minimum and a maximum.

Airwars, *Methodology*, https://airwars.org/about/methodology/, and the methods of *Patterns of harm analysis: Gaza,
October 2023* (2024), https://gaza-patterns-harm.airwars.org/: casualties are given as a range from a minimum to a
maximum, and where the status of the dead is contested the "minimum casualty range" is 0. Here a number is contested
that one origin claims and another denies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recon import Estimate, Series
from recon_policies.standing import CEILINGS, number, origins, standings, told, top


@dataclass(frozen=True, kw_only=True)
class Airwars:
    """The lowest and the highest number that origins stand by; the low end is 0 once one is denied.

    Best is null unless both ends are the same; low is null where there is nothing but ceilings ("up to 40").
    """

    name: str = "airwars"
    kinds: tuple[str, ...] = ("count",)

    def reconcile(self, series: Series) -> Iterator[Estimate]:
        """One estimate for each day on which something was claimed or denied, from the first claim on."""
        for standing in standings(series, self.kinds):
            floors = [number(claim) for claim in standing.claims if claim.bound not in CEILINGS]
            low = min(floors, default=None)
            high = max(map(top, standing.claims))
            why = f"the minimum and the maximum of {origins(standing.claims)}"
            if standing.denials:
                low = 0.0
                denial = standing.denials[-1]
                why += f"; the minimum is 0, as {told(denial)} denies {number(denial):,.10g}"
            best = high if low == high else None
            yield standing.estimate((low, best, high), (*standing.claims, *standing.denials), why)
