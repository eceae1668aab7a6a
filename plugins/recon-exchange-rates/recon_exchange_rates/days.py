"""Of which days the rate of a conversion may be: the document's, or those that its sentence speaks of."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from recon import Document

BEFORE = 10
"""Days before its publication that a text's rate may be of: it is looked up once, and the story goes on."""

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = (
    re.compile(rf"\b(?P<day>[0-3]?\d) {_MONTH},? {_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH} (?P<day>[0-3]?\d),? {_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH},? {_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_YEAR}\b"),
)
"""From the finest to the coarsest, so that a year is not read out of a date."""
_LAST = re.compile(r"\blast (?P<what>year|month|week)\b", re.IGNORECASE)
_AGO = re.compile(
    r"\b(?P<many>a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years? (?:ago|earlier)\b", re.IGNORECASE
)
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_THEN = re.compile(r"\bat (?:the|that) time\b|\bback then\b|\bthen (?:worth|valued|about)\b", re.IGNORECASE)
_TODAY = re.compile(r"\b(?:at )?(?:today['’]s|current|present) (?:exchange )?rates?\b", re.IGNORECASE)


class Days(NamedTuple):
    """The first and the last of some days."""

    first: dt.date
    last: dt.date


def days(document: Document, sentence: str) -> tuple[Days, ...]:
    """The days whose rates a conversion in the sentence may be at, the likeliest first; none where that is unknown.

    "At the time" is of the days that the sentence names, and of none that it does not. A sentence that names days
    without that may as well have been converted on the day it was printed.
    """
    if document.published is None:
        return ()
    printed = Days(document.published - dt.timedelta(days=BEFORE), max(document.modified or document.published,
                                                                       document.published))  # fmt: skip
    if _TODAY.search(sentence):
        return (printed,)
    named = tuple(_named(sentence, document.published))
    return named if _THEN.search(sentence) else (printed, *named)


def _named(sentence: str, today: dt.date) -> Iterator[Days]:
    """The days, months and years that a sentence names, each as all its days."""
    for pattern in _DATES:
        for match in pattern.finditer(sentence):
            parts = match.groupdict()
            if found := _whole(int(parts["year"]), parts.get("month"), parts.get("day")):
                yield found
        sentence = pattern.sub(" ", sentence)
    for match in _LAST.finditer(sentence):
        yield _last(match["what"].lower(), today)
    for match in _AGO.finditer(sentence):
        many = match["many"].lower()
        years = int(many) if many.isdigit() else 1 if many == "a" else _WORDS.index(many)
        yield Days(dt.date(today.year - years, 1, 1), dt.date(today.year - years, 12, 31))


def _whole(year: int, month: str | None, day: str | None) -> Days | None:
    if not month:
        return Days(dt.date(year, 1, 1), dt.date(year, 12, 31))
    number = _MONTHS[month.casefold()]
    length = calendar.monthrange(year, number)[1]
    if not day:
        return Days(dt.date(year, number, 1), dt.date(year, number, length))
    if not 1 <= int(day) <= length:
        return None
    named = dt.date(year, number, int(day))
    return Days(named - dt.timedelta(days=BEFORE), named + dt.timedelta(days=1))


def _last(what: str, today: dt.date) -> Days:
    if what == "week":
        return Days(today - dt.timedelta(days=14), today)
    if what == "month":
        end = today.replace(day=1) - dt.timedelta(days=1)
        return Days(end.replace(day=1), end)
    return Days(dt.date(today.year - 1, 1, 1), dt.date(today.year - 1, 12, 31))
