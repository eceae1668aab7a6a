"""Kinds that the words around a number tell: ages, multiples, changes of temperature, angles, metres or millions."""

from __future__ import annotations

import re

from recon.extraction import nouns
from recon.extraction.places import Found, Place
from recon.extraction.surfaces import Reading
from recon.numerals import Number, scale

_OLDEST = 120
_LIST = r"(?:\d{1,3}(?:,\s|\s(?:and|or|to)\s|,\s(?:and|or)\s)){0,3}"
_AGED = re.compile(
    rf"(?:\b(?:aged?|ages)(?:\s(?:of|between|over|under|about|were|are))?|\bturn(?:s|ed|ing)?)\s{_LIST}\Z",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"[A-Z][\w’'-]+(?:,\s|\s\()\Z")
_WHO_IS = re.compile(r"\b(?:he|she|who)\s(?:is|was|will\sbe)\s\Z", re.IGNORECASE)
_OVER_AGE = re.compile(
    r"\b(?:people|adults|children|those|anyone|everyone|men|women|residents|pensioners|kids|girls|boys|patients|voters|the)\s"
    r"(?:aged\s)?(?:over|under|above|below|older\sthan|younger\sthan)\s(?:the\sage\sof\s)?\Z",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"[,.;:)”\"’]|\s(?:and|or|who|when|were|was|are|is|to|in|at|from|as|with|may|can|will|should|must|had|have)\b|\Z"
)


def is_age(place: Place, reading: Reading) -> bool:
    """Whether a bare number below 120 is somebody's age."""
    top = reading.high if reading.value is None else reading.value
    if reading.kind != "count" or not reading.bare or top is None or top >= _OLDEST:
        return False
    ahead = place.ahead
    last = ahead.lower()
    compared = last in _COMPARED
    if reading.words:
        return compared and bool(_OVER_AGE.search(place.before(40))) and bool(_CLOSES.match(place.after(12)))
    if not compared and last not in _AGE_ENDS and ahead[-1:] not in _OPENING:
        return False
    before, after = place.before(40), place.after(12)
    if _AGED.search(before):
        return True
    if _APPOSED.search(before):
        return after[:1] == ")" if before[-1:] == "(" else after[:1] in {",", ".", ";"}
    return bool(_CLOSES.match(after)) and bool(_WHO_IS.search(before) or (compared and _OVER_AGE.search(before)))


_COMPARED = frozenset("over under above below than of".split())
_AGE_ENDS = frozenset("age aged ages between about were are turn turns turned turning and or to is was be".split())
_OPENING = frozenset(",(")


_WARMING = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|increas\w*|warm\w*|drop\w*|fall\w*|fell|cool\w*|heat\w*|difference|anomaly|by|climb\w*"
    r"|change|jump\w*|gain\w*|swing)\s(?:(?!to\b|at\b|from\b|below\b|above\b)[\w-]+\s){0,3}\Z"
    r"|\b(?:limit|keep|hold)\w*\s(?:[\w-]+\s){0,4}(?:warming|rises?|increases?|heating)\s(?:[\w-]+\s){0,2}to\s\Z",
    re.IGNORECASE,
)
_WARMER = re.compile(
    r"(?:\s\([^)]{1,40}\))?\s(?:warmer|cooler|hotter|colder|higher|lower|above|below|of\s(?:global\s)?(?:warming|heating)"
    r"|rise|increase|change|warming)\b(?!\s(?:zero|freezing))"
)
_ANGLE = re.compile(r"\s(?:angle|slope|turn|incline|view|bend|rotation|arc|corner|field|launch|pitch|tilt)")
_TIMES = re.compile(
    r"\stimes\s(?:as|more|higher|larger|bigger|greater|faster|the|its|their|that|what|less|lower|fewer|smaller|over|longer)\b"
)


def retyped(reading: Reading, place: Place, last: Found | None) -> Reading:
    """The reading with the kind that its context tells."""
    if is_age(place, reading):
        return reading._replace(kind="age", unit="year")
    if reading.kind == "count" and not reading.unit and place.behind[:1] == ["times"] and _TIMES.match(place.after(20)):
        return reading._replace(kind="ratio")
    if reading.unit == "degree" and _ANGLE.match(place.after(12)):
        return reading._replace(kind="other")
    if reading.kind == "temperature" and _is_change(place, last):
        unit = reading.unit if reading.unit in {"degree", "kelvin"} else f"delta_{reading.unit}"
        return reading._replace(kind="temperature_change", unit=unit)
    return _metre_or_million(reading, place)


def _is_change(place: Place, last: Found | None) -> bool:
    converts = last is not None and last.reading.kind == "temperature_change" and place.start - last.end < 4
    return converts or bool(_WARMING.search(place.before(64)) or _WARMER.match(place.after(60)))


_STRETCH = re.compile(
    r"\s?[(-]|\s(?:high|tall|long|wide|deep|thick|away|apart|across|race|final|sprint|hurdles|relay|freestyle|butterfly"
    r"|champion\w*|record|runner|title|gold)\b"
)


def _metre_or_million(reading: Reading, place: Place) -> Reading:
    """Whether a glued "m" counts millions: before a counted noun ("3m users"), and behind one decimal ("1.5m")."""
    if not reading.million or reading.value is None or _STRETCH.match(place.after(16)):
        return reading
    noun = nouns.after(place.after(nouns.WINDOW))
    if not nouns.is_plural(noun) and reading.step != 0.1:
        return reading
    value, step = scale(Number(reading.value, reading.step), 1e6)
    return reading._replace(
        value=value, low=value, high=value, step=step, unit="", kind="count", alternatives=("meter",)
    )
