"""Slips of conversion, made on right ones: what a writer, a calculator or a misread table turns them into.

A sentence marks its numbers with their units, `{16|km} kilometers ({10|mi} miles)`; a third part is what is printed
where that is no decimal number, `{0.75|in|3/4}`. Each slip replaces the number of one side by what it makes of the
other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from recon import units

UNITS = {
    "km": "kilometer", "mi": "mile", "nmi": "nautical_mile", "ft": "foot", "m": "meter", "in": "inch", "yd": "yard",
    "cm": "centimeter", "mm": "millimeter", "ha": "hectare", "ftm": "fathom", "ly": "light_year",
    "km2": "kilometer ** 2", "mi2": "mile ** 2", "m2": "meter ** 2", "ft2": "foot ** 2", "m3": "meter ** 3",
    "yd2": "yard ** 2", "in2": "inch ** 2", "cm2": "centimeter ** 2", "yd3": "yard ** 3", "in3": "inch ** 3",
    "cm3": "centimeter ** 3", "ft3": "foot ** 3", "lb": "pound", "kg": "kilogram", "g": "gram", "oz": "ounce",
    "st": "stone", "t": "metric_ton", "ton": "ton", "long": "long_ton", "troy": "troy_ounce", "gal": "gallon",
    "igal": "imperial_gallon", "L": "liter", "ml": "milliliter", "pt": "pint", "ipt": "imperial_pint",
    "floz": "fluid_ounce", "bbl": "barrel", "acft": "acre_foot", "kt": "knot", "hp": "horsepower", "kW": "kilowatt",
    "MW": "megawatt", "kcal": "kilocalorie", "kJ": "kilojoule", "BTU": "british_thermal_unit", "hPa": "hectopascal",
    "mb": "millibar", "psi": "psi", "kPa": "kilopascal", "bar": "bar", "h": "hour", "s": "second",
    "C": "degree_Celsius", "F": "degree_Fahrenheit", "dC": "delta_degree_Celsius", "dF": "delta_degree_Fahrenheit",
    "K": "kelvin", "lbft": "foot_pound", "Nm": "newton_meter", "inHg": "25.4 * millimeter_Hg",
    "million": "1000000 *", "billion": "1000000000 *",
}  # fmt: skip
"""The short names of units in the marks; "km/h" and "million km" are made of them."""

CONFUSED = (
    {"inch", "foot", "mile", "centimeter", "meter", "kilometer"},
    {"mile", "nautical_mile"},
    {"gallon", "imperial_gallon"},
    {"ton", "metric_ton", "pound", "kilogram"},
    {"foot ** 2", "acre", "mile ** 2", "meter ** 2", "hectare", "kilometer ** 2"},
    {"mile / hour", "knot"},
)
_COMPOUND = ("foot", "inch"), ("pound", "ounce"), ("stone", "pound")
_MARK = re.compile(r"\{([-\d.,]+)\|([^}|]+)(?:\|([^}]+))?\}")
_WORD = re.compile(r"[A-Za-z]+\d?")
_OFF = (0.05, 0.08, 0.12, 0.2, 0.35)
"""Shares by which a number is off that was misheard, or converted twice."""


@dataclass(frozen=True)
class Mark:
    """A number in a sentence: what it says, in which unit, and where the mark stands."""

    printed: str
    unit: str
    value: float
    start: int
    end: int

    @property
    def digits(self) -> int:
        """Its significant digits; zeros at the end of a whole number are none."""
        plain = self.printed.lstrip("-").replace(",", "").replace(".", "").lstrip("0")
        return max(1, len(plain) if "." in self.printed else len(plain.rstrip("0")))

    @property
    def places(self) -> int:
        """The decimal places it is printed with."""
        return len(self.printed.partition(".")[2])


@dataclass(frozen=True)
class Case:
    """A sentence as printed, and what was done to it: "" where it is right; `beyond` what rounding makes of it."""

    text: str
    slip: str = ""
    beyond: bool = False


def marks_of(sentence: str) -> list[Mark]:
    """The marks of a sentence."""
    found = []
    for match in _MARK.finditer(sentence):
        number, unit, printed = match.groups()
        expression = _WORD.sub(lambda word: UNITS.get(word[0], word[0]), unit)
        expression = expression.removesuffix(" *")
        found.append(Mark(printed or number, expression, float(number.replace(",", "")), match.start(), match.end()))
    return found


def plain(sentence: str, changed: Sequence[tuple[Mark, str]] = ()) -> str:
    """The sentence as it is printed, some numbers replaced."""
    instead = {mark.start: text for mark, text in changed}
    return _MARK.sub(lambda match: instead.get(match.start(), match[3] or match[1]), sentence)


def cases(sentence: str) -> Iterator[Case]:
    """The right sentence, then all that the slips make of it, each once."""
    yield Case(plain(sentence))
    marks = marks_of(sentence)
    seen = {plain(sentence)}
    for one, other in sides(marks):
        for slip, numbers in made(one, other):
            text = plain(
                sentence, [(mark, _printed(number, mark)) for mark, number in zip(other, numbers, strict=True)]
            )
            if text not in seen:
                seen.add(text)
                fresh = [
                    replace(m, printed=_printed(n, m), value=float(_printed(n, m).replace(",", "")))
                    for m, n in zip(other, numbers, strict=True)
                ]
                yield Case(text, slip, any(beyond_rounding(a, b) for a, b in zip(one, fresh, strict=True)))


def sides(marks: Sequence[Mark]) -> Iterator[tuple[list[Mark], list[Mark]]]:
    """Each side with each that answers it number by number; "6 ft 2 in" is one number of feet."""
    parts: list[list[Mark]] = []
    whole: list[Mark] = []
    for mark in marks:
        if whole and (whole[-1].unit, mark.unit) in _COMPOUND:
            inches = units.convert(mark.value, mark.unit, whole[-1].unit)
            step = round(units.convert(1, whole[-1].unit, mark.unit))
            whole[-1] = replace(whole[-1], value=whole[-1].value + inches, printed="", unit=whole[-1].unit, end=-step)
        else:
            whole.append(mark)
    for mark in whole:
        if parts and parts[-1][0].unit == mark.unit:
            parts[-1].append(mark)
        else:
            parts.append([mark])
    for group in _groups(parts):
        for one in group:
            for other in group:
                if one is not other and len(one) == len(other) and all(mark.printed for mark in other):
                    yield one, other


def _groups(parts: Sequence[list[Mark]]) -> Iterator[list[list[Mark]]]:
    """The sides of one quantity each: another begins where a unit comes again, or measures something else."""
    group: list[list[Mark]] = []
    for part in parts:
        unit = part[0].unit
        if group and (unit in {one[0].unit for one in group} or not units.compatible(unit, group[0][0].unit)):
            yield group
            group = []
        group.append(part)
    yield group


def made(one: Sequence[Mark], other: Sequence[Mark]) -> Iterator[tuple[str, list[float]]]:
    """What each slip makes of the other side, by name."""
    source, target = one[0].unit, other[0].unit
    values, printed = [mark.value for mark in one], [mark.value for mark in other]
    yield "not converted", values
    for times in (10, 1000):
        yield f"times {times:,}", [value * times for value in printed]
        yield f"a {times:,}th", [value / times for value in printed]
    for index, mark in enumerate(other):
        for number in swapped(mark):
            yield "digits swapped", [*printed[:index], number, *printed[index + 1 :]]
    if "degree" in source:
        yield from _degrees(source, target, values)
    else:
        factor = units.convert(1, source, target)
        yield "factor inverted", [value / factor for value in values]
        yield from _other_units(source, target, values)
        for power in (2, 3):
            if f"** {power}" in source:
                yield "factor of a length", [value * factor ** (1 / power) for value in values]
    for share in _OFF:
        yield f"{share:.0%} off", [value * (1 + share) for value in printed]
        yield f"{share:.0%} off", [value * (1 - share) for value in printed]


def _other_units(source: str, target: str, values: Sequence[float]) -> Iterator[tuple[str, list[float]]]:
    for family in CONFUSED:
        name = "nautical for statute" if "nautical_mile" in family else "other unit"
        name = "US for imperial" if "imperial_gallon" in family else name
        for unit in sorted(family - {source, target}):
            if source in family:
                yield name, [units.convert(value, unit, target) for value in values]
            elif target in family:
                yield name, [units.convert(value, source, unit) for value in values]


def _degrees(source: str, target: str, values: Sequence[float]) -> Iterator[tuple[str, list[float]]]:
    level, as_change = source.removeprefix("delta_"), source.startswith("delta_")
    there = target.removeprefix("delta_")
    if as_change:
        yield "level for a change", [units.convert(value, level, there) for value in values]
    else:
        yield "change for a level", [units.convert(value, f"delta_{level}", f"delta_{there}") for value in values]


def swapped(mark: Mark) -> Iterator[float]:
    """The numbers with two neighbouring digits the other way round."""
    text = mark.printed
    for place, (a, b) in enumerate(pairwise(text)):
        if a.isdigit() and b.isdigit() and a != b and (b != "0" or place):
            yield float((text[:place] + b + a + text[place + 2 :]).replace(",", ""))


def beyond_rounding(one: Mark, other: Mark) -> bool:
    """Whether neither number is what the other rounds or cuts to, to the digits that it prints."""
    there = units.convert(one.value, one.unit, other.unit)
    if _comes_to(there, other):
        return False
    back = units.convert(other.value, other.unit, one.unit)
    if not one.printed:
        return abs(back - one.value) > 1 / -one.end
    return not _comes_to(back, one)


def _comes_to(exact: float, mark: Mark) -> bool:
    if not mark.value:
        return abs(exact) < 10**-mark.places
    digits = max(mark.digits, 2 if abs(mark.value) >= 10 else 1)  # 50 for 58 is neither rounded nor cut
    step = 10.0 ** (math.floor(math.log10(abs(mark.value)) + 1e-9) - digits + 1)
    steps = exact / step
    wanted = round(mark.value / step)
    return wanted in (math.floor(steps + 0.5), math.ceil(steps - 0.5), math.trunc(steps + math.copysign(1e-9, steps)))


def _printed(number: float, mark: Mark) -> str:
    """A number as the mark prints its own: to as many digits, thousands set off."""
    if number == 0:
        return "0"
    first = math.floor(math.log10(abs(number)))
    digits = max(mark.digits, 2 if abs(number) < 100 else 1)
    places = max(0, digits - 1 - first) if mark.places or abs(number) < 1 else 0
    rounded = round(number, digits - 1 - first)
    return f"{rounded:,.{places}f}"
