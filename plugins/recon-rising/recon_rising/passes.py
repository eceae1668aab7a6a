"""The exact forward pass: a hidden total on a grid of logarithms that grows by a discovery curve and is seen through
claims.

Growth is that of counting what was there from the start: a share of the rest is found each day, so the log total rises
by log(1 - exp(-age/pace)) and levels off. How fast is not known, so a few paces are followed side by side, each
weighted by how well it foretold the claims. Within a pace the growth between two days is uncertain (a gamma of shape
2 about the curve).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from recon_rising.evidence import Evidence
from recon_rising.hearing import likelihood

PACES = (0.7, 1.5, 3.0, 5.0, 8.0, 13.0, 22.0)
"""Days in which about two thirds of the rest are found."""
AGE = 1.0
"""Days from the event to the first claim, taken as one."""
DRIFT = 0.01
"""The growth that never ends, in log units for each unit of log age: as much from day 10 to 20 as from year 1 to 2."""
CELL = 0.025
"""The width of a grid cell in log units: numbers 2.5 % apart are told apart."""

LARGEST = 709
"""The logarithm of the largest number that a float holds."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells `first` to `last` of the lattice of multiples of CELL."""

    first: int
    last: int

    @classmethod
    def around(cls, evidence: Sequence[Evidence]) -> Grid:
        """From a log unit below the lowest claim to one above the highest, in whole log units so that it seldom
        moves."""
        per_unit = round(1 / CELL)
        low = math.floor(math.log(min(e.low for e in evidence))) - 1
        high = math.ceil(math.log(max(e.high for e in evidence))) + 1
        return cls(low * per_unit, min(high, LARGEST) * per_unit)

    @property
    def points(self) -> list[float]:
        return [cell * CELL for cell in range(self.first, self.last + 1)]


@dataclass(frozen=True, slots=True)
class Belief:
    """One pace's distribution over the grid at an age in days, and the log evidence for the pace so far."""

    pace: float
    age: float
    weight: float
    chances: list[float]

    def later(self, age: float) -> Belief:
        """The belief at a later age, nothing new having been heard."""
        if age <= self.age:
            return self
        growth = _curve(age, self.pace) - _curve(self.age, self.pace) + DRIFT * math.log(age / self.age)
        return Belief(self.pace, age, self.weight, _delayed(_delayed(self.chances, growth / 2), growth / 2))

    def given(self, evidence: Evidence, points: Sequence[float]) -> Belief:
        """The belief after one more claim of this very day."""
        recent = _curve(self.age + 0.5, self.pace) - _curve(self.age - 0.5, self.pace)
        joint = [p * q for p, q in zip(self.chances, likelihood(evidence, points, recent), strict=True)]
        total = sum(joint)
        return Belief(self.pace, self.age, self.weight + math.log(total), [p / total for p in joint])


def start(grid: Grid) -> list[Belief]:
    """Before any claim: every total of the grid alike, every pace alike."""
    count = grid.last - grid.first + 1
    return [Belief(pace, AGE, 0.0, [1 / count] * count) for pace in PACES]


def mixture(beliefs: Sequence[Belief]) -> list[float]:
    """The paces' distributions as one, each by its evidence."""
    best = max(belief.weight for belief in beliefs)
    weights = [math.exp(belief.weight - best) for belief in beliefs]
    total = sum(weights)
    return [
        sum(w * p for w, p in zip(weights, column, strict=True)) / total
        for column in zip(*(b.chances for b in beliefs), strict=True)
    ]


def quantile(chances: Sequence[float], points: Sequence[float], share: float) -> float:
    """The total below which `share` of the belief lies."""
    before = 0.0
    for point, after in zip(points, accumulate(chances), strict=True):
        if after >= share:
            return math.exp(point + CELL * ((share - before) / (after - before) - 0.5))
        before = after
    return math.exp(points[-1])


def _curve(age: float, pace: float) -> float:
    return math.log(1 - math.exp(-age / pace))


def _delayed(chances: Sequence[float], mean: float) -> list[float]:
    """Convolved with a geometric distribution of cells whose mean is `mean` log units; what would leave stays at the
    top."""
    stay = mean / (mean + CELL)
    moved, carried = [], 0.0
    for chance in chances:
        carried = stay * carried + (1 - stay) * chance
        moved.append(carried)
    moved[-1] += sum(chances) - sum(moved)
    return moved
