"""RC103: one pair of currencies, converted at two rates in one text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from recon.checks import wording
from recon.checks.extent import Extent, extents
from recon.checks.rule import Flaw, Rule, text_of
from recon.model import Document, Figure

_HEDGES = r"(?:(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|over|under|or|just) ?){0,2}[~≈=]? ?"
_BRACKET = re.compile(rf",? ?[(\[] ?{_HEDGES}")
_NEXT = re.compile(rf" ?[;,:/] ?{_HEDGES}|,? or {_HEDGES}")
_CLOSED = re.compile(r" ?(?:[)\];/:=,]|or )")
_AT_ANOTHER_TIME = re.compile(
    r"\b(?:at the time|then|(?:[a-z]+ )?ago|earlier|previous(?:ly)?|former(?:ly)?|last (?:year|month|week|summer|winter|spring"
    r"|autumn|decade|century)|since|(?:1[89]|20)\d\d|historic(?:al)?|today's (?:money|prices|rate)|exchange rate|rates?)\b",
    re.IGNORECASE,
)
"""Words that speak of another day's rate, or of rates themselves."""
_FAR = 30
_APART = 0.05
"""How far two rates stand apart, as a share, that are not of two days of one week. A quarter's swing is no more."""


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
        if _AT_ANOTHER_TIME.search(text, one.sentence_start, one.sentence_end):
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
    apart = [(pair, _gap(pair[0].rate, pair[1].rate)) for pair in combinations(known, 2)]
    if not apart:
        return None
    pair, gap = max(apart, key=lambda one: one[1])
    return pair if gap > _APART else None


def _gap(one: Extent, other: Extent) -> float:
    """How far apart two extents lie, as a share of the smaller end; below 0 where they meet."""
    low, high = sorted((one, other), key=lambda rate: rate.low)
    return high.low / low.high - 1


def _flaw(first: _Conversion, second: _Conversion) -> Flaw:
    one, other = first.currencies
    rates = [wording.number(pair.rate.value, 3) for pair in (first, second)]
    terms = [
        f"{pair.other.text} / {pair.one.text} = {wording.interval(pair.rate.low, pair.rate.high, other)} to the {one}"
        for pair in (first, second)
    ]
    there = [wording.number(pair.one.value * rate.rate.value, 3)
             for pair, rate in ((second, first), (first, second)) if pair.one.value is not None]  # fmt: skip
    return Flaw(
        figures=(first.one, first.other, second.one, second.other),
        message=f'"{first.one.text}" and "{second.one.text}" are converted at two rates:'
        f" {rates[0]} and {rates[1]} {other} to the {one}",
        working="; ".join(terms),
        suggestion=f"{second.one.text} ({there[0]} {other}), or {first.one.text} ({there[1]} {other})",
    )


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
