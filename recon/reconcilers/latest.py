"""The newest observed claim, as printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recon.model import Estimate, Series
from recon.reconcilers.admission import admit, by, date_or_none, day_of, days


@dataclass(frozen=True, kw_only=True)
class Latest:
    """On each as-of day the claim that is newest by as-of, then by publication; low and high are what its words
    assert."""

    name: str = "latest"

    def reconcile(self, series: Series) -> Iterator[Estimate]:
        """One estimate for each day with an observed claim."""
        counted, aside = admit(series)
        newest = {day_of(claim): claim for claim in counted}
        for day in days(counted):
            claim = newest[day]
            yield Estimate(
                series=series.key,
                at=date_or_none(day),
                low=claim.low,
                best=claim.value,
                high=claim.high,
                support=(claim.id,),
                set_aside=by(day, aside),
                why=f"the newest observed claim, by {claim.origin or claim.publisher or claim.doc}",
            )
