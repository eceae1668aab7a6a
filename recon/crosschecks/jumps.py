"""RC402: a total that jumps beyond the pace it has kept."""

from __future__ import annotations

import math
from collections.abc import Iterator

from recon.crosschecks.certain import surely_alike
from recon.crosschecks.cumulative import is_cumulative
from recon.crosschecks.falls import slipped
from recon.crosschecks.subject import Flag, Subject, day_of
from recon.model import Claim
from recon.series.judging import Side
from recon.series.wording import said

LEAST = math.log(3)
"""Less than three times as much is news, whatever came before."""
MOST = math.log(20)
"""More than twenty times as much is of another thing, unless a digit slipped."""
TIMES = 4.0
"""How many of the longest steps so far make a step too long."""
SLOW = math.log(1.05)
"""A step as short as this still counts as one, so that a total that stood still may move."""
STEPS = 2
"""Steps that must have been taken before a pace can be spoken of."""


def jumps(subject: Subject) -> Iterator[Flag]:
    """Each new high that is three times the last or more, and four times as far from it, in logarithms, as any new
    high was from the one before."""
    if not is_cumulative(subject):
        return
    paces: list[float] = []
    last: Side | None = None
    for one in subject.observed:
        if math.isinf(one.low) or one.bottom <= 0 or day_of(one.claim) is None or not subject.leads(one.claim):
            continue
        if last is None:
            last = one
        elif last.top < one.top and one.bottom <= last.top:
            paces.append(math.log(one.top / last.top))
            last = one
        elif one.bottom > last.top:
            step = math.log(one.bottom / last.top)
            slip = slipped(one.top, last.top)
            if step > MOST and not slip:
                continue
            if not surely_alike(last.claim, subject.slots[last.claim.id], one.claim, subject.slots[one.claim.id]):
                continue
            if len(paces) >= STEPS and step >= max(LEAST, TIMES * max(*paces, SLOW)):
                before = 100 * (math.exp(max(paces)) - 1)
                yield Flag(
                    claim=one.claim,
                    against=last.claim,
                    message=f"jumps {math.exp(step):.1f} times, from {said(last.claim)} to {said(one.claim)}, "
                    f"where no step was above {before:.0f} %",
                    causes=tuple(filter(None, (slip, "another scope", _other_office(last.claim, one.claim)))),
                )
            else:
                paces.append(step)
            last = one


def _other_office(last: Claim, one: Claim) -> str:
    """The two offices that a jump lies between; "" where it is one, or none is named."""
    return (
        f"another office: {one.origin} for {last.origin}" if last.origin and one.origin not in {"", last.origin} else ""
    )
