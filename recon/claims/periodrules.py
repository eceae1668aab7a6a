"""The rules by which an expression names a month, a quarter, a season, a year or a time ago."""

from __future__ import annotations

import datetime as dt
import re

from recon.claims.dayrules import count_of
from recon.claims.expressions import Direction
from recon.claims.spans import Days, month_days, quarter_days, single, unit_days, year_days
from recon.claims.timewords import (
    MONTHS,
    SEASONS,
    SMALL,
    TENS,
)


def month_of(m: re.Match[str], published: dt.date | None, towards: Direction) -> Days | None:
    """As in "December", "last May", "June last year"."""
    which, month, year = (m[1] or "").strip(), MONTHS[m[2].strip(".")], m[3]
    if year and year.strip(", ")[-4:].isdigit():
        return month_days(int(year.strip(", ")[-4:]), month)
    if published is None:
        return None
    if year:
        steps = {"this": 0, "last": -1, "next": 1}[year.replace(",", " ").split()[-2]]
    elif which == "last":
        steps = -(month >= published.month)
    elif which == "next":
        steps = int(month <= published.month)
    elif which == "this" or month == published.month:
        steps = 0
    else:
        steps = _month_steps(month, published, towards)
    return month_days(published.year + steps, month)


def _month_steps(month: int, published: dt.date, towards: Direction) -> int:
    """Years from the one of publication to that of a bare month: the nearest, by the verb and in doubt the past one."""
    if towards == "future":
        return int(month < published.month)
    ahead = (month - published.month) % 12
    reach = 1 if towards == "past" else 4
    return int(month < published.month) if ahead <= reach else -(month > published.month)


def years(m: re.Match[str], _p: dt.date | None, _t: Direction) -> Days | None:
    """As in "2013", "the 1990s"."""
    year = int(m[1])
    return (dt.date(year, 1, 1), dt.date(year + 9, 12, 31)) if m[2] else year_days(year)


def short_decade(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    """As in "the '90s": the last decade of that name to have begun."""
    if published is None:
        return None
    year = published.year // 100 * 100 + int(m[1])
    year -= 100 * (year > published.year)
    return dt.date(year, 1, 1), dt.date(year + 9, 12, 31)


def spoken_year(m: re.Match[str], _p: dt.date | None, _t: Direction) -> Days | None:
    """As in "nineteen ninety-one"."""
    words = m[0].replace("-", " ").split()
    if words[-1] == "thousand":
        return year_days(2000)
    return year_days(1900 + sum(TENS[word] * 10 if word in TENS else SMALL[word] for word in words[1:]))


_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def quarter_of(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    """As in "the third quarter of 2029"."""
    which, year = m[1], m[2] or m[3]
    if which in {"latest", "last", "previous"} and published:
        return quarter_days(quarter_days(published)[0] - dt.timedelta(days=1))
    if which in {"this", "current"} and published:
        return quarter_days(published)
    if which == "next" and published:
        return quarter_days(quarter_days(published)[1] + dt.timedelta(days=1))
    if which not in _QUARTERS:
        return None
    month = 3 * (_QUARTERS[which] - 1) + 1
    if year and year[-4:].isdigit():
        return quarter_days(dt.date(int(year[-4:]), month, 1))
    if published is None:
        return None
    if year:
        return quarter_days(dt.date(published.year + {"this": 0, "last": -1, "next": 1}[year.split()[0]], month, 1))
    started = dt.date(published.year, month, 1) <= published
    return quarter_days(dt.date(published.year - (not started), month, 1))


def quarter_then(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    """As in "the 2028 quarter": of that year the one that is told of, which ended last before the telling."""
    if published is None:
        return None
    told = quarter_days(quarter_days(published)[0] - dt.timedelta(days=1))[0]
    return quarter_days(told.replace(year=int(m[1])))


def months_of(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    """As in "the first half of 2029", "the first nine months of the year"."""
    if m[4].isdigit():
        year = int(m[4])
    elif published is None:
        return None
    else:
        year = published.year + {"last": -1, "next": 1}.get(m[4].split()[0], 0)
    if m[1] not in {None, "first"}:
        return dt.date(year, 7, 1), dt.date(year, 12, 31)
    last = 6 if m[1] else count_of(m[2]) * (3 if m[3] == "quarters" else 1)
    return dt.date(year, 1, 1), month_days(year, last)[1]


def this_unit(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    """The running year; of quarters the one that is over, whose results are told."""
    if published is None:
        return None
    if m[1] in {"quarter", "period"}:
        return quarter_days(quarter_days(published)[0] - dt.timedelta(days=1))
    return unit_days(published, "year", 0)


def which_unit(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    """As in "last week", "this year", "next month", "the past three days"."""
    if published is None:
        return None
    which, count, unit = m[1].split()[-1], m[2], m[3].rstrip("s")
    if count:
        length = count_of(count)
        if which in {"last", "past", "previous", "latest"}:
            return unit_days(published, unit, -length)[0], published
        return published, unit_days(published, unit, length)[1]
    steps = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(which, 0)
    if unit == "weekend" and steps == -1 and published.weekday() < 5:
        return unit_days(published, unit, -1)
    return unit_days(published, unit, steps)


def season(m: re.Match[str], published: dt.date | None, towards: Direction) -> Days | None:
    """As in "last winter", "spring 2030"."""
    which, year = (m[1] or "").split(" ")[-1], m[3]
    first, last = SEASONS[m[2]]
    if year:
        base = int(year[-4:])
    elif published is None:
        return None
    else:
        base = published.year
        if which in {"last", "past", "previous"} and published.month <= (last if last >= first else 12):
            base -= 1
        elif which in {"next", "coming", "following"}:
            base += published.month >= first
        elif towards == "future":
            base += published.month > last >= first
    return dt.date(base, first, 1), month_days(base + (last < first), last)[1]


def ago(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    """As in "two days ago", "a year earlier": to the day for days, else the whole week, month or year."""
    if published is None:
        return None
    count, unit = count_of(m[1]), m[2].rstrip("s")
    sign = -1 if m[3] in {"ago", "earlier", "before"} else 1
    return unit_days(published, unit, sign * count)


def weekend(_m: re.Match[str], published: dt.date | None, towards: Direction) -> Days | None:
    """As in "the weekend": the last one, or the one at hand."""
    if published is None:
        return None
    return unit_days(published, "weekend", 0 if towards == "future" or published.weekday() > 4 else -1)


def end_of(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    """As in "the end of the year": the last day."""
    if published is None:
        return None
    return single(unit_days(published, m[2], 1 if m[1] == "next" else 0)[1])


def year_end(_m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    """As in "year-end"."""
    return single(dt.date(published.year, 12, 31)) if published else None
