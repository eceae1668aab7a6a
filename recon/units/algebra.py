"""The algebra of unit expressions: "mile / hour" → how many meters a second, in exact numbers.

Expressions are products and quotients of numbers and unit names with whole powers, as pint writes them. Names are those
of the lexicon, a currency code, `delta_` before a temperature for a difference, and an SI prefix before any of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from recon.model import UnitDefinition
from recon.units import datafile

PREFIXES = {
    "nano": -9, "micro": -6, "milli": -3, "centi": -2, "hecto": 2, "kilo": 3, "mega": 6, "giga": 9, "tera": 12,
    "peta": 15, "exa": 18,
}  # fmt: skip
"""SI prefixes as powers of ten, for units that the lexicon does not list with them."""
DELTA = "delta_"
LONGEST = 200
"""Characters of the longest expression."""

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d{1,30}(?:\.\d{1,30})?(?:e[+-]?\d{1,3})?)|(?P<name>[^\W\d]\w*)|\*\*\s?(?P<power>-?\d{1,2})"
    r"|(?P<sign>[*/]))"
)
_ZERO = re.compile(r"(.*), zero at ([\d.]+)")


class UnknownUnitError(ValueError):
    """An expression with a name that is no unit, or that is none at all."""


class Scale(NamedTuple):
    """What one of a unit is: `factor` times the base units of its dimension, from a `zero` of its own."""

    factor: Fraction
    dimension: tuple[tuple[str, int], ...] = ()
    zero: Fraction = Fraction(0)


Names = Callable[[str], Scale | None]
"""The scale of a name; None for one that is not known."""


def scale(expression: str, names: Names) -> Scale:
    """The scale of an expression; `UnknownUnitError` for one that cannot be read."""
    terms: list[tuple[Scale, int]] = []
    sign, place = 0, 0  # 0 where a product has no sign yet
    while place < len(expression) and len(expression) <= LONGEST:
        token = _TOKEN.match(expression, place)
        if token is None or (token["power"] and not terms) or (token["number"] and not float(token["number"])):
            break
        place = token.end()
        if token["power"]:
            base, direction = terms.pop()
            terms.append((base, direction * int(token["power"])))
        elif token["sign"]:
            if sign or not terms:
                break
            sign = -1 if token["sign"] == "/" else 1
        else:
            one = Scale(Fraction(token["number"])) if token["number"] else named(token["name"], names)
            terms.append((one, sign or 1))
            sign = 0
    if place < len(expression.rstrip()) or not terms or sign:
        raise UnknownUnitError(f"{expression!r} is no expression of units")
    return terms[0][0] if len(terms) == 1 and terms[0][1] == 1 else _product(terms)


def named(name: str, names: Names) -> Scale:
    """The scale of one name, with or without a prefix."""
    if found := names(name):
        return found
    if name.startswith(DELTA) and (level := names(name.removeprefix(DELTA))) and level.zero:
        return level._replace(zero=Fraction(0))
    for prefix, power in PREFIXES.items():
        if name.startswith(prefix) and (found := names(name.removeprefix(prefix))) and not found.zero:
            return found._replace(factor=found.factor * Fraction(10) ** power)
    raise UnknownUnitError(f"{name!r} is no unit that recon knows")


@lru_cache(maxsize=4096)
def builtin(name: str) -> Scale | None:
    """The scale of a name of `units.toml`."""
    made = datafile.made().get(name)
    if made is None:
        return Scale(Fraction(1), ((f"money_{name}", 1),)) if name in datafile.currencies() else None
    if made.startswith("["):
        return Scale(Fraction(1), ((made.strip("[]"), 1),))
    if shifted := _ZERO.fullmatch(made):
        one = scale(shifted[1], builtin)
        return one._replace(zero=Fraction(shifted[2]) * one.factor)
    return scale(made, builtin)


def _product(terms: list[tuple[Scale, int]]) -> Scale:
    """A temperature in a product is a difference of temperatures: nothing is 20 degrees from zero per hour."""
    factor, powers = Fraction(1), dict[str, int]()
    for one, power in terms:
        factor *= one.factor**power
        for name, own in one.dimension:
            powers[name] = powers.get(name, 0) + own * power
    return Scale(factor, tuple(sorted((name, power) for name, power in powers.items() if power)))


def names_of(definitions: Iterable[UnitDefinition]) -> Names:
    """The names of `units.toml` and of definitions, each made of what stands before it."""
    known: dict[str, Scale] = {}

    def names(name: str) -> Scale | None:
        return known.get(name) or builtin(name)

    for one in definitions:
        if one.kind and one.unit:
            of = scale(one.unit, names)
            known[one.name] = Scale(of.factor * Fraction(str(one.factor)), of.dimension)
        elif one.kind:
            known[one.name] = Scale(Fraction(1), ((f"{one.kind}_{one.name}", 1),))
    return names
