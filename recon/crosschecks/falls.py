"""RC401: a total that only grows, and falls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recon.crosschecks.cumulative import is_cumulative
from recon.crosschecks.speakers import same_origin
from recon.crosschecks.subject import Flag, Subject, day_of
from recon.series.judging import Side
from recon.series.retold import brought_down, taken_back
from recon.series.wording import said

AGREEING = 2
"""Articles that must have been above a number of another origin before it is a fall: one alone may have been wrong."""
SWAPPED, ZERO, DIGIT = "two digits swapped", "a zero too few or too many", "a digit left out or added"
SURE_SLIPS = frozenset({SWAPPED, ZERO})
"""Slips that hardly any two numbers show by chance."""


def falls(subject: Subject) -> Iterator[Flag]:
    """Each number that an earlier one surely lies above, at its first printing; a number once.

    That is so where one origin gave both, where the words speak of a number brought down, where one slip of the digits
    makes the one of the other, and where two articles or more were above it already: but not where another office keeps
    to a count of its own that was lower all along."""
    if not is_cumulative(subject):
        return
    sides = subject.observed
    flagged: set[tuple[float | None, ...]] = set()
    for index, one in enumerate(sides):
        if any(other.number == one.number for other in sides[:index]):
            continue
        lowered = brought_down(subject.seen(one.claim))
        if not lowered and not subject.leads(one.claim):
            continue
        above = [other for other in sides[:index] if _above(other, one, subject)]
        if any(same_origin(other.claim, one.claim) and other.high <= one.low for other in sides[:index]):
            above = [other for other in above if same_origin(other.claim, one.claim)]
        high = _fell_from(one, above, [*_taken_back(one, subject)] if lowered else [])
        if high is None or high.number in flagged or _died_since(high, one, subject):
            continue
        flagged.add(high.number)
        yield Flag(
            claim=one.claim,
            against=high.claim,
            message=f"falls from {said(high.claim) if _earlier(high, one) else high.claim.text} to {said(one.claim)}",
            causes=tuple(causes(high, one, subject)),
            severity="info" if lowered else None,
        )


def _above(other: Side, one: Side, subject: Subject) -> bool:
    """Whether a claim of an earlier day is above another, and surely of the same."""
    if other.claim.doc == one.claim.doc or not _earlier(other, one) or one.high >= other.low:
        return False
    return subject.alike(other, one) and subject.leads(other.claim)


def _fell_from(one: Side, above: Sequence[Side], before: Sequence[Side]) -> Side | None:
    """Of the earlier claims above one, by day, or of those that its sentence tells as `before` it, the one that it
    fell from; None where that is not sure."""
    own = [other for other in above if same_origin(other.claim, one.claim)] or before
    if own:
        return own[-1]
    slips = [other for other in above if slipped(other.top, one.top) in SURE_SLIPS]
    if slips:
        return slips[-1]
    return above[-1] if len({other.claim.doc for other in above}) >= AGREEING else None


def _taken_back(one: Side, subject: Subject) -> Iterator[Side]:
    """The higher numbers of its sentence that one replaces: "lowered to 251, from 268"."""
    for other in subject.sides:
        place = (other.claim.doc, other.claim.part, other.claim.sentence_start)
        beside = place == (one.claim.doc, one.claim.part, one.claim.sentence_start)
        if beside and one.high < other.low and taken_back(subject.seen(other.claim)):
            yield other


def _died_since(high: Side, low: Side, subject: Subject) -> bool:
    """Whether fewer are injured because as many more have died."""
    if subject.slots[low.claim.id].role != "injured":
        return False
    before, since = subject.dead(high.claim) or 0.0, subject.dead(low.claim) or 0.0
    return high.bottom - low.top <= since - before


def _earlier(a: Side, b: Side) -> bool:
    first, second = day_of(a.claim), day_of(b.claim)
    return first is not None and second is not None and first < second


def causes(high: Side, low: Side, subject: Subject) -> Iterator[str]:
    """What may make a number lower than an earlier one, as far as the two tell."""
    same = same_origin(high.claim, low.claim)
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
            return SWAPPED
        return ""
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    if longer.rstrip("0") == shorter.rstrip("0"):
        return ZERO
    if len(longer) == len(shorter) + 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))):
        return DIGIT
    return ""
