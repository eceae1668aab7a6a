"""recon-example: the smallest recon plugin. It declares a reconciler, `earliest`, and a check, EX101."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from recon import Document, Estimate, Figure, Finding, Fix, Series, hookimpl

RANGE = re.compile(
    r"(?P<first>\d[\d,]{0,12}(?:\.\d{1,4})?)(?P<to> (?:to|and) \D{0,3})"
    r"(?P<second>\d[\d,]{0,12}(?:\.\d{1,4})?)(?P<magnitude> (?:m|b|tr)illion)"
)


@dataclass(frozen=True, kw_only=True)
class Earliest:
    """The first number that was counted, as printed: where the story began. `min_claims` leaves shorter series out."""

    name: str = "earliest"
    min_claims: int = 1

    def reconcile(self, series: Series) -> Iterator[Estimate]:
        """One estimate for a series of at least `min_claims` claims."""
        counted = [claim for claim in series.claims if claim.status == "observed"]
        if len(counted) >= max(self.min_claims, 1):
            first = min(
                counted, key=lambda one: (one.as_of_end or dt.date.max, one.published or dt.date.max, one.reading_order)
            )
            place = f"the first of {len(counted)} counts" if len(counted) > 1 else "the only count"
            yield Estimate(
                series=series.key,
                at=first.as_of_end,
                low=first.low,
                best=first.value,
                high=first.high,
                support=(first.id,),
                why=f"{place}, by {first.origin or first.publisher or 'an unknown outlet'}",
            )


@hookimpl
def recon_reconcilers() -> list[Earliest]:
    """Declare the reconciler `earliest`."""
    return [Earliest()]


@dataclass(frozen=True, kw_only=True)
class BareRange:
    """A range whose first end leaves out the magnitude of the second.

    "$5 to $10 million" is read as five million, and may mean five dollars: the AP stylebook writes "$5 million to $10
    million". Written out it is the same range to any reader, so the rewrite is safe; where the first number is the
    greater, as in "$500 to $1 million", nothing is said.
    """

    code: str = "EX101"
    name: str = "bare-range"
    severity: Literal["error", "warning", "info"] = "warning"
    ok: str = "The bridge will cost $5 million to $10 million."
    not_ok: str = "The bridge will cost $5 to $10 million."
    preview: bool = True

    def check(self, document: Document, figures: Sequence[Figure]) -> Iterator[Finding]:
        """One finding for each such range."""
        for figure in figures:
            found = RANGE.search(figure.text) if figure.bound == "range" else None
            if found is None or float(found["first"].replace(",", "")) >= float(found["second"].replace(",", "")):
                continue
            magnitude, at = found["magnitude"], figure.start + found.end("first")
            whole = f"{figure.text[: found.end('first')]}{magnitude}{figure.text[found.end('first') :]}"
            yield Finding(
                code=self.code,
                name=self.name,
                severity=self.severity,
                doc=document.id,
                message=f'"{figure.text}" leaves out the first "{magnitude.strip()}"',
                start=figure.start,
                end=figure.end,
                figures=(figure.id,),
                suggestion=whole,
                fix=Fix(start=at, end=at, replacement=magnitude, safe=True),
            )


@hookimpl
def recon_checks() -> list[BareRange]:
    """Declare the check EX101."""
    return [BareRange()]
