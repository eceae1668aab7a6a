"""ACLED: the most conservative estimate.

Armed Conflict Location & Event Data, "Fatalities", in *Uses and limitations of ACLED data* (27 February 2023, as
updated on 7 May 2024), the question how fatalities are coded: where reports differ or are vague the "most conservative
estimate" counts, "tens" are 10, "dozens" 12, "hundreds" 100, "and so on"; totals are corrected up or down when better
information comes. It now stands among https://acleddata.com/conflict-data/knowledge-base, How are injuries and
fatalities recorded?
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from recon import Claim, Estimate, Series
from recon_policies.standing import CEILINGS, number, origins, standings, told


@dataclass(frozen=True, kw_only=True)
class Acled:
    """The lowest of the numbers that origins stand by: of a range the foot, of "hundreds" 100, of "at least 40" 40.

    A ceiling ("up to 40") is no estimate and counts only where nothing else is claimed.
    """

    name: str = "acled"
    kinds: tuple[str, ...] = ("count",)

    def reconcile(self, series: Series) -> Iterator[Estimate]:
        """One estimate for each day on which something was claimed."""
        for standing in standings(series, self.kinds):
            floors = [claim for claim in standing.claims if claim.bound not in CEILINGS]
            coded = floors or standing.claims
            least = min(map(number, coded))
            lowest = [claim for claim in coded if number(claim) == least]
            yield standing.estimate(
                (least, least, least),
                lowest,
                f"the most conservative of {origins(coded)}, by {_names(lowest)}{_coded(lowest)}",
                partial(_unused, ceilings=not floors),
            )


def _unused(claim: Claim, *, ceilings: bool) -> str:
    return "not the most conservative" if ceilings or claim.bound not in CEILINGS else "how many at most, not how many"


def _names(claims: list[Claim]) -> str:
    names = sorted({told(claim) for claim in claims})
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"


def _coded(claims: list[Claim]) -> str:
    """What was coded and not printed says so."""
    vague = next((claim for claim in claims if claim.bound == "indefinite"), None)
    printed = any(claim.bound != "indefinite" for claim in claims)
    return f'; "{vague.text}" is coded as {number(vague):,.10g}' if vague and not printed else ""
