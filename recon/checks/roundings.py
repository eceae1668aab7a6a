"""Whether two numbers are one quantity rounded, cut, or printed as rounded twice.

Statcheck's rule (Nuijten et al. 2016) asks whether what two printed numbers leave open has a point in common. That
lets pass what nobody would write: 16 km and 11 miles meet at 17 km, which is neither. So a pair must also be explained.
One number is what the other comes to, rounded or cut; or both are a third number, rounded.
"""

from __future__ import annotations

import math
from typing import Literal

from recon import units
from recon.checks.extent import Extent, Printed, converted, significant_digits

Verdict = Literal["agree", "near", "apart"]

_PRECISE_DIGITS = 3
_CUT_SHARE = 0.05
"""A number is cut, instead of rounded, to its last printed digit only where that takes no more than this share."""
_FIVES_BELOW = 100
_APART = 0.1
"""Weather and earthquake services round both sides to fives: "20 miles (35 km)" may be this far apart, as a
share, and so may numbers of one digit."""
_TWO_DIGITS = 10
_HOT = 100
_BETWEEN_MARKS = 10


def judged(mine: Printed, theirs: Printed, source: str, target: str, *, loosely: bool, exactly: bool) -> Verdict:
    """`apart` where the intervals do not meet, `near` where they do and nothing explains both numbers.

    Hedges that differ are judged `loosely`, by the intervals alone; only numbers without any are held to the last
    digit that they print (`exactly`).
    """
    level = source.startswith("degree")
    if level:
        mine, theirs = _of_degrees(mine), _of_degrees(theirs)
    there = converted(mine.extent, source, target)
    fives = _are_in_fives(mine, theirs) and abs(there.value - theirs.value) <= _APART * theirs.value
    if level and _are_of_an_oven(mine, theirs, source, there.value):
        return "agree"
    if not there.meets(theirs.extent) and not _rounds_to(there.value, theirs, mine):
        return "agree" if fives and not level else "apart"
    if loosely or fives or theirs.extent.holds(there.value) or _rounds_to(there.value, theirs, mine):
        return "agree"
    back = units.convert(theirs.value, target, source)
    if exactly and _is_precise(theirs):
        return "agree" if _to_the_last_digit(mine).holds(back) else "near"
    if mine.extent.holds(back) or _rounds_to(back, mine, theirs):
        return "agree"
    return "agree" if converted(mine.rounded, source, target).meets(theirs.rounded) else "near"


def _rounds_to(exact: float, printed: Printed, other: Printed) -> bool:
    """Whether a number rounds to the significant digits of the printed one: 1,452,980 to 1,500,000.

    One digit will do where both sides print no more, as in "100 metres (300 feet)", and are near enough.
    """
    digits = significant_digits(printed.value, printed.step)
    if digits == 1 and (
        significant_digits(other.value, other.step) > 1
        or min(printed.value, other.value) < _TWO_DIGITS
        or abs(exact - printed.value) > _APART * printed.value
    ):
        return False
    return printed.step > 0 and math.isclose(float(f"{exact:.{digits - 1}e}"), printed.value)


def _to_the_last_digit(printed: Printed) -> Extent:
    """What rounds or cuts to a number whose zeros at the end are meant."""
    step = printed.step
    cut = step if step <= _CUT_SHARE * abs(printed.value) else step / 2
    return Extent(printed.value, printed.value - step / 2, printed.value + cut)


def _is_precise(printed: Printed) -> bool:
    """Whether a number is printed to three significant digits, and does not end in a 5 as numbers in fives do."""
    last = round(abs(printed.value) / printed.step) if printed.step else 0
    digits = significant_digits(printed.value, printed.step)
    return digits >= _PRECISE_DIGITS and not str(last).rstrip("0").endswith("5")


def _are_in_fives(mine: Printed, theirs: Printed) -> bool:
    """Whether both are whole fives small enough to be meant so."""
    return all(0 < side.value < _FIVES_BELOW and side.value % 5 == 0 and side.step >= 1 for side in (mine, theirs))


def _of_degrees(printed: Printed) -> Printed:
    """A temperature, which is rounded to fives and tens, and not cut to them."""
    value, half = printed.value, printed.grain / 2
    if not printed.step:
        return printed
    away = max(half, min(printed.step, abs(value)))
    low, high = (away, half) if value < 0 else (half, away)
    return printed._replace(extent=Extent(value, value - low, value + high))


def _are_of_an_oven(mine: Printed, theirs: Printed, source: str, exact: float) -> bool:
    """Whether both are marks of an oven, which go by 10 °C and by 25 °F: 325 °F is printed as 160 and as 170 °C."""
    fahrenheit, celsius = (mine, theirs) if source == "degree_Fahrenheit" else (theirs, mine)
    size = 1.0 if theirs is celsius else 1.8
    return (
        celsius.value >= _HOT
        and not fahrenheit.value % 25
        and not celsius.value % 10
        and abs(exact - theirs.value) < _BETWEEN_MARKS * size
    )
