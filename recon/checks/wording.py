"""Numbers and units as a finding prints them."""

from __future__ import annotations

import math
import re

from recon import units

SYMBOLS = {
    "millimeter": "mm", "centimeter": "cm", "meter": "m", "kilometer": "km", "inch": "in", "foot": "ft", "yard": "yd",
    "mile": "mi", "nautical_mile": "nmi", "hectare": "ha", "milliliter": "ml", "liter": "l", "gallon": "gal",
    "gram": "g", "kilogram": "kg", "metric_ton": "t", "ounce": "oz", "pound": "lb", "degree_Celsius": "°C",
    "degree_Fahrenheit": "°F", "delta_degree_Celsius": "°C", "delta_degree_Fahrenheit": "°F", "hour": "h",
    "second": "s", "kilowatt": "kW", "megawatt": "MW", "horsepower": "hp", "kilojoule": "kJ", "kilocalorie": "kcal",
}  # fmt: skip

LADDERS = (
    ("kilometer", "meter", "centimeter", "millimeter"),
    ("mile", "foot", "inch"),
    ("kilometer ** 2", "hectare", "meter ** 2", "centimeter ** 2"),
    ("mile ** 2", "acre", "foot ** 2", "inch ** 2"),
    ("metric_ton", "kilogram", "gram"),
    ("pound", "ounce"),
)
"""Units of one system from large to small."""

_FIELDS = frozenset({"hectare", "acre"})
"""Units in which even a province is measured."""
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_FEW = 4
_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number(value: float, digits: int) -> str:
    """The value to so many significant digits, thousands set off: 5,230,782 or 0.0016 or 2.9 billion."""
    if not value:
        return "0"
    for size, word in _LARGE:
        if abs(value) >= size and digits <= _FEW:
            return f"{number(value / size, digits)} {word}"
    places = digits - 1 - math.floor(math.log10(abs(value)))
    rounded = round(value, places)
    return f"{rounded:,.{max(0, places)}f}".replace("-", "−")


def symbol(unit: str) -> str:
    """A unit as print abbreviates it: "km²", "km/h", "acre"."""
    size, times, base = unit.partition(" * ")
    if times:
        return f"× {float(size):,g} {symbol(base)}"
    plain = re.sub(r"\w+", lambda name: SYMBOLS.get(name[0], name[0].replace("_", " ")), unit.replace(" ** ", "^"))
    return plain.replace("^2", "²").replace("^3", "³").replace(" / ", "/")


def plural(unit: str) -> str:
    """A unit in words, as in "the factor for square miles"."""
    base, _, power = unit.partition(" ** ")
    name = base.replace("_", " ")
    word = {"foot": "feet", "inch": "inches", "stone": "stone"}.get(name, f"{name}s")
    return {"2": "square ", "3": "cubic "}.get(power, "") + word


def _most(unit: str) -> float:
    """The number from which another unit is taken."""
    return 1e7 if unit in _FIELDS else 1e5


def fitting(value: float, unit: str) -> tuple[float, str]:
    """The value in the unit of the same system that prints it with a figure before the point: 0.009 km is 9 m."""
    ladder = next((steps for steps in LADDERS if unit in steps), (unit,))
    if not value or 0.1 <= abs(value) < _most(unit):
        return value, unit
    for step in ladder:
        moved = units.convert(value, unit, step)
        if abs(moved) >= 1:
            return moved, step
    return value, unit


def quantity(value: float, unit: str, digits: int) -> str:
    """A number with its unit in a fitting size: "9.1 m"."""
    moved, step = fitting(value, unit)
    name = symbol(step)
    return f"{number(moved, digits)}{'' if name.startswith('°') else ' '}{name}"


def interval(low: float, high: float, unit: str) -> str:
    """Both ends of an interval in one fitting unit, with as many digits as tell them apart."""
    moved, step = fitting(high, unit)
    bottom = low if step == unit else units.convert(low, unit, step)
    gap = abs(moved - bottom) or abs(moved) or 1
    digits = max(2, math.ceil(math.log10(max(abs(moved), gap) / gap)) + 1)
    lower, upper = number(bottom, digits), number(moved, digits)
    joint = " to " if "−" in lower + upper else "–"
    return f"{lower}{joint}{upper} {symbol(step)}"


def instead(text: str, printed: tuple[float, ...], values: tuple[float, ...], unit: str, digits: int) -> str:
    """The printed figure with other values in it; with symbols of another size where its own words would not fit them.

    `printed` are the values that the numbers in the text stand for: 1.8e9 for "1.8 billion".
    """
    found = [float(digit.replace(",", "")) for digit in _NUMBER.findall(text)]
    sizes = [one / other for one, other in zip(printed, found, strict=False) if other]
    if not len(found) == len(sizes) == len(values) or any(
        not 0.01 <= abs(v / s) < _most(unit) for v, s in zip(values, sizes, strict=True)
    ):
        return " to ".join(quantity(value, unit, digits) for value in values)
    fresh = iter(number(value / size, digits) for value, size in zip(values, sizes, strict=True))
    return _NUMBER.sub(lambda _: next(fresh), text)
