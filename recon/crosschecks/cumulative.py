"""Which series count up and never down: the dead, the injured, the burnt."""

from __future__ import annotations

import re

from recon.crosschecks.subject import Subject
from recon.model import Claim

ROLES = frozenset({"dead", "injured", "infected", "arrested", "rescued", "vaccinated"})
"""Roles that nobody leaves again in the telling of a happening."""
DONE = frozenset(
    """destroyed burned burnt razed flattened demolished collapsed sunk damaged scorched recovered recalled spilled
    spilt raised donated seized""".split()
)
"""Words for what has been done to what is counted, and stays done."""
THINGS = frozenset({"count", "area", "volume", "mass", "length"})
BEHIND, AHEAD = 45, 25
"""Characters around a number in which the state of what is counted is told."""
WORD = re.compile(r"[a-z]+")


def is_cumulative(subject: Subject) -> bool:
    """Whether a later number of the series can only be lower if one of the two counts otherwise, or is wrong."""
    claims = subject.series.claims
    roles = {subject.slots[claim.id].role for claim in claims}
    if roles - {""}:
        return roles - {""} <= ROLES
    words = [set(WORD.findall(_around(claim, subject).lower())) for claim in claims]
    return sum(not DONE.isdisjoint(said) for said in words) * 2 > len(claims)


def _around(claim: Claim, subject: Subject) -> str:
    """What is counted and the state it is said to be in, for things with the words right around the number: "212 houses
    had been destroyed", but not "raised to $4"."""
    slots = subject.slots[claim.id]
    if claim.kind not in THINGS:
        return f"{claim.noun} {claim.subject}"
    return f"{claim.noun} {claim.subject} {slots.group} {slots.near.after[:BEHIND]} {slots.near.before[-AHEAD:]}"
