"""What days a time expression of the news means, counted from the day of publication.

One rule for each kind of expression; nothing here knows today's date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from recon.claims.dayrules import holiday, iso_day, month_day, named_day, slashed_day, weekday
from recon.claims.expressions import Direction
from recon.claims.periodrules import (
    ago,
    end_of,
    month_of,
    months_of,
    quarter_of,
    quarter_then,
    season,
    short_decade,
    spoken_year,
    this_unit,
    weekend,
    which_unit,
    year_end,
    years,
)
from recon.claims.spans import Days, quarter_days, shift, unit_days
from recon.claims.timewords import (
    DAY,
    MONTH,
    NUMBER,
    ORDINAL,
    PART,
    SEASON,
    SPOKEN,
    UNIT,
    WEEKDAY,
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
    text = re.sub(r"^(?:the|its) |(?<=day)'s$", "", text)
    if published is not None and COMPARED.fullmatch(text):
        if not COMPANY_RESULTS.search(f"{context} {text}"):
            return unit_days(published, "year", -1)
        return quarter_days(shift(quarter_days(published)[0] - dt.timedelta(days=1), -12))
    for pattern, rule in RULES:
        match = pattern.fullmatch(text)
        if match:
            try:
                return rule(match, published, towards)
            except (ValueError, OverflowError):
                return None
    return None


def _year_quarter(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    return resolve(f"{m[3]} quarter of {m[2] or m[1] + ' year'}", published)


def _unit_of(m: re.Match[str], published: dt.date | None, towards: Direction) -> Days | None:
    day = resolve(m[2], published, towards)
    return unit_days(day[0], m[1], 0) if day else None


def _last_of(m: re.Match[str], published: dt.date | None, towards: Direction) -> Days | None:
    days = resolve(m[1], published, towards)
    return (days[1], days[1]) if days else None


def _dated_weekday(m: re.Match[str], published: dt.date | None, towards: Direction) -> Days | None:
    return resolve(m[1], published, towards)


COMPARED = re.compile(
    r"a year (?:ago|earlier|before)|(?:comparable |corresponding )?year-(?:ago|earlier)(?: (?:quarter|period))?|"
    r"last year's (?:quarter|period)|(?:comparable|corresponding|same) (?:quarter|period) (?:of )?last year"
)
_M, _D = rf"(?P<month>{MONTH})", rf"(?P<day>{DAY})"
_Y = rf"(?:,? (?P<year>{YEAR}))?"
Rule = Callable[[re.Match[str], "dt.date | None", Direction], "Days | None"]
RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (re.compile(rf"({YEAR}-\d\d-\d\d)"), iso_day),
    (re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)"), slashed_day),
    (
        re.compile(
            r"(today|yesterday|tomorrow|tonight|now|currently|at present|so far|to date|"
            r"this morning|this afternoon|this evening|last night)"
        ),
        named_day,
    ),
    (
        re.compile(rf"(?:late |early )?(last|next|this|this coming|this past)? ?({WEEKDAY})(?: {PART})?"),
        weekday,
    ),
    (re.compile(rf"(?:this coming |last |next )?{WEEKDAY},? (.{{4,40}})"), _dated_weekday),
    (re.compile(rf"{_M} {_D}(?:(?: (?:and|to) | ?[-–] ?)(?P<last>{DAY}))?{_Y}"), month_day),
    (re.compile(rf"{_D}(?: of)? {_M}{_Y}"), month_day),
    (
        re.compile(
            rf"(?:(last|next|this|early|mid|late|early in)[ -])?({MONTH})"
            rf"(,? (?:of )?(?:{YEAR}|(?:this|last|next) year))?"
        ),
        month_of,
    ),
    (re.compile(rf"(?:(?:early|mid|late|fiscal|calendar|year)[ -]){{0,2}}({YEAR})(s)?"), years),
    (re.compile(r"(?:(?:early|mid|late)[ -])?'(\d0)s"), short_decade),
    (re.compile(SPOKEN), spoken_year),
    (re.compile(rf"(?:(this|last|next) year's|({YEAR})) ({ORDINAL})[ -]quarter"), _year_quarter),
    (
        re.compile(
            rf"(?:(first|second|last|latter) half|first ({NUMBER}) (months|quarters)) of "
            rf"({YEAR}|(?:the|this|last|next) year)"
        ),
        months_of,
    ),
    (re.compile(r"(?:latest |latest fiscal |full |whole |entire )?(year|quarter|period)"), this_unit),
    (re.compile(rf"({YEAR}) (?:quarter|period)"), quarter_then),
    (
        re.compile(
            rf"(?:(?:a )?(?:flat|weak|strong|fiscal) )?({ORDINAL}|latest|last|previous|this|current|next)[ -]quarter"
            rf"(?: of ({YEAR}|(?:this|last|next) year)|,? ({YEAR}))?"
        ),
        quarter_of,
    ),
    (re.compile(rf"({WHICH}) (?:({NUMBER}) )?({UNIT}s?|weekend)"), which_unit),
    (re.compile(rf"(?:({WHICH}) )?({SEASON})(?: of)?( {YEAR})?"), season),
    (re.compile(rf"({NUMBER}) ({UNIT}s?) (ago|earlier|later|before|after|from now|hence)"), ago),
    (re.compile(r"weekend"), weekend),
    (re.compile(r"end of (the|this|next) (year|month|week)"), end_of),
    (re.compile(rf"end of ((?:{MONTH})(?:,? {YEAR})?|{YEAR})"), _last_of),
    (re.compile(r"year-end"), year_end),
    (re.compile(r"(week|weekend|day) of (.{4,20})"), _unit_of),
    (re.compile(r"(?:christmas|new year's) (?:day|eve)|(?:thanksgiving|independence) day"), holiday),
)
