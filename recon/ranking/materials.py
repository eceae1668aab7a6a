"""Claims beside what turned out true: what a reconciler is ranked on."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from recon.model import Series

Scale = Literal["log", "difference"]
"""How far two numbers lie apart: by their logarithms, or by their difference in their unit."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sitting:
    """All that was known at one moment, and the true numbers of some of its series, by key.

    A reconciler learns (`fit`) from all of the series, and answers for those that have a truth: its newest estimate
    for `day` or before, for any day where it is None.
    """

    series: tuple[Series, ...]
    truth: Mapping[str, float]
    day: dt.date | None = None

    @property
    def asked(self) -> tuple[Series, ...]:
        """The series whose truth is known."""
        return tuple(one for one in self.series if one.key in self.truth)


@dataclass(frozen=True, kw_only=True, slots=True)
class Material:
    """Sittings under a name. On the scale "log" every truth is above zero."""

    name: str
    sittings: tuple[Sitting, ...]
    scale: Scale = "log"

    @property
    def asked(self) -> list[tuple[str, float]]:
        """The key and the truth of every question, in order."""
        return [(one.key, sitting.truth[one.key]) for sitting in self.sittings for one in sitting.asked]


def on(scale: Scale, number: float | None) -> float | None:
    """Where a number lies on a scale; None where it has no place there: an open end, or zero on "log"."""
    if number is None or scale == "difference":
        return number
    return math.log(number) if number > 0 else None
