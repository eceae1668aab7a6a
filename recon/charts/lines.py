"""The estimates of a reconciler as a line in steps and a band, and whether a model made them.

An estimate holds until the next is made, so lines are steps: a slope between two would show numbers that no claim and
no reconciler gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recon.charts.axes import milliseconds
from recon.model import Estimate, Series
from recon.provenance import is_reported


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """What holds from one day (milliseconds) on; None is an open side, or no best."""

    day: float
    low: float | None
    best: float | None
    high: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One reconciler's dated estimates, oldest first; `modelled` where it gives a number that no claim prints."""

    by: str
    modelled: bool
    steps: tuple[Step, ...]

    @property
    def colour(self) -> str:
        """A custom property of the palette: what a model made is never drawn in the colour of what was printed."""
        return "--chart-modelled" if self.modelled else "--chart-estimate"

    @property
    def label(self) -> str:
        """Its name, and that it is modelled."""
        return f"{self.by}, modelled" if self.modelled else self.by


def lines(series: Series, estimates: Iterable[Estimate]) -> tuple[Line, ...]:
    """A line for each reconciler in the order given; estimates without a day are in none."""
    by: dict[str, list[Estimate]] = {}
    for one in estimates:
        by.setdefault(one.by, []).append(one)
    return tuple(
        Line(by=name, modelled=not all(is_reported(one, series.claims) for one in own), steps=steps)
        for name, own in by.items()
        if (steps := _steps(own))
    )


def numbers(drawn: Iterable[Line]) -> list[float]:
    """All that the axis has to reach."""
    return [
        number
        for line in drawn
        for step in line.steps
        for number in (step.low, step.best, step.high)
        if number is not None
    ]


def _steps(estimates: Sequence[Estimate]) -> tuple[Step, ...]:
    dated = sorted((one for one in estimates if one.at is not None), key=lambda one: str(one.at))
    return tuple(
        Step(day=milliseconds(one.at), low=one.low, best=one.best, high=one.high) for one in dated if one.at is not None
    )


def last_day(drawn: Sequence[Line]) -> float | None:
    """The newest day of any estimate: to it each line goes on, for an estimate holds until the next."""
    return max((step.day for line in drawn for step in line.steps), default=None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """What holds from one day to another. Spans of one `run` join."""

    run: int
    since: float
    until: float
    step: Step

    @property
    def open(self) -> bool:
        """A side is open, and there is no best: where there is one, as in "at least 40", the line says enough."""
        return self.step.best is None and (self.step.low is None) != (self.step.high is None)

    @property
    def closed(self) -> bool:
        """From one number to another."""
        return self.step.low is not None and self.step.high is not None and self.step.low != self.step.high


def spans(line: Line, until: float) -> list[Span]:
    """The steps with their ends; a run is of steps that all have, or all lack, a best."""
    ends = [step.day for step in line.steps[1:]] + [until]
    found: list[Span] = []
    for step, end in zip(line.steps, ends, strict=True):
        same = bool(found) and (found[-1].step.best is None) == (step.best is None)
        run = found[-1].run + (not same) if found else 0
        found.append(Span(run=run, since=step.day, until=end, step=step))
    return found
