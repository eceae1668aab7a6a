"""RC401: a total that only grows, and falls."""

from __future__ import annotations

from collections.abc import Iterator

from recon.crosschecks.cumulative import is_cumulative
from recon.crosschecks.subject import Flag, Subject, alike, day_of
from recon.series.judging import Side
from recon.series.retold import brought_down
from recon.series.wording import said


def falls(subject: Subject) -> Iterator[Flag]:
    """Of each number that a later one lies wholly below, the first that does, at its first printing.

    A total that all later ones are below fell once, or was too high: it is told once."""
    if not is_cumulative(subject):
        return
    sides = subject.observed
    flagged: set[tuple[float | None, ...]] = set()
    for index, one in enumerate(sides):
        before = [other for other in sides[:index] if _earlier(other, one)]
        printed = {other.number for other in sides[:index]}
        highest = max(before, key=lambda other: other.low, default=None)
        if highest is None or one.number in printed or highest.number in flagged or not one.high < highest.low:
            continue
        if not alike(highest, one) and not slipped(highest.top, one.top):
            continue
        flagged.add(highest.number)
        yield Flag(
            claim=one.claim,
            against=highest.claim,
            message=f"falls from {said(highest.claim)} to {said(one.claim)}",
            causes=tuple(causes(highest, one, subject)),
        )


def _earlier(a: Side, b: Side) -> bool:
    first, second = day_of(a.claim), day_of(b.claim)
    return first is not None and second is not None and first < second


def causes(high: Side, low: Side, subject: Subject) -> Iterator[str]:
    """What may make a number lower than an earlier one, as far as the two tell."""
    same = bool(high.claim.origin) and high.claim.origin == low.claim.origin
    if brought_down(subject.seen(low.claim)):
        yield "a revision, which its sentence speaks of"
    elif same:
        yield f"a revision by {low.claim.origin}"
    if slip := slipped(high.top, low.top):
        yield slip
    if high.claim.scope != low.claim.scope:
        told = low.claim.scope or high.claim.scope
        yield f"another scope: “{told}”"
    if not same and high.claim.origin and low.claim.origin:
        yield f"another office: {low.claim.origin} for {high.claim.origin}"


def slipped(one: float, other: float) -> str:
    """How the digits of one whole number may have become those of another; "" where no one slip does it."""
    a, b = f"{one:.0f}", f"{other:.0f}"
    if a == b or one != round(one) or other != round(other):
        return ""
    if len(a) == len(b):
        unlike = [place for place, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(unlike) == 2 and unlike[1] == unlike[0] + 1 and sorted(a) == sorted(b):
            return "two digits swapped"
        return ""
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    if longer.rstrip("0") == shorter.rstrip("0"):
        return "a zero too few or too many"
    if len(longer) == len(shorter) + 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))):
        return "a digit left out or added"
    return ""
