"""What two figures side by side may mean together, and whether some reading brings their numbers together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from recon import units
from recon.checks.extent import Extent, converted, extents, significant_digits, spanning
from recon.checks.rule import text_of
from recon.model import Bound, Document, Figure

Verdict = Literal["agree", "near", "apart"]

EXACTLY_DEFINED = frozenset({"length", "area", "volume", "mass", "speed", "temperature", "temperature_change"})
"""Kinds whose factors leave no doubt; a horsepower or a calorie is not the same everywhere."""

_CHANGE = re.compile(
    r"\b(?:ris(?:e|es|ing|en)|rose|warm(?:er|ed|ing)|cool(?:er|ed|ing)|colder|hotter|increas\w{1,4}|decreas\w{1,4}|drop\w{0,4}|"
    r"f[ae]ll(?:s|en|ing)?|above|below|higher|lower|difference|swing|within|by|up|down|more|less)\b",
    re.IGNORECASE,
)
_CHANGE_BEFORE = re.compile(
    r"\b(?:by|(?:rise|increase|drop|fall|swing|warming|cooling|difference)s? of)"
    r"(?: (?:about|around|some|nearly|almost|over|more than|up to|at least))? ?$",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    r"(?: ?\([^()]{1,20}\))? (?:warmer|cooler|colder|hotter|higher|lower|above|below|of warming)\b", re.IGNORECASE
)
_NEXT_TO = 40
_LONG = 300
_DELTA = "delta_"
_PRECISE_DIGITS = 3

_CUT_SHARE = 0.05
"""A number is cut, instead of rounded, only where that takes no more than this share of it."""

_UNDER: frozenset[Bound] = frozenset({"nearly", "at_most", "less_than"})
_OVER: frozenset[Bound] = frozenset({"at_least", "more_than"})
_HEDGED = 0.1

_FIVES_BELOW = 100
_FIVES_APART = 0.1
"""Weather and earthquake services round both sides to fives: "20 miles (35 km)" may be this far apart, as a share."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Two figures side by side, each in one of the units it may be in."""

    one: Figure
    other: Figure
    source: str
    target: str

    @property
    def ends(self) -> tuple[tuple[Extent, Extent], ...]:
        """The numbers that answer each other, each in its own unit: both ends of two ranges, else the whole of each."""
        mine, theirs = extents(self.one), extents(self.other)
        if self.one.bound != self.other.bound:
            mine, theirs = _opened(mine, self.one.bound), _opened(theirs, self.other.bound)
        if len(mine) != len(theirs):
            mine, theirs = (spanning(mine),), (spanning(theirs),)
        return tuple(zip(mine, theirs, strict=True))

    @property
    def verdict(self) -> Verdict:
        """`apart` where the intervals of a pair do not meet, `near` where a precise number is not borne out."""
        verdicts = [self.judged(mine, theirs) for mine, theirs in self.ends]
        return "apart" if "apart" in verdicts else "near" if "near" in verdicts else "agree"

    def judged(self, mine: Extent, theirs: Extent) -> Verdict:
        level = "degree" in self.source
        if not level and (mine.value == 0) != (theirs.value == 0):
            return "apart"
        there = converted(mine, self.source, self.target)
        if not there.meets(theirs):
            fives = _are_in_fives(mine.value, theirs.value) and not level
            return "agree" if fives and abs(there.value - theirs.value) <= _FIVES_APART * theirs.value else "apart"
        return "near" if self._is_near_only(mine, theirs) else "agree"

    def _is_near_only(self, mine: Extent, theirs: Extent) -> bool:
        """The second number is printed precisely, and neither is what the other rounds or cuts to."""
        if self.one.bound != "exact" or self.other.bound != "exact" or self.one.kind not in EXACTLY_DEFINED:
            return False
        if not _is_precise(theirs.value, self.other.step):
            return False
        there = units.convert(mine.value, self.source, self.target)
        back = units.convert(theirs.value, self.target, self.source)
        step = self.one.step
        cut = step if step <= _CUT_SHARE * abs(mine.value) else step / 2
        rounded = Extent(mine.value, mine.value - step / 2, mine.value + cut)
        return not Extent(there, there, there).meets(theirs) and not Extent(back, back, back).meets(rounded)


def readings(document: Document, one: Figure, other: Figure) -> Iterator[Reading]:
    """What two figures may mean together: every pair of their units that measures the same, as printed first."""
    if not extents(one) or not extents(other):
        return
    for source in (one.unit, *one.unit_alternatives):
        for target in (other.unit, *other.unit_alternatives):
            level, change = (source.removeprefix(_DELTA), target.removeprefix(_DELTA)), (source, target)
            if source == target or not units.compatible(*level):
                continue
            if "degree" not in source or not _is_surely_change(document, one):
                yield Reading(one, other, *level)
            if level != change or ("degree" in source and _CHANGE.search(_sentence(document, one))):
                yield Reading(one, other, *(_DELTA + unit for unit in level))


def _is_surely_change(document: Document, figure: Figure) -> bool:
    """Whether the words next to the figure leave no other reading: "rose by 2 °C", "2 °C warmer"."""
    text = text_of(document, figure.part)
    before, after = text[max(0, figure.start - _NEXT_TO) : figure.start], text[figure.end : figure.end + _NEXT_TO]
    return bool(_CHANGE_BEFORE.search(before) or _CHANGE_AFTER.match(after))


def _sentence(document: Document, figure: Figure) -> str:
    """The figure's sentence, or what of it stands near the figure where it is very long."""
    start, end = max(figure.sentence_start, figure.start - _LONG), min(figure.sentence_end, figure.end + _LONG)
    return text_of(document, figure.part)[start:end]


def _opened(parts: tuple[Extent, ...], bound: Bound) -> tuple[Extent, ...]:
    """The extents of a figure with a hedge of its own ("nearly 400"), open by a tenth to the side that it names."""
    down, up = (_HEDGED if bound in side else 0.0 for side in (_UNDER, _OVER))
    return tuple(Extent(p.value, p.low - down * abs(p.value), p.high + up * abs(p.value)) for p in parts)


def _is_precise(value: float, step: float) -> bool:
    """Whether a number is printed to three significant digits, and does not end in a 5 as numbers in fives do."""
    last = round(abs(value) / step) if step else 0
    return significant_digits(value, step) >= _PRECISE_DIGITS and not str(last).rstrip("0").endswith("5")


def _are_in_fives(one: float, other: float) -> bool:
    """Whether both are whole fives small enough to be meant so."""
    return all(0 < value < _FIVES_BELOW and value % 5 == 0 for value in (one, other))
