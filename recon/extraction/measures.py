"""One measure, a number with its currency, magnitude, unit and rate, → its reading."""

from __future__ import annotations

import re

from recon.extraction.grammar import Grammar
from recon.extraction.readings import Reading
from recon.model import Bound
from recon.numerals import MAGNITUDES, SHORT_MAGNITUDES, Number, read_digits, read_words, scale
from recon.units import Unit

GLUED: dict[str, Bound] = {"-plus": "at_least", "+": "at_least", "-odd": "about", "-ish": "about"}
"""Hedges joined to the number."""
_PLAIN = frozenset({"money", "percent", "points", "duration", "age"})
"""Kinds that no word around a number changes."""
_COUNT = Unit("", "count")


def single(match: re.Match[str], start: int, grammar: Grammar) -> Reading | None:
    """The reading of a match of `Grammar.measure`, `start` being its place in the surface; None for no number."""
    written = match["number"]
    short = grammar.short.search(written) if written[-1].isalpha() else None
    number, magnitude = _number(written, short)
    if number is None:
        return None
    unit, tight, end = unit_of(match, grammar)
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


def unit_of(match: re.Match[str], grammar: Grammar) -> tuple[Unit, bool, int]:
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
