"""RC403: a forecast whose day came, and what was counted then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from recon.crosschecks.subject import Flag, Subject
from recon.series.judging import Side
from recon.series.wording import day, said

LATE = dt.timedelta(days=14)
"""How long after its day a forecast is held against what is counted."""


def missed(subject: Subject) -> Iterator[Flag]:
    """Each forecast, once for each origin and day, that nothing counted in the fortnight from its day on meets."""
    flagged: set[tuple[object, ...]] = set()
    for one in subject.sides:
        due, foretold = one.claim.as_of_end, one.claim.published
        if one.claim.status != "forecast" or due is None or foretold is None or foretold >= due:
            continue
        key = (one.claim.origin, due, one.number)
        counted = [other for other in subject.observed if _came(other, due)]
        if key in flagged or not counted or any(_meets(one, other) for other in counted):
            continue
        flagged.add(key)
        first = counted[0]
        yield Flag(
            claim=first.claim,
            against=one.claim,
            message=f"{said(one.claim)} was foreseen on {day(foretold)}, and {said(first.claim)} came",
        )


def _came(counted: Side, due: dt.date) -> bool:
    held = counted.claim.as_of_end
    return held is not None and due <= held <= due + LATE


def _meets(foreseen: Side, counted: Side) -> bool:
    return max(foreseen.low, counted.low) <= min(foreseen.high, counted.high)
