"""What a printed figure leaves open: the interval of each number it prints (statcheck's rule, Nuijten et al. 2016)."""

from __future__ import annotations

from typing import NamedTuple

from recon import grain, units
from recon.model import Figure


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


def extent(value: float, step: float) -> Extent:
    """The number with the interval of its grain."""
    return Extent(value, *grain.interval(value, step))


def extents(figure: Figure) -> tuple[Extent, ...]:
    """One extent for a figure that prints a number, two for a range, none for one that says no number."""
    if figure.value is not None:
        return (extent(figure.value, figure.step),)
    if figure.bound == "range" and figure.low is not None and figure.high is not None:
        return extent(figure.low, figure.step), extent(figure.high, figure.step)
    return ()


def converted(one: Extent, source: str, target: str) -> Extent:
    """The same extent as numbers of another unit."""
    value, low, high = (units.convert(number, source, target) for number in one)
    return Extent(value, min(low, high), max(low, high))


def spanning(parts: tuple[Extent, ...]) -> Extent:
    """One extent over all of them, for a range set against a single number."""
    low, high = min(part.low for part in parts), max(part.high for part in parts)
    return Extent((low + high) / 2, low, high)


def significant_digits(value: float, step: float) -> int:
    """How many digits were printed with a meaning: 3 for 486, 2 for 6,500, 4 for 9.940 printed to the thousandth.

    Zeros at the end of a whole number are not counted, those after a decimal point are.
    """
    if not value or step <= 0:
        return 1
    digits = str(round(abs(value) / step))
    return max(1, len(digits) if step < 1 else len(digits.rstrip("0")))
