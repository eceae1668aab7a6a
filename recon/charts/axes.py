"""Where an axis begins and ends, its ticks, and how they are written."""

from __future__ import annotations

import datetime as dt
import math
from calendar import month_abbr
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from recon.wording import number

Scale = Literal["linear", "log", "auto"]
MAGNITUDES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
ENDLESS = 1e18
"""From here up a number has no word that a reader knows, and is written with its power of ten."""
TICKS = 5
"""About so many on the axis of numbers."""
WIDE = 50.0
"""From so many times the least number up, "auto" draws a logarithmic axis: below it, the least would be no more than
the foot of a linear one."""
NARROW = 0.75
"""Numbers of which the least is this share of the greatest, or more, have an axis that does not begin at zero."""
DECADES = 3.2
"""Up to so many a logarithmic axis has ticks at 1, 2 and 5, beyond at powers of ten."""
NOTHING = 1e-9
"""Numbers nearer to zero are drawn as zero is."""
ALIKE = 1e-6
"""Numbers that differ by less, as a share, are drawn as one."""
DAY = 86_400_000
"""Milliseconds."""
EPOCH = dt.date(1970, 1, 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Axis:
    """From `low` to `high`, with ticks and their labels in one or two lines."""

    low: float
    high: float
    ticks: tuple[float, ...]
    labels: tuple[tuple[str, ...], ...]
    log: bool = False

    def at(self, value: float) -> float:
        """Where a value stands, as a share of the axis."""
        if self.log:
            return math.log(value / self.low) / math.log(self.high / self.low)
        return (value - self.low) / (self.high - self.low)

    def back(self, share: float) -> float:
        """The value that stands at a share of the axis."""
        if self.log:
            return self.low * math.pow(self.high / self.low, share)
        return self.low + share * (self.high - self.low)


def milliseconds(day: dt.date) -> float:
    """As Vega counts time: since 1970, UTC."""
    return float((day - EPOCH).days * DAY)


def numbers(values: Sequence[float], scale: Scale) -> Axis:
    """The axis on which the values are drawn; a linear one where one of them is no more than zero."""
    least, most = min(values), max(values)
    log = least > NOTHING and (scale == "log" or (scale == "auto" and most >= WIDE * least))
    return _logarithmic(least, most) if log else _linear(least, most)


def _linear(least: float, most: float) -> Axis:
    least, most = _reach(least, most)
    room = (most - least) * 0.06
    step = _step((most - least) / TICKS)
    low = least if least == 0 else math.floor((least - room) / step) * step
    high = most if most == 0 else math.ceil((most + room) / step) * step
    ticks = tuple(round(low + i * step, 12) for i in range(round((high - low) / step) + 1))
    return Axis(low=low, high=high, ticks=ticks, labels=_written(ticks))


def _reach(least: float, most: float) -> tuple[float, float]:
    """With zero, unless all the numbers are far from it for how near they are to each other."""
    if max(abs(least), abs(most)) < NOTHING:
        return min(least, 0.0), 1.0
    alike = most - least < ALIKE * max(abs(least), abs(most))
    if least >= 0 and (alike or least < NARROW * most):
        return 0.0, most
    if most <= 0 and (alike or most > NARROW * least):
        return least, 0.0
    return least, most


def _step(rough: float) -> float:
    """The least 1, 2 or 5 × 10^k that is not below."""
    base = math.pow(10, math.floor(math.log10(rough)))
    return next(lead * base for lead in (1, 2, 5, 10) if lead * base >= rough * (1 - 1e-9))


def _logarithmic(least: float, most: float) -> Axis:
    low, high = _round_log(least, up=False), _round_log(most, up=True)
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    if math.log10(high / low) <= DECADES:
        candidates = (lead * math.pow(10, power) for power in range(first, last + 1) for lead in (1, 2, 5))
        ticks = tuple(tick for tick in candidates if low * (1 - 1e-9) <= tick <= high * (1 + 1e-9))
    else:
        every = math.ceil((last - first) / 8)
        ticks = tuple(math.pow(10, power) for power in range(first, last + every, every))
        low, high = ticks[0], ticks[-1]
    return Axis(low=low, high=high, ticks=ticks, labels=_written(ticks), log=True)


def _round_log(value: float, *, up: bool) -> float:
    """The next 1, 2 or 5 × 10^k that leaves a little room."""
    value = value * 1.15 if up else value / 1.15
    base = math.pow(10, math.floor(math.log10(value)))
    steps = [lead * base for lead in (1.0, 2.0, 5.0, 10.0)]
    return next(one for one in steps if one >= value) if up else next(one for one in reversed(steps) if one <= value)


def _written(ticks: Iterable[float]) -> tuple[tuple[str, ...], ...]:
    return tuple((tick_text(tick),) for tick in ticks)


def tick_text(value: float) -> str:
    """As the news writes a number.

    >>> tick_text(12000), tick_text(1.2e6), tick_text(5e5), tick_text(-3e9)
    ('12,000', '1.2 million', '500,000', '-3 billion')
    """
    for size, word in MAGNITUDES:
        if size <= abs(value) < ENDLESS:
            return f"{number(round(value / size, 6))} {word}"
    return number(round(value, 12))


def days(first: float, last: float, room: int) -> tuple[tuple[float, ...], tuple[tuple[str, ...], ...]]:
    """Ticks from the first to the last day (milliseconds) with their labels, at most `room` of them: days, weeks,
    months, quarters or years."""
    start, end = EPOCH + dt.timedelta(first / DAY), EPOCH + dt.timedelta(last / DAY)
    for step in (1, 2, 7, 14):
        if (end - start).days / step < room:
            return _labelled(_every(start, end, step), _day)
    for months in (1, 2, 3, 6):
        if (end - start).days / (months * 30.4) < room:
            return _labelled(_firsts(start, end, months), _month)
    for years in (1, 2, 5, 10, 20, 50, 100, 200, 500):
        if (end - start).days / (years * 365.2) < room:
            break
    whole = [dt.date(year, 1, 1) for year in range(start.year, end.year + 1) if year % years == 0]
    inside = [day for day in whole if start <= day <= end]
    return tuple(milliseconds(day) for day in inside), tuple((str(day.year),) for day in inside)


def _every(first: dt.date, last: dt.date, step: int) -> list[dt.date]:
    """Each `step` days from the last back, so that the newest day has its tick; weeks on Mondays."""
    if step % 7 == 0:
        last -= dt.timedelta(days=last.weekday())
    count = (last - first).days // step
    return [last - dt.timedelta(days=step * back) for back in range(count, -1, -1)]


def _firsts(first: dt.date, last: dt.date, months: int) -> list[dt.date]:
    """The first day of every so many months, counted from January."""
    counts = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    found = (dt.date(count // 12, count % 12 + 1, 1) for count in counts if count % months == 0)
    return [day for day in found if first <= day <= last]


def _day(day: dt.date) -> str:
    return f"{day.day} {month_abbr[day.month]}"


def _month(day: dt.date) -> str:
    return month_abbr[day.month]


def _labelled(
    ticks: Sequence[dt.date], written: Callable[[dt.date], str]
) -> tuple[tuple[float, ...], tuple[tuple[str, ...], ...]]:
    """With the year below the first and below each that begins another."""
    labels: list[tuple[str, ...]] = []
    for place, day in enumerate(ticks):
        new = place == 0 or ticks[place - 1].year != day.year
        labels.append((written(day), str(day.year)) if new else (written(day),))
    return tuple(milliseconds(day) for day in ticks), tuple(labels)
