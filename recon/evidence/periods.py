"""The time a number holds for, where its sentence names one: a year, a month, a quarter, "last year"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
AWAY = {"last": -1, "previous": -1, "past": 0, "this": 0, "current": 0, "next": 1, "coming": 1}
EXPRESSION = re.compile(
    rf"\b(?P<month>{'|'.join(month.capitalize() for month in MONTHS)})\b(?! \d{{1,2}}\b)"
    r"|\b(?P<quarter>(?i:first|second|third|fourth|1st|2nd|3rd|4th))[ -](?P<part>(?i:quarter|half))\b"
    r"|\b(?P<year>(?:19|20)\d\d)\b(?!,\d)"
    r"|\b(?P<away>(?i:last|previous|this|current|next|coming)) (?P<unit>(?i:year|month|week|season|quarter|decade))\b"
    r"|\b(?P<before>(?i:a year (?:earlier|ago|before)))\b"
)
BREAK = re.compile(r";|,(?! (?:which|who|that|when)\b)")
OPENING = 25
"""Characters within which a sentence begins with the time that all of it holds for."""
STEP = 45
"""Characters within which a period behind a number is its own before one that stands ahead of it."""

Period = tuple[str, int | str]


@dataclass(frozen=True, slots=True)
class Periods:
    """What a sentence says of a number's time, each by its sort ("year", "month", "quarter", "half", "away")."""

    told: frozenset[Period]

    @property
    def years(self) -> frozenset[int]:
        return frozenset(int(value) for sort, value in self.told if sort == "year")

    def clash(self, other: Periods) -> bool:
        """Whether the two name different times of one sort, and none that is the same."""
        if self.told & other.told:
            return any(
                sort in {"month", "quarter", "half", "year"} and self._of(sort).isdisjoint(other._of(sort))
                for sort in self._sorts() & other._sorts()
            )
        return bool(self._sorts() & other._sorts())

    def _sorts(self) -> frozenset[str]:
        return frozenset(sort for sort, _ in self.told)

    def _of(self, sort: str) -> frozenset[int | str]:
        return frozenset(value for name, value in self.told if name == sort)


def periods(
    sentence: str, span: tuple[int, int], others: Sequence[tuple[int, int]], published: dt.date | None
) -> Periods:
    """The periods of the number at `span`: those between it and the next number, else those ahead of it."""
    start, end = span
    right_end = min((a for a, _ in others if a >= end), default=len(sentence))
    left_end = max((b for _, b in others if b <= start), default=0)
    found = list(EXPRESSION.finditer(sentence))
    behind = [one for one in found if end <= one.start() < right_end and not _breaks(sentence, end, one.start())]
    ahead = [one for one in found if left_end <= one.end() <= start and not _breaks(sentence, one.end(), start)]
    opening = [one for one in found if one.start() < OPENING and one.end() <= start]
    chosen = [one for one in behind if one.start() - end <= STEP] or ahead or behind or opening
    return Periods(frozenset(told for one in chosen for told in _told(one, published)))


def _breaks(sentence: str, start: int, end: int) -> bool:
    """Whether another clause begins between a number and a period, and not one on the same thing."""
    return BREAK.search(sentence, start, end) is not None


def _told(match: re.Match[str], published: dt.date | None) -> list[Period]:
    if match["month"]:
        return [("month", MONTHS.index(match["month"].lower()) + 1)]
    if match["quarter"]:
        return [(match["part"].lower(), QUARTERS[match["quarter"].lower()])]
    if match["year"]:
        return [("year", int(match["year"]))]
    if match["before"]:
        return [("away", "-1 year"), *([("year", published.year - 1)] if published else [])]
    unit, away = match["unit"].lower(), AWAY[match["away"].lower()]
    told: list[Period] = [("away", f"{away:+d} {unit}")]
    if unit == "year" and published:
        told.append(("year", published.year + away))
    return told
