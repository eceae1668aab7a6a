"""recon-example: the smallest recon plugin. It declares one reconciler, `earliest`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recon import Estimate, Series, hookimpl


@dataclass(frozen=True, kw_only=True)
class Earliest:
    """The first number that was counted, as printed: where the story began. `min_claims` leaves shorter series out."""

    name: str = "earliest"
    min_claims: int = 1

    def reconcile(self, series: Series) -> Iterator[Estimate]:
        """One estimate for a series of at least `min_claims` claims."""
        counted = [claim for claim in series.claims if claim.status == "observed"]
        if len(counted) >= max(self.min_claims, 1):
            first = counted[0]
            yield Estimate(
                series=series.key,
                at=first.as_of_end,
                low=first.low,
                best=first.value,
                high=first.high,
                support=(first.id,),
                why=f"the first of {len(counted)} counts, by {first.origin or first.publisher or 'an unknown outlet'}",
            )


@hookimpl
def recon_reconcilers() -> list[Earliest]:
    """Declare the reconciler `earliest`."""
    return [Earliest()]
