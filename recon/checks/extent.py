"""What a printed figure leaves open: the interval of each number it prints (statcheck's rule, Nuijten et al. 2016)."""

from __future__ import annotations

import re
from typing import NamedTuple

from recon import grain, units
from recon.model import Figure

_FRACTION = re.compile(
    r"[½⅓⅔¼¾⅕⅛⅜⅝⅞]|\b\d{1,2}[/⁄]\d{1,2}\b|\b(?:half|halves|thirds?|quarters?|fifths?|eighths?|tenths?)\b", re.IGNORECASE
)
_PART = 0.1


class Extent(NamedTuple):
    """A printed number with the interval it leaves open, all in one unit."""

    value: float
    low: float
    high: float

    def meets(self, other: Extent) -> bool:
        """Whether the two intervals have a point in common, but for what factors differ by in their sixth digit.

        A survey acre and an international one are two millionths apart.
        """
        dust = 1e-5 * max(abs(self.low), abs(self.high), abs(other.low), abs(other.high))
        return self.low <= other.high + dust and other.low <= self.high + dust

    def holds(self, value: float) -> bool:
        """Whether the interval has a value in it."""
        return self.meets(Extent(value, value, value))


class Printed(NamedTuple):
    """A number as printed: its extent, how finely it is meant, and the place of its last digit.

    `grain` and `step` are 0 where they cannot be told, as for the middle of a range.
    """

    extent: Extent
    grain: float = 0.0
    step: float = 0.0

    @property
    def value(self) -> float:
        return self.extent.value

    @property
    def rounded(self) -> Extent:
        """What rounds to the number, without what is only cut to it."""
        return Extent(self.value, self.value - self.grain / 2, self.value + self.grain / 2)


def extent(value: float, step: float) -> Extent:
    """The number with the interval of its grain."""
    return Extent(value, *grain.interval(value, step))


def _whole(value: float, step: float) -> Printed:
    return Printed(extent(value, step), grain.grain(value, step), step)


def _fraction(value: float, step: float) -> Printed:
    """ "3/4" is meant to less than a quarter: to a tenth of itself, "1 1/2" to a twentieth."""
    size = min(step, _PART * abs(value) * (2 if abs(value) < 1 else 1))
    return Printed(Extent(value, value - size / 2, value + size / 2), size, step)


def extents(figure: Figure) -> tuple[Printed, ...]:
    """One number for a figure that prints one, two for a range, none for one that says no number."""
    made = _fraction if _FRACTION.search(figure.text) else _whole
    if figure.value is not None:
        return (made(figure.value, figure.step),)
    if figure.bound == "range" and figure.low is not None and figure.high is not None:
        return made(figure.low, figure.step), made(figure.high, figure.step)
    return ()


def converted(one: Extent, source: str, target: str) -> Extent:
    """The same extent as numbers of another unit."""
    value, low, high = (units.convert(number, source, target) for number in one)
    return Extent(value, min(low, high), max(low, high))


def spanning(parts: tuple[Printed, ...]) -> Printed:
    """One extent over all of them, for a range set against a single number."""
    low, high = min(part.extent.low for part in parts), max(part.extent.high for part in parts)
    return Printed(Extent((low + high) / 2, low, high))


def significant_digits(value: float, step: float) -> int:
    """How many digits were printed with a meaning: 3 for 486, 2 for 6,500, 4 for 9.940 printed to the thousandth.

    Zeros at the end of a whole number are not counted, those after a decimal point are.
    """
    if not value or step <= 0:
        return 1
    digits = str(round(abs(value) / step))
    return max(1, len(digits) if step < 1 else len(digits.rstrip("0")))
