"""RC103: one pair of currencies, converted at two rates in one text."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recon.checks import wording
from recon.checks.extent import Extent, extents
from recon.checks.rule import Flaw, Rule, text_of
from recon.model import Document, Figure

_HEDGES = r"(?:(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|over|under|or|just) ?){0,2}[~≈=]? ?"
_BRACKET = re.compile(rf",? ?[(\[] ?{_HEDGES}")
_NEXT = re.compile(rf" ?[;,:/] ?{_HEDGES}|,? or {_HEDGES}")
_CLOSED = re.compile(r" ?(?:[)\];/:=,]|or )")
_AT_ANOTHER_TIME = re.compile(
    r"\b(?:at the time|then|ago|earlier|previous(?:ly)?|former(?:ly)?|since|(?:1[89]|20)\d\d|historic(?:al)?"
    r"|last (?:year|month|week|summer|winter|spring|autumn|decade|century)|today['’]s (?:money|prices|rate)|rates?)\b",
    re.IGNORECASE,
)
"""Words that speak of another day's rate, or of rates themselves."""
_NEAR = 0.04
"""As a logarithm: a tenth."""
_FAR = 30
_LONG = 300
_APART = 0.05
"""How far two rates of the days of one story may stand apart, as a share, beyond what rounding leaves open."""


@dataclass(frozen=True, slots=True)
class _Conversion:
    """Two amounts side by side, and how many of the second unit one of the first is by them."""

    one: Figure
    other: Figure
    rate: Extent

    @property
    def currencies(self) -> tuple[str, str]:
        return self.one.unit, self.other.unit


def at_two_rates(document: Document, figures: Sequence[Figure]) -> Iterator[Flaw]:
    """RC103: two conversions of a pair of currencies whose rates have nothing in common."""
    found = list(_conversions(document, figures))
    by_pair: dict[tuple[str, str], list[_Conversion]] = {}
    for conversion in found:
        by_pair.setdefault(conversion.currencies, []).append(conversion)
    for known in by_pair.values():
        if odd := _odd_one(known):
            yield _flaw(*odd)


def _conversions(document: Document, figures: Sequence[Figure]) -> Iterator[_Conversion]:
    money = [figure for figure in figures if figure.kind == "money" and figure.value and figure.bound != "indefinite"]
    for place, one in enumerate(money):
        text = text_of(document, one.part)
        around = max(one.sentence_start, one.start - _LONG), min(one.sentence_end, one.end + _LONG)
        if _AT_ANOTHER_TIME.search(text, *around):
            continue
        end, separator = one.end, _BRACKET
        for other in money[place + 1 : place + 4]:
            if (
                other.part != one.part
                or not 0 < other.start - end <= _FAR
                or not separator.fullmatch(text, end, other.start)
                or not _CLOSED.match(text, other.end)
            ):
                break
            end, separator = other.end, _NEXT
            if other.unit != one.unit and one.unit not in other.unit_alternatives:
                yield _Conversion(one, other, _rate(one, other))


def _rate(one: Figure, other: Figure) -> Extent:
    mine, theirs = extents(one)[0].extent, extents(other)[0].extent
    return Extent(theirs.value / mine.value, theirs.low / mine.high, theirs.high / mine.low)


def _odd_one(known: Sequence[_Conversion]) -> tuple[_Conversion, _Conversion] | None:
    """The two that stand farthest apart, in reading order, where that is too far."""
    lowest, highest = min(known, key=lambda one: one.rate.high), max(known, key=lambda one: one.rate.low)
    if highest.rate.low / lowest.rate.high - 1 <= _APART:
        return None
    first, second = sorted((lowest, highest), key=lambda one: (one.one.part, one.one.start))
    return first, second


def _flaw(first: _Conversion, second: _Conversion) -> Flaw:
    one, other = first.currencies
    rates = [wording.number(pair.rate.value, 3) for pair in (first, second)]
    terms = [
        f"{pair.other.text} / {pair.one.text} = {wording.interval(pair.rate.low, pair.rate.high, other)} to the {one}"
        for pair in (first, second)
    ]
    there = [
        wording.number((pair.one.value or 0) * at.rate.value, 3) for pair, at in ((second, first), (first, second))
    ]
    slip = _slip(first.rate.value / second.rate.value)
    return Flaw(
        figures=(first.one, first.other, second.one, second.other),
        message=f'"{first.one.text}" and "{second.one.text}" are converted at two rates:'
        f" {rates[0]} and {rates[1]} {other} to the {one}" + (f"; perhaps {slip}" if slip else ""),
        working="; ".join(terms),
        suggestion="" if slip else f"{second.one.text} ({there[0]} {other}), or {first.one.text} ({there[1]} {other})",
    )


def _slip(ratio: float) -> str:
    """The power of ten that lies between two rates, as where a "million" is left out."""
    power = round(abs(math.log10(ratio)))
    return f"off by a factor of {10**power:,}" if power and abs(abs(math.log10(ratio)) - power) < _NEAR else ""


RULES = (
    Rule(
        code="RC103",
        name="two-exchange-rates",
        severity="warning",
        ok="The bridge cost 40m euros ($44m), the road 20m euros ($22m).",
        not_ok="The bridge cost 40m euros ($44m), the road 20m euros ($32m).",
        judge=at_two_rates,
    ),
)
