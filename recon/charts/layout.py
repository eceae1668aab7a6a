"""Where everything of a chart stands: its axes, its points and how far its lines go on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recon.charts import lines as lines_
from recon.charts import marks as marks_
from recon.charts.axes import DAY, Axis, Scale, days, numbers
from recon.charts.lines import Line, Span, last_day
from recon.charts.marks import Mark
from recon.charts.placing import Spot, row, swarm
from recon.model import Estimate, Series

WIDTH, HEIGHT = 640, 260
"""The plot in pixels, without what stands around it."""
GUTTER = 56
"""Pixels for claims without a date."""
TICK_ROOM = 64
"""Pixels that the label of a day takes."""
MARGIN = 24
"""Pixels between the first and last day and the ends of the axis."""
FEW = 60
"""Up to so many points each leads up to its day with dots where that is only the day of publication."""
STUB = 16
"""Pixels for which the last estimates go on."""
NEAR = 60
"""Pixels from the end of the axis within which they go on to it, so that their names stand beside the points."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Time:
    """The axis of days. `one_day` where nothing is told of another; `undated` is where claims without a date stand,
    None where all have one, and `strip` where the strip for them ends, None where there is none beside it."""

    axis: Axis
    one_day: bool
    undated: float | None
    strip: float | None

    @property
    def pixel(self) -> float:
        """Milliseconds."""
        return (self.axis.high - self.axis.low) / WIDTH


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """All that is drawn of one series."""

    series: Series
    time: Time
    y: Axis
    points: tuple[Spot, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def leaders(self) -> tuple[Spot, ...]:
        """The points of which only the day of publication is known, where there is room to say so."""
        return tuple(filter(_is_published, self.points)) if _has_room(self.time, self.points) else ()

    def x(self, across: float) -> float:
        """The milliseconds at a pixel."""
        return self.time.axis.back(across / self.width)

    def spans(self, line: Line) -> list[Span]:
        """What a line holds and for how long: until the newest estimate of any, and where all is of one day, all
        across."""
        newest = last_day(self.lines) or 0.0
        if self.time.one_day:
            reach = (self.width / 2 - MARGIN) * self.time.pixel
            return [
                Span(run=0, since=newest - reach, until=newest + reach, step=one.step)
                for one in lines_.spans(line, newest)[-1:]
            ]
        until = newest + STUB * self.time.pixel
        near_end = self.time.axis.high - until < NEAR * self.time.pixel
        return lines_.spans(line, self.time.axis.high if near_end else until)


def laid_out(series: Series, estimates: Iterable[Estimate], scale: Scale) -> Picture:
    """The picture of a series."""
    marks, lines = marks_.marks(series), lines_.lines(series, estimates)
    y = numbers(marks_.numbers(marks) + lines_.numbers(lines) or [0.0], scale)
    time = _time(marks, lines)
    points = tuple(_points(marks, time, y))
    return Picture(
        series=series,
        time=time,
        y=y,
        points=points,
        lines=lines,
        notes=(*_notes(series, y, scale), *_day_note(time, points)),
    )


def _time(marks: Sequence[Mark], lines: Sequence[Line]) -> Time:
    told = [day for one in marks for day in (one.day, one.since, one.until) if day is not None]
    told += [step.day for line in lines for step in line.steps]
    undated = any(one.day is None for one in marks)
    gutter = GUTTER if told and undated else 0
    first, last = (min(told), max(told)) if told else (0.0, 0.0)
    pixel = max(last - first, DAY) / (WIDTH - gutter - 2 * MARGIN)
    low, high = (first + last - (WIDTH - gutter) * pixel) / 2, (first + last + (WIDTH - gutter) * pixel) / 2
    ticks, labels = days(first, last, (WIDTH - gutter) // TICK_ROOM) if told else ((), ())
    return Time(
        axis=Axis(low=low - gutter * pixel, high=high, ticks=ticks, labels=labels),
        one_day=first == last,
        undated=None if not undated else low - gutter * pixel / 2 if gutter else 0.0,
        strip=low if gutter else None,
    )


def _points(marks: Sequence[Mark], time: Time, y: Axis) -> list[Spot]:
    def height(value: float) -> float:
        return HEIGHT * (1 - y.at(value))

    def across(mark: Mark) -> float:
        day = time.undated if mark.day is None else mark.day
        return WIDTH * time.axis.at(day if day is not None else time.axis.low)

    if not marks:
        return []
    if time.one_day and time.strip is None:
        return row(marks, WIDTH / 2, WIDTH - 4 * MARGIN)
    return swarm(marks, across, height, WIDTH)


def _is_published(spot: Spot) -> bool:
    return spot.mark.claims[0].as_of_basis == "published"


def _has_room(time: Time, points: Sequence[Spot]) -> bool:
    """Whether each point that stands at its day of publication can have a sign that says so."""
    return not time.one_day and len(points) <= FEW


def _day_note(time: Time, points: Sequence[Spot]) -> Iterable[str]:
    """What is said of all points at once where there is no room to say it of each."""
    if not _has_room(time, points) and any(map(_is_published, points)):
        yield "a number that tells no day stands at the day of publication"


def _notes(series: Series, y: Axis, scale: Scale) -> Iterable[str]:
    if y.log:
        yield "logarithmic axis"
    elif scale == "log":
        yield "linear axis: a logarithmic one cannot show zero or less"
    elif y.low > 0 or y.high < 0:
        yield "the axis does not begin at zero"
    if missing := marks_.undrawn(series):
        yield f"not drawn: {missing} claim{'s' * (missing != 1)} without a number"
