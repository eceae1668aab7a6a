"""Two figures side by side as one quantity in two units: "16 km (10 miles)", "16 km/10 miles", "5 km, or 3 miles,".

AP and Reuters style put the conversion in brackets after the original; British usage also has "or", a slash or dashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

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
    }
)
"""The kinds that are converted from one system of units to another."""

CUSTOMARY = frozenset({
    "inch", "foot", "yard", "mile", "nautical_mile", "fathom", "furlong", "acre", "gallon", "imperial_gallon",
    "barrel", "pint", "quart", "cup", "fluid_ounce", "bushel", "tablespoon", "teaspoon", "ton", "long_ton", "ounce",
    "troy_ounce", "pound", "stone", "knot", "degree_Fahrenheit", "delta_degree_Fahrenheit", "british_thermal_unit",
    "horsepower", "psi", "foot_pound",
})  # fmt: skip
"""Units of the imperial and US systems; every other unit counts as metric."""

_EXTENT = (
    r"(?:[-\s](?:long|wide|high|tall|deep|thick|away|apart|across|distant|square|in (?:length|height|width|depth)))?"
)
_HEDGES = (
    r"(?:(?:or|i\.e\.|ie|about|around|roughly|approximately|approx\.?|ca\.?|circa|some|nearly|almost|over|under|just|"
    r"more than|less than|up to|at least|equivalent to|equal to|which is|that is),? ){0,3}[~≈=]? ?"
)
_BEFORE = {
    "bracket": re.compile(rf"\.?{_EXTENT},? ?[(\[] ?{_HEDGES}"),
    "equals": re.compile(r" ?[=≈] ?"),
    "slash": re.compile(r" ?/ ?"),
    "or": re.compile(rf"(?: of [a-z]{{1,12}})?{_EXTENT}, (?=or ){_HEDGES}"),
    "commas": re.compile(rf"{_EXTENT}, (?=[a-z~≈]){_HEDGES}"),
    "dashes": re.compile(rf"{_EXTENT} ?[–—-]{{1,2}} {_HEDGES}|{_EXTENT}[–—]{_HEDGES}"),
}
_AFTER = {
    "bracket": re.compile(rf"\.?{_EXTENT} ?(?:[)\];/=]|,? or |$)"),
    "commas": re.compile(rf"{_EXTENT},"),
    "dashes": re.compile(rf"{_EXTENT}(?: [–—-]{{1,2}}|[–—])"),
}
_COMPOUND = frozenset({("foot", "inch"), ("pound", "ounce"), ("stone", "pound"), ("mile", "yard"), ("yard", "foot")})
_SPACES = re.compile(r"\s+")
_FAR = 40
"""Characters between two figures beyond which they do not stand side by side."""


def side_by_side(document: Document, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Neighbours in different units that the punctuation presents as one quantity, in reading order."""
    for before, (one, other) in zip((None, *figures), pairwise(figures), strict=False):
        if _convertible(one, other) and 0 < other.start - one.end <= _FAR:
            text = text_of(document, one.part)
            form = None if _ends_compound(text, before, one) else _form(text, one, other)
            if form in {"bracket", "equals"} or (form and is_customary(one.unit) != is_customary(other.unit)):
                yield one, other


def is_customary(unit: str) -> bool:
    """Whether any name in the unit expression is of the imperial or US system."""
    return not CUSTOMARY.isdisjoint(re.findall(r"\w+", unit))


def _convertible(one: Figure, other: Figure) -> bool:
    return (
        one.part == other.part
        and one.unit != other.unit
        and one.kind in MEASURED
        and other.kind in MEASURED
        and "indefinite" not in (one.bound, other.bound)
    )


def _ends_compound(text: str, before: Figure | None, one: Figure) -> bool:
    """Whether the figure is only the smaller part of "6 feet, 2 inches"."""
    return (
        before is not None
        and before.part == one.part
        and (before.unit, one.unit) in _COMPOUND
        and text[before.end : one.start] in {", ", " and ", " "}
    )


def _form(text: str, one: Figure, other: Figure) -> str | None:
    between = _SPACES.sub(" ", text[one.end : other.start])
    after = _SPACES.sub(" ", text[other.end : other.end + _FAR])
    for form, pattern in _BEFORE.items():
        if pattern.fullmatch(between):
            closing = _AFTER.get(form)
            if closing is None or closing.match(after):
                return form
    return None
