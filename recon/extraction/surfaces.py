"""A surface, the words a figure is printed in, → what it says. Each distinct surface is read once."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from recon.extraction.grammar import Grammar
from recon.model import Bound
from recon.numerals import MAGNITUDES, SHORT_MAGNITUDES, Number, read_digits, read_words, scale
from recon.units import Unit

Join = Literal["", "range", "to", "and", "or", "list", "margin"]


class Reading(NamedTuple):
    """What one number with its unit says. `start` and `end` are offsets in the surface; values are in `unit`."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    step: float
    unit: str
    kind: str
    alternatives: tuple[str, ...] = ()
    bound: Bound = "exact"
    bare: bool = False
    """Neither currency, magnitude, unit nor hedge: it may be no quantity at all."""
    words: bool = False
    """Printed in words."""
    tight: bool = False
    """The unit is joined by a hyphen, as an adjective ("30-foot")."""
    million: bool = False
    """The unit is an "m" that may stand for a million."""
    plain: bool = False
    """A number with its unit, which no word around it makes anything else."""


class Surface(NamedTuple):
    """The readings of a surface: apart, and joined into one where they can be ("5 to 10 km", "5 ft 11 in")."""

    apart: tuple[Reading, ...]
    join: Join = ""
    joined: Reading | None = None


def no_quantity(kind: str) -> Reading:
    """A reading of what is no quantity."""
    return Reading(0, 0, None, None, None, 1.0, "", kind)


GLUED: dict[str, Bound] = {"-plus": "at_least", "+": "at_least", "-odd": "about", "-ish": "about"}
"""Hedges joined to the number."""
_PLAIN = frozenset({"money", "percent", "points", "duration", "age"})
"""Kinds that no word around a number changes."""
_COUNT = Unit("", "count")
_SMALLER = {
    ("foot", "inch"): 12, ("hour", "minute"): 60, ("minute", "second"): 60, ("pound", "ounce"): 16,
    ("stone", "pound"): 14, ("year", "month"): 12, ("day", "hour"): 24, ("meter", "centimeter"): 100,
    ("week", "day"): 7, ("year", "day"): 365, ("yard", "foot"): 3,
}  # fmt: skip
"""Units that follow one another in a compound, and how many of the second make one of the first."""
_JOINS: dict[str, Join] = {"to": "to", "and": "and", "or": "or", "±": "margin"}


REMEMBERED = 25_000
"""Surfaces an extractor remembers; ten megabytes or so."""


class Surfaces:
    """Reads surfaces by a grammar; each distinct one is read once, and `REMEMBERED` of them are kept."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._known: dict[str, Surface] = {}

    def read(self, surface: str) -> Surface:
        """What a measure surface says; no readings where its number cannot be read."""
        known = self._known.get(surface)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[surface] = _read(surface, self.grammar)
        return known


def _read(surface: str, grammar: Grammar) -> Surface:
    first = grammar.measure.match(surface)
    if first is None:
        return Surface(())
    one = _single(first, 0, grammar)
    if first.end() == len(surface):
        return Surface((one,) if one else ())
    joint = grammar.joint.match(surface, first.end())
    second = grammar.measure.fullmatch(surface, joint.end()) if joint else None
    if joint is None or second is None:
        return Surface((one,) if one else ())
    other = _single(second, second.start(), grammar)
    if one is None or other is None:
        return Surface(tuple(r for r in (one, other) if r))
    word = joint[0].strip(" ,\t\n\u00a0\u2009\u202f").lower()
    join: Join = _JOINS.get(word, "range" if word[:1] in ("-", "–", "—") and word else "list")
    if join in ("list", "and") or (join == "range" and one.tight):
        compound = _compound(one, other, first, second, grammar)
        if compound or join == "list":
            return Surface((one, other), join, compound)
    if join == "and" and second["currency"] and not first["currency"]:
        return Surface((one, other), join)  # "lent to one and $5 to another"
    one, other = _shared(one, other, first, second, grammar)
    return Surface((one, other), join, _range(one, other, join))


def _single(match: re.Match[str], start: int, grammar: Grammar) -> Reading | None:
    written = match["number"]
    short = grammar.short.search(written) if written[-1].isalpha() else None
    number, magnitude = _number(written, short)
    if number is None:
        return None
    unit, tight, end = _unit(match, grammar)
    metre = short is not None and short[1] == "m" and unit is _COUNT and "m" in grammar.lexicon.signs
    if short and metre:
        number, magnitude, unit = read_digits(written[: short.start()]), False, grammar.lexicon.signs["m"]
        if number is None:
            return None
    if match["sign"]:
        number = Number(-number.value, number.step)
    if unit.factor != 1:
        number = scale(number, unit.factor)
    bound = GLUED.get(match["plus"] or "", "exact")
    expression, kind, alternatives = _per(match, unit, grammar)
    if match["old"] and unit.kind == "duration":
        kind = "age"
    if written[:1].isalpha() and match["unit"] and len(match["unit"].strip(" -")) == 1:
        unit, end, tight = _COUNT, match.end("number"), False  # "Two F-16s" are no degrees
    part = not written.isdigit() and _PART.search(written) and not _LARGE.search(written)
    if unit is _COUNT and (part or (not written.isdigit() and _SLASHED.fullmatch(written))):
        kind, magnitude = "ratio", True
    value = number.value
    low, high = (value, None) if bound == "at_least" else (value, value)
    return Reading(
        start, end, value, low, high, number.step, expression, kind, alternatives, bound,
        bare=unit is _COUNT and not magnitude and not match["plus"] and not match["per"],
        words=written[:1].isalpha(), tight=tight, million=metre and written[-2].isdigit(),
        plain=kind in _PLAIN and not metre and match[0] == match[0].lower() and match[0][-2:] != "0p",
    )  # fmt: skip


_LARGE = re.compile(r"(?:hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_SLASHED = re.compile(r"\d{1,2}[/⁄]\d{1,2}|[½⅓⅔¼¾⅕⅛⅜⅝⅞]")
_PART = re.compile(
    r"(?:thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twentieths?|hundredths?|thousandths?|millionths?|half|halves)$",
    re.IGNORECASE,
)


def _number(written: str, short: re.Match[str] | None) -> tuple[Number | None, bool]:
    """The number and whether a magnitude stands with it; `short` is its abbreviated magnitude."""
    if short:
        number = read_digits(written[: short.start()])
        return (scale(number, SHORT_MAGNITUDES[short[1]]) if number else None), True
    if written.lower() in {"a", "an"}:
        return Number(1.0, 1.0), False
    if written[:1].isalpha():
        number = read_words(written)
        return number, number is not None and any(m in written.lower() for m in MAGNITUDES)
    letters = written[-1].isalpha()
    return (read_words(written) if letters else read_digits(written)), letters


_OF_A = re.compile(r"^\s*of\s+an?\s+")


def _unit(match: re.Match[str], grammar: Grammar) -> tuple[Unit, bool, int]:
    """The unit or currency, whether it is joined by a hyphen, and where the figure's text ends."""
    lex = grammar.lexicon
    money = None
    if match["currency"]:
        sign = "".join(match["currency"].split())
        money = lex.currency_signs.get(sign) or lex.signs.get(sign) or Unit(sign, "money")
    end = (
        match.end("per")
        if match["per"]
        else match.end("old")
        if match["old"]
        else match.end("unit")
        if match["unit"]
        else match.end("number")
    )
    if not match["unit"]:
        return money or _COUNT, False, end
    written = match["unit"]
    name = (_OF_A.sub("", written) if " " in written else written).strip(" -‑\t\n\r\u00a0\u2009\u202f")
    unit = (
        lex.signs.get(name)
        or lex.words.get(name.lower())
        or lex.words.get(" ".join(name.lower().replace("-", " ").replace("‑", " ").split()))
    )
    unit = unit or lex.signs.get(" ".join(name.split())) or lex.currency_signs.get(name)
    if unit is None and name == "s":  # a sign only where the grammar says so
        unit = lex.words.get("second")
    unit = unit or _COUNT
    return money or unit, written[0] in "-‑", end


def _per(match: re.Match[str], unit: Unit, grammar: Grammar) -> tuple[str, str, tuple[str, ...]]:
    """The unit expression with what it is per, its kind, and its other readings."""
    if not match["per"]:
        return unit.expression, unit.kind, unit.alternatives
    words = re.sub(
        r"^[\s/-]*(?:(?:U\.?S\.?\s)?(?:an?|per|each|every)[\s-])?", "", match["per"].strip(), flags=re.IGNORECASE
    ).lower()
    below = grammar.lexicon.words.get(words)
    below = below or grammar.lexicon.signs.get(words) or grammar.lexicon.signs.get(match["per"].strip(" /"))
    if below is None and unit.kind in ("duration", "percent"):
        return unit.expression, unit.kind, unit.alternatives
    expression = below.expression if below else ""
    if words in ("100,000", "1,000", "million"):
        return "", "rate", ()
    if not expression or below is None or below.kind == "money":
        return unit.expression, "rate", unit.alternatives
    joined, *others = (
        f"{above or '1'} / {under}"
        for above in (unit.expression, *unit.alternatives)
        for under in (expression, *below.alternatives)
    )
    kind = "speed" if unit.kind == "length" and below.kind == "duration" else "rate"
    return joined, kind, tuple(others)


def _shared(
    one: Reading, other: Reading, first: re.Match[str], second: re.Match[str], grammar: Grammar
) -> tuple[Reading, Reading]:
    """Gives each end of a range what only the other end prints: magnitude, currency, unit, rate."""
    if one.kind == "money" and other.million:  # "£3-4m" are no metres
        other = _scaled(other._replace(unit=one.unit, kind="money", alternatives=one.alternatives, million=False), 1e6)
    if one.million and not other.million and _magnitude(second["number"], grammar) == 1e6:
        one = _scaled(
            one._replace(unit=other.unit, kind=other.kind, alternatives=other.alternatives, million=False), 1e6
        )
    left, right = one, other
    if left.kind == "count" and right.kind != "count":
        left = left._replace(unit=right.unit, kind=right.kind, alternatives=right.alternatives)
        left = _scaled(left, 1 if second["currency"] else _unit(second, grammar)[0].factor)
    elif right.kind == "count" and left.kind != "count" and (left.kind == "money" or not first["unit"]):
        right = right._replace(unit=left.unit, kind=left.kind, alternatives=left.alternatives)
    if right.unit.startswith(f"{left.unit} / "):
        left = left._replace(unit=right.unit, kind=right.kind)
    elif left.unit.startswith(f"{right.unit} / "):
        right = right._replace(unit=left.unit, kind=left.kind)
    if left.unit != right.unit or left.value is None or right.value is None:
        return one, other
    magnitude = _magnitude(second["number"], grammar)
    if magnitude > 1 == _magnitude(first["number"], grammar) and left.value < right.value / magnitude:
        left = _scaled(left, magnitude)
    return left, right


def _magnitude(written: str, grammar: Grammar) -> float:
    short = grammar.short.search(written)
    if short:
        return SHORT_MAGNITUDES[short[1]]
    last = re.search(r"(hundred|thousand|million|billion|trillion|lakh|crore)s?$", written.lower())
    return MAGNITUDES[last[1]] if last else 1


def _scaled(reading: Reading, factor: float) -> Reading:
    if factor == 1 or reading.value is None:
        return reading
    number = scale(Number(reading.value, reading.step), factor)
    return reading._replace(value=number.value, low=number.value, high=number.value, step=number.step, bare=False)


def _range(one: Reading, other: Reading, join: Join) -> Reading | None:
    if one.value is None or other.value is None or one.unit != other.unit:
        return None
    if abs(other.value) > 1000 * max(abs(one.value), 1) or (
        one.bare and not one.unit and not other.bare and 1500 <= one.value < 2100
    ):
        return None
    if join == "margin":
        low, high = one.value - other.value, one.value + other.value
    elif one.value < other.value:
        low, high = one.value, other.value
    else:
        return None
    return other._replace(
        start=one.start, value=None, low=low, high=high, step=min(one.step, other.step), bound="range",
        bare=one.bare and other.bare, words=one.words and other.words,
    )  # fmt: skip


def _is_hundredths(match: re.Match[str], grammar: Grammar) -> bool:
    return bool(match["unit"]) and _unit(match, grammar)[0].factor != 1


def _compound(
    one: Reading, other: Reading, first: re.Match[str], second: re.Match[str], grammar: Grammar
) -> Reading | None:
    """ "5 ft 11 in" as one figure in feet; "5-foot-10" with the smaller unit left out."""
    if (
        one.kind == other.kind == "money"
        and one.unit == other.unit
        and _is_hundredths(second, grammar)
        and not _is_hundredths(first, grammar)
    ):
        total = (one.value or 0) + (other.value or 0)
        return one._replace(end=other.end, value=total, low=total, high=total, step=other.step)
    smaller = "inch" if one.unit == "foot" and other.bare and one.tight else other.unit
    smaller = "minute" if one.unit == "hour" and other.million else smaller
    parts = _SMALLER.get((one.unit, smaller))
    if not parts or one.value is None or other.value is None or not 0 <= other.value < parts or one.step < 1:
        return None
    value = one.value + other.value / parts
    return one._replace(
        end=other.end,
        value=value,
        low=value,
        high=value,
        step=other.step / parts,
        kind=other.kind if other.kind == "age" else one.kind,
    )


def with_seconds(reading: Reading, more: Reading) -> Reading | None:
    """Hours and minutes with their seconds: "two hours 18 minutes 15 seconds"."""
    if reading.unit != "hour" or more.unit != "second" or reading.value is None or not 0 <= (more.value or 0) < 60:
        return None
    value = reading.value + (more.value or 0) / 3600
    return reading._replace(end=reading.end, value=value, low=value, high=value, step=more.step / 3600)


_LENGTH = re.compile(r"(\d{1,3}(?:,\d{3})?)\D{1,7}(\d{1,2}(?:\.\d+)?)?")


def read_length(surface: str) -> Surface:
    """Feet and inches in signs: 5'10", 5 ft. 10, 5', 1,020"."""
    match = _LENGTH.match(surface)
    if match is None:
        match = re.match(r"([\d,]+)", surface)
    number = read_digits(match[1]) if match else None
    if match is None or number is None:
        return Surface(())
    unit, value, step = "foot", number.value, 1.0
    if match.re is _LENGTH and match[2]:
        value, step = value + float(match[2]) / 12, 1 / 12
    elif surface[-1] in '"”':
        unit = "inch"
    return Surface((Reading(0, len(surface), value, value, value, step, unit, "length", bare=False),))
