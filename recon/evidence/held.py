"""A claim of the evidence held against one of the draft."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from recon import units
from recon.evidence.numbers import Standing, standing
from recon.evidence.readings import Reading
from recon.model import Claim

SUPPORTS: frozenset[Standing] = frozenset({"equal", "implied"})
ROUNDS: frozenset[Standing] = frozenset({"rounded", "hedged", "coarser", "converted"})
BEARS = SUPPORTS | ROUNDS
"""How a number stands to one that bears it out."""


@dataclass(frozen=True, slots=True)
class Held:
    """A claim of the evidence held against the draft's: how the numbers stand, and what tells the two apart ("" where
    nothing does); `strong` where nothing does, and even numbers that differ are of one quantity."""

    reading: Reading
    standing: Standing | None
    apart: str
    strong: bool

    @property
    def claim(self) -> Claim:
        return self.reading.claim


def standing_of(draft: Reading, evidence: Reading) -> Standing | None:
    """How the numbers stand; None for two rates by different times."""
    by = {draft.per, evidence.per} - {""}
    return None if len(by) > 1 else standing(draft.claim, evidence.claim)


def weight(one: Held, draft: Reading) -> tuple[object, ...]:
    """What orders claims that say the same: those of the text, in the draft's number and words, of a named origin, the
    newest."""
    claim = one.claim
    alike = len(one.reading.words & draft.words)
    return claim.part == "body", one.standing == "equal", alike, claim.origin_basis == "named", day_of(claim)


def day_of(claim: Claim) -> dt.date:
    """The day of printing, else the day the claim speaks of; the first of all days where neither is known."""
    return claim.published or claim.as_of_end or dt.date.min


def within(one: Claim, other: Claim, most: float) -> bool:
    """Whether the larger number is at most so many times the smaller; two that differ more count two things."""
    factor = units.factor(other.unit, one.unit)
    mine, theirs = number_of(one), (number_of(other) or 0.0) * (factor or 0.0)
    return bool(mine and theirs) and 1 / most <= theirs / (mine or 1.0) <= most


def number_of(claim: Claim) -> float | None:
    """The number, for a range its lower end; None where there is none, or nought."""
    return next((abs(one) for one in (claim.value, claim.low, claim.high) if one), None)
