"""RC406: two origins, independent of each other, whose numbers cannot both be right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations

from recon.crosschecks.subject import Flag, Subject, alike, day_of, newest
from recon.model import Claim
from recon.series.judging import Side
from recon.series.wording import said

NEAR = dt.timedelta(days=1)
"""How far apart two counts of a moment may be dated."""


def rivals(subject: Subject) -> Iterator[Flag]:
    """Each pair of numbers that are the newest of two origins and conflict, once, the later one pointed at."""
    by_origin: dict[str, list[Side]] = {}
    for one in subject.observed:
        if one.claim.origin:
            by_origin.setdefault(one.claim.origin, []).append(one)
    last = [newest(sides) for sides in by_origin.values()]
    told: set[tuple[object, ...]] = set()
    for one, other in combinations(sorted(last, key=lambda side: (str(day_of(side.claim)), side.claim.id)), 2):
        relation = subject.relation(one.claim, other.claim)
        if relation is None or relation.kind != "conflict" or not _independent(one.claim, other.claim):
            continue
        if not alike(one, other) or not _together(one.claim, other.claim) or (one.number, other.number) in told:
            continue
        told.add((one.number, other.number))
        yield Flag(
            claim=other.claim,
            against=one.claim,
            message=f"{said(one.claim)} and {said(other.claim)} cannot both be right; "
            f"{chain(one.claim)}, and {chain(other.claim)}",
        )


def _together(one: Claim, other: Claim) -> bool:
    """Whether the two hold for one time: what changes may be this today and that next week."""
    first, second = day_of(one), day_of(other)
    return first is None or second is None or abs(second - first) <= NEAR


def _independent(one: Claim, other: Claim) -> bool:
    return one.origin not in other.chain and other.origin not in one.chain


def chain(claim: Claim) -> str:
    """Who has it from whom: "The Courier ← Harbour Office"."""
    return " ← ".join(claim.chain) or claim.publisher or claim.doc
