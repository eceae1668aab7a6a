"""The unit lexicon, and what units are to each other: kinds, dimensions, conversion.

The lexicon is the data file `units.toml`. Factors and the algebra of expressions are pint's
(https://pint.readthedocs.io); this is the only module that imports it, and only when a conversion is asked for. No
text of an article reaches pint: expressions are made of names in the lexicon alone.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pint

POWERS = {2: ("square", "sq", "sq."), 3: ("cubic", "cu", "cu.", "cb.")}
"""How a length is written as an area or a volume."""

_EXPONENT_SIGNS = {2: ("²", "2", "^2"), 3: ("³", "3", "^3")}
_SIGNS_BEHIND = frozenset({"kr", "Kč", "zł"})
"""Lettered currency signs that also stand behind the number, as every sign beyond ASCII does."""
_KIND_OF_POWER = {2: "area", 3: "volume"}
_TABLES_OF_UNITS = (
    "length", "area", "volume", "mass", "speed", "duration", "percent", "points", "temperature", "energy", "power",
    "pressure", "information", "frequency", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """What a written unit stands for: an expression of pint names, the kind of quantity, other readings best first,
    and the factor that brings the printed number into the unit (0.01 for "cents")."""

    expression: str
    kind: str
    alternatives: tuple[str, ...] = ()
    factor: float = 1


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Written forms → units. Words are lower case with single blanks; signs are as printed."""

    words: dict[str, Unit]
    signs: dict[str, Unit]
    currency_signs: dict[str, Unit]


@cache
def lexicon() -> Lexicon:
    """The lexicon as read from `units.toml`; the same value on every call."""
    data = tomllib.loads(resources.files("recon").joinpath("units.toml").read_text(encoding="utf-8"))
    ambiguous = {unit: tuple(others.split()) for unit, others in data["ambiguous"].items()}
    words: dict[str, Unit] = {}
    signs: dict[str, Unit] = {}
    for kind in _TABLES_OF_UNITS:
        for expression, written in data[kind].items():
            names, _, short = written.partition("|")
            unit = Unit(expression, kind, ambiguous.get(expression, ()))
            forms = [form for name in names.split() for form in _numbers_of(name)]
            words.update((form, unit) for form in forms)
            signs.update((sign.replace("_", " "), unit) for sign in short.split())
            if kind == "length":
                _add_powers(expression, forms, short.split(), words, signs)
    _add_currencies(data, words, signs)
    currency_signs = {}
    for sign, codes in data["currency_signs"].items():
        code, *others = codes.split()
        currency_signs[sign] = Unit(code, "money", tuple(others))
        if sign in _SIGNS_BEHIND or not (sign.isascii() or sign in "£€"):
            signs.setdefault(sign, currency_signs[sign])
    return Lexicon(words, signs, currency_signs)


def _numbers_of(name: str) -> Iterator[str]:
    """Singular and plural of a lexicon word: "foot/feet", "mile" → mile, miles; a blank may be printed as a hyphen."""
    singular, _, plural = name.replace("_", " ").partition("/")
    yield singular
    yield plural or (singular + ("es" if singular.endswith(("s", "ch", "x")) else "s"))


def _add_powers(
    expression: str, forms: list[str], short: list[str], words: dict[str, Unit], signs: dict[str, Unit]
) -> None:
    for power, prefixes in POWERS.items():
        unit = Unit(f"{expression} ** {power}", _KIND_OF_POWER[power])
        words.update((f"{prefix} {form}", unit) for prefix in prefixes for form in (*forms, *short))
        signs.update((sign + mark, unit) for sign in short for mark in _EXPONENT_SIGNS[power])


def _add_currencies(data: dict[str, dict[str, str]], words: dict[str, Unit], signs: dict[str, Unit]) -> None:
    others = {code: tuple(codes.split()) for code, codes in data["currency_other"].items()}
    for code, written in data["currency_words"].items():
        for place, name in enumerate(written.split()):
            unit = Unit(code, "money", others.get(code, ()) if place == 0 and "_" not in name else ())
            words.update((form, unit) for form in _numbers_of(name))
        signs[code] = Unit(code, "money")
    for name, code in data["currency_hundredths"].items():
        unit = Unit(code, "money", factor=0.01)
        words.update((form, unit) for form in _numbers_of(name))
    for sign, code in data["currency_hundredth_signs"].items():
        signs[sign] = Unit(code, "money", factor=0.01)


def currency_codes() -> frozenset[str]:
    """The ISO 4217 codes that recon reads."""
    lex = lexicon()
    money = [unit for forms in (lex.words, lex.currency_signs) for unit in forms.values() if unit.kind == "money"]
    return frozenset(code for unit in money for code in (unit.expression, *unit.alternatives))


@cache
def registry() -> pint.UnitRegistry[Any]:
    """A pint registry of the units that recon reads, every currency a dimension of its own.

    It is made of `definitions.txt` alone: pint's default registry takes longer to read than most articles.
    """
    import pint  # noqa: PLC0415 - paid only by those who convert

    units: pint.UnitRegistry[Any] = pint.UnitRegistry(None)
    units.load_definitions(
        resources.files("recon").joinpath("definitions.txt").read_text(encoding="utf-8").splitlines()
    )
    for code in sorted(currency_codes()):
        units.define(f"{code} = [currency_{code}]")
    return units


@lru_cache(maxsize=4096)
def convert(value: float, source: str, target: str) -> float:
    """`value` in the unit `source` as a number of `target`; ValueError where the two measure different things."""
    import pint  # noqa: PLC0415

    try:
        magnitude: float = registry().Quantity(value, source).to(target).magnitude
        return magnitude
    except (pint.DimensionalityError, pint.UndefinedUnitError) as problem:
        raise ValueError(str(problem)) from None


@lru_cache(maxsize=4096)
def compatible(one: str, other: str) -> bool:
    """Whether two unit expressions measure the same dimension; "" is the dimension of counts."""
    if one == other:
        return True
    if not one or not other:
        return False
    try:
        convert(1, one, other)
    except ValueError:
        return False
    return True
