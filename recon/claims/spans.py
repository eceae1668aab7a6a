"""Days of the calendar: the week, month, quarter or year around a day, and steps of them.

Weeks begin on Monday (ISO 8601).
"""

from __future__ import annotations

import calendar
import datetime as dt

Days = tuple[dt.date, dt.date]


def single(day: dt.date) -> Days:
    """One day as an interval."""
    return day, day


def shift(day: dt.date, months: int) -> dt.date:
    """The day so many months on, or the last of that month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_days(year: int, month: int) -> Days:
    """A month."""
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def year_days(year: int) -> Days:
    """A year."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def week_days(day: dt.date) -> Days:
    """The week a day is in."""
    first = day - dt.timedelta(days=day.weekday())
    return first, first + dt.timedelta(days=6)


def quarter_days(day: dt.date) -> Days:
    """The quarter a day is in."""
    month = 3 * ((day.month - 1) // 3) + 1
    return dt.date(day.year, month, 1), month_days(day.year, month + 2)[1]


def unit_days(day: dt.date, unit: str, steps: int) -> Days:
    """The day, week, weekend, month, quarter, decade or year that lies `steps` from the one a day is in."""
    if unit == "day":
        return single(day + dt.timedelta(days=steps))
    if unit == "week":
        return week_days(day + dt.timedelta(weeks=steps))
    if unit == "weekend":
        saturday = week_days(day + dt.timedelta(weeks=steps))[0] + dt.timedelta(days=5)
        return saturday, saturday + dt.timedelta(days=1)
    if unit == "month":
        shifted = shift(day.replace(day=1), steps)
        return month_days(shifted.year, shifted.month)
    if unit == "quarter":
        return quarter_days(shift(day.replace(day=1), 3 * steps))
    if unit == "decade":
        start = (day.year // 10 + steps) * 10
        return dt.date(start, 1, 1), dt.date(start + 9, 12, 31)
    return year_days(day.year + steps)
