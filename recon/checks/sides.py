"""The sides of a conversion: what is converted, in which system of units, and what is one length in two numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recon import units
from recon.checks.rule import text_of
from recon.model import Document, Figure

MEASURED = frozenset(
    {
        "length",
        "area",
        "volume",
        "mass",
        "speed",
        "temperature",
        "temperature_change",
        "energy",
        "power",
        "pressure",
        "rate",
        "other",
    }
)
"""The kinds that are converted from one system of units to another."""

CUSTOMARY = frozenset({
    "inch", "foot", "yard", "mile", "nautical_mile", "fathom", "furlong", "acre", "acre_foot", "gallon",
    "imperial_gallon", "imperial_pint", "imperial_quart", "imperial_fluid_ounce", "barrel", "pint", "quart", "cup",
    "fluid_ounce", "bushel", "tablespoon", "teaspoon", "ton", "long_ton", "ounce", "troy_ounce", "pound", "stone",
    "knot", "degree_Fahrenheit", "delta_degree_Fahrenheit", "british_thermal_unit", "horsepower", "psi", "foot_pound",
    "kilopound", "inch_Hg",
})  # fmt: skip
"""Units of the imperial and US systems."""
_MARINE = frozenset({"nautical_mile", "knot", "fathom"})

_COMPOUND = {
    ("foot", "inch"): 12, ("pound", "ounce"): 16, ("stone", "pound"): 14, ("mile", "yard"): 1760, ("yard", "foot"): 3,
}  # fmt: skip
_JOINED = frozenset({", ", " and ", " ", ""})
_MILLION = 1e6
_METERS = re.compile(r"\dm")


def system(unit: str) -> str:
    """The system that a unit is of; a plugin's or a project's units are of the trade that they are counted in."""
    names = re.findall(r"[^\W\d]\w*", unit)
    if any(units.is_defined(name) for name in names):
        return "trade"
    if not _MARINE.isdisjoint(names):
        return "marine"
    return "metric" if CUSTOMARY.isdisjoint(names) else "customary"


def converts(one: Figure, other: Figure) -> bool:
    """Whether two figures could be one quantity in two units."""
    return (
        one.unit != other.unit
        and one.kind in MEASURED
        and other.kind in MEASURED
        and "indefinite" not in (one.bound, other.bound)
    )


def merged(document: Document, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures with "11 stone, 4 pounds" as one, and "(1.9m)" after a length as meters instead of millions."""
    before: Figure | None = None
    for figure in figures:
        if before is None:
            before = figure
        elif whole := _compound(document, before, figure):
            before = whole
        else:
            yield before
            before = _in_meters(before, figure)
    if before is not None:
        yield before


def _compound(document: Document, one: Figure, other: Figure) -> Figure | None:
    """ "6 feet, 2 inches" as feet, whose last digit is an inch."""
    parts = _COMPOUND.get((one.unit, other.unit))
    text = text_of(document, one.part)
    if (
        parts is None
        or one.part != other.part
        or one.value is None
        or other.value is None
        or not 0 <= other.value < parts
        or one.value % 1
        or text[one.end : other.start] not in _JOINED
    ):
        return None
    value = one.value + other.value / parts
    return replace(
        one, end=other.end, text=text[one.start : other.end], value=value, low=value, high=value,
        step=other.step / parts,
    )  # fmt: skip


def _in_meters(before: Figure, figure: Figure) -> Figure:
    """A number with a bare "m" where a length stands before it, and a million of nothing makes no sense."""
    if (
        before.kind != "length"
        or figure.unit
        or "meter" not in figure.unit_alternatives
        or figure.value is None
        or not _METERS.search(figure.text)
    ):
        return figure
    value = figure.value / _MILLION
    return replace(figure, kind="length", unit="meter", value=value, low=value, high=value, step=figure.step / _MILLION)
