"""Which series count up and never down: the dead, the injured, the burnt."""

from __future__ import annotations

import re

from recon.crosschecks.subject import Subject
from recon.series.slots import slots_of

ROLES = frozenset({"dead", "injured", "infected", "arrested", "rescued", "hospitalized"})
"""Roles that nobody leaves again in the telling of a happening."""
DONE = frozenset(
    """destroyed burned burnt razed flattened demolished collapsed sunk damaged scorched recovered recalled spilled
    spilt raised donated seized""".split()
)
"""Words for what has been done to what is counted, and stays done."""
WORD = re.compile(r"[a-z]+")


def is_cumulative(subject: Subject) -> bool:
    """Whether a later number of the series can only be lower if one of the two counts otherwise, or is wrong."""
    claims = subject.series.claims
    roles = {slots_of(claim, subject.seen(claim)).role for claim in claims}
    if roles - {""}:
        return roles - {""} <= ROLES
    words = [set(WORD.findall(f"{claim.noun} {claim.subject}".lower())) for claim in claims]
    return sum(not DONE.isdisjoint(said) for said in words) * 2 > len(claims)
