"""The written forms of units: words in singular and plural, signs, areas and volumes of lengths, currencies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from recon.units import datafile

POWERS = {2: ("square", "sq", "sq."), 3: ("cubic", "cu", "cu.", "cb.")}
"""How a length is written as an area or a volume."""

_SIGNS_BEHIND = frozenset({"kr", "Kč", "zł"})
"""Lettered currency signs that also stand behind the number, as every sign beyond ASCII does."""
_EXPONENT_SIGNS = {2: ("²", "2", "^2"), 3: ("³", "3", "^3")}
_KIND_OF_POWER = {2: "area", 3: "volume"}


@dataclass(frozen=True, slots=True)
class Unit:
    """What a written unit stands for: an expression of unit names, the kind of quantity, other readings best first,
    and the factor that brings the printed number into the unit (0.01 for "cents")."""

    expression: str
    kind: str
    alternatives: tuple[str, ...] = ()
    factor: float = 1


class Forms(NamedTuple):
    """Written forms → units, and each word's plural."""

    words: dict[str, Unit]
    signs: dict[str, Unit]
    currency_signs: dict[str, Unit]
    plurals: dict[str, str]

    def copy(self) -> Forms:
        return Forms(dict(self.words), dict(self.signs), dict(self.currency_signs), dict(self.plurals))

    def name(self, unit: Unit, name: str) -> tuple[str, str]:
        """Add a word in singular and plural; "foot/feet", "mile" → mile, miles."""
        singular, _, plural = name.partition("/")
        plural = plural or singular + ("es" if singular.endswith(("s", "ch", "x")) else "s")
        self.words[singular] = self.words[plural] = unit
        self.plurals[singular] = plural
        return singular, plural

    def add(self, unit: Unit, words: list[str], signs: list[str]) -> None:
        """Add the words and signs of a unit, and of a length also those of its areas and volumes."""
        for word in words:
            self.name(unit, word)
        for sign in signs:
            self.signs[sign] = unit
        if unit.kind == "length":
            for power, prefixes in POWERS.items():
                raised = Unit(f"{unit.expression} ** {power}", _KIND_OF_POWER[power])
                for prefix in prefixes:
                    for word in words:
                        self.name(raised, f"{prefix} {word.replace('/', f'/{prefix} ')}")
                    for sign in signs:
                        self.words[f"{prefix} {sign}"] = raised
                for mark in _EXPONENT_SIGNS[power]:
                    self.signs.update((sign + mark, raised) for sign in signs)


@cache
def builtin() -> Forms:
    """The forms of `units.toml`; not to be changed."""
    data = datafile.tables()
    ambiguous = {unit: tuple(others.split()) for unit, others in data["ambiguous"].items()}
    forms = Forms({}, {}, {}, {})
    for line in datafile.lines():
        unit = Unit(line.unit, line.kind, ambiguous.get(line.unit, ()))
        forms.add(unit, list(_listed(line.words)), list(_listed(line.signs)))
    _add_currencies(forms, data)
    return forms


def kinds(forms: Forms) -> dict[str, str]:
    """The kind of each unit by name: of the units and currencies of `units.toml`, read or not, and of what is read."""
    return _listed_kinds() | {unit.expression: unit.kind for known in forms[:3] for unit in known.values()}


@cache
def _listed_kinds() -> dict[str, str]:
    return {line.unit: line.kind for line in datafile.lines()} | dict.fromkeys(sorted(datafile.currencies()), "money")


def _listed(written: str) -> Iterator[str]:
    return (form.replace("_", " ") for form in written.split())


def _add_currencies(forms: Forms, data: Mapping[str, Mapping[str, str]]) -> None:
    others = {code: tuple(codes.split()) for code, codes in data["currency_other"].items()}
    for code, written in data["currency_words"].items():
        for place, name in enumerate(_listed(written)):
            forms.name(Unit(code, "money", others.get(code, ()) if place == 0 and " " not in name else ()), name)
        forms.signs[code] = Unit(code, "money")
    for name, code in data["currency_hundredths"].items():
        forms.name(Unit(code, "money", factor=0.01), name.replace("_", " "))
    for sign, code in data["currency_hundredth_signs"].items():
        forms.signs[sign] = Unit(code, "money", factor=0.01)
    for sign, codes in data["currency_signs"].items():
        code, *rest = codes.split()
        forms.currency_signs[sign] = Unit(code, "money", tuple(rest))
        if sign in _SIGNS_BEHIND or not (sign.isascii() or sign in "£€"):
            forms.signs.setdefault(sign, forms.currency_signs[sign])
