"""Points that do not hide each other: side by side, as near to their day as there is room."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from recon.charts.glyphs import DOWNWARD, UPWARD, reach
from recon.charts.marks import Mark

MOST_NUDGED = 28
"""Pixels that a point may be moved aside; what finds no room within them stands where it hides least."""
COLUMN = 16
"""Pixels of a column in which neighbours are looked for."""
RADII = ((40, 4.8), (120, 4.0), (250, 3.4))
"""Radius of a point up to so many; beyond, the least."""
LEAST_RADIUS = 3.0
MOST_SLOT = 60
"""Pixels between neighbours where all stand on one day."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """A mark with the pixel across at which it is drawn and its radius, which grows with the claims it stands for."""

    mark: Mark
    across: float
    radius: float


def swarm(
    marks: Sequence[Mark], day: Callable[[Mark], float], height: Callable[[float], float], width: int
) -> list[Spot]:
    """The marks from left to right; `day` and `height` give pixels. Those that stand for most claims keep their day."""
    taken = _Taken(width)
    spots = []
    for mark in sorted(marks, key=lambda one: -len(one.claims)):
        radius = _radius(mark, len(marks))
        heights = list(_heights(mark, radius, height))
        across = taken.free(day(mark), heights, radius)
        taken.add(across, heights, radius)
        spots.append(Spot(mark=mark, across=across, radius=radius))
    return sorted(spots, key=lambda spot: (spot.across, -spot.mark.at, spot.mark.claims[0].id))


def row(marks: Sequence[Mark], middle: float, room: float) -> list[Spot]:
    """The marks of one day as a row about the middle, the least number first."""
    ranked = sorted(marks, key=lambda one: (one.at, one.to or one.at, one.style.origin, one.claims[0].id))
    slot = min(MOST_SLOT, room / len(ranked))
    first = middle - slot * (len(ranked) - 1) / 2
    return [
        Spot(mark=mark, across=first + slot * place, radius=_radius(mark, len(marks)))
        for place, mark in enumerate(ranked)
    ]


def _radius(mark: Mark, count: int) -> float:
    base = next((radius for most, radius in RADII if count <= most), LEAST_RADIUS)
    return round(base * min(1 + 0.16 * math.pow(len(mark.claims) - 1, 0.6), 2.0), 2)


def _heights(mark: Mark, radius: float, height: Callable[[float], float]) -> Iterator[float]:
    """Where the mark takes room: its point, the bar of its range, the head of its arrow."""
    at = height(mark.at)
    yield at
    if mark.to is not None:
        low, high = sorted((at, height(mark.to)))
        yield from (low + 2 * radius * step for step in range(1, int((high - low) / (2 * radius)) + 1))
        yield height(mark.to)
    bound = mark.claims[0].bound
    if bound in UPWARD or bound in DOWNWARD:
        yield at + (reach(radius) - radius) * (-1 if bound in UPWARD else 1)


class _Taken:
    """Where points stand already, by columns."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._columns: defaultdict[int, list[tuple[float, float, float]]] = defaultdict(list)

    def add(self, across: float, heights: Sequence[float], radius: float) -> None:
        self._columns[int(across // COLUMN)] += [(across, height, radius) for height in heights]

    def free(self, across: float, heights: Sequence[float], radius: float) -> float:
        """The nearest place to the right or left where nothing stands, or the least crowded."""
        near = self._near(across, heights, radius)
        best, fewest = across, len(near) + 1
        for distance in range(MOST_NUDGED + 1):
            for place in (across + distance, across - distance) if distance else (across,):
                if not radius <= place <= self._width - radius:
                    continue
                hidden = sum((place - at) ** 2 < room for at, room in near)
                if not hidden:
                    return place
                if hidden < fewest:
                    best, fewest = place, hidden
        return best

    def _near(self, across: float, heights: Sequence[float], radius: float) -> list[tuple[float, float]]:
        """What stands at these heights within reach, each with the square of the distance to keep."""
        first, last = int((across - 2 * MOST_NUDGED) // COLUMN), int((across + 2 * MOST_NUDGED) // COLUMN)
        return [
            (at, room)
            for column in range(first, last + 1)
            for at, up, size in self._columns.get(column, ())
            for height in heights
            if (room := (radius + size) ** 2 - (height - up) ** 2) > 0
        ]
