"""RC207: a rate, a time, and the total that they make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recon import units
from recon.checks.extent import Extent
from recon.checks.intervals import asserted, between, product, shown
from recon.checks.rule import Flaw, Rule
from recon.checks.statements import WORD, Statement, statements, token
from recon.model import Document, Figure

_CUE = re.compile(r"\b(?:hour|day|night|week|month|quarter|year|season|each|apiece|head|person)\b|<t")
_ALIASES = {"season": "year", "night": "day"}
_PERIODS = ("hour", "day", "week", "month", "quarter", "year")
_HOLDS = {
    ("hour", "day"): (6, 24), ("hour", "week"): (30, 168), ("hour", "month"): (120, 744),
    ("hour", "year"): (1500, 8784),
    ("day", "week"): (5, 7), ("day", "month"): (20, 31), ("day", "quarter"): (60, 92), ("day", "year"): (200, 366),
    ("week", "month"): (4, 4.5), ("week", "quarter"): (12, 13.2), ("week", "year"): (44, 53),
    ("month", "quarter"): (3, 3),
    ("month", "year"): (12, 12), ("quarter", "year"): (4, 4),
}  # fmt: skip
"""How many of a period the longer one has: a week may be five days of work or seven, a year has holidays."""
_WORDS = rf"{WORD}{{0,2}}?"


def _rate(name: str) -> str:
    return (
        rf"{token(name, 'tnmv')}(?:{_WORDS} (?:an?|per|each|every) "
        rf"(?P<{name}_per>hour|day|night|week|month|quarter|year|season)\b)?"
    )


_OR = r"(?:, or|,| \(|,? [-–—])(?: or| which (?:is|was)(?: about)?| equivalent to| equal to| that is| making| i\.e\.)?"
_STOP = r"(?=[,.;:)]|$| (?:on|in|to|for|after|before|at|was|is|are|from|of)\b)"
_RATES = re.compile(rf"{_rate('short')}{_OR} ?{_rate('long')}{_STOP}")
_BARE = re.compile(r">[^<>]{0,40}, <[a-z]\d+>[^<>]*$")
"""A comma alone between two prices: a shorter and a longer hire, unless both are told of years."""
_TIME = rf"(?:over|for|in|across|during) (?:the (?:next|past|last|coming) |a (?:period of )?)?{token('time', 'd')}"
_SUM = rf"{token('total', 'nmv')}"
_IN_ALL = (
    r"(?:,| [-–—]| \()(?: or| making| costing| raising)?(?: an? (?:combined )?total (?:cost )?of| a total| which is)?"
)
_TOTALS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_SUM}{WORD}{{0,2}}? {_TIME}{_OR} ?{_rate('rate')}{_STOP}",
        (
            rf"{token('time', 'd')}{WORD}{{0,3}}?,?(?: worth| for| at| of)? {_SUM}(?: (?:deal|contract|grant))?{_OR} "
            rf"?{_rate('rate')}{_STOP}"
        ),
        rf"{_rate('rate')}{WORD}{{0,2}}? {_TIME}{_IN_ALL} {_SUM}{_STOP}",
        rf"{_rate('rate')}{_OR} {_SUM} {_TIME}",
    )
)
_EACH = re.compile(
    rf"{token('count', 'n')}{WORD}{{0,4}}? (?:at|for|of|costing|worth|paying|cost|paid|pay)(?: a price of)? "
    rf"{token('price', 'm')} (?:each|apiece|per head|a head|per person)"
    rf"(?:,|:| [-–—]| \(|{WORD}){{1,6}}? (?:raising|making|a total of|or|totalling|for|bringing in|costing|"
    rf"earning|paying) {token('total', 'm')}"
)


@dataclass(frozen=True, slots=True)
class Rate:
    """So much of a thing a period; `thing` is its unit, "" for a count."""

    figure: Figure
    thing: str
    period: str
    extent: Extent


def rates(document: Document, figures: Sequence[Figure]) -> Iterator[Flaw]:
    """RC207: a rate beside the same rate by a longer time, or beside the total that it makes."""
    for statement in statements(document, figures, "tnmv", _CUE):
        for match in _RATES.finditer(statement.text):
            yield from _two_rates(statement, match)
        told: set[str] = set()
        for pattern in _TOTALS:
            for match in pattern.finditer(statement.text):
                for flaw in _rate_and_total(statement, match):
                    if flaw.figures[0].id not in told:
                        told.add(flaw.figures[0].id)
                        yield flaw
        for match in _EACH.finditer(statement.text):
            yield from _each(statement, match)


def _rate_of(statement: Statement, match: re.Match[str], name: str) -> Rate | None:
    figure = statement.figures[int(match[name])]
    known = asserted(figure)
    if known is None or known.low < 0:
        return None
    period = match[f"{name}_per"]
    if figure.kind == "rate":
        thing, _, per = figure.unit.rpartition(" / ")
        return Rate(figure, "" if thing == "1" else thing, per, known) if per in _PERIODS and not period else None
    return Rate(figure, figure.unit, _ALIASES.get(period, period), known) if period else None


def _two_rates(statement: Statement, match: re.Match[str]) -> Iterator[Flaw]:
    one, other = _rate_of(statement, match, "short"), _rate_of(statement, match, "long")
    if one is None or other is None or one.thing != other.thing:
        return
    if one.period not in _PERIODS or other.period not in _PERIODS or one.period == other.period:
        return
    if _PERIODS.index(one.period) > _PERIODS.index(other.period):
        one, other = other, one
    priced = one.figure.kind == "money" or one.thing.isupper()
    if priced and other.period != "year" and _BARE.search(match[0]):
        return
    low, high = _HOLDS[one.period, other.period]
    made = product(one.extent, Extent(high, low, high))
    if made.meets(other.extent):
        return
    many = f"{low} {one.period}s" if low == high else f"{low} to {high} {one.period}s"
    yield _flaw((one.figure, other.figure), made, other.figure, f"{many} a {other.period} make {between(made)}")


def _rate_and_total(statement: Statement, match: re.Match[str]) -> Iterator[Flaw]:
    rate = _rate_of(statement, match, "rate")
    total, time = statement.figures[int(match["total"])], statement.figures[int(match["time"])]
    known, lasting = asserted(total), _lasting(time, rate.period if rate else "")
    if rate is None or known is None or lasting is None or rate.thing != total.unit or total.kind == "rate":
        return
    made = product(rate.extent, lasting)
    if not made.meets(known):
        yield _flaw(
            (rate.figure, total, time), made, total, f"{rate.figure.text} for {time.text} makes {between(made)}"
        )


def _lasting(time: Figure, period: str) -> Extent | None:
    """How many periods a duration has; a number printed for it is meant as it stands, a calendar aside."""
    if not period or time.value is None or period == "quarter" or "/" in time.unit:
        return None
    exact = units.convert(time.value, time.unit, period)
    loose = 0.02 if time.bound == "exact" else 0.15
    return Extent(exact, exact * (1 - loose), exact * (1 + loose))


def _each(statement: Statement, match: re.Match[str]) -> Iterator[Flaw]:
    held = statement.named(match)
    count, price, total = asserted(held["count"]), asserted(held["price"]), asserted(held["total"])
    if count is None or price is None or total is None or held["price"].unit != held["total"].unit:
        return
    made = product(count, price)
    if not made.meets(total):
        words = f"{held['count'].text} at {held['price'].text} each make {between(made)}"
        yield _flaw(tuple(held.values()), made, held["total"], words)


def _flaw(figures: tuple[Figure, ...], made: Extent, total: Figure, working: str) -> Flaw:
    ordered = tuple(sorted(figures, key=lambda figure: figure.start))
    others = " and ".join(f'"{figure.text}"' for figure in ordered if figure is not total)
    return Flaw(
        figures=ordered,
        message=f'{others} make {shown(made.value)}, not "{total.text}"',
        working=f"{working}; the text says {total.text}",
    )


RULES = (
    Rule(
        code="RC207",
        name="rate-mismatch",
        severity="error",
        ok="The lease costs $3,000 a month, or $36,000 a year.",
        not_ok="The lease costs $3,000 a month, or $63,000 a year.",
        judge=rates,
    ),
)
