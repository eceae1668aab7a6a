"""As of when a number holds: a time the words give it, else the day of speaking, else the day of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from recon.claims.dates import resolve
from recon.claims.expressions import Expression, direction, find
from recon.claims.status import clause
from recon.claims.tellings import Attribution
from recon.model import AsOfBasis, Status

SPEECH_GAP = re.compile(
    r"^[\s,]*(?:(?:on|in|at|during|late|early|earlier|later|from|to|by|via|a|an|the|his|her|its|their|told|"
    r"reporters|lawmakers|"
    r"news|press|conference|briefing|statement|interview|session|call|speech|update|release|television|address|"
    r"phone|telephone|"
    r"meeting|email|post|video|report|here|there|also|again|nightly|daily|weekly|regular|live|joint|written|televised|recorded|published|released|issued|posted|"
    r"(?:\d{1,2}(?::\d\d)?)?[ap]\.?m\.?|\d{1,2}(?::\d\d)?|\d{4}|"
    r"[A-Z][\w.’'-]*)(?:[\s,]+|$)){0,12}$"
)
"""A word ends at a blank, a comma or the end, so that a run of letters can be read in one way only."""
OPENING = re.compile(
    r"^[\"“]?(?:On|In|Late|Early|Earlier|Last)?(?: a (?:statement|speech|report|briefing|news conference))?"
    r"(?: on| late| early)?\s*$"
)
LEADING_GAP = re.compile(r"^[\s,]*$")
MARKED = re.compile(
    r"\b(?:by|as of|until|till|up to|through|before|to date|so far)\s+(?:the\s+)?(?:early\s+|late\s+|mid-?)?$",
    re.IGNORECASE,
)
SINCE = re.compile(r"\b(?:since|from)\s+(?:the\s+)?(?:early\s+|late\s+|mid-?)?$", re.IGNORECASE)
OCCURRED = re.compile(
    r"\b(?:kill(?:s|ed|ing)|shot|shooting|struck|hit|collapsed|crash(?:ed)?|explo\w+|attack(?:s|ed)?|fire[ds]?|"
    r"earthquake|quake|storm|flood\w*|"
    r"rampage|opened fire|injur(?:ed|ing)|wound(?:ed|ing)|left|happened|occurred|erupted|broke out|began|massacre|"
    r"blast|bomb\w*|incident|sank|capsized|derailed|sinking|landslide|eruption|avalanche)\b",
    re.IGNORECASE,
)
PRESENT = frozenset({"now", "so far", "to date", "currently", "at present"})
RUNNING = re.compile(
    r"(?:so far |earlier |the )?(?:this|the current) (?:week|month|quarter|year)|the (?:full|whole|entire) year",
    re.IGNORECASE,
)
OPENS = re.compile(r"[\"“]?(?:As of|By|Up to|Until|Through)\s|[^.;:]{0,30}:\s+(?:As of|By)\s")
"""A time at the head of a sentence holds for all its clauses: "By noon, 14 had died, and 20 were missing"."""
LEADING = 60
DAYS = re.compile(r"\d(?:st|nd|rd|th)? ?(?:and|to|[-–]) ?\d")
"""Several days by their dates: what is counted on them is not counted on later."""
BACKWARD = re.compile(
    r"\bhad (?:earlier |previously |once )?(?:forecast|predicted|expected|projected|estimated|said)\b"
)
"""What was foreseen before: "had forecast 98 seats on Friday"."""
EARLIER = re.compile(
    r"\b(?:(?:had|having) )?(earlier|previously|initially|originally|at first)\b[^.;\d]{0,60}$|"
    r"\b(?:up|down|raised|lowered|increased|revised|cut|rose|risen|fell|fallen|climbed|jumped|dropped)\b[^.;]{0,40}?"
    r"\b(from)(?: an?)?(?: (?:earlier|previous|initial|original|provisional))?"
    r"(?: (?:about|around|some|nearly|almost|over|at least|more than|estimated)| (?:figure|toll|count) of){0,3} $",
    re.IGNORECASE,
)
"""What says that a number was given before another, and not when: "had earlier put it at 29", "up from 71"."""
WORST = re.compile(
    r"\b(?:\w{3,}est|worst|first|most \w+|least \w+|record)\b[^.;,]{0,80}\bsince\b[^.;,]{0,12}$", re.IGNORECASE
)
"""What compares with another time and dates nothing: "the deadliest clashes since 2020"."""
UNANCHORED = re.compile(r".{1,24} (?:after|before)", re.IGNORECASE)
ANCHOR = re.compile(r"\s+(?:[a-z]+ing\b|the\b|an?\b|it\b|they\b|he\b|she\b|its\b|their\b|his\b|her\b|[A-Z])")
MADE = re.compile(
    r"\b(?:opened|re-?opened|built|rebuilt|completed|finished|founded|constructed|erected|inaugurated|established|"
    r"launched|commissioned|born|designed)(?: [a-z]+){0,2} in (?:[a-z]+ )?$",
    re.IGNORECASE,
)
"""What dates a building or a body and nothing that is told of it beside that."""
RELATIVE_CLAUSE = re.compile(r"\s?[a-z]+ed\b|\s?(?:killed|left|struck|hit|took|cost|sank|burned|swept)\b")
CLAUSE_HEAD = re.compile(r",? (?:which|that)\s*")
POSSESSED = re.compile(r"['’]s(?: [\w’-]+){1,4},? (?:which|that)\s*")
"""What stands between the time of an event and what a clause tells of it: "last year's Derby flood, which ..."."""
WHEN = re.compile(r",? (?:when|in which)\b")
YEARS_BEFORE = frozenset({"a year earlier", "a year before", "one year earlier"})
MONTHLY = re.compile(r"[JFMASOND][a-z]{2,8}\.?$|[Qq]uarter")
RELATIVE = re.compile(r"(?:an?|one|two|three|\d+) days? (earlier|before|later|after)", re.IGNORECASE)
"""What counts from another day that the sentence names: "on Sunday, up from 187 a day earlier"."""
HINT = re.compile(
    r"day\b|period\b|nineteen|night\b|week|month|quarter|year|decade|\bago\b|\d\d|\bnow\b|\bsoon\b|\bso far\b|\bdate\b|"
    r"current|present|morning|evening|afternoon|\bEve\b|[JFMASOND][a-z]{2,8}|tomorrow|spring|summer|autumn|\bfall\b|winter|earlier|later"
)
BEFORE_YEAR = re.compile(
    r"\b(?:in|of|by|since|during|until|for|from|through|to|before|after|around|about|early|late|mid|fiscal|"
    r"year|and)[ -]$|[(,]\s?$",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"\b(?:than|compared (?:with|to)|versus|against|as (?:many|much|high|low) as|as in|up from|down from)\b",
    re.IGNORECASE,
)
DEFINITE = re.compile(r"\b(?:the|a|an|this|its|their|our)\s$", re.IGNORECASE)
NAMED = re.compile(
    r"(?: (?:(?:of|for|on) )?[A-ZÀ-Þ][\w’'&-]{0,30}){1,7}(?=[,.;:)”\"]|$| (?:and|or|but|that|which|who|in|on|at|to|for|"
    r"by|with|as|from|when|where|after|before|is|was|will|has|had)\b)"
)
"""A name that ends where a clause goes on, and so is no event told by a common noun ("the 2030 Derby flood")."""
YEAR = re.compile(r"\d{4}")
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
REACH = 400
"""Characters on either side of a number within which a time may be its own."""
WIDEST = 160
"""Characters between a verb of saying and the time of it."""
WEEK = dt.timedelta(days=7)
SHORT = dt.timedelta(days=31)


@dataclass(frozen=True, slots=True)
class AsOf:
    """First and last day, the words that say so ("" where none do), and on what ground."""

    start: dt.date | None
    end: dt.date | None
    text: str = ""
    basis: AsOfBasis = "unknown"


def superseded(when: AsOf, text: str, start: int) -> AsOf:
    """The time, with the word that says that the number at `start` was given before another, where one does and no
    time is stated."""
    found = EARLIER.search(text, max(0, start - 100), start) if when.basis != "stated" else None
    return replace(when, text=(found[1] or found[2]).lower()) if found else when


def published_on(published: dt.date | None) -> AsOf:
    """The day of publication, or the admission that it is unknown."""
    return AsOf(published, published, "", "published" if published else "unknown")


def stated(
    text: str,
    start: int,
    end: int,
    spoken: Sequence[Expression],
    published: dt.date | None,
    status: Status,
    times: Sequence[Expression],
) -> AsOf | None:
    """The time that the sentence gives the number at `start` to `end`; None where it gives none."""
    low, high = clause(text, start, end)
    low, high = max(low, start - REACH), min(high, end + REACH)
    compared = COMPARED.search(text, end, high)
    if compared:
        high = compared.start()
    apart = {time.start for time in spoken}
    earlier = EARLIER.search(text, max(0, start - 100), start)
    # in "rose to 77 on Friday, from 71" Friday is the day of 77
    compared_from = max(low, earlier.start(2)) if earlier else low
    inside = [
        time
        for time in times
        if compared_from <= time.start < high
        and time.start not in apart
        and not (time.start < end and start < time.end)
        and not _names_something(text, time)
        and not _of_another(text, time, start, end)
    ]
    if not inside and RELATIVE_CLAUSE.match(text, low):
        happened = next((time for time in times if time.end <= low and _dates_event(text, time, low)), None)
        days = resolve(happened.text, published, "past", context=text) if happened else None
        if happened and days:
            return AsOf(days[0], days[1], happened.text, "stated")
    if not inside and OPENS.match(text):
        inside = [time for time in times[:1] if time.end <= low and time.start < LEADING]
    best = min(inside, key=lambda time: _rank(text, time, start, end), default=None)
    if best is None or (best.text.lower() in PRESENT and spoken):
        return None
    if best.text.lower() == "soon":
        return AsOf(published, None, best.text, "stated") if published and status != "observed" else None
    towards = direction(text, best.start, best.end)
    if status in {"forecast", "planned"} and (
        towards == "near" or MARKED.search(text[max(0, best.start - 24) : best.start])
    ):
        towards = "future"
    if BACKWARD.search(text, max(0, start - 40), start):
        towards = "past"
    since = _counted_from(text, best, times, published)
    days = _same_days_before(best, times, published) or resolve(best.text, since, towards, context=text)
    if days and published and status == "observed" and days[0] > published and not YEAR.search(best.text):
        days = _past(best.text, days, published, year=towards != "future")
    return days and _bounded(text, best, days, (start, end), published, status)


def _of_another(text: str, time: Expression, start: int, end: int) -> bool:
    """Is this counted from an event that no day is known of ("nine years after the quake"), or the time at which the
    thing measured came to be ("the bridge, opened in 1964, is 182 metres long")?"""
    if UNANCHORED.fullmatch(time.text) and ANCHOR.match(text, time.end):
        return True
    made = MADE.search(text, max(0, time.start - 40), time.start)
    if made is None:
        return False
    return end <= made.start() or (time.end <= start and text[time.end : time.end + 1] == ",")


def _dates_event(text: str, time: Expression, low: int) -> bool:
    """Is this the time of what a clause that begins at `low` tells of: "the Derby flood of 1910, which ..."?"""
    between = text[time.end : low]
    return CLAUSE_HEAD.fullmatch(between) is not None or POSSESSED.fullmatch(between) is not None


def _counted_from(
    text: str, time: Expression, times: Sequence[Expression], published: dt.date | None
) -> dt.date | None:
    """The day a time is counted from: that of publication; for "a day earlier" the day named before it."""
    if RELATIVE.fullmatch(time.text):
        for other in reversed([one for one in times if one.end <= time.start]):
            days = resolve(other.text, published, direction(text, other.start, other.end))
            if days and days[0] == days[1]:
                return days[0]
    return published


def _same_days_before(
    time: Expression, times: Sequence[Expression], published: dt.date | None
) -> tuple[dt.date, dt.date] | None:
    """Of "6 percent in August, against 5 percent a year earlier": the August of the year before."""
    if time.text.lower() not in YEARS_BEFORE:
        return None
    for other in reversed([one for one in times if one.end <= time.start and MONTHLY.search(one.text)]):
        days = resolve(other.text, published, "past")
        return _year_before(days) if days else None
    return None


def _names_something(text: str, time: Expression) -> bool:
    """Is this the year of a name, "the 2030 Games"?"""
    return time.text.isdigit() and not BEFORE_YEAR.search(text[max(0, time.start - 12) : time.start])


def _past(
    text: str, days: tuple[dt.date, dt.date], published: dt.date, *, year: bool
) -> tuple[dt.date, dt.date] | None:
    """What was counted cannot lie ahead: a weekday is the one before, and where `year`, another day that of last year.
    Tomorrow's name stays, as a page that goes on is dated by its first day."""
    if WEEKDAY.search(text):
        return (days[0] - WEEK, days[1] - WEEK) if days[0] - published > dt.timedelta(days=1) else days
    return _year_before(days) if year else days


def _year_before(days: tuple[dt.date, dt.date]) -> tuple[dt.date, dt.date] | None:
    """What was counted on a day without a year cannot lie ahead: it is the year before."""
    try:
        return days[0].replace(year=days[0].year - 1), days[1].replace(year=days[1].year - 1)
    except ValueError:
        return None


def _rank(text: str, time: Expression, start: int, end: int) -> tuple[int, int]:
    """Nearest first; "by Monday" and "as of Monday" before a bare day."""
    marked = bool(MARKED.search(text[max(0, time.start - 24) : time.start]))
    gap = time.start - end if time.start >= end else start - time.end
    between = text[end : time.start] if time.start >= end else text[time.end : start]
    return (0 if marked else 1, gap + 40 * between.count(",") + 20 * (time.start < start))


def _bounded(
    text: str,
    time: Expression,
    days: tuple[dt.date, dt.date],
    at: tuple[int, int],
    published: dt.date | None,
    status: Status,
) -> AsOf | None:
    """The interval a time gives. What has happened since an event, or in a running year, is counted up to now."""
    first, last = days
    start, end = at
    before = text[max(0, time.start - 24) : time.start]
    if published is not None and last < published:
        low = min(start, time.start)
        around = text[max(0, low - 60) : max(end, time.end) + 30]
        happened = not MARKED.search(before) and last - first <= WEEK and bool(OCCURRED.search(around))
        happened = happened and not DAYS.search(time.text)
        if SINCE.search(before) and WHEN.match(text, time.end) and time.end < start:
            return AsOf(first, last, time.text, "stated")
        if SINCE.search(before) and WORST.search(text[max(0, time.start - 120) : time.start]):
            return None
        if SINCE.search(before) or (happened and published - first <= SHORT):
            return AsOf(first, published, time.text, "stated")
        if happened:
            return None
    if published is not None and status == "observed" and first < published <= last and RUNNING.fullmatch(time.text):
        return AsOf(published, published, time.text, "stated")
    return AsOf(first, last, time.text, "stated")


def speech_times(text: str, base: int, told: Attribution, times: Sequence[Expression]) -> list[Expression]:
    """The times that belong to the telling and not to what is told: "said on Monday", "On Monday, Smith said"."""
    cue_start, cue_end, source, name_end = (at - base for at in (told.cue_start, told.cue_end, told.start, told.end))
    found = []
    for time in times:
        if time.start > cue_end and MARKED.search(text[max(0, time.start - 24) : time.start]):
            continue
        if time.start >= cue_end:
            gap = text[name_end if cue_end < name_end <= time.start else cue_end : time.start]
            own = len(gap) <= WIDEST and SPEECH_GAP.match(gap) is not None
        elif name_end <= time.start:
            own = time.end <= cue_start
        else:
            ahead = time.end <= source and LEADING_GAP.match(text[time.end : source])
            own = not told.wraps and bool(ahead or OPENING.match(text[: time.start]))
        if own:
            found.append(time)
    return found


@lru_cache(maxsize=64)
def all_speech_times(text: str, base: int, told: tuple[Attribution, ...]) -> tuple[Expression, ...]:
    """The times that belong to any telling of a sentence; kept for its next figure."""
    times = times_of(text)
    return tuple(time for one in told for time in speech_times(text, base, one, times)) if times else ()


def spoken_on(spoken: Sequence[Expression], published: dt.date | None) -> AsOf | None:
    """The day of speaking."""
    for time in spoken:
        if time.text.lower() in {"soon", "now", "so far", "to date", "currently"}:
            continue
        days = resolve(time.text, published, "past")
        if days and (published is None or days[0] <= published + dt.timedelta(days=1)):
            last = max(days[0], min(days[1], published)) if published else days[1]
            return AsOf(days[0], last, time.text, "speech")
    return None


@lru_cache(maxsize=512)
def times_of(text: str) -> tuple[Expression, ...]:
    """The time expressions of a sentence; kept for the next figure of the same sentence."""
    return tuple(time for time in find(text) if not _in_name(text, time)) if HINT.search(text) else ()


def _in_name(text: str, time: Expression) -> bool:
    """Is this the year in the name of a meeting or a contest: "during the 2030 Harbour Council,"?"""
    return time.text.isdigit() and bool(NAMED.match(text, time.end)) and bool(DEFINITE.search(text[: time.start][-12:]))
