"""Claims and days in words, for the sentences that say why."""

from __future__ import annotations

import datetime as dt

from recon.model import Claim
from recon.wording import BOUNDS, day

__all__ = ["BOUNDS", "day", "said", "when"]


def said(claim: Claim) -> str:
    """The number with its bound, day and origin: "at least 3,000 on 29 October 2031 (Harbour Office)"."""
    text = f"{BOUNDS.get(claim.bound, '')}{claim.text}"
    until = claim.status in {"forecast", "planned"}
    if claim.as_of_end:
        several = claim.as_of_start and claim.as_of_start != claim.as_of_end
        text += f" {'by' if until or several else 'on'} {day(claim.as_of_end)}"
    elif until:
        text += f" foreseen {claim.as_of_text}".rstrip()
    return f"{text} ({claim.origin})" if claim.origin else text


def when(claim: Claim) -> tuple[dt.date, dt.date, bool, tuple[str, bool, int, int]]:
    """The order of the claims of a series: as-of, publication, what another has come after, then as they are read;
    what has no date comes last."""
    printed = claim.published or dt.date.max
    return claim.as_of_end or printed, printed, not claim.superseded, claim.reading_order
