"""Where a text names a time, and whether the words around it look back or ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from recon.claims.timewords import DAY, MONTH, NUMBER, ORDINAL, PART, SEASON, SPOKEN, UNIT, WEEKDAY, WHICH, YEAR

Direction = Literal["past", "future", "near"]

EXPRESSION = re.compile(
    rf"""(?<![\w-])(?:
      {YEAR}-\d\d-\d\d
    | \d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)(?!\d)
    | (?:(?:(?:last|next|this\scoming)\s+)?{WEEKDAY},?\s+)?{MONTH}\s+{DAY}
      (?:(?:\s+(?:and|to)\s+|\s?[-–]\s?){DAY}(?!\w))?(?!\d)(?:,?\s+{YEAR}(?!\d))?
    | (?:{WEEKDAY},?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{MONTH}(?![a-z])(?:,?\s+{YEAR}(?!\d))?
    | (?:(?:early|mid|late|last|next|this|early\sin)[\s-])?{MONTH}(?![\w'’])
      (?:,?\s+(?:of\s+)?(?:{YEAR}(?!\d)|(?:this|last|next)\s+year))?
    | (?:last|next|this|this\scoming|late|early|this\spast)?\s*{WEEKDAY}(?:\s+{PART})?
    | (?:the\s+)?(?:week|weekend|day)\s+of\s+{MONTH}\s+{DAY}
    | (?:the\s+)?{YEAR}\s+(?:quarter|period)
    | (?:(?:the|its|a)\s+)?(?:(?:flat|weak|strong|fiscal)\s+)?
      (?:{ORDINAL}|latest|last|next|this|current|previous)[\s-]quarter
      (?:\s+of\s+(?:{YEAR}|(?:this|last|next)\s+year)|,?\s+{YEAR}(?!\d))?
    | (?:the\s+)?(?:(?:this|last|next)\s+year['’]s|{YEAR})\s+{ORDINAL}[\s-]quarter
    | (?:the\s+)?(?:(?:first|second|last|latter)\s+half|first\s+{NUMBER}\s+(?:months|quarters))
      \s+of\s+(?:{YEAR}|(?:the|this|last|next)\s+year)
    | (?:the\s+)?(?:(?:comparable|corresponding)\s+)?year-(?:ago|earlier)(?:\s+(?:quarter|period))?
    | (?:the\s+)?(?:same|comparable|corresponding)\s+(?:quarter|period)\s+(?:of\s+)?last\s+year
    | last\s+year['’]s\s+(?:quarter|period)
    | the\s+quarter(?!-|\s+of\b) | the\s+latest\s+(?:fiscal\s+year|period)
    | the\s+(?:full|whole|entire)\s+year(?!\s+(?:of\s+)?{YEAR})
    | (?:the\s+)?{WHICH}\s+(?:{NUMBER}\s+)?(?:{UNIT}s?|weekend|{SEASON})
    | {SEASON}(?:\s+of)?\s+{YEAR}(?!\d)
    | {NUMBER}\s+{UNIT}s?\s+(?:ago|earlier|later|before|after|from\s+now|hence)
    | today|yesterday|tomorrow|tonight|last\s+night|this\s+(?:morning|afternoon|evening)
    | now|currently|at\s+present|so\s+far|to\s+date|soon
    | (?:the\s+)?weekend | (?:the\s+)?end\s+of\s+(?:(?:the|this|next)\s+(?:year|month|week)
      |{MONTH}(?![a-z])(?:,?\s+{YEAR})?|{YEAR}(?!\d))
    | year-end
    | (?:Christmas|New\s+Year['’]s|Thanksgiving|Independence)\s+Day | (?:Christmas|New\s+Year['’]s)\s+Eve
    | (?:(?:early|mid|late)[\s-])?(?:{YEAR}s|['’]\d0s)
    | {SPOKEN}
    | (?:(?:fiscal|calendar)\s+)?(?:year\s+)?{YEAR}(?![\w%-]|,\d|\.\d)
    )(?![\w])""",
    re.IGNORECASE | re.VERBOSE,
)
FIRM_FUTURE = re.compile(
    r"\b(?:will|won['’]t|plans? to|planned to|planned for|planning to|scheduled|is expected|are expected|is to|"
    r"are to|set for|"
    r"due|intends? to|deadline|expected to|next(?! to\b)|upcoming|until|going to)\b|['’]ll\b",
    re.IGNORECASE,
)
TELLING = re.compile(
    r"\b(?:said|told|announced|reported|confirmed|warned|added|wrote|ruled|issued)(?: on| late| early)?\s*$",
    re.IGNORECASE,
)
OVERTAKEN = re.compile(r"\b(?:than|as|had been)[- ](?:expected|planned|forecast|projected|scheduled)\b", re.IGNORECASE)
FUTURE = re.compile(
    r"\b(?:will|would|shall|may|could|might|should|plans?|planned|planning|expect(?:s|ed)?|scheduled|due|deadline|"
    r"set to|going to|"
    r"intends?|hopes?|to be|must|forecasts?|projected|upcoming|starting|beginning|until|next(?! to\b)|ahead|"
    r"(?<!s )later|vote|"
    r"promised?|likely)\b|['’]ll\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|went|came|left|took|made|met|won|fell|rose|since|\w{3,}ed)\b", re.IGNORECASE
)
CLAUSE = re.compile(
    r"[;“”\"]|,\s+(?:and|but|while|which|who|when|where|although|saying|adding)\b|\b(?:that|which|who|while|because|saying)\b"
)


@dataclass(frozen=True, slots=True)
class Expression:
    """A time as printed, with its offsets in the text it was found in."""

    text: str
    start: int
    end: int


def find(text: str) -> Iterator[Expression]:
    """The time expressions of a text, left to right."""
    for match in EXPRESSION.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        printed = match[0].strip()
        if printed.lower() in {"may", "march"} and not _is_month(text, start, printed):
            continue
        yield Expression(printed, start, match.end())


def _is_month(text: str, start: int, printed: str) -> bool:
    """Whether "May" and "March" are months: capitalised, behind a preposition."""
    return printed[0].isupper() and bool(
        re.search(
            r"\b(?:in|by|since|until|of|for|last|next|this|early|late|mid|from|to|and|during)[\s-]$",
            text[:start][-12:],
            re.IGNORECASE,
        )
    )


def direction(text: str, start: int, end: int) -> Direction:
    """Whether the clause around an expression looks back or ahead, by its verbs."""
    cuts = [match.end() for match in CLAUSE.finditer(text, 0, start)]
    low = cuts[-1] if cuts else 0
    stop = CLAUSE.search(text, end)
    clause = text[low:start] + " " + text[end : stop.start() if stop else len(text)]
    if TELLING.search(text[max(low, start - 20) : start]):
        return "past"
    clause = OVERTAKEN.sub("", clause)
    if FIRM_FUTURE.search(clause):
        return "future"
    ahead, back = FUTURE.search(clause), PAST.search(clause)
    if ahead and back:
        near_ahead = min(abs(m.end() + low - start) for m in FUTURE.finditer(clause))
        near_back = min(abs(m.end() + low - start) for m in PAST.finditer(clause))
        return "future" if near_ahead <= near_back else "past"
    return "future" if ahead else "past" if back else "near"
