"""RC404: a number that its origin has since changed, printed as if it held."""

from __future__ import annotations

from collections.abc import Iterator

from recon.crosschecks.speakers import names_somebody
from recon.crosschecks.subject import Flag, Subject, told
from recon.model import Claim
from recon.series.judging import Side
from recon.series.wording import day, said, when


def stale(subject: Subject) -> Iterator[Flag]:
    """Each claim of a named origin that gives the origin's older number on a later day than the newer one was
    printed, and does not say that it is older."""
    by_origin: dict[str, list[Side]] = {}
    for one in subject.observed:
        if one.claim.origin_basis == "named" and names_somebody(one.claim):
            by_origin.setdefault(one.claim.origin, []).append(one)
    for sides in by_origin.values():
        for one in sides:
            newer = _overtaken(one, sides, subject)
            if newer is not None and (printed := told(newer.claim)):
                yield Flag(
                    claim=one.claim,
                    against=newer.claim,
                    message=f"{said(one.claim)}, after {one.claim.origin} had said {newer.claim.text} "
                    f"in {newer.claim.publisher or newer.claim.doc} on {day(printed)}",
                    causes=("an older count, told without its day",),
                )


def _overtaken(one: Side, sides: list[Side], subject: Subject) -> Side | None:
    """The newest claim of the origin that was printed before this one and gives another number, where this one's
    number had been given before that, and its own article does not have the newer one."""
    printed = told(one.claim)
    if printed is None or _dated(one.claim):
        return None
    before = [(said_on, other) for other in sides if (said_on := told(other.claim)) is not None and said_on < printed]
    if not before:
        return None
    since, newest = max(before, key=lambda one: (one[0], *when(one[1].claim)))
    first = min((day for day, other in before if other.number == one.number), default=printed)
    changed = newest.number != one.number and max(newest.low, one.low) > min(newest.high, one.high)
    if not changed or first >= since or not subject.alike(newest, one):
        return None
    known = any(other.claim.doc == one.claim.doc and other.number == newest.number for other in subject.sides)
    return None if known or not subject.leads(one.claim) else newest


def _dated(claim: Claim) -> bool:
    """Whether the words give a number its day: "as of March 4", "on Monday police said"."""
    earlier = bool(claim.as_of_end and claim.published and claim.as_of_end < claim.published)
    return claim.as_of_basis == "stated" or (claim.as_of_basis == "speech" and earlier)
