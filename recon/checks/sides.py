"""The sides of a conversion: what is converted, in which system of units, and what is one length in two numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recon import units
from recon.checks import bodies
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

_TOLD = {"gallon": r"\bu\.?s\b", "ton": r"\bshort\b|\bu\.?s\b", "pound": r"\blbs?\b"}
"""What beside a unit with several readings settles that it is the first of them."""

_COMPOUND = {
    ("foot", "inch"): 12, ("pound", "ounce"): 16, ("stone", "pound"): 14, ("mile", "yard"): 1760, ("yard", "foot"): 3,
}  # fmt: skip
_JOINED = frozenset({", ", " and ", " ", ""})
_MILLION = 1e6
_METERS = re.compile(r"\dm")
_TONNES = re.compile(r"\s?t\b(?!\.)")
_STONE = re.compile(r"\d{1,2}st")
_TO = frozenset({" to ", "–", "-", " and "})
_LETTER = re.compile(r"[^\W\d_]")


def system(unit: str) -> str:
    """The system that a unit is of; a plugin's or a project's units are of the trade that they are counted in."""
    names = re.findall(r"[^\W\d]\w*", unit)
    if any(units.is_defined(name) for name in names):
        return "trade"
    if not _MARINE.isdisjoint(names):
        return "marine"
    return "metric" if CUSTOMARY.isdisjoint(names) else "customary"


def units_of(figure: Figure) -> tuple[str, ...]:
    """The units a figure may be in, best first; one where its own words leave no other: "US gallons"."""
    told = _TOLD.get(figure.unit)
    if told and re.search(told, figure.text, re.IGNORECASE):
        return (figure.unit,)
    return (figure.unit, *figure.unit_alternatives)


def converts(one: Figure, other: Figure) -> bool:
    """Whether two figures could be one quantity in two units, as "5.5 tons (6 short tons)" also are."""
    return (
        (one.unit != other.unit or len(units_of(one)) != len(units_of(other)))
        and one.kind in MEASURED
        and other.kind in MEASURED
        and "indefinite" not in (one.bound, other.bound)
    )


def merged(document: Document, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures as a conversion reads them: "11st 4lb" and "71 to 68 cm" as one, "(1.9m)" as no millions."""
    before: Figure | None = None
    for figure in figures:
        if before is None:
            before = figure
        elif whole := _joined(document, before, figure):
            before = whole
        else:
            yield before
            before = _with_its_unit(document, before, figure)
    if before is not None:
        yield before


def _joined(document: Document, one: Figure, other: Figure) -> Figure | None:
    if one.part != other.part or one.value is None or other.value is None:
        return None
    value, smaller = one.value, other.value
    text = text_of(document, one.part)
    between = text[one.end : other.start]
    whole = replace(one, end=other.end, text=text[one.start : other.end])
    if one.kind == "ordinal" and _STONE.fullmatch(one.text) and other.unit == "pound":
        one = replace(one, kind="mass", unit="stone")
    if (parts := _COMPOUND.get((one.unit, other.unit))) and between in _JOINED:
        if value % 1 or not 0 <= smaller < parts:
            return None
        value, step = value + smaller / parts, other.step / parts
        return replace(whole, kind=one.kind, unit=one.unit, value=value, low=value, high=value, step=step)
    downwards = other.kind in MEASURED and value > smaller and between in _TO and not _LETTER.search(one.text)
    if downwards and (one.unit == other.unit or one.kind == "count"):
        return replace(other, id=one.id, start=one.start, text=whole.text, bound="range", value=None, low=value,
                       high=smaller)  # fmt: skip
    return None


def _with_its_unit(document: Document, before: Figure, figure: Figure) -> Figure:
    """A number behind a length or a mass whose bare "m" or "t" is meters or tonnes there, no millions of nothing."""
    if figure.unit or figure.value is None or figure.part != before.part:
        return figure
    text = text_of(document, figure.part)
    if before.kind == "length" and "meter" in figure.unit_alternatives and _METERS.search(figure.text):
        value = figure.value / _MILLION
        return replace(
            figure, kind="length", unit="meter", value=value, low=value, high=value, step=figure.step / _MILLION
        )
    if figure.kind == "count" and (sized := bodies.measured(figure, text)):
        return sized
    if before.kind == "mass" and figure.kind == "count" and (sign := _TONNES.match(text, figure.end)):
        return replace(figure, kind="mass", unit="metric_ton", end=sign.end(), text=text[figure.start : sign.end()])
    return figure
