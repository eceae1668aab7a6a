"""What a number counts: short canonical forms, the same for every way of printing the same thing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from recon.geography import ADJECTIVES, COUNTRY, COUNTRY_OF
from recon.model import Figure

DEAD = re.compile(
    r"\b(?:dead|died|die|dies|deaths?|death toll|kill(?:s|ed|ing)|fatalit(?:y|ies)|fatal|bodies|corpses|perished|"
    r"lost their lives|"
    r"slain|murdered|toll|drowned|executed)\b",
    re.IGNORECASE,
)
INJURED = re.compile(r"\b(?:injur(?:ed|ies|ing|y)|wound(?:ed|ing|s)|hurt)\b", re.IGNORECASE)
MISSING = re.compile(r"\b(?:missing|unaccounted for)\b", re.IGNORECASE)
DISPLACED = re.compile(
    r"\b(?:displaced|uprooted|(?:forced|driven) from (?:their )?homes|fled their homes)\b", re.IGNORECASE
)
INFECTED = re.compile(r"\b(?:infected|cases?|infections?)\b", re.IGNORECASE)
SHOT = re.compile(r"\bshot\b", re.IGNORECASE)
RESCUED = re.compile(r"\b(?:rescued|survivors|saved)\b", re.IGNORECASE)
ARRESTED = re.compile(r"\b(?:arrested|detained|jailed|under arrest|in custody|imprisoned)\b", re.IGNORECASE)
CAPTURED = re.compile(r"\b(?:captured|seized|held hostage|taken (?:prisoner|captive|hostage)|kidnapped|abducted)\b", re.IGNORECASE)
EVACUATED = re.compile(r"\b(?:evacuated|evacuees)\b", re.IGNORECASE)
HOMELESS = re.compile(r"\b(?:homeless|lost their homes)\b", re.IGNORECASE)
TRAPPED = re.compile(r"\b(?:trapped|stranded)\b", re.IGNORECASE)
HOSPITALIZED = re.compile(r"\b(?:hospitali[sz]ed|in (?:the )?hospital)\b", re.IGNORECASE)
OUTCOMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("missing", MISSING), ("displaced", DISPLACED), ("injured", INJURED), ("dead", DEAD), ("infected", INFECTED),
    ("arrested", ARRESTED), ("captured", CAPTURED), ("evacuated", EVACUATED), ("homeless", HOMELESS),
    ("trapped", TRAPPED), ("hospitalized", HOSPITALIZED), ("rescued", RESCUED), ("shot", SHOT),
)  # fmt: skip
TOLL = re.compile(
    r"\b(?:death toll|toll|number of (?:[a-z]+ ){0,2}(?:deaths|dead|fatalities|victims|missing|people killed))\b",
    re.IGNORECASE,
)
GROWING = re.compile(
    r"\b(?:ris\w+|rose|reach\w*|hit\w*|climb\w*|stand\w*|stood|pass\w*|mount\w*|to|at|was|is|above|likely|now)\b",
    re.IGNORECASE,
)
PEOPLE = frozenset(
    """people persons person others other residents civilians victims men women children adults teens teenagers
    students passengers patients individuals survivors employees workers victim more bodies citizens
    inhabitants""".split()
)
HUMAN = re.compile(
    r"\b(?:militants?|rebels?|insurgents?|gunm[ae]n|protest[eo]rs?|demonstrators?|migrants?|refugees?|tourists?|"
    r"pilgrims?|worshippers?|villagers?|miners?|sailors?|fisherm[ae]n|firefighters?|rescuers?|hikers?|climbers?|"
    r"inmates?|prisoners?|detainees?|hostages?|guests?|customers?|shoppers?|fans?|boys?|girls?|bab(?:y|ies)|infants?|"
    r"pupils?|teachers?|doctors?|nurses?|medics?|journalists?|farmers?|labou?rers?|drivers?|commuters?|crew|"
    r"crewm[ae]n|m[ae]n|wom[ae]n|child|officers?|policem[ae]n|guards?|officials?|settlers?|fighters?|peacekeepers?|"
    r"residents?|nationals|foreigners?|Palestinians?|members?|household(?:er)?s?|famil(?:y|ies)|relatives?|toddlers?|"
    r"seniors|retirees|holidaymakers?|bystanders?|paramedics?|volunteers?|contractors?|staff|personnel|suspects?|"
    r"attackers?|assailants?|bombers?|bikers?|cyclists?|motorists?|pedestrians?|swimmers?|skiers?|runners?)\b",
    re.IGNORECASE,
)
"""Nouns for human beings, of whom "killed 14" or "14 were arrested" tell the same as of "people"."""
HEDGE = re.compile(
    r"[\s,]+(?:(?:at|least|more|than|about|around|some|nearly|almost|over|up|to|as|many|an|a|estimated|another|further|"
    r"additional|the|of|other|roughly|approximately|close|all|by|including)\s+){0,6}$"
)
PASSIVE = re.compile(
    r"\s+(?:(?:who|which|that|of|them|whom|had|have|has|been|were|was|are|is|be|being|confirmed|reported|reportedly|"
    r"feared|believed|presumed|listed|as|still|now|also|left|found|already|either|all|both|remained|remain|later|to)\s+){0,6}$"
)
"""What may stand between human beings and the word for what became of them."""
COUNTED = frozenset("toll deaths death fatalities dead cases injured wounded missing killed".split())
TROOPS = frozenset(
    "troop troops soldier soldiers personnel servicemen forces fighters troopers infantrymen deployment".split()
)
RANKS = re.compile(r"\bofficers and (?:men|soldiers|troops|enlisted)\b", re.IGNORECASE)
"""An army by its ranks."""
CAPACITY = re.compile(
    r"\b(?:capacity (?:of|for)|(?:room|space|beds|seats) for|(?:can|could|able to|built to|designed to|licen[sc]ed to|"
    r"certified to|allowed to|meant to|intended to) (?:safely )?(?:hold|carry|seat|house|accommodate|take|shelter|host|"
    r"sleep)|seats|sleeps)\s(?:(?:at|least|up|to|about|around|some|only|just|more|than|nearly|over)\s){0,3}$",
    re.IGNORECASE,
)
"""What makes a number the room there is, and no count of those who fill it."""
OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|which|whom)\s+(?:(?:are|were|was|being|in)\s+)?([a-z]+s)\b")
"""What names the thing counted of those just counted: "212 structures, 140 of them homes"."""
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
    counted = _counted(figure, text, start, end, before, halves)
    sized = EACH.search(text[max(0, start - 40) : start])
    given = PER_GROUP[0].search(text[max(0, start - 120) : start]) or PER_GROUP[1].match(text, end)
    return f"group of {counted}".strip() if sized or given else counted


def _counted(figure: Figure, text: str, start: int, end: int, before: str, halves: Mapping[str, str]) -> str:
    noun = figure.noun
    counted = figure.kind == "count" and not figure.unit
    state = _state(noun, text, start, end) if counted else ""
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
        of = None if noun else OF_THEM.match(text, end)
        if of:
            return _singular(of[1])
        return _elliptical(text, start, end, before, halves)
    head = "" if head.title() in COUNTRY_OF else head
    return " ".join(part for part in (nation.lower(), head) if part)


def toll(subject: str) -> bool:
    """Is this subject a count of what became of people?"""
    words = set(subject.split())
    return any(name in words for name, _ in OUTCOMES)


def _qualified(state: str, text: str, start: int) -> str:
    near = text[max(0, start - 30) : start + 50].lower()
    if state in {"dead", "infected"} and "suspected" in near:
        return f"suspected {state}"
    return state


def _state(noun: str, text: str, start: int, end: int) -> str:
    """What became of the people counted, by the nearest word that says so; "" where what is counted is not people."""
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", noun)}
    people = not words or bool(words & (PEOPLE | COUNTED))
    if not people or words & TROOPS:
        return _suffered(noun, text, start, end) if words & TROOPS or _human(noun) else ""
    low = text.rfind(".", 0, start) + 1
    window_low, window_high = max(low, start - 70), end + 70
    for mark in (";", " but ", " while "):
        cut = text.find(mark, end, window_high)
        window_high = cut if cut >= 0 else window_high
    found = []
    for name, pattern in OUTCOMES:
        for match in pattern.finditer(text, window_low, min(window_high, len(text))):
            gap = match.start() - end if match.start() >= end else start - match.end()
            between = text[end : match.start()] if match.start() >= end else text[match.end() : start]
            if re.search(r"\d", between):
                gap += 40
            gap += 15 * (match.end() <= start) + 12 * between.count(",") + 25 * len(re.findall(r"\band\b", between))
            if name in {"shot", "rescued", "infected"}:
                gap += 8
            found.append((gap, name))
    if not found or min(found)[0] > 55:
        toll = [match for match in TOLL.finditer(text, 0, start) if GROWING.search(text, match.end(), start)]
        found = [(0, "missing" if "missing" in toll[-1][0].lower() else "dead")] if toll and not words - PEOPLE else []
    return min(found)[1] if found and min(found)[0] <= 55 else ""


def _human(noun: str) -> bool:
    """Is the head of a noun phrase a word for human beings, or a nation's name for its own: "militants", "Danes"?"""
    last = noun.rsplit(maxsplit=1)[-1]
    return HUMAN.fullmatch(last) is not None or (noun == last and last[0].isupper() and last.endswith("s"))


def _suffered(noun: str, text: str, start: int, end: int) -> str:
    """What became of soldiers, miners or guests, where the word for it governs them: "killed 14", "14 were killed"."""
    at = text.find(noun, end, end + 60)
    behind = at + len(noun) if at >= 0 else end
    for name, pattern in OUTCOMES:
        for match in pattern.finditer(text, max(0, start - 70), min(len(text), behind + 70)):
            if match.start() >= behind and PASSIVE.match(text, behind, match.start()):
                return name
            if match.end() <= start and HEDGE.match(text, match.end(), start):
                return name
    return ""


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
    return _state("", text, start, end)
