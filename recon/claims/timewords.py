"""The words and patterns by which news English names days: months, weekdays, numbers, units."""

from __future__ import annotations

import calendar

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
SMALL = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
SMALL |= {"a": 1, "an": 1, "couple": 2, "few": 3, "several": 4, "dozen": 12, "fifteen": 15, "twenty": 20, "thirty": 30}
TENS = {w: n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
ORDINALS = {
    w: n
    for n, w in enumerate(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
    )
} | {
    "thirtieth": 30,
    "twenty-first": 21,
    "twenty-second": 22,
    "twenty-third": 23,
    "thirty-first": 31,
    "twenty-fifth": 25,
}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}

MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|"
    r"sept?(?:ember|\.)?|"
    r"oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
DAY = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?|"
    + "|".join(sorted((w for w, n in ORDINALS.items() if n), key=len, reverse=True))
    + ")"
)
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(SMALL, key=len, reverse=True)) + r"|a few|a couple of)"
UNIT = r"(?:day|week|month|quarter|year|decade)"
ORDINAL = r"(?:first|second|third|fourth)"
SEASON = rf"(?:{'|'.join(SEASONS)})"
SPOKEN = (
    rf"(?:(?:the[ ])?year[ ]two[ ]thousand|nineteen[ -](?:{'|'.join(TENS)})"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
"""A year as broadcasters speak it."""
PART = r"(?:morning|afternoon|evening|night)"
WHICH = (
    r"(?:last|next|this|past|previous|coming|current|latest|following|same|"
    r"(?:earlier|later|early|late)[ ]this|(?:early|late)[ ](?:last|next))"
)
"""Blanks stand in brackets: the patterns are also used in verbose expressions."""
