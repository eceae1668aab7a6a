"""What two figures side by side may mean together, and whether some reading brings their numbers together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recon import units
from recon.checks.extent import Extent, Printed, extents, spanning
from recon.checks.roundings import Verdict, judged
from recon.checks.rule import text_of
from recon.checks.sides import units_of
from recon.model import Bound, Document, Figure

EXACTLY_DEFINED = frozenset({"length", "area", "volume", "mass", "speed", "temperature", "temperature_change"})
"""Kinds whose factors leave no doubt; a horsepower or a calorie is not the same everywhere."""

_CHANGE = re.compile(
    r"\b(?:ris(?:e|es|ing|en)|rose|warm(?:er|ed|ing)|cool(?:er|ed|ing)|colder|hotter|increas\w{1,4}|decreas\w{1,4}|drop\w{0,4}|"
    r"f[ae]ll(?:s|en|ing)?|above|below|higher|lower|differen\w{1,5}|swing|within|by|up|down|more|less|anomal\w{1,4}|"
    r"gradient|margin|range|jump\w{0,3}|surg\w{1,4}|climb\w{0,3}|declin\w{1,3}|cooler|past|beyond|limit\w{0,3})\b",
    re.IGNORECASE,
)
_CHANGE_BEFORE = re.compile(
    r"\b(?:by|(?:ris(?:e|es|en|ing)|rose|warmed|warms|cooled|increased|dropped|fell|fallen|falls|jumped|climbed)"
    r"|(?:rise|increase|drop|fall|swing|difference|jump|decrease|change|anomaly)s? of"
    r"|(?:warming|cooling|temperature rise) (?:of|to|at|below|under|within))"
    r"(?: (?:about|around|some|nearly|almost|over|more than|up to|at least|another|an extra))? ?$",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    r"(?: ?\([^()]{1,60}\))? (?:warmer|cooler|colder|hotter|higher|lower|(?:above|below)(?! (?:zero|0\b))"
    r"|of warming)\b",
    re.IGNORECASE,
)
_LEVEL_BEFORE = re.compile(
    r"\b(?:(?:fall|fell|falls|fallen|rise|rose|rises|risen|drop|drops|dropped|climb\w{0,3}|plunged?|plummeted|soared?|dipped"
    r"|cooled|heated|warmed|down|up) to(?: (?:a|an|the|about|around|as low as|as high as|nearly|almost|over|minus))?"
    r"|(?:low|high|record|minimum|maximum|temperature|average)s? of) ?$",
    re.IGNORECASE,
)
_BELOW_ZERO = re.compile(r"(?: ?\([^()]{1,60}\)|\)?) below (?:zero|0\b)", re.IGNORECASE)
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_NEXT_TO = 40
_LONG = 300
_DELTA = "delta_"

_UNDER: frozenset[Bound] = frozenset({"nearly", "at_most", "less_than"})
_OVER: frozenset[Bound] = frozenset({"at_least", "more_than"})
_HEDGED = 0.1


@dataclass(frozen=True, slots=True)
class Reading:
    """Two figures side by side, each in one of the units it may be in."""

    one: Figure
    other: Figure
    source: str
    target: str

    @property
    def ends(self) -> tuple[tuple[Printed, Printed], ...]:
        """The numbers that answer each other, each in its own unit: both ends of two ranges, else the whole of each."""
        mine, theirs = extents(self.one), extents(self.other)
        if self.one.bound != self.other.bound:
            mine, theirs = _opened(mine, self.one.bound), _opened(theirs, self.other.bound)
        if len(mine) != len(theirs):
            mine, theirs = (spanning(mine),), (spanning(theirs),)
        return tuple(zip(mine, theirs, strict=True))

    @property
    def verdict(self) -> Verdict:
        """`apart` where the intervals of a pair do not meet, `near` where neither is what the other comes to."""
        verdicts = [self.judged(mine, theirs) for mine, theirs in self.ends]
        return "apart" if "apart" in verdicts else "near" if "near" in verdicts else "agree"

    def judged(self, mine: Printed, theirs: Printed) -> Verdict:
        if "degree" not in self.source and (mine.value == 0) != (theirs.value == 0):
            return "apart"
        bounds, kind = (self.one.bound, self.other.bound), self.one.kind
        return judged(
            mine,
            theirs,
            self.source,
            self.target,
            loosely=_are_open(*bounds) or not mine.step or not theirs.step,
            exactly=bounds == ("exact", "exact") and kind in EXACTLY_DEFINED,
        )


def readings(document: Document, one: Figure, other: Figure) -> Iterator[Reading]:
    """What two figures may mean together: every pair of their units that measures the same, as printed first."""
    if not extents(one) or not extents(other):
        return
    for printed in units_of(one):
        for answer in units_of(other):
            source, target = _above_the_line(printed, answer)
            level, change = (source.removeprefix(_DELTA), target.removeprefix(_DELTA)), (source, target)
            if source == target or not units.compatible(*level):
                continue
            if "degree" not in source or not _is_surely_change(document, one, other):
                yield Reading(one, other, *level)
            if level != change or ("degree" in source and _may_be_change(document, one)):
                yield Reading(one, other, *(_DELTA + unit for unit in level))


def _above_the_line(source: str, target: str) -> tuple[str, str]:
    """Both units, one without the time that the words give it for both: "3 million barrels (477,000 m³) a day"."""
    if (" / " in source) != (" / " in target):
        (above, _, below), (over, _, under) = source.partition(" / "), target.partition(" / ")
        if (below or under) in _TIMES and units.compatible(above, over) and not units.compatible(source, target):
            return above, over
    return source, target


def is_below_zero(document: Document, figure: Figure) -> bool:
    """Whether the words say that a temperature is below zero, which its number then does not."""
    after = text_of(document, figure.part)[figure.end : figure.end + _NEXT_TO]
    return "degree" in figure.unit and bool(_BELOW_ZERO.match(after))


def _is_surely_change(document: Document, one: Figure, other: Figure) -> bool:
    """Whether the words next to the figures leave no other reading: "rose by 2 °C", "2 °C warmer"."""
    text = text_of(document, one.part)
    before = text[max(0, one.start - _NEXT_TO) : one.start]
    afters = (text[figure.end : figure.end + 2 * _NEXT_TO].lstrip(")]") for figure in (one, other))
    return bool(_CHANGE_BEFORE.search(before) or any(_CHANGE_AFTER.match(after) for after in afters))


def _may_be_change(document: Document, figure: Figure) -> bool:
    """Whether the sentence speaks of a change, and the words before the figure not of where it came to."""
    before = text_of(document, figure.part)[max(0, figure.start - _NEXT_TO) : figure.start]
    return bool(_CHANGE.search(_sentence(document, figure)) and not _LEVEL_BEFORE.search(before))


def _sentence(document: Document, figure: Figure) -> str:
    """The figure's sentence, or what of it stands near the figure where it is very long."""
    start, end = max(figure.sentence_start, figure.start - _LONG), min(figure.sentence_end, figure.end + _LONG)
    return text_of(document, figure.part)[start:end]


def _are_open(one: Bound, other: Bound) -> bool:
    """Whether a hedge opens only one of two numbers to a side, as in "520 kilometers -- nearly 350 miles"."""
    return one != other and not {one, other} <= {"exact", "about"}


def _opened(parts: tuple[Printed, ...], bound: Bound) -> tuple[Printed, ...]:
    """The numbers of a figure with a hedge of its own ("nearly 400"), open by a tenth to the side that it names."""
    down, up = (_HEDGED if bound in side else 0.0 for side in (_UNDER, _OVER))
    return tuple(part._replace(extent=_widened(part.extent, down, up)) for part in parts)


def _widened(one: Extent, down: float, up: float) -> Extent:
    size = abs(one.value)
    return Extent(one.value, one.low - down * size, one.high + up * size)
