"""Kinds that the words around a number tell: ages, multiples, changes of temperature, angles, metres or millions."""

from __future__ import annotations

import re

from recon.extraction import nouns
from recon.extraction.places import Found, Place
from recon.extraction.readings import Reading
from recon.numerals import Number, scale

_OLDEST = 120
_LIST = r"(?:\d{1,3}(?:,\s|\s(?:and|or|to)\s|,\s(?:and|or)\s)){0,3}"
_AGED = re.compile(
    rf"(?:\b(?:aged?|ages)(?:\s(?:of|to|from|between|over|under|about|were|are))?|\bturn(?:s|ed|ing)?)\s{_LIST}\Z",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"[A-Z][\w’'-]+,\s\Z")
_FULL_NAME = re.compile(
    r"(?:[A-Z][\w’'-]+\s[A-Z][\w’'-]+|\b(?:son|daughter|wife|husband|mother|father|brother|sister)\s[A-Z][\w’'-]+)\s\(\Z"
)
"""A person before an age in brackets; one name alone may be a team with its place or its points."""
_AGE_LIMIT = re.compile(r"\bage\b(?:\s[\w’'-]{1,20}){0,6}\sfrom\s(?:\d{1,2}\sto\s)?\Z")
_APPOSED_NOUN = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Ff]ormer|[\w]{2,20}[’']s?)\s(?:[\w-]{1,20}\s){0,3}"
    r"(?!number|winter|summer|quarter|order|other|latter|former|either|corner|paper|water|sector|error|floor|door|matter|power|river|letter"
    r"|tower|center|computer|factor|motor|mirror|paper|dinner|tender|offer|border|cover|weather|winner’s)"
    r"(?:[a-z]{2,16}(?:er|or|ist|ian|man|woman|eer|lete|nurse|guard)|(?:mother|father)-of-[a-z]{3,8}|son|boy|girl|wife|husband|child|uncle|aunt|niece|nephew|fianc[ée]e?"
    r"|student|president|resident|patient|coach|nurse|judge|chef|pilot|captain|victim|suspect|widow|twin|friend|cousin|model|star|star|spouse"
    r"|teen|teenager|pensioner|lieutenant|accountant|assistant|agent|monk|priest|nun|king|queen|prince|princess|athlete|graduate|candidate"
    r"|chief|guide|cook|clerk|heir|tenant|partner),\s\Z"
)
"""A person by a common noun, before an age between commas: "her mother, 31, …"."""
_WHO_IS = re.compile(
    r"\b(?:(?:he|she|who)\s(?:is|was|will\sbe)|I\s(?:am|was)|(?:I[’']m|he[’']s|she[’']s))\s(?:(?:just|only|now|still|nearly|almost|about)\s)?\Z",
    re.IGNORECASE,
)
_OF_THE_AGE = re.compile(r"\b(?:aged?|ages?\sof)\s(?:[a-z]{3,9}(?:,\s|,?\s(?:and|or)\s)){0,2}\Z")
_AGE_BEHIND = re.compile(r"\sor\s(?:older|younger)\b")
_OF_AGE = re.compile(r"\b(?:must|should|to)\sbe\s(?:at\sleast\s)?\Z")
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
        if not compared and last not in _AGE_ENDS and ahead[-1:] != ",":
            return False
        before = place.before(40)
        return bool(_OF_THE_AGE.search(before) or (_OVER_AGE.search(before) and _CLOSES.match(place.after(12))))
    if not compared and last not in _AGE_ENDS and ahead[-1:] not in _OPENING and place.behind[:1] != ["or"]:
        return False
    before, after = place.before(40), place.after(12)
    if before[-1:] == "(":
        return after[:1] == ")" and top >= 10 and bool(_FULL_NAME.search(before))
    return (
        bool(_AGED.search(before))
        or _is_apposed(before, after, reading)
        or (before.endswith((" from ", " to ")) and bool(_AGE_LIMIT.search(place.before(72))))
        or (bool(_CLOSES.match(after)) and bool(_WHO_IS.search(before) or (compared and _OVER_AGE.search(before))))
    )


def _is_apposed(before: str, after: str, reading: Reading) -> bool:
    """Whether the age follows whose it is, between commas ("Mara Tolle, 41,"), or words that only an age has."""
    if reading.step != 1:
        return False
    if _AGE_BEHIND.match(after) or (after.startswith((" or over", " or above")) and _OF_AGE.search(before)):
        return True
    if before[-2:] != ", " or after[:1] not in {",", ".", ";"}:
        return False
    return bool(_APPOSED.search(before)) or (after[:1] != ";" and bool(_APPOSED_NOUN.search(before)))


_COMPARED = frozenset("over under above below than of".split())
_AGE_ENDS = frozenset(
    """
    age aged ages between about were are turn turns turned turning and or to from is was be am i'm i’m he's he’s she's
    she’s just only now still nearly almost
    """.split()
)
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
_MULTIPLIED = (" times ", "-times ")
_ANGLE = re.compile(r"\s(?:angle|slope|turn|incline|view|bend|rotation|arc|corner|field|launch|pitch|tilt)")
_TIMES = re.compile(
    r"[\s-]times\s(?:as|more|less|the|its|their|that|what|\w{2,12}er\b"
    r"|(?!(?:in|since|a|an|on|at|by|this|last|during|over|before|after|each|every|per|when|while|and|or|between|for|from|to|with|this|and|but"
    r"|until|because|under|within|across|through|more|now|already|today|as)\b)[a-z]{3,15}(?:\s[a-z]{3,15})?(?:[.,;:)]|\Z))"
)


def retyped(reading: Reading, place: Place, last: Found | None) -> Reading:
    """The reading with the kind that its context tells."""
    if is_age(place, reading):
        return reading._replace(kind="age", unit="year")
    multiplied = place.text.startswith(_MULTIPLIED, place.end)
    if multiplied and reading.kind == "count" and not reading.unit and _TIMES.match(place.after(40)):
        return reading._replace(kind="ratio")
    if reading.unit in _TOLD_BY_CONTEXT or reading.unit.startswith("pound / "):
        reading = told(reading, place)
    elif reading.kind == "count" and (
        place.text.startswith(_BARN, place.end) or (place.surface[-1:] == "b" and reading.value)
    ):
        return _barn_or_billion(reading, place)
    if reading.unit == "degree" and _ANGLE.match(place.after(12)):
        return reading._replace(kind="other")
    if reading.kind == "temperature" and _is_change(place, last):
        unit = reading.unit if reading.unit in {"degree", "kelvin"} else f"delta_{reading.unit}"
        return reading._replace(kind="temperature_change", unit=unit)
    return _metre_or_million(reading, place, last)


_MONEY_BEFORE = re.compile(
    r"\b(?:cost|price|pay|paid|worth|spen[dt]|fine|fee|bill|budget|debt|loan|len[dt]|borrow|earn|salar|wage|profit|loss|revenue"
    r"|turnover|sales|sold\sfor|bought|ticket|deposit|grant|bid|deal|contract|invest|fund|award|compensation|bail|tax|rent\b|saving|charg"
    r"|donat|ow(?:e|ed|es|ing)\b|prize|bonus|refund|sum\sof|damages|voucher|note|allowance|pension|income|transfer|bank|market|economy|jackpot)"
    r"\w{0,4}\b[^.;]{0,32}\Z",
    re.IGNORECASE,
)
_MONEY_AFTER = re.compile(
    r"[\s-](?:notes?|coins?|fine|bill|bonus|prize|grant|ticket|contract|deal|loan|debt|deposit|salary|fee|budget|cheaper|dearer|richer|poorer|in\s(?:cash|debt|damages|fines"
    r"|costs|compensation|prize|tax|taxes|savings|sales|revenue|aid|profits?)|worth\sof|sterling|of\s(?:debt|savings|aid|cash|damage|taxpayer\w*"
    r"|public|investment|government|funding|fines|profits?))\b"
)
_WEIGHED = re.compile(
    r"\b(?:weigh|lost|los(?:e|ing)|gain|shed|heav|lift|load|catch|harvest|yield)\w{0,4}\s(?:[\w-]{1,12}\s){0,2}\Z",
    re.IGNORECASE,
)
_CAPACITOR = re.compile(r"\bcapaci", re.IGNORECASE)
_PHYSICS = re.compile(r"\b(?:cross[\s-]sections?|scatter\w{0,4}|neutrons?|collider|muons?|protons?)\b", re.IGNORECASE)
_BARN = (" barn", "-barn")
_TOLD_BY_CONTEXT = frozenset({"pound", "knot", "degree_Fahrenheit"})
"""Units whose words are also another's: money by weight, a currency and a speed, farads and degrees."""


def told(reading: Reading, place: Place) -> Reading:
    """The unit that the words around it tell: "a fine of 200 pounds", "a 2.5 F capacitor"."""
    if reading.unit == "degree_Fahrenheit":
        near = place.surface.endswith(" F") and _CAPACITOR.search(place.before(80) + place.after(60))
        return reading._replace(unit="farad", kind="other", alternatives=(reading.unit,)) if near else reading
    money = _is_money(place)
    if reading.unit == "knot":
        priced = money and place.surface.endswith("kn")
        return reading._replace(unit="HRK", kind="money", alternatives=("knot",)) if priced else reading
    if not money:
        return reading
    unit, weight = reading.unit.replace("pound", "GBP", 1), reading.unit
    others = tuple(other for other in reading.alternatives if not other.startswith("GBP"))
    kind = "money" if reading.kind == "mass" else reading.kind
    return reading._replace(unit=unit, kind=kind, alternatives=(*others, weight))


def _is_money(place: Place) -> bool:
    before, after = place.before(56), place.after(24)
    if _MONEY_AFTER.match(after):
        return True
    return not after.startswith(" of ") and bool(_MONEY_BEFORE.search(before)) and not _WEIGHED.search(before)


def _barn_or_billion(reading: Reading, place: Place) -> Reading:
    """Whether "b" and "barns" measure a cross-section; elsewhere they are billions, and farm buildings."""
    if not _PHYSICS.search(place.before(80) + place.after(60)) or reading.value is None:
        return reading
    if place.surface[-1:] != "b":
        return reading._replace(unit="barn", kind="other")
    value, step = scale(Number(reading.value, reading.step), 1e-9)
    return reading._replace(value=value, low=value, high=value, step=step, unit="barn", kind="other")


def _is_change(place: Place, last: Found | None) -> bool:
    converts = last is not None and last.reading.kind == "temperature_change" and place.start - last.end < 4
    return converts or bool(_WARMING.search(place.before(64)) or _WARMER.match(place.after(60)))


_STRETCH = re.compile(
    r"\s?[(-]|\s(?:high|tall|long|wide|deep|thick|away|apart|across|lower|higher|deeper|taller|wider|longer|shorter|below|above|clear|swell|waves?|race|final|sprint|hurdles|relay|freestyle|butterfly"
    r"|champion\w*|record|runner|title|gold)\b"
)


def _millions(reading: Reading) -> Reading:
    """A range of metres as one of millions: "2.1m-2.3m voters"."""
    low, step = scale(Number(reading.low or 0, reading.step), 1e6)
    high, _ = scale(Number(reading.high or 0, reading.step), 1e6)
    return reading._replace(low=low, high=high, step=step, unit="", kind="count", alternatives=("meter",))


def _metre_or_million(reading: Reading, place: Place, last: Found | None) -> Reading:
    """Whether a glued "m" counts millions: before a counted noun ("3m users"), behind one decimal ("1.5m"), and where
    the figure before did."""
    if reading.million and reading.value is None and nouns.is_plural(nouns.after(place.after(nouns.WINDOW))):
        return _millions(reading)
    if not reading.million or reading.value is None or _STRETCH.match(place.after(16)):
        return reading
    noun = nouns.after(place.after(nouns.WINDOW))
    again = (
        last is not None
        and last.reading.kind == "count"
        and last.reading.alternatives == ("meter",)
        and place.start - last.end < 80
        and place.before(6).endswith((" to ", " from ", " than ", " at "))
    )
    if not nouns.is_plural(noun) and reading.step != 0.1 and not again:
        return reading
    value, step = scale(Number(reading.value, reading.step), 1e6)
    return reading._replace(
        value=value, low=value, high=value, step=step, unit="", kind="count", alternatives=("meter",)
    )
