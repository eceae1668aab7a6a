"""RC403: a forecast whose day came, and what was counted then."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator

from recon.crosschecks.subject import Flag, Subject
from recon.series.judging import Side
from recon.series.wording import day, said

FORESEEN = frozenset({"forecast", "planned"})
NEARLY = 0.05
"""The share by which a count may miss what was foreseen and still be told as met."""
OUTRUN = 1.5
"""How many times what was foreseen a later count must be more than, to have been beyond it on the day."""
POSSIBLE = re.compile(r"\b(?:could|may|might|can|up to|as many as|at most|no more than|feared?|risk)\b")
LATE = dt.timedelta(days=14)
"""How long after its day a forecast is held against what is counted."""


def missed(subject: Subject) -> Iterator[Flag]:
    """Each forecast, once for each origin and day, that nothing counted in the fortnight from its day on meets."""
    flagged: set[tuple[object, ...]] = set()
    for one in subject.sides:
        due, foretold = one.claim.as_of_end, one.claim.published
        if one.claim.status not in FORESEEN or due is None or foretold is None or foretold >= due:
            continue
        if one.claim.as_of_basis != "stated" or not subject.is_sure(one.claim):
            continue
        key = (one.claim.origin, due, one.number)
        counted = [other for other in subject.observed if _came(other, due) and subject.alike(one, other)]
        possible = POSSIBLE.search(subject.seen(one.claim).before) is not None
        if key in flagged or not counted or any(_meets(one, other, possible=possible) for other in counted):
            continue
        if counted[0].low >= one.high and not _outran(one, counted[0], due):
            continue
        flagged.add(key)
        first = counted[0]
        yield Flag(
            claim=first.claim,
            against=one.claim,
            message=f"{said(one.claim)} was foreseen on {day(foretold)}, and {said(first.claim)} came",
        )


def _outran(foreseen: Side, counted: Side, due: dt.date) -> bool:
    """Whether more was there on the day itself, or so much more later that it hardly came since."""
    return counted.claim.as_of_end == due or counted.top > OUTRUN * foreseen.top


def _came(counted: Side, due: dt.date) -> bool:
    """Whether a count is of the fortnight from a day on, and was not in print before: what was told earlier of that
    day was itself foreseen."""
    held, printed = counted.claim.as_of_end, counted.claim.published
    return held is not None and due <= held <= due + LATE and (printed is None or printed >= due)


def _meets(foreseen: Side, counted: Side, *, possible: bool) -> bool:
    """Whether a count is what was foreseen or all but; of what only might come, less is no miss."""
    low = -math.inf if possible else foreseen.low - NEARLY * abs(foreseen.low)
    return max(low, counted.low) <= min(foreseen.high + NEARLY * abs(foreseen.high), counted.high)
