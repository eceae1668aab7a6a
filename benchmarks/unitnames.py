"""The contenders' names of the units that the made-up articles print, against recon's expressions."""

from __future__ import annotations

import re

SAME = {
    "percent": "percentage|per cent|%",
    "percentage_point": "percentage points|percentage|percent|percentage point",
    "USD": "dollar|united states dollar|us dollar|dollars|$",
    "GBP": "pound sterling|british pound|pound|pounds|penny",
    "EUR": "euro",
    "JPY": "japanese yen|yen",
    "CHF": "swiss franc|franc",
    "kilometer": "kilometre",
    "meter": "metre",
    "foot": "feet",
    "hectare": "hectare",
    "mile ** 2": "square mile|square-mile",
    "metric_ton": "tonne|metric ton|ton",
    "kilogram": "kilogramme|kg",
    "liter": "litre",
    "gallon": "us gallon|us liquid gallon|gallon (us)|gallons",
    "meter ** 3": "cubic metre|cubic meter",
    "mile / hour": "mile per hour|miles per hour|mph",
    "kilometer / hour": "kilometre per hour|kilometer per hour|kph",
    "degree_Celsius": "celsius|degree celsius|c|degrees celsius",
    "degree_Fahrenheit": "fahrenheit|degree fahrenheit|f|degrees fahrenheit",
    "gigabyte": "gigabyte",
    "megabyte": "megabyte",
    "barrel / day": "barrel per day|barrel",
    **{
        f"{code} / {per}": f"{word} per {per}|{word} / {per}"
        for code, word in (("USD", "dollar"), ("GBP", "pound sterling"), ("EUR", "euro"))
        for per in ("week", "month", "year")
    },
}
_NAMES = {unit: {unit.lower(), *names.split("|")} for unit, names in SAME.items()}
_KNOWN = frozenset().union(*_NAMES.values()) | frozenset(
    "year month week day hour minute mile acre megawatt kilowatt second".split()
)
_AGE = re.compile(r"(?: of age|[ -]old)$")


def same_unit(gold: str, said: str) -> bool:
    """Whether a contender's name of a unit is that of the gold; any name that is no unit of these suits a count."""
    name = _AGE.sub("", said.lower().strip().replace("_", " "))
    names = {name, name.removesuffix("s"), said.lower()}
    if not gold:
        return not names & _KNOWN
    return bool(names & _NAMES.get(gold, {gold.lower()}))
