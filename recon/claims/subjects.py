"""What a number counts: short canonical forms, the same for every way of printing the same thing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from recon.claims.ellipses import CARRIERS, told
from recon.claims.outcomes import OUTCOMES, TOLL, TROOPS, outcome, outcomes_of
from recon.geography import ADJECTIVES, COUNTRY, COUNTRY_OF
from recon.model import Figure

RANKS = re.compile(r"\bofficers and (?:men|soldiers|troops|enlisted)\b", re.IGNORECASE)
"""An army by its ranks."""
CAPACITY = re.compile(
    r"\b(?:capacity (?:of|for)|(?:room|space|beds|seats) for|(?:can|could|able to|built to|designed to|licen[sc]ed to|"
    r"certified to|allowed to|meant to|intended to) (?:safely )?(?:hold|carry|seat|house|accommodate|shelter|"
    r"sleep)|seats|sleeps)\s(?:(?:at|least|up|to|about|around|some|only|just|more|than|nearly|over)\s){0,3}$",
    re.IGNORECASE,
)
"""What makes a number the room there is, and no count of those who fill it."""
OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|which|whom)\s+(?:(?:are|were|was|being|in)\s+)?([a-z]+s)\b")
"""What names the thing counted of those just counted: "212 structures, 140 of them homes"."""
COSTS = re.compile(r"\bcost(?:s|ing)?\s(?:\w+\s){0,4}[$€£]?$", re.IGNORECASE)
"""A price, whatever it is the price of: "the recall has cost $120 million"."""
EACH = re.compile(r"\b(?:every|each|per)\s(?:(?:about|some|around|group of|team of)\s)?$", re.IGNORECASE)
"""What makes a number the size of one group among many: "one medic for every 30 soldiers"."""
_SIZE = r"(?:every|each)\s(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|dozen|hundred)\b"
PER_GROUP = (re.compile(rf"\b{_SIZE}[^.;]{{0,80}}$"), re.compile(rf"[^.;,]{{0,60}}\bfor\s{_SIZE}"))
"""What gives each group so many, before and behind the number: "three officers for every 30 soldiers"."""
NO_HALVES: Mapping[str, str] = MappingProxyType({})
EMPTY = frozenset(
    """the a an of in at on to total number some about around additional more further new confirmed reported suspected
    other others another estimated nearly as many up least than military elite special many killed injured wounded
    dead missing displaced and or""".split()
)
HEIGHTS = frozenset("money area percent rate length volume mass power energy speed temperature points".split())
"""Kinds of numbers that have a unit and need a noun to say what they measure."""
PLURALS = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "people",
    "lives": "life",
    "wives": "wife",
    "deaths": "death",
}


def subject(
    figure: Figure, text: str, start: int, end: int, before: str = "", halves: Mapping[str, str] = NO_HALVES
) -> str:
    """The thing counted, lower-case: "dead", "missing", "norway troops"; "" where neither noun nor sentence says.

    `start` and `end` are the figure's in `text`, its sentence; `before` is what the document says before that;
    `halves` tell which country "the North" is.
    """
    if figure.kind == "count" and CAPACITY.search(text, max(0, start - 60), start):
        return "capacity"
    if figure.kind == "money" and COSTS.search(text, max(0, start - 40), start):
        return "cost"
    counted = _counted(figure, text, start, end, before, halves)
    sized = EACH.search(text[max(0, start - 40) : start])
    given = PER_GROUP[0].search(text[max(0, start - 120) : start]) or PER_GROUP[1].match(text, end)
    return f"group of {counted}".strip() if sized or given else counted


def _counted(figure: Figure, text: str, start: int, end: int, before: str, halves: Mapping[str, str]) -> str:
    noun = "" if figure.noun.lower() in CARRIERS else figure.noun
    counted = figure.kind == "count" and not figure.unit
    state = outcome(noun, text, start, end) if counted else ""
    if not noun and (figure.kind in HEIGHTS or (counted and not (state and TOLL.search(text, 0, start)))):
        height = told(figure, text, start)
        suffered = outcomes_of(height) if counted else ()
        if height:
            return suffered[0][2] if suffered else _singular_last(height)
    words = list(re.findall(r"[^\W\d_]+(?:[-.’'][^\W\d_]+)*\.?", noun))
    nation = _nation(noun)
    head = "troops" if RANKS.search(noun) else _head(words)
    if head in TROOPS:
        head = "troops"
        nation = nation or _nation_of_troops(text[:end], halves) or _nation_of_troops(before, halves)
    if state:
        of = f"{nation.lower()} troops".strip() if head == "troops" else ""
        return f"{_qualified(state, text, start)} {of}".strip()
    if not head and counted:
        plural = None if noun else OF_THEM.match(text, end)
        if plural:
            return _singular(plural[1])
        return _elliptical(text, start, end, before, halves)
    head = "" if head.title() in COUNTRY_OF else head
    return " ".join(part for part in (nation.lower(), head) if part)


def _singular_last(phrase: str) -> str:
    words = phrase.split()
    return " ".join([*words[:-1], _singular(words[-1])])


def toll(subject: str) -> bool:
    """Is this subject a count of what became of people?"""
    words = set(subject.split())
    return not words.isdisjoint(OUTCOMES)


def _qualified(state: str, text: str, start: int) -> str:
    near = text[max(0, start - 30) : start + 50].lower()
    if state in {"dead", "infected"} and "suspected" in near:
        return f"suspected {state}"
    return state


def _head(words: Sequence[str]) -> str:
    """The head noun in the singular form people group by: the last word before the first preposition."""
    core: list[str] = []
    for word in words:
        low = word.lower().strip(".’'")
        if low in {"of", "in", "for", "at", "from", "on", "to", "who", "that", "with", "and", "by"} and core:
            break
        core.append(low)
    core = [low for low in core if low not in EMPTY or low in TROOPS]
    return _singular(core[-1]) if core else ""


def _singular(low: str) -> str:
    if low in TROOPS:
        return low
    if low in PLURALS:
        return PLURALS[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low


def _nation(text: str) -> str:
    """The country of an adjective in a noun phrase: "Norwegian troops" -> "Norway"."""
    match = next((m for m in COUNTRY.finditer(text) if m[0] in ADJECTIVES), None)
    return COUNTRY_OF[match[0]] if match else ""


TROOPS_OF = re.compile(
    r"((?:[A-Z][\w.]*\s){1,2})(?:[a-z]+\s){0,2}(?:troops?|soldiers|forces|military|special forces|personnel)\b|"
    r"([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)[’']s\s(?:[a-z]+\s){0,2}(?:troop|military|soldiers|personnel|deployment|army|"
    r"forces|units|strength)"
)
HALF = re.compile(r"\b[Tt]he (North|South)\b(?! [A-Z])")


def _nation_of_troops(text: str, halves: Mapping[str, str]) -> str:
    """The nation of the troops last spoken of."""
    text = HALF.sub(lambda half: halves.get(half[1], half[0]), text[-600:]) if halves else text[-600:]
    for match in reversed(list(TROOPS_OF.finditer(text))):
        found = COUNTRY.search(match[1] or match[2] or "")
        if found:
            return COUNTRY_OF[found[0]]
    return ""


def _elliptical(text: str, start: int, end: int, before: str, halves: Mapping[str, str]) -> str:
    """Of "they will soon have 12,000": the people or troops last spoken of."""
    sentence = text[:start]
    for source in (sentence, before[-400:]):
        nation = _nation_of_troops(source, halves)
        if nation:
            return f"{nation.lower()} troops"
    return outcome("", text, start, end)
