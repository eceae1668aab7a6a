"""What days a time expression of the news means, counted from the day of publication.

One rule for each kind of expression; nothing here knows today's date.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable

from recon.claims.expressions import Direction
from recon.claims.spans import Days, month_days, quarter_days, shift, single, unit_days, week_days, year_days
from recon.claims.timewords import (
    DAY,
    MONTH,
    MONTHS,
    NUMBER,
    ORDINALS,
    PART,
    SEASONS,
    SMALL,
    TEENS,
    TENS,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    WHICH,
    YEAR,
)  # fmt: skip

COMPANY_RESULTS = re.compile(
    r"\bquarter(?:ly)?\b|\ba share\b|\b(?:net (?:income|loss)|earnings|revenue|profit|sales)\b", re.IGNORECASE
)


def resolve(
    expression: str, published: dt.date | None, towards: Direction = "near", *, context: str = ""
) -> Days | None:
    """The first and last day of an expression; None where it names no day, or needs an unknown date of publication.

    `context` is the sentence: where it speaks of a company's results, "a year ago" is the quarter of a year ago.
    """
    text = re.sub(r"\s+", " ", expression.strip().lower().replace("’", "'")).strip(" ,")
    text = re.sub(r"^the (?!\d)", "", text)
    if published is not None and COMPARED.fullmatch(text) and COMPANY_RESULTS.search(f"{context} {text}"):
        return quarter_days(shift(quarter_days(published)[0] - dt.timedelta(days=1), -12))
    for pattern, rule in RULES:
        match = pattern.fullmatch(text)
        if match:
            try:
                return rule(match, published, towards)
            except (ValueError, OverflowError):
                return None
    return None


def _iso(m: re.Match[str], _p: dt.date | None, _t: Direction) -> Days | None:
    return single(dt.date.fromisoformat(m[1]))


def _slashed(m: re.Match[str], _p: dt.date | None, _t: Direction) -> Days | None:
    year = int(m[3]) + (0 if len(m[3]) == 4 else 1900 if int(m[3]) > 40 else 2000)
    return single(dt.date(year, int(m[1]), int(m[2])))


def _named_day(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    if published is None:
        return None
    word = m[1]
    offset = {"yesterday": -1, "tomorrow": 1, "last night": -1}.get(word, 0)
    return single(published + dt.timedelta(days=offset))


def _weekday(m: re.Match[str], published: dt.date | None, towards: Direction) -> Days | None:
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


def _number(text: str) -> int:
    text = text.strip()
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits[0])
    for table in (ORDINALS, SMALL):
        if text in table:
            return table[text]
    return next((SMALL[w] for w in reversed(text.split()) if w in SMALL), 0)


def _near_year(month: int, day: int, published: dt.date | None) -> int | None:
    """The year of a day without one: the nearest. Reporters name the year of any other."""
    if published is None:
        return None
    years = [
        y for y in (published.year - 1, published.year, published.year + 1) if day <= calendar.monthrange(y, month)[1]
    ]
    return min(years, key=lambda y: abs((dt.date(y, month, day) - published).days), default=None)


def _month_day(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    groups = m.groupdict()
    month, day = MONTHS[groups["month"].strip(".")], _number(groups["day"])
    year = int(groups["year"]) if groups["year"] else _near_year(month, day, published)
    if year is None:
        return None
    first = dt.date(year, month, day)
    last = _number(groups["last"]) if groups.get("last") else day
    return first, dt.date(year, month, last) if last >= day else first


def _month_of(m: re.Match[str], published: dt.date | None, towards: Direction) -> Days | None:
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


def _years(m: re.Match[str], _p: dt.date | None, _t: Direction) -> Days | None:
    year = int(m[1])
    return (dt.date(year, 1, 1), dt.date(year + 9, 12, 31)) if m[2] else year_days(year)


def _short_year(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    century = published.year // 100 * 100 if published else 1900
    year = century + int(m[1])
    if published and year > published.year + 10:
        year -= 100
    return (dt.date(year, 1, 1), dt.date(year + 9, 12, 31)) if m[2] else year_days(year)


def _spoken_year(m: re.Match[str], _p: dt.date | None, _t: Direction) -> Days | None:
    words = m[1].replace("-", " ").split()
    if words[:2] == ["two", "thousand"]:
        return year_days(2000 + (SMALL.get(words[-1], 0) if len(words) > 2 else 0))
    century = TEENS.get(words[0], 20 if words[0] == "twenty" else 0)
    rest = sum(TENS[w] * 10 if w in TENS else TEENS.get(w, SMALL.get(w, 0)) for w in words[1:])
    return year_days(century * 100 + rest) if century else None


def _quarter_of(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    which, year = m[1], m[2]
    if which in {"latest", "last", "previous"} and published:
        return quarter_days(quarter_days(published)[0] - dt.timedelta(days=1))
    if which in {"this", "current"} and published:
        return quarter_days(published)
    if which == "next" and published:
        return quarter_days(quarter_days(published)[1] + dt.timedelta(days=1))
    month = 3 * ({"first": 1, "second": 2, "third": 3, "fourth": 4}[which] - 1) + 1
    if year and year[-4:].isdigit():
        return quarter_days(dt.date(int(year[-4:]), month, 1))
    if published is None:
        return None
    if year:
        return quarter_days(dt.date(published.year + {"this": 0, "last": -1, "next": 1}[year.split()[0]], month, 1))
    started = dt.date(published.year, month, 1) <= published
    return quarter_days(dt.date(published.year - (not started), month, 1))


def _year_quarter(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    return resolve(f"{m[3]} quarter of {m[2] or m[1] + ' year'}", published)


def _half(m: re.Match[str], _p: dt.date | None, _t: Direction) -> Days | None:
    year = int(m[2])
    return (
        (dt.date(year, 1, 1), dt.date(year, 6, 30)) if m[1] == "first" else (dt.date(year, 7, 1), dt.date(year, 12, 31))
    )


def _this(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    """The running year or month; of quarters the one that is over, whose results are told."""
    if published is None:
        return None
    if m[1] in {"quarter", "period"}:
        return quarter_days(quarter_days(published)[0] - dt.timedelta(days=1))
    return unit_days(published, m[1], 0)


def _which_unit(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    """As in "last week", "this year", "next month", "the past three days"."""
    if published is None:
        return None
    which, count, unit = m[1].split()[-1], m[2], m[3].rstrip("s")
    if count:
        length = _number(count)
        if which in {"last", "past", "previous", "latest"}:
            return unit_days(published, unit, -length)[0], published
        return published, unit_days(published, unit, length)[1]
    steps = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(which, 0)
    if unit == "weekend" and steps == -1 and published.weekday() < 5:
        return unit_days(published, unit, -1)
    return unit_days(published, unit, steps)


def _season(m: re.Match[str], published: dt.date | None, towards: Direction) -> Days | None:
    which, year = m[1] or "", m[3]
    first, last = SEASONS[m[2]]
    if year:
        base = int(year[-4:])
    elif published is None:
        return None
    else:
        base = published.year
        if which == "last" and published.month <= (last if last >= first else 12):
            base -= 1
        elif (which == "next" or towards == "future") and published.month > last >= first:
            base += 1
    return dt.date(base, first, 1), month_days(base + (last < first), last)[1]


def _ago(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    """As in "two days ago", "a year earlier": to the day for days, else the whole week, month or year."""
    if published is None:
        return None
    count, unit = _number(m[1]), m[2].rstrip("s")
    sign = -1 if m[3] in {"ago", "earlier", "before"} else 1
    return unit_days(published, unit, sign * count)


def _weekend(_m: re.Match[str], published: dt.date | None, towards: Direction) -> Days | None:
    if published is None:
        return None
    return unit_days(published, "weekend", 0 if towards == "future" or published.weekday() > 4 else -1)


def _end_of(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    if published is None:
        return None
    return single(unit_days(published, m[2], 1 if m[1] == "next" else 0)[1])


def _year_end(_m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    return single(dt.date(published.year, 12, 31)) if published else None


def _week_of(m: re.Match[str], published: dt.date | None, towards: Direction) -> Days | None:
    day = resolve(m[1], published, towards)
    return week_days(day[0]) if day else None


def _dated_weekday(m: re.Match[str], published: dt.date | None, towards: Direction) -> Days | None:
    return resolve(m[1], published, towards)


def _holiday(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    if published is None:
        return None
    month, day = {"christmas": (12, 25), "new year's": (1, 1), "halloween": (10, 31), "independence": (7, 4)}.get(
        m[1], (11, 0)
    )
    if day:
        year = _near_year(month, day, published)
        return single(dt.date(year, month, day)) if year else None
    year = published.year - (published.month < 11)
    first = dt.date(year, 11, 1)
    return single(first + dt.timedelta(days=(3 - first.weekday()) % 7 + 21))


COMPARED = re.compile(
    r"(?:comparable |corresponding )?(?:a )?year[- ](?:ago|earlier)(?: (?:quarter|period))?|a year before|"
    r"last year's (?:quarter|period)"
    r"|(?:comparable|corresponding|same) (?:quarter|period) (?:of )?last year"
)
_M, _D = rf"(?P<month>{MONTH})", rf"(?P<day>{DAY})"
_Y = rf"(?:,? (?P<year>{YEAR}))?"
Rule = Callable[[re.Match[str], "dt.date | None", Direction], "Days | None"]
RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (re.compile(rf"({YEAR}-\d\d-\d\d)"), _iso),
    (re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)"), _slashed),
    (
        re.compile(
            r"(?:later |earlier |late |early )?(today|yesterday|tomorrow|tonight|now|currently|at present|so far|"
            r"to date|"
            r"this morning|this afternoon|this evening|last night)(?: morning| night| evening| afternoon)?(?:'s)?"
        ),
        _named_day,
    ),
    (
        re.compile(
            rf"(?:late |early |earlier |later |also )?(last|next|this|this coming|this past|on|"
            rf"past)? ?({WEEKDAY})(?: {PART})?(?:'s)?"
        ),
        _weekday,
    ),
    (re.compile(rf"(?:this coming |last |next |on )?{WEEKDAY},? ((?:the )?.{{4,40}})"), _dated_weekday),
    (re.compile(rf"{_M} {_D}(?:(?: (?:and|to) | ?[-–] ?)(?P<last>{DAY}))?{_Y}"), _month_day),
    (re.compile(rf"(?:the )?{_D}(?: of)? {_M}{_Y}"), _month_day),
    (
        re.compile(
            rf"(?:(last|next|this|early|mid|late|early in|the beginning of|"
            rf"the end of)[ -])?({MONTH})(,? (?:of )?(?:{YEAR}|(?:this|last|next) year))?"
        ),
        _month_of,
    ),
    (
        re.compile(
            rf"(?:(?:early|mid|late|fiscal|calendar|the|year|fiscal year)[ -]){{0,3}}({YEAR})(s)?(?: period|"
            rf" fiscal year)?"
        ),
        _years,
    ),
    (re.compile(r"(?:early |late |mid-)?'?(\d\d)(s)?"), _short_year),
    (re.compile(r"(?:year )?((?:nineteen|eighteen|twenty|two thousand)[ -]?[a-z -]{0,25})"), _spoken_year),
    (
        re.compile(rf"(?:(this|last|next) year's|({YEAR})) (first|second|third|fourth)[ -](?:quarter|period)"),
        _year_quarter,
    ),
    (re.compile(rf"(first|second|last|latter) half of ({YEAR})"), _half),
    (re.compile(r"(?:latest )?(?:fiscal )?(year|quarter|period|month)"), _this),
    (
        re.compile(
            rf"(?:[a-z]+ ){{0,2}}(first|second|third|fourth|latest|last|previous|this|current|"
            rf"next)[ -](?:fiscal[ -])?(?:quarter|period)"
            rf"(?: of ({YEAR}|(?:this|last|next) year)|,? ({YEAR}))?"
        ),
        _quarter_of,
    ),
    (re.compile(rf"({WHICH}) (?:({NUMBER}) )?({UNIT}s?|weekend)(?:'s)?"), _which_unit),
    (
        re.compile(r"(?:full |whole |entire |current |same )(year|month|week)()()"),
        lambda m, p, _t: unit_days(p, m[1], 0) if p else None,
    ),
    (re.compile(rf"(last|next|this|past)? ?(?:the )?({'|'.join(SEASONS)})(?: of)?( {YEAR})?"), _season),
    (
        re.compile(
            rf"(?:about |nearly |almost |some |more than |only |just )?({NUMBER})[ -]({UNIT}s?)[ -](ago|earlier|"
            rf"later|before|after|from now|hence)"
        ),
        _ago,
    ),
    (re.compile(r"(?:over )?(?:the )?weekend"), _weekend),
    (re.compile(r"end of (the|this|next) (year|month|week)"), _end_of),
    (re.compile(r"(?:the )?year-?end|the year's end"), _year_end),
    (re.compile(r"(?:the )?week of (.{4,20})"), _week_of),
    (re.compile(r"(christmas|new year's|halloween|independence|thanksgiving)(?: day| eve)?"), _holiday),
)
