"""Changes as sentences tell them: "rose 12% to 560 from 500", "from 560 to 500, or 11%", "560, up 12% from 500"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from recon.checks.direction import DOWN, UP, direction
from recon.checks.statements import WORD, Statement
from recon.model import Figure

_TIME = r"(?:,? (?:in|for|over|during|last|this|on) (?:[\w ,'-]|<[da]\d+>){1,60}?)?"
_ASIDE = r"(?: \([^()]{0,40}\))?"
_PLACE = rf"(?: (?:a|per) (?:day|week|month|year|share|barrel))?{WORD}{{0,3}}?{_ASIDE}{_TIME}"
_TO = re.compile(rf"{_PLACE},? (?:to|at)(?: stand at| reach| just)?(?: an average of| a total of)? ")
_FROM = re.compile(
    rf"{_PLACE},? (?:from|compared (?:with|to)|against|on)(?: (?:the|an average of|a total of|its|last year's))? "
)
_BY = re.compile(
    rf"{_PLACE}(?:,|,? or|,? [-–—]| \(|,? and|,? an?)(?P<how> (?:up|down|an?(?: [a-z-]+){{1,3}} of|by|an?))? "
)
_REACHED = re.compile(rf"{_PLACE}(?:,| [-–—]| \()(?: which (?:is|was))? (?:up|down|an? (?:[a-z-]+ ){{1,2}}of)(?: by)? ")
_NOUN_BEHIND = re.compile(
    rf"^{WORD}{{0,1}}? (?:rise|increase|jump|gain|growth|fall|drop|cut|decline|decrease|reduction|loss)\b"
)
_DIRECTION_BEHIND = re.compile(
    r" (higher|lower|(?:rise|increase|jump|gain|growth|surge|fall|drop|decline|decrease|slump) in)\b"
)
_OTHER_BASIS = re.compile(
    r"\b(?:(?:a|per|each|every) (?:day|week|month|quarter|year)(?! (?:ago|earlier|before|later|previously|on))|"
    r"annual\w*|"
    r"annuali[sz]ed|adjust\w+|constant|local currenc\w+|like-for-like|underlying|organic\w*|inflation-|real terms|"
    r"excluding|including|seasonal\w*|on average)\b",
    re.IGNORECASE,
)
"""Words by which a change is not that of the two numbers printed beside it."""

_NEW_CLAUSE = re.compile(
    rf"\b(?:and|but|while|which|after|when|who|that|{'|'.join(sorted(UP | DOWN))})\b", re.IGNORECASE
)
_FROM_BEFORE = re.compile(rf"\bfrom{WORD}{{0,3}}? $")
_SMALL = 10
_TOKEN = re.compile(r"<([a-z])(\d+)>")
_PAIR_TO = re.compile(rf"{_PLACE} to ")
_PAIR_FROM = re.compile(rf"{_PLACE},? from ")
_TURNED = re.compile(
    r"\b(?:rank\w*|charts?|top|positions?|place[ds]?|odds|seed\w*|handicap|dollar|euro|pound|sterling|yen|"
    r"currenc\w+|exchange|target|forecast\w*|"
    r"estimate\w*|expect\w*|age|between|range\w*|loss(?:es)?|deficit|not|n't|yield\w*)\b",
    re.IGNORECASE,
)
"""Words with which a smaller number is not less, or another number than the printed one rose."""
_TELLING = re.compile(r"\b(?P<verb>[a-z]+)(?: (?:by|sharply|steadily|slightly|again|back)){0,2} (?P<link>from|to) $")
_REACH = 50
_SIDES = frozenset("nmptvdqr")
_PERIOD_BEFORE = re.compile(r"\b(?:in|over|for|during|within|the|past|last|next|first|every) $")


@dataclass(frozen=True, slots=True)
class Change:
    """A stated change (None where only a direction is) with its direction, 1 or -1, and the figures it lies between."""

    stated: Figure | None
    direction: int
    before: Figure
    after: Figure


def changes(statement: Statement) -> Iterator[Change]:
    """ "rose 12% to 560 from 500", "fell from 560 to 500, or 11%", "560, up 12% from 500", "rose from 560 to 500"."""
    text, figures = statement.text, statement.figures
    tokens = [match for match in _TOKEN.finditer(text) if match[1] in _SIDES and not _is_period(text, match)]
    told: set[int] = set()
    for one, two, three in zip(tokens, tokens[1:], tokens[2:], strict=False):
        first, second = text[one.end() : two.start()], text[two.end() : three.start()]
        if _OTHER_BASIS.search(text, one.start(), min(len(text), three.end() + _REACH)):
            continue
        a, b, c = (figures[int(match[2])] for match in (one, two, three))
        before = text[max(0, one.start() - _REACH) : one.start()]
        change = _of_three(before, first, second, text[three.end() : three.end() + _REACH], (a, b, c))
        if change is not None:
            told |= {one.start(), two.start(), three.start()}
            yield change
    for one, two in itertools.pairwise(tokens):
        if one.start() not in told and two.start() not in told:
            change = _of_two(text, one, two, figures)
            if change is not None:
                yield change


def _is_period(text: str, match: re.Match[str]) -> bool:
    """Whether a duration tells when, and is none of the numbers that change: "in the three months to June"."""
    return match[1] == "d" and bool(_PERIOD_BEFORE.search(text[max(0, match.start() - 12) : match.start()]))


def _of_three(before: str, first: str, second: str, behind: str, three: tuple[Figure, ...]) -> Change | None:
    one, two, last = three
    before, first = _turned_round(before, first)
    plain = not _NEW_CLAUSE.search(first), not _NEW_CLAUSE.search(second)
    if all(plain) and _may_change(one, two, last):
        way = direction(before)
        if _TO.fullmatch(first) and _FROM.fullmatch(second):
            return _change(one, way, before=last, after=two)
        if _FROM.fullmatch(first) and _TO.fullmatch(second):
            return _change(one, way, before=two, after=last)
    if plain[0] and _may_change(last, one, two):
        way = _direction_behind(before, second, behind)
        if way and _TO.fullmatch(first) and _FROM_BEFORE.search(before):
            return _change(last, way, before=one, after=two)
        if way and _FROM.fullmatch(first):
            return _change(last, way, before=two, after=one)
    if plain[1] and _may_change(two, one, last) and _REACHED.fullmatch(first) and _FROM.fullmatch(second):
        return _change(two, direction(first), before=last, after=one)
    return None


def _turned_round(before: str, first: str) -> tuple[str, str]:
    """What stands before and behind a change whose direction follows it: "12% higher at", "a 12% rise in sales to"."""
    noun = _DIRECTION_BEHIND.match(first)
    return (noun[1], first[noun.end() :]) if noun else (before, first)


def _direction_behind(before: str, second: str, behind: str) -> int:
    """The way of a change told after its ends: "from A to B, or 12%", "…, up 12%", "…, a 12% rise"; 0 for none told."""
    by = _BY.fullmatch(second)
    if by is None:
        return 0
    way = direction(second) or (direction(behind[:25]) if _NOUN_BEHIND.match(behind) else 0)
    bare = (by["how"] or "").strip() in {"", "a", "an"} and not second.rstrip().endswith("or")
    return way or (0 if bare else direction(before))


def _of_two(text: str, one: re.Match[str], two: re.Match[str], figures: tuple[Figure, ...]) -> Change | None:
    """A direction alone: "rose from A to B", "rose to B from A"."""
    a, b = figures[int(one[2])], figures[int(two[2])]
    telling = _TELLING.search(text[max(0, one.start() - _REACH) : one.start()])
    if not telling or one[1] in "qr" or (a.kind, a.unit) != (b.kind, b.unit) or "exact" not in (a.bound, b.bound):
        return None
    way, link = direction(telling["verb"]), text[one.end() : two.start()]
    if a.kind == "count" and min(a.value or 0, b.value or 0) < _SMALL:
        return None
    if _NEW_CLAUSE.search(link) or _TURNED.search(text) or _OTHER_BASIS.search(text) or ";" in link:
        return None
    if telling["link"] == "from" and _PAIR_TO.fullmatch(link):
        return _change(None, way, before=a, after=b)
    if telling["link"] == "to" and _PAIR_FROM.fullmatch(link):
        return _change(None, way, before=b, after=a)
    return None


def _change(stated: Figure | None, way: int, *, before: Figure, after: Figure) -> Change | None:
    return Change(stated, way, before, after) if way else None


def _may_change(stated: Figure, one: Figure, other: Figure) -> bool:
    """Whether two numbers are of one sort, and the stated change a share or a difference of it."""
    if (one.kind, one.unit) != (other.kind, other.unit) or stated.kind == "duration":
        return False
    if stated.kind == "ratio":
        return stated.value is not None and stated.value < 1
    if stated.kind == "points":
        return one.kind in {"percent", "count"}
    if stated.kind == "percent":
        return True
    return one.kind != "percent" and (stated.kind, stated.unit) == (one.kind, one.unit)
