"""How a conversion may have gone wrong, by trial: a slip made on the one number fits where it gives the other."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from recon import units
from recon.checks.wording import plural

CONFUSABLE = (
    ("inch", "foot", "mile", "nautical_mile", "centimeter", "meter", "kilometer"),
    ("foot ** 2", "acre", "mile ** 2", "meter ** 2", "hectare", "kilometer ** 2"),
    ("ounce", "troy_ounce", "pound", "stone", "ton", "long_ton", "gram", "kilogram", "metric_ton"),
    ("pint", "imperial_pint", "quart", "gallon", "imperial_gallon", "barrel", "milliliter", "liter"),
    ("fluid_ounce", "imperial_fluid_ounce", "cup", "milliliter"),
    ("mile / hour", "knot", "kilometer / hour", "meter / second", "foot / second"),
)
"""Units of one dimension that are mistaken for each other."""

_CLOSE = 0.02
"""How near a trial must come, as a share, or round to what is printed: a slip is made on the number itself."""


def likely_cause(value: float, source: str, printed: float, target: str, step: float) -> str:
    """The first slip that turns `value` in `source` into `printed` in `target`; "" where none does."""
    if not printed:
        return "rounded away to nothing"
    return next(_slips(value, source, printed, target, step), "")


def _slips(value: float, source: str, printed: float, target: str, step: float) -> Iterator[str]:
    right = units.convert(value, source, target)
    if "degree" in source:
        yield from _temperature_slips(value, source, printed, target)
        return
    if _near(printed, value):
        yield "the number was not converted"
    if _swapped(right, printed, step):
        yield "two digits changed places"
    for times in (10, 100, 1000):
        if _near(printed, right * times) or _near(printed, right / times):
            yield f"off by a factor of {times:,}"
    factor = units.convert(1, source, target)
    if _near(printed, value / factor):
        yield "the factor was turned upside down"
    yield from _unit_slips(value, source, printed, target)
    for power, name in ((2, "an area"), (3, "a volume")):
        if source.endswith(f"** {power}") and _near(printed, value * factor ** (1 / power)):
            yield f"the factor for a length was used on {name}"
    yield from _double_roundings(value, right, printed, units.convert(printed, target, source), step)


def _double_roundings(value: float, right: float, printed: float, back: float, step: float) -> Iterator[str]:
    """A number that was rounded first and converted then, or converted from what was rounded only in print."""
    for digits in (1, 2):
        coarse = float(f"{value:.{digits - 1}e}")
        if coarse != value and abs(right * coarse / value - printed) <= step / 2:
            yield f"the number was rounded to {coarse:,.10g} before it was converted"
        if printed != right and math.isclose(float(f"{back:.{digits - 1}e}"), value):
            yield f"a finer number, {back:,.{digits + 2}g}, was converted than is printed"


def _unit_slips(value: float, source: str, printed: float, target: str) -> Iterator[str]:
    for other in _others(source):
        if _near(printed, units.convert(value, other, target)):
            yield f"the factor for {plural(other)} was used on {plural(source)}"
    for other in _others(target):
        if _near(printed, units.convert(value, source, other)):
            yield f"the number is right in {plural(other)}, not in {plural(target)}"


def _temperature_slips(value: float, source: str, printed: float, target: str) -> Iterator[str]:
    plain_source, plain_target = (unit.removeprefix("delta_") for unit in (source, target))
    as_level = units.convert(value, plain_source, plain_target)
    as_change = units.convert(value, f"delta_{plain_source}", f"delta_{plain_target}")
    if source.startswith("delta_") and abs(printed - as_level) <= 1:
        yield "a change was converted as if it were a reading"
    if not source.startswith("delta_") and abs(printed - as_change) <= 1:
        yield "a reading was converted as if it were a change"
    if abs(printed - value) < 1:
        yield "the number was not converted"
    if abs(printed - units.convert(value, plain_target, plain_source)) <= 1:
        yield "the formula was turned upside down"


def _others(unit: str) -> Iterator[str]:
    for family in CONFUSABLE:
        if unit in family:
            yield from (other for other in family if other != unit)


def _near(printed: float, trial: float) -> bool:
    digits = len(f"{printed:.12e}".partition("e")[0].rstrip("0").lstrip("-")) - 1
    return abs(printed - trial) <= _CLOSE * abs(trial) or math.isclose(
        float(f"{trial:.{max(digits, 1) - 1}e}"), printed
    )


def _swapped(right: float, printed: float, step: float) -> bool:
    digits = str(round(abs(printed) / step))
    for place, (one, other) in enumerate(pairwise(digits)):
        swapped = digits[:place] + other + one + digits[place + 2 :]
        if one != other and swapped[0] != "0" and abs(int(swapped) * step - abs(right)) <= step:
            return True
    return False
