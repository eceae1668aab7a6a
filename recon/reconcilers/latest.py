"""The newest observed claim, as printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recon.model import Claim, Estimate, Series, SetAside
from recon.reconcilers.admission import UNDATED, admit, by, by_day, date_or_none, told_before
from recon.reconcilers.range import highest, lowest


@dataclass(frozen=True, kw_only=True)
class Latest:
    """On each as-of day the claim that is newest by as-of, then by publication; low and high are what its words
    assert."""

    name: str = "latest"

    def reconcile(self, series: Series) -> Iterator[Estimate]:
        """One estimate for each day with an observed claim."""
        counted, aside = admit(series)
        days = by_day(counted)
        for (day, told), before in zip(days, told_before(series, days), strict=True):
            if day == UNDATED and len(told) > 1:
                yield _undated(series, told, by(day, aside, before))
                continue
            claim = told[-1]
            yield Estimate(
                series=series.key,
                at=date_or_none(day),
                low=claim.low,
                best=claim.value,
                high=claim.high,
                support=(claim.id,),
                set_aside=by(day, aside, before),
                why=f"the newest observed claim, by {claim.origin or claim.publisher or claim.doc}",
            )


def _undated(series: Series, told: Sequence[Claim], aside: tuple[SetAside, ...]) -> Estimate:
    """Of claims without a day nobody knows which is the newest: all that they say, and a best only where they agree."""
    low, high = lowest(told), highest(told)
    return Estimate(
        series=series.key,
        at=None,
        low=low,
        best=low if low == high else None,
        high=high,
        support=tuple(claim.id for claim in told),
        set_aside=aside,
        why=f"{len(told)} claims without a day: which is the newest is not known",
    )
