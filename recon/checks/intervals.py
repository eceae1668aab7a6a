"""Arithmetic on what printed numbers leave open: sums, differences, products and quotients of extents."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from recon import grain
from recon.checks.extent import Extent
from recon.model import Figure

ROUNDED_FROM = 100
"""Things are counted one by one below this, and printed without a hedge only then."""

_ABOUT = 0.1
_NEARLY = 0.15
_BEYOND = 1.25
"""How far a hedge opens a number to its side, as a share: "more than 10%" is not said of 15%."""

_WORDED = 0.1
"""How far a fraction in words may be off, as a share: "a third" is said of 30 to 36 percent."""


def asserted(figure: Figure) -> Extent | None:
    """What a figure leaves open, its hedge included; None where it prints no number."""
    if figure.value is None:
        if figure.bound != "range" or figure.low is None or figure.high is None:
            return None
        low, high = grain.interval(figure.low, figure.step)[0], grain.interval(figure.high, figure.step)[1]
        return Extent((figure.low + figure.high) / 2, low, high)
    value = figure.value
    low, high = (value, value) if is_counted(figure) else grain.interval(value, figure.step)
    if figure.kind == "ratio":
        low, high = value * (1 - _WORDED), value * (1 + _WORDED)
    size = abs(value)
    match figure.bound:
        case "about":
            return Extent(value, min(low, value - _ABOUT * size), max(high, value + _ABOUT * size))
        case "nearly" | "at_most" | "less_than":
            return Extent(value, min(low, value - _NEARLY * size), high)
        case "at_least" | "more_than":
            return Extent(value, low, max(high, value + (_BEYOND - 1) * size))
        case _:
            return Extent(value, low, high)


def is_counted(figure: Figure) -> bool:
    """A count that is meant exactly as it stands: 12, 40 or 347, but not 1,200."""
    if figure.bound != "exact" or figure.value is None or figure.kind != "count":
        return False
    return figure.value < ROUNDED_FROM or grain.grain(figure.value, figure.step) <= 1


def total(parts: Iterable[Extent]) -> Extent:
    """The sum."""
    values = list(parts)
    return Extent(sum(p.value for p in values), sum(p.low for p in values), sum(p.high for p in values))


def difference(one: Extent, other: Extent) -> Extent:
    """The first less the second."""
    return Extent(one.value - other.value, one.low - other.high, one.high - other.low)


def product(one: Extent, other: Extent) -> Extent:
    """One times the other, of numbers above zero."""
    return Extent(one.value * other.value, one.low * other.low, one.high * other.high)


def quotient(one: Extent, other: Extent) -> Extent:
    """The first over the second, of numbers above zero; open upwards where the second may be zero."""
    return Extent(
        one.value / other.value if other.value else inf,
        one.low / other.high if other.high else inf,
        one.high / other.low if other.low > 0 else inf,
    )


def times(one: Extent, factor: float) -> Extent:
    """An extent stretched by a number above zero."""
    return Extent(*(end * factor for end in one))


def shown(value: float) -> str:
    """A number as a working prints it: thousands set off, at most four digits after the point's place."""
    if abs(value) >= 1e6:
        for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
            if abs(value) >= size:
                return f"{value / size:,.4g} {word}"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"


def between(one: Extent) -> str:
    """An extent in words: "6,450 to 6,600"; one number where it leaves nothing open."""
    low, high = shown(one.low), shown(one.high)
    return low if low == high else f"{low} to {high}"
