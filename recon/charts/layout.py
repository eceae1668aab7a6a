"""Where everything of a chart stands: its axes, and points that do not hide each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recon.charts import lines as lines_
from recon.charts import marks as marks_
from recon.charts.axes import DAY, Axis, Scale, days, numbers
from recon.charts.lines import Line
from recon.charts.marks import Mark
from recon.model import Estimate, Series

WIDTH, HEIGHT = 640, 260
"""The plot in pixels, without what stands around it."""
GUTTER = 56
"""Pixels for claims without a date."""
TICK_ROOM = 62
"""Pixels that the label of a day takes."""
MARGIN = 22
"""Pixels between the first and last day and the ends of the axis."""
STUB = 14
"""Pixels for which the last estimate goes on."""
MOST_NUDGED = 26
"""Pixels that a point may be moved aside so that it does not hide another."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """A mark with the day (milliseconds) at which it is drawn and its radius."""

    mark: Mark
    x: float
    radius: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """All that is drawn of one series. `stub` is how long the last estimate goes on, in milliseconds."""

    series: Series
    x: Axis
    y: Axis
    points: tuple[Placed, ...]
    lines: tuple[Line, ...]
    undated: float | None
    stub: float
    notes: tuple[str, ...]
    width: int = WIDTH
    height: int = HEIGHT


def laid_out(series: Series, estimates: Iterable[Estimate], scale: Scale) -> Picture:
    """The picture of a series; `undated` is where claims without a date stand, None where all have one."""
    marks, lines = marks_.marks(series), lines_.lines(series, estimates)
    values = marks_.numbers(marks) + lines_.numbers(lines) or [0.0]
    y = numbers(values, scale)
    x, undated = _time(marks, lines)
    return Picture(
        series=series,
        x=x,
        y=y,
        points=_placed(marks, x, y, undated),
        lines=lines,
        undated=undated,
        stub=STUB * (x.high - x.low) / WIDTH,
        notes=tuple(_notes(series, y, scale)),
    )


def _time(marks: Sequence[Mark], lines: Sequence[Line]) -> tuple[Axis, float | None]:
    told = [day for one in marks for day in (one.day, one.since, one.until) if day is not None]
    told += [step.day for line in lines for step in line.steps]
    gutter = GUTTER if any(one.day is None for one in marks) else 0
    first, last = (min(told), max(told)) if told else (0.0, 0.0)
    pixel = max(last - first, DAY) / (WIDTH - gutter - 2 * MARGIN)
    middle = (first + last) / 2
    half = (WIDTH - gutter) * pixel / 2
    low, high = middle - half, middle + half
    ticks, labels = days(first, last, (WIDTH - gutter) // TICK_ROOM) if told else ((), ())
    return (
        Axis(low=low - gutter * pixel, high=high, ticks=ticks, labels=labels),
        low - gutter * pixel / 2 if gutter else None,
    )


def _placed(marks: Sequence[Mark], x: Axis, y: Axis, undated: float | None) -> tuple[Placed, ...]:
    """Points that would hide each other side by side, as near to their day as there is room; the less repeated later,
    so on top."""
    base = 4.6 if len(marks) <= 60 else 3.8 if len(marks) <= 150 else 3.1
    taken: list[tuple[float, float, float]] = []
    found = []
    for mark in sorted(marks, key=lambda one: -len(one.claims)):
        radius = base * min(1 + 0.16 * (len(mark.claims) - 1) ** 0.6, 2.0)
        day = undated if mark.day is None else mark.day
        across = WIDTH * x.at(day if day is not None else x.low)
        heights = [HEIGHT * (1 - y.at(end)) for end in (mark.at, mark.to) if end is not None]
        moved = _free(across, heights, radius, taken)
        taken += [(moved, height, radius) for height in heights]
        found.append(Placed(mark=mark, x=x.back(moved / WIDTH), radius=round(radius, 2)))
    return tuple(found)


def _free(across: float, heights: Sequence[float], radius: float, taken: Sequence[tuple[float, float, float]]) -> float:
    """The nearest place to the right or left where nothing stands, or the least crowded."""
    near = [
        one for one in taken
        if abs(one[0] - across) < MOST_NUDGED + 4 * radius and any(abs(one[1] - height) < 4 * radius for height in heights)
    ]  # fmt: skip
    best, fewest = across, len(near) + 1
    for distance in range(MOST_NUDGED + 1):
        for place in (across + distance, across - distance) if distance else (across,):
            if not radius < place < WIDTH - radius:
                continue
            hidden = sum(
                any((place - at) ** 2 + (height - up) ** 2 < (0.9 * (radius + size)) ** 2 for height in heights)
                for at, up, size in near
            )
            if not hidden:
                return place
            if hidden < fewest:
                best, fewest = place, hidden
    return best


def _notes(series: Series, y: Axis, scale: Scale) -> Iterable[str]:
    if missing := marks_.undrawn(series):
        yield f"{missing} claim{'s' * (missing != 1)} without a number not drawn"
    if scale == "log" and not y.log:
        yield "linear axis: a logarithmic one cannot show zero or less"
    if y.log:
        yield "logarithmic axis"
    elif y.low > 0 or y.high < 0:
        yield "the axis does not begin at zero"
