"""The slots of the claims of many documents, in order, where one claim leaves out what the one before it has said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from recon.model import Claim, Document
from recon.series.seen import seen
from recon.series.slots import Slots, slots_of

NEXT = 250
"""Characters within which a bare number still counts what the number before it did."""


def read(claims: Iterable[Claim], texts: Mapping[str, Document]) -> Iterator[tuple[Claim, Slots]]:
    """Each claim with its slots; a bare number counts what the last of its paragraph did: "won 112 seats; the other
    took 71"."""
    last: tuple[Claim, Slots] | None = None
    for claim in claims:
        slots = slots_of(claim, seen(claim, texts.get(claim.doc)))
        if _bare(claim, slots) and last and _follows(claim, last[0]):
            slots = replace(slots, role=last[1].role, head=last[1].head, group=last[1].group)
        if claim.kind == "count" and slots.telling:
            last = claim, slots
        yield claim, slots


def _bare(claim: Claim, slots: Slots) -> bool:
    return claim.kind == "count" and not claim.noun and not claim.subject and not slots.telling


def _follows(claim: Claim, last: Claim) -> bool:
    same = (claim.doc, claim.part, claim.unit) == (last.doc, last.part, last.unit)
    return same and 0 < claim.start - last.end < NEXT
