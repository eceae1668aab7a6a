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
    half,
    month_of,
    quarter_of,
    season,
    short_year,
    spoken_year,
    this_unit,
    weekend,
    which_unit,
    year_end,
    years,
)
from recon.claims.spans import Days, quarter_days, shift, unit_days, week_days
from recon.claims.timewords import (
    DAY,
    MONTH,
    NUMBER,
    PART,
    SEASONS,
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


def _year_quarter(m: re.Match[str], published: dt.date | None, _t: Direction) -> Days | None:
    return resolve(f"{m[3]} quarter of {m[2] or m[1] + ' year'}", published)


def _week_of(m: re.Match[str], published: dt.date | None, towards: Direction) -> Days | None:
    day = resolve(m[1], published, towards)
    return week_days(day[0]) if day else None


def _dated_weekday(m: re.Match[str], published: dt.date | None, towards: Direction) -> Days | None:
    return resolve(m[1], published, towards)


COMPARED = re.compile(
    r"(?:comparable |corresponding )?(?:a )?year[- ](?:ago|earlier)(?: (?:quarter|period))?|a year before|"
    r"last year's (?:quarter|period)"
    r"|(?:comparable|corresponding|same) (?:quarter|period) (?:of )?last year"
)
_M, _D = rf"(?P<month>{MONTH})", rf"(?P<day>{DAY})"
_Y = rf"(?:,? (?P<year>{YEAR}))?"
Rule = Callable[[re.Match[str], "dt.date | None", Direction], "Days | None"]
RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (re.compile(rf"({YEAR}-\d\d-\d\d)"), iso_day),
    (re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)"), slashed_day),
    (
        re.compile(
            r"(?:later |earlier |late |early )?(today|yesterday|tomorrow|tonight|now|currently|at present|so far|"
            r"to date|"
            r"this morning|this afternoon|this evening|last night)(?: morning| night| evening| afternoon)?(?:'s)?"
        ),
        named_day,
    ),
    (
        re.compile(
            rf"(?:late |early |earlier |later |also )?(last|next|this|this coming|this past|on|"
            rf"past)? ?({WEEKDAY})(?: {PART})?(?:'s)?"
        ),
        weekday,
    ),
    (re.compile(rf"(?:this coming |last |next |on )?{WEEKDAY},? ((?:the )?.{{4,40}})"), _dated_weekday),
    (re.compile(rf"{_M} {_D}(?:(?: (?:and|to) | ?[-–] ?)(?P<last>{DAY}))?{_Y}"), month_day),
    (re.compile(rf"(?:the )?{_D}(?: of)? {_M}{_Y}"), month_day),
    (
        re.compile(
            rf"(?:(last|next|this|early|mid|late|early in|the beginning of|"
            rf"the end of)[ -])?({MONTH})(,? (?:of )?(?:{YEAR}|(?:this|last|next) year))?"
        ),
        month_of,
    ),
    (
        re.compile(
            rf"(?:(?:early|mid|late|fiscal|calendar|the|year|fiscal year)[ -]){{0,3}}({YEAR})(s)?(?: period|"
            rf" fiscal year)?"
        ),
        years,
    ),
    (re.compile(r"(?:early |late |mid-)?'?(\d\d)(s)?"), short_year),
    (re.compile(r"(?:year )?((?:nineteen|eighteen|twenty|two thousand)[ -]?[a-z -]{0,25})"), spoken_year),
    (
        re.compile(rf"(?:(this|last|next) year's|({YEAR})) (first|second|third|fourth)[ -](?:quarter|period)"),
        _year_quarter,
    ),
    (re.compile(rf"(first|second|last|latter) half of ({YEAR})"), half),
    (re.compile(r"(?:latest )?(?:fiscal )?(year|quarter|period|month)"), this_unit),
    (
        re.compile(
            rf"(?:[a-z]+ ){{0,2}}(first|second|third|fourth|latest|last|previous|this|current|"
            rf"next)[ -](?:fiscal[ -])?(?:quarter|period)"
            rf"(?: of ({YEAR}|(?:this|last|next) year)|,? ({YEAR}))?"
        ),
        quarter_of,
    ),
    (re.compile(rf"({WHICH}) (?:({NUMBER}) )?({UNIT}s?|weekend)(?:'s)?"), which_unit),
    (
        re.compile(r"(?:full |whole |entire |current |same )(year|month|week)()()"),
        lambda m, p, _t: unit_days(p, m[1], 0) if p else None,
    ),
    (re.compile(rf"(last|next|this|past)? ?(?:the )?({'|'.join(SEASONS)})(?: of)?( {YEAR})?"), season),
    (
        re.compile(
            rf"(?:about |nearly |almost |some |more than |only |just )?({NUMBER})[ -]({UNIT}s?)[ -](ago|earlier|"
            rf"later|before|after|from now|hence)"
        ),
        ago,
    ),
    (re.compile(r"(?:over )?(?:the )?weekend"), weekend),
    (re.compile(r"end of (the|this|next) (year|month|week)"), end_of),
    (re.compile(r"(?:the )?year-?end|the year's end"), year_end),
    (re.compile(r"(?:the )?week of (.{4,20})"), _week_of),
    (re.compile(r"(christmas|new year's|halloween|independence|thanksgiving)(?: day| eve)?"), holiday),
)
