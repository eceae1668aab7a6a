"""The extractors beside recon, each as its own documentation uses it. Nothing here needs recon.

An adapter is a function without arguments that loads the library and gives a function from a text to its quantities;
units keep the library's names. Each runs in a process of its own, by an interpreter that has it.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module, metadata
from typing import Any

from benchmarks.gold import Quantity

Extract = Callable[[str], list[Quantity]]


@dataclass(frozen=True, slots=True)
class Contender:
    """A library by its name, its distribution and its adapter.

    `spans` tells whether its offsets count in the text as given, `bounds` whether it tells "about" from "more than".
    """

    name: str
    distribution: str
    load: Callable[[], Extract]
    spans: bool = True
    bounds: bool = False

    @property
    def version(self) -> str:
        """Of the installed distribution; "" where it is not installed."""
        try:
            return metadata.version(self.distribution)
        except metadata.PackageNotFoundError:
            return ""


def _quantulum() -> Extract:
    with warnings.catch_warnings():  # about its optional classifier
        warnings.simplefilter("ignore")
        parse = import_module("quantulum3.parser").parse

    def extract(text: str) -> list[Quantity]:
        return [_of_quantulum(one) for one in parse(text)]

    return extract


def _of_quantulum(one: Any) -> Quantity:
    """A range is its middle with an uncertainty."""
    start, end = one.span
    unit = "" if one.unit.name == "dimensionless" else one.unit.name
    if one.uncertainty:
        return Quantity(start, end, None, one.value - one.uncertainty, one.value + one.uncertainty, unit)
    return Quantity(start, end, float(one.value), unit=unit)


def _recognizers() -> Extract:
    """Numbers, and in their place the percentages, currencies, dimensions, ages and temperatures that hold them."""
    numbers = import_module("recognizers_number")
    units = import_module("recognizers_number_with_unit")
    culture = numbers.Culture.English
    recognizers = [
        units.NumberWithUnitRecognizer(culture).get_currency_model(),
        units.NumberWithUnitRecognizer(culture).get_dimension_model(),
        units.NumberWithUnitRecognizer(culture).get_age_model(),
        units.NumberWithUnitRecognizer(culture).get_temperature_model(),
        numbers.NumberRecognizer(culture).get_percentage_model(),
        numbers.NumberRecognizer(culture).get_number_model(),
    ]

    def extract(text: str) -> list[Quantity]:
        found: list[Quantity] = []
        taken: list[tuple[int, int]] = []
        for model in recognizers:
            for one in model.parse(text):
                start, end = one.start, one.end + 1
                quantity = _of_recognizers(one, start, end)
                if quantity is not None and not any(start < last and first < end for first, last in taken):
                    found.append(quantity)
                    taken.append((start, end))
        return sorted(found, key=lambda quantity: quantity.start)

    return extract


def _of_recognizers(one: Any, start: int, end: int) -> Quantity | None:
    resolution = one.resolution or {}
    value = str(resolution.get("value") or "")
    unit = "percent" if one.type_name == "percentage" else str(resolution.get("unit") or "")
    try:
        return Quantity(start, end, float(value.removesuffix("%")), unit=unit)
    except ValueError:  # "half a mile" has no value, "%" none that is a number
        return None


def _cqe() -> Extract:
    parser = import_module("CQE.CQE").CQE()

    def extract(text: str) -> list[Quantity]:
        return [_of_cqe(one) for one in parser.parse(text)]

    return extract


CQE_BOUNDS = {"=": "exact", "~": "about", ">": "more_than", "<": "less_than"}


def _of_cqe(one: Any) -> Quantity:
    """Its offsets count in a text that it has rewritten, so they are kept only in their order."""
    start, end = one.value.char_indices[0] if one.value.char_indices else (0, 0)
    unit = "" if one.unit.norm_unit in {"-", None} else str(one.unit.norm_unit)
    bound = CQE_BOUNDS.get(one.change.change, "")
    low, high = getattr(one.value, "lower", None), getattr(one.value, "upper", None)
    if low is not None and high is not None:
        return Quantity(start, end, None, float(low), float(high), unit, bound)
    return Quantity(start, end, float(one.value.value), unit=unit, bound=bound)


BASELINE = "quantulum3"
CONTENDERS = {
    one.name: one
    for one in (
        Contender(BASELINE, "quantulum3", _quantulum),
        Contender("Recognizers-Text", "recognizers-text-number-with-unit", _recognizers),
        Contender("CQE", "CQE", _cqe, spans=False, bounds=True),
    )
}
