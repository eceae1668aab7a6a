"""Units that plugins and projects define: what is refused, what clashes, and how they are read.

A definition is data. Its words and signs go into patterns escaped, its unit is read by `algebra`, and none of it ever
reaches pint unread.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from recon.model import UnitDefinition
from recon.numerals import MAGNITUDES, ONES, SHORT_MAGNITUDES, TENS
from recon.units.algebra import UnknownUnitError, names_of, scale
from recon.units.forms import Forms, Unit, kinds

DIMENSIONS = {
    "length": "meter", "area": "meter ** 2", "volume": "liter", "mass": "kilogram", "speed": "meter / second",
    "duration": "second", "energy": "joule", "power": "watt", "pressure": "pascal", "information": "bit",
    "frequency": "hertz",
}  # fmt: skip
"""The kinds whose units all convert to one another, and a unit of each."""
KINDS = (*DIMENSIONS, "money", "other")
"""The kinds that a definition may be of."""
MOST_FORMS = 100

_NAME = re.compile(r"(?!delta_)[A-Za-z]\w{0,59}", re.ASCII)
_CODE = re.compile(r"[A-Z]{3}")
_WORD = re.compile(r"[^\W\d_](?: ?[\w.'’-]){0,60}")
_SIGN = re.compile(r"[^\s()\[\]{},;:!?\"“”]{1,20}")
_NUMBERS = frozenset({*ONES, *TENS, *MAGNITUDES, *(f"{word}s" for word in MAGNITUDES), "half", "a", "an"})
_TAKEN = frozenset({*SHORT_MAGNITUDES, "s", "am", "pm", "a.m.", "p.m.", "st", "nd", "rd", "th", "x"})
"""Signs that mean something behind a number already."""


def problems(one: Any, forms: Forms, known: tuple[UnitDefinition, ...]) -> Iterator[str]:
    """What keeps a definition from being one where `forms` are read and `known` are defined, clashes aside."""
    if not all(isinstance(listed, tuple) for listed in (one.words, one.signs)):
        yield "has words or signs that are no tuple"
        return
    if not all(isinstance(text, str) for text in (one.name, one.kind, one.unit, *one.words, *one.signs)):
        yield "has a name, kind, unit, word or sign that is no text"
        return
    if not _NAME.fullmatch(one.name):
        yield "has a name that is no identifier; use letters, digits and _, as in twenty_foot_equivalent"
        return
    if not one.words and not one.signs:
        yield "has neither words nor signs, so that nothing could be read as it"
    yield from _unreadable(one)
    if type(one.factor) not in (int, float) or not math.isfinite(one.factor) or one.factor <= 0:
        yield f"has the factor {one.factor!r}; use a number above 0"
        return
    if one.kind:
        yield from _unfit(one, known)
    elif one.unit or one.factor != 1:
        yield f"has no kind; use one of {', '.join(KINDS)}"
    elif one.name not in kinds(forms):
        yield f"has no kind, and recon knows no unit of its name; use one of {', '.join(KINDS)}"


def _unreadable(one: UnitDefinition) -> Iterator[str]:
    """What could not be read as it stands."""
    if len(one.words) + len(one.signs) > MOST_FORMS:
        yield f"has more than {MOST_FORMS} words and signs"
    for word in one.words:
        for form in word.split("/", 1):
            if not _WORD.fullmatch(form) or form != form.lower():
                yield f"has the word {word!r}; use small letters, with the plural behind a slash if it is not -s"
            elif form.split()[0] in _NUMBERS:
                yield f"has the word {word!r}, which begins with a number"
    for sign in one.signs:
        if not _SIGN.fullmatch(sign) or unicodedata.category(sign[0])[0] not in "LS":
            yield f"has the sign {sign!r}; use up to 20 letters and symbols without blanks, a letter or symbol first"
        elif sign in _TAKEN:
            yield f"has the sign {sign!r}, which means something else behind a number"


def _unfit(one: UnitDefinition, known: tuple[UnitDefinition, ...]) -> Iterator[str]:
    """What does not go together: kind, name and unit."""
    if one.kind not in KINDS:
        yield f"has the kind {one.kind!r}; use one of {', '.join(KINDS)}"
        return
    if one.kind == "money" and (one.unit or not _CODE.fullmatch(one.name)):
        yield "is money; name it by its ISO 4217 code, and leave its unit out"
        return
    if not one.unit:
        if one.factor != 1:
            yield "has a factor, but no unit that it is so many of"
        if one.kind in DIMENSIONS:
            yield f"has no unit; say how many {DIMENSIONS[one.kind]} it is"
        return
    names = names_of(known)
    try:
        of = scale(one.unit, names)
    except UnknownUnitError as problem:
        yield f"has the unit {one.unit!r}: {problem}"
        return
    if of.zero:
        yield f"has the unit {one.unit!r}, whose zero is not nothing"
    if one.kind in DIMENSIONS and of.dimension != scale(DIMENSIONS[one.kind], names).dimension:
        yield f"is no {one.kind}: {one.unit!r} cannot be converted to {DIMENSIONS[one.kind]}"


def clashes(one: UnitDefinition, forms: Forms) -> Iterator[tuple[str, str]]:
    """What a definition claims that means something else already: ("the word 'stone'", "stone")."""
    if one.kind and one.name in kinds(forms):
        yield f"the name {one.name!r}", one.name
    unit = _unit(one, forms)
    mine = Forms({}, {}, {}, {})
    _add(mine, unit, one)
    for word in mine.words:
        there = forms.words.get(word) or forms.signs.get(word)
        if there and there.expression != unit.expression:
            yield f"the word {word!r}", there.expression
    for sign in (*mine.signs, *mine.currency_signs):
        there = forms.signs.get(sign) or forms.currency_signs.get(sign) or forms.words.get(sign.lower())
        if there and there.expression != unit.expression:
            yield f"the sign {sign!r}", there.expression


def define(forms: Forms, one: UnitDefinition) -> None:
    """Add what a definition says to forms."""
    _add(forms, _unit(one, forms), one)


def _unit(one: UnitDefinition, forms: Forms) -> Unit:
    """The unit that is meant; one that is known keeps its kind and its other readings."""
    if one.kind:
        return Unit(one.name, one.kind)
    read = (unit for known in (forms.words, forms.signs) for unit in known.values() if unit.factor == 1)
    return next((unit for unit in read if unit.expression == one.name), Unit(one.name, kinds(forms)[one.name]))


def _add(forms: Forms, unit: Unit, one: UnitDefinition) -> None:
    signs = list(one.signs)
    if unit.kind == "money":
        forms.currency_signs.update((sign, unit) for sign in signs)
        signs = [one.name]
    forms.add(unit, list(one.words), signs)
