"""What a claim says of the hidden total: how likely it is to be printed where the total is so and so.

A claim is one of five things. Which one is not known, so their likelihoods are added, each by its share: the count
itself, a count of some days before, a rival office's, one with a zero too many or too few, or anything at all.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from recon_rising.evidence import Evidence

AS_COUNTED, BEHIND, RIVAL, MISPLACED, STRAY = 0.40, 0.42, 0.12, 0.04, 0.02
"""How often a claim is each of the five."""
LOOKED_BACK = 0.4
"""How many of those behind remain so where the text tells an earlier day: who says of when a count is, has it."""
LOOSE, LOOSENESS = 0.5, 0.5
"""The share of floors that lie anywhere below the total, and how far below in the mean, in log units. "At least 40" is
said while the count runs, and again when it is long past: so a low floor says nothing of how fast the count grows."""
SHARP, RIVALRY, DELAY = 0.02, 0.35, 1.5
"""The spread of the count itself and of a rival's in log units; the mean delay of a late one in days."""
LEAST_LAG = 0.02
"""How far behind a late count is in the mean, in log units, where nothing grows any more."""
TEN, TEN_SPREAD = math.log(10), 0.1
"""A misplaced zero, and the spread about it."""
REACH = 8.0
"""The log range over which a stray may lie."""
ANY, OPEN, CLOSE = 0.5, 0.5, 2.0
"""Of a ceiling: the weight of any total at all, of any below it, and of one close to it."""
EDGE, NEAR = 0.1, 0.5
"""How sharply a ceiling ends, and how near to it is close, in log units."""


def likelihood(evidence: Evidence, points: Sequence[float], recent: float) -> list[float]:
    """How likely the claim is at each log total, where the total grew by `recent` log units in the last day."""
    low, high = math.log(evidence.low), math.log(evidence.high)
    if evidence.shape == "at_most":
        return [_below(point - high) for point in points]
    counted, behind, loose = _shares(evidence)
    width, late = high - low, max(recent * DELAY, LEAST_LAG)
    # each part spreads its share evenly over what the claim leaves open and falls off beyond it
    counted /= width + 2.5 * SHARP
    behind /= width + late
    loose /= width + LOOSENESS
    rival = RIVAL / (width + 2.5 * RIVALRY)
    misplaced = MISPLACED / 2 / (width + 2.5 * TEN_SPREAD)
    stray = STRAY / REACH
    chances = []
    for point in points:
        off = max(point - high, 0.0) or min(point - low, 0.0)
        chance = stray
        if abs(off) < 5 * RIVALRY:
            chance += rival * _bell(off, RIVALRY)
        if abs(off) < 5 * SHARP:
            chance += counted * _bell(off, SHARP)
        elif abs(abs(off) - TEN) < 5 * TEN_SPREAD:
            chance += misplaced * _bell(abs(off) - TEN, TEN_SPREAD)
        if off >= 0:
            chance += behind * math.exp(-off / late)
            if loose:
                chance += loose * math.exp(-off / LOOSENESS)
        chances.append(chance)
    return chances


def _shares(evidence: Evidence) -> tuple[float, float, float]:
    """How often such a claim is the count itself, one of before, and a floor somewhere below."""
    behind = BEHIND * (LOOKED_BACK if evidence.told > evidence.day else 1.0)
    counted = AS_COUNTED + BEHIND - behind
    if evidence.shape != "at_least":
        return counted, behind, 0.0
    return counted * (1 - LOOSE), behind * (1 - LOOSE), (counted + behind) * LOOSE


def _below(over: float) -> float:
    """Of a ceiling: what speaks for a total that is `over` log units above it, or below where negative."""
    return ANY + OPEN / (1 + math.exp(min(over / EDGE, 500.0))) + CLOSE * math.exp(-abs(over) / NEAR)


def _bell(off: float, spread: float) -> float:
    return math.exp(-0.5 * (off / spread) ** 2)
