"""Two measures side by side → one quantity: a range whose ends share what only one prints, or a compound."""

from __future__ import annotations

import re

from recon.extraction.grammar import Grammar
from recon.extraction.measures import unit_of
from recon.extraction.readings import Join, Reading
from recon.numerals import MAGNITUDES, SHORT_MAGNITUDES, Number, scale

_SMALLER = {
    ("foot", "inch"): 12, ("hour", "minute"): 60, ("minute", "second"): 60, ("pound", "ounce"): 16,
    ("stone", "pound"): 14, ("year", "month"): 12, ("day", "hour"): 24, ("meter", "centimeter"): 100,
    ("week", "day"): 7, ("year", "day"): 365, ("yard", "foot"): 3,
}  # fmt: skip
"""Units that follow one another in a compound, and how many of the second make one of the first."""


def shared(
    one: Reading, other: Reading, first: re.Match[str], second: re.Match[str], grammar: Grammar
) -> tuple[Reading, Reading]:
    """Gives each end of a range what only the other end prints: magnitude, currency, unit, rate."""
    if one.kind == "money" and other.million:  # "£3-4m" are no metres
        other = _scaled(other._replace(unit=one.unit, kind="money", alternatives=one.alternatives, million=False), 1e6)
    if one.million and not other.million and _magnitude(second["number"], grammar) == 1e6:
        one = _scaled(
            one._replace(unit=other.unit, kind=other.kind, alternatives=other.alternatives, million=False), 1e6
        )
    left, right = one, other
    if left.kind == "count" and right.kind != "count":
        left = left._replace(unit=right.unit, kind=right.kind, alternatives=right.alternatives)
        left = _scaled(left, 1 if second["currency"] else unit_of(second, grammar)[0].factor)
    elif right.kind == "count" and left.kind != "count" and (left.kind == "money" or not first["unit"]):
        right = right._replace(unit=left.unit, kind=left.kind, alternatives=left.alternatives)
    if right.unit.startswith(f"{left.unit} / "):
        left = left._replace(unit=right.unit, kind=right.kind)
    elif left.unit.startswith(f"{right.unit} / "):
        right = right._replace(unit=left.unit, kind=left.kind)
    if left.unit != right.unit or left.value is None or right.value is None:
        return one, other
    magnitude = _magnitude(second["number"], grammar)
    if magnitude > 1 == _magnitude(first["number"], grammar) and left.value < right.value / magnitude:
        left = _scaled(left, magnitude)
    return left, right


def _magnitude(written: str, grammar: Grammar) -> float:
    short = grammar.short.search(written)
    if short:
        return SHORT_MAGNITUDES[short[1]]
    last = re.search(r"(hundred|thousand|million|billion|trillion|lakh|crore)s?$", written.lower())
    return MAGNITUDES[last[1]] if last else 1


def _scaled(reading: Reading, factor: float) -> Reading:
    if factor == 1 or reading.value is None:
        return reading
    number = scale(Number(reading.value, reading.step), factor)
    return reading._replace(value=number.value, low=number.value, high=number.value, step=number.step, bare=False)


def ranged(one: Reading, other: Reading, join: Join) -> Reading | None:
    """ "5 to 10 km", "5 ± 2 km" as one figure; None where they are no ends of one."""
    if one.value is None or other.value is None or one.unit != other.unit:
        return None
    if abs(other.value) > 1000 * max(abs(one.value), 1) or (
        one.bare and not one.unit and not other.bare and 1500 <= one.value < 2100
    ):
        return None
    if join == "margin":
        low, high = one.value - other.value, one.value + other.value
    elif one.value < other.value:
        low, high = one.value, other.value
    else:
        return None
    return other._replace(
        start=one.start, value=None, low=low, high=high, step=min(one.step, other.step), bound="range",
        bare=one.bare and other.bare, words=one.words and other.words,
    )  # fmt: skip


def _is_hundredths(match: re.Match[str], grammar: Grammar) -> bool:
    return bool(match["unit"]) and unit_of(match, grammar)[0].factor != 1


def compound(
    one: Reading, other: Reading, first: re.Match[str], second: re.Match[str], grammar: Grammar
) -> Reading | None:
    """ "5 ft 11 in" as one figure in feet; "5-foot-10" with the smaller unit left out."""
    if (
        one.kind == other.kind == "money"
        and one.unit == other.unit
        and _is_hundredths(second, grammar)
        and not _is_hundredths(first, grammar)
    ):
        total = (one.value or 0) + (other.value or 0)
        return one._replace(end=other.end, value=total, low=total, high=total, step=other.step)
    smaller = "inch" if one.unit == "foot" and other.bare and one.tight else other.unit
    smaller = "minute" if one.unit == "hour" and other.million else smaller
    parts = _SMALLER.get((one.unit, smaller))
    if not parts or one.value is None or other.value is None or not 0 <= other.value < parts or one.step < 1:
        return None
    value = one.value + other.value / parts
    return one._replace(
        end=other.end,
        value=value,
        low=value,
        high=value,
        step=other.step / parts,
        kind=other.kind if other.kind == "age" else one.kind,
    )


def with_seconds(reading: Reading, more: Reading) -> Reading | None:
    """Hours and minutes with their seconds: "two hours 18 minutes 15 seconds"."""
    if reading.unit != "hour" or more.unit != "second" or reading.value is None or not 0 <= (more.value or 0) < 60:
        return None
    value = reading.value + (more.value or 0) / 3600
    return reading._replace(end=reading.end, value=value, low=value, high=value, step=more.step / 3600)
