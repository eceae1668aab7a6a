"""Numbers that took the place of others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from recon.evidence.held import Held, day_of, number_of, within
from recon.evidence.likeness import Ground, difference, strong
from recon.evidence.origins import same_origin
from recon.evidence.readings import Reading
from recon.model import Claim
from recon.series.judging import judge, side

AGES = 1
"""Days after which a toll of the evidence says nothing against a higher one."""
STEPS = 20
"""How many times a number may be one that it took the place of: tolls grow fast."""


def newest_after(told: Sequence[Held], alike: Iterable[Held]) -> Held | None:
    """The newest claim that takes the place of all that back the draft's number."""
    last = max((day_of(one.claim), end_of(one.claim)) for one in told)
    later = [
        one
        for one in alike
        if one.standing == "apart"
        and (day_of(one.claim), end_of(one.claim)) > last
        and one.claim.value is not None
        and within(told[0].claim, one.claim, STEPS)
        and day_of(one.claim) > dt.date.min
        and not one.reading.denied
        and any(takes_over(one.reading, other.reading) for other in told)
    ]
    return max(later, key=lambda one: (day_of(one.claim), one.claim.id), default=None)


def kin(told: Sequence[Held], held: Iterable[Held], ground: Ground, series: Mapping[str, str]) -> list[Held]:
    """Claims that are of one series with a backing one and speak of its quantity, though not in the draft's words."""
    keys = {series.get(one.claim.id) for one in told} - {None}
    return [
        one
        for one in held
        if one.apart
        and one.standing == "apart"
        and series.get(one.claim.id) in keys
        and strong(told[0].reading, one.reading, ground)
        and not difference(told[0].reading, one.reading, ground)
    ]


def takes_over(newer: Reading, older: Reading) -> bool:
    """Whether a newer number takes the place of an older one: a named origin's own always does; that of an outlet which
    names nobody, where it is a higher toll, or a newer forecast of the same outlet."""
    unnamed = "outlet" in {newer.claim.origin_basis, older.claim.origin_basis}
    if not unnamed:
        return same_origin(newer.claim, older.claim)
    if newer.ahead and older.ahead:
        return same_origin(newer.claim, older.claim)
    return relation(older.claim, newer.claim)[0] == "updated" and bool(newer.role)


def relation(older: Claim, newer: Claim) -> tuple[str, str]:
    """How the two stand, and why in words; ("", "") where that is not told."""
    a, b = side(older, older.unit), side(newer, older.unit)
    return (judge(a, b) if a and b else None) or ("", "")


def outgrown(one: Held, draft: Reading, printed: dt.date) -> bool:
    """Whether the evidence's toll is lower and so much older that it may have grown to the draft's; not one of the day
    that the draft says it speaks of."""
    if draft.claim.as_of_basis == "stated" and end_of(one.claim) >= end_of(draft.claim):
        return False
    lower = (number_of(one.claim) or 0.0) < (number_of(draft.claim) or 0.0)
    return lower and (printed - day_of(one.claim)).days > AGES


def came_later(one: Held, draft: Reading) -> bool:
    """Whether the draft looks back on a day, and the evidence's toll is higher and of a later one: that is how tolls
    go."""
    then, printed = end_of(draft.claim), draft.claim.published
    back = draft.claim.as_of_basis in {"stated", "speech"} and printed is not None and (printed - then).days > AGES
    higher = (number_of(one.claim) or 0.0) > (number_of(draft.claim) or 0.0)
    return back and bool(draft.role) and higher and end_of(one.claim) > then > dt.date.min


def end_of(claim: Claim) -> dt.date:
    """The last day that the claim speaks of; the first of all days where that is not known."""
    return claim.as_of_end or dt.date.min
