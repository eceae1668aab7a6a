"""The rules by which an expression names single days: "today", "last Monday", "May 3"."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from recon.claims.expressions import Direction
from recon.claims.spans import Days, single
from recon.claims.timewords import (
    MONTHS,
    ORDINALS,
    SMALL,
    WEEKDAYS,
)

HOLIDAYS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "new year's eve": (12, 31), "new year's day": (1, 1),
    "independence day": (7, 4),
}  # fmt: skip
"""Month and day of the feasts that do not move."""


def iso_day(m: re.Match[str], _p: dt.date | None, _t: Direction) -> Days | None:
    """As in "2031-05-14"."""
    return single(dt.date.fromisoformat(m[1]))


def slashed_day(m: re.Match[str], _p: dt.date | None, _t: Direction) -> Days | None:
    """As in "5/14/2031", month first (AP stylebook)."""
    year = int(m[3]) + (0 if len(m[3]) == 4 else 1900 if int(m[3]) > 40 else 2000)
    return single(dt.date(year, int(m[1]), int(m[2])))


def named_day(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    """As in "today", "yesterday", "last night"."""
    if published is None:
        return None
    word = m[1]
    offset = {"yesterday": -1, "tomorrow": 1, "last night": -1}.get(word, 0)
    return single(published + dt.timedelta(days=offset))


def weekday(m: re.Match[str], published: dt.date | None, towards: Direction) -> Days | None:
    """The last such day, today's included; the next one where the verb looks ahead; "next" is never today.

    Tomorrow's name is tomorrow whatever the verb: texts are often dated a day before their last change, and six days
    back is "last Friday".
    """
    if published is None:
        return None
    which, wanted = m[1] or "", WEEKDAYS[m[2]]
    back = (published.weekday() - wanted) % 7
    if back == 6 and not which:
        return single(published + dt.timedelta(days=1))
    ahead = (wanted - published.weekday()) % 7
    if which.startswith("last"):
        return single(published - dt.timedelta(days=back or 7))
    if which.startswith("next"):
        return single(published + dt.timedelta(days=ahead or 7))
    if "coming" in which or towards == "future":
        return single(published + dt.timedelta(days=ahead))
    return single(published - dt.timedelta(days=back))


def near_year(month: int, day: int, published: dt.date | None) -> int | None:
    """The year of a day without one: the nearest. Reporters name the year of any other."""
    if published is None:
        return None
    years = [
        y for y in (published.year - 1, published.year, published.year + 1) if day <= calendar.monthrange(y, month)[1]
    ]
    return min(years, key=lambda y: abs((dt.date(y, month, day) - published).days), default=None)


def month_day(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    """As in "May 3", "3 June 2030", "Oct. 23 and 24"."""
    groups = m.groupdict()
    month, day = MONTHS[groups["month"].strip(".")], count_of(groups["day"])
    year = int(groups["year"]) if groups["year"] else near_year(month, day, published)
    if year is None:
        return None
    first = dt.date(year, month, day)
    last = count_of(groups["last"]) if groups.get("last") else day
    return first, dt.date(year, month, last) if last >= day else first


def holiday(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    """As in "Christmas Day", "New Year's Eve", "Thanksgiving Day"."""
    if published is None:
        return None
    month, day = HOLIDAYS.get(m[0], (11, 0))
    if day:
        year = near_year(month, day, published)
        return single(dt.date(year, month, day)) if year else None
    year = published.year - (published.month < 11)
    first = dt.date(year, 11, 1)
    return single(first + dt.timedelta(days=(3 - first.weekday()) % 7 + 21))


def count_of(text: str) -> int:
    """The number that digits or words name; 0 for none."""
    text = text.strip()
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits[0])
    for table in (ORDINALS, SMALL):
        if text in table:
            return table[text]
    return next((SMALL[w] for w in reversed(text.split()) if w in SMALL), 0)
