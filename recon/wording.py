"""Numbers, bounds and days in words: what every stage that tells of them shares."""

from __future__ import annotations

import datetime as dt
from calendar import month_abbr, month_name
from functools import lru_cache

from recon.model import Bound

BOUNDS: dict[Bound, str] = {
    "about": "about ",
    "nearly": "nearly ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "up to ",
    "less_than": "less than ",
}


def number(value: float) -> str:
    """Grouped in thousands, with no more digits than it has: 12,000, 0.25, 1,300,000."""
    text = f"{value:,.6f}".rstrip("0").rstrip(".")
    return text if abs(value) < 1e15 and float(text.replace(",", "")) == value else f"{value:.10g}"


@lru_cache(maxsize=4096)
def day(date: dt.date) -> str:
    """ "29 October 2031"."""
    return f"{date.day} {month_name[date.month]} {date.year}"


def short_day(date: dt.date) -> str:
    """ "29 Oct 2031"."""
    return f"{date.day} {month_abbr[date.month]} {date.year}"


def short_days(start: dt.date, end: dt.date) -> str:
    """ "21–27 Oct 2024", with no more of the first day than differs from the last.

    >>> short_days(dt.date(2024, 10, 21), dt.date(2024, 11, 3))
    '21 Oct – 3 Nov 2024'
    """
    if start == end:
        return short_day(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{short_day(end)}"
    first = short_day(start)
    return f"{first.removesuffix(f' {end.year}')} – {short_day(end)}"
