"""Units that stand apart from their number: behind an adjective, at a list's end, at the other end of a change."""

from __future__ import annotations

import re

from recon.extraction import nouns
from recon.extraction.places import Found, Place
from recon.extraction.readings import Reading
from recon.extraction.surfaces import Surfaces
from recon.extraction.written_numbers import SPACE
from recon.units import Lexicon, Unit

_DESCRIBED = frozenset({"duration", "length", "money"})
_TO = re.compile(r"(?:\s[\w-]+){0,4}\sto\s|(?:\s[\w-]+){0,5}\sfrom\s|,?\s(?:up|down)\sfrom\s(?:[\w-]+\s)?")
_UP_FROM = re.compile(r",?\s(?:up|down)\s")
_FROM = re.compile(r"\bfrom\s(?:[\w-]+\s){0,2}\Z")
_LISTED = re.compile(r",\s(?:\d[\d,.]{0,12},\s){0,4}\d[\d,.]{0,12},?\s(?:and|or)\s")
_COUNTED_UNIT = re.compile(r"(?<!\bone)(?<!\b1)\s(?:hour|day|week|month|year|decade|mile)\Z", re.IGNORECASE)
"""The unit of what is counted, not of the number: "eight hour-long episodes"."""
_PART_OF = re.compile(r"\sof\s(?:the|its|their|his|her|those|these)\s(?:[a-z-]{3,20}\s)?(?=[\d$£€])")
_RATE_OF_PEOPLE = re.compile(r"(?:\s[\w-]+){1,3}\sper\s(?:100,000|10,000|1,000|million|capita|head|person)\b")


_AWARDED = re.compile(r"\b(?:award|confer|grant|earn|hand)\w*\s(?:[\w-]+\s)?\Z", re.IGNORECASE)


def with_unit(reading: Reading, place: Place, last: Found | None, surfaces: Surfaces) -> tuple[Reading, Place]:
    """The reading with a unit that stands nearby, and how far the figure then reaches."""
    if reading.unit == "degree" and _AWARDED.search(place.before(24)):
        number = place.to(place.end - len(" degrees"))
        return reading._replace(unit="", kind="count", alternatives=()), number
    if reading.kind == "count" and not reading.unit:
        return _of_a_bare_number(reading, place, last, surfaces)
    if (
        last
        and last.reading.unit.startswith(f"{reading.unit} / ")
        and _TO.fullmatch(place.text[last.end : place.start][:40])
    ):
        return _given(reading, last.reading.unit, last.reading.kind, reading.alternatives), place
    if place.text.startswith("-long ", place.end) and _COUNTED_UNIT.search(place.surface):
        counted_by = _COUNTED_UNIT.sub("", place.surface)
        if nouns.is_plural(nouns.after(place.after(60)[len("-long") :])):
            counted = reading._replace(unit="", kind="count", alternatives=())
            return counted, place.to(place.start + len(counted_by))
    behind = None
    if place.text.startswith((")", " (", "("), place.end) and reading.unit and "/" not in reading.unit:
        behind = _PER_BEHIND.match(place.text, place.end)
    if behind and (behind[1] is None) == _in_bracket(place):
        unit, _ = _unit_at(place.text, behind.end(), surfaces.grammar.lexicon)
        if unit and unit.kind == "duration" and reading.kind != "duration":
            kind = "speed" if reading.kind == "length" else "rate"
            return _given(reading, f"{reading.unit} / {unit.expression}", kind, reading.alternatives), place
    return reading, place


def _of_a_bare_number(reading: Reading, place: Place, last: Found | None, surfaces: Surfaces) -> tuple[Reading, Place]:
    behind = place.behind
    found = _DESCRIBING.match(place.text, place.end, place.end + 24) if len(behind) > 1 else None
    unit, end = _unit_at(place.text, found.end(), surfaces.grammar.lexicon) if found else (None, 0)
    if found and unit and unit.kind in _DESCRIBED and unit.factor == 1 and not place.text.startswith("-", end):
        word = found[1].lower()
        if word not in nouns.FUNCTION_WORDS and word not in nouns.VERBS and behind[1] != "won":
            return _given(reading, unit.expression, unit.kind, unit.alternatives), place.to(end)
    if not reading.bare:
        far = _other_end(place, last)
        whole = _given(reading, far.unit, far.kind, far.alternatives) if far else _of_a_whole(reading, place, surfaces)
        return whole, place
    if "per" in behind and _RATE_OF_PEOPLE.match(place.after(60)):
        return reading._replace(kind="rate"), place
    other = _other_end(place, last) or _listed(place, surfaces) or _changed_to(place, surfaces)
    if other is not None and other.unit:
        return _given(reading, other.unit, other.kind, other.alternatives), place
    return reading, place


_PER_BEHIND = re.compile(rf"({SPACE}?\([^()]{{1,40}})?\){SPACE}(?:an?|per|each|every){SPACE}")
"""A rate behind a bracket: "74 miles (119 kilometers) per hour". Group 1 is the bracket."""
_DESCRIBING = re.compile(rf"{SPACE}([A-Za-z][\w-]{{2,20}}){SPACE}")
"""An adjective before a unit: "six consecutive months"."""
_TWO_WORDS = re.compile(rf"([A-Za-z]+)(?:(?:{SPACE}|-)([A-Za-z]+))?(?!\w)")


def _unit_at(text: str, place: int, lexicon: Lexicon) -> tuple[Unit | None, int]:
    """The unit in words, two or one, that stands at a place, and where it ends."""
    found = _TWO_WORDS.match(text, place, place + 40)
    if not found:
        return None, place
    for end in (found.end(), found.end(1)):
        unit = lexicon.words.get(_plain(text[place:end]))
        if unit:
            return unit, end
    return None, place


def _of_a_whole(reading: Reading, place: Place, surfaces: Surfaces) -> Reading:
    """ "280 million of the 1.5 billion euros": what a part counts is said of the whole."""
    of = place.behind[:1] == ["of"] and reading.kind == "count"
    ahead = _PART_OF.match(place.text, place.end, place.end + 40) if of else None
    measure = surfaces.grammar.measure.match(place.text, ahead.end()) if ahead else None
    surface = surfaces.read(measure[0]) if measure else None
    whole = surface.apart[0] if surface and surface.apart else None
    if whole is None or not whole.unit or whole.kind in {"percent", "points", "age"}:
        return reading
    return _given(reading, whole.unit, whole.kind, whole.alternatives)


def _other_end(place: Place, last: Found | None) -> Reading | None:
    """The figure that this one is a change from or to: "from 14 mpg to 24", "40 minutes, down from 55"."""
    if last is None or not last.reading.unit or place.start - last.end > 40:
        return None
    between = _TO.fullmatch(place.text[last.end : place.start])
    if not between or nouns.after(place.after(nouns.WINDOW)):
        return None
    if between[0].endswith(" from ") and not _UP_FROM.match(between[0]) and place.after(1) not in {".", ",", ";", ""}:
        return None
    started = _FROM.search(place.text[max(0, last.start - 24) : last.start])
    return last.reading if started or "from" in between[0] else None


_TO_JUST = re.compile(
    r"\sto\s(?:just|only|about|around|nearly|almost|over|under|more\sthan|less\sthan|at\sleast)\s(?=[\d$£€])"
)


def _changed_to(place: Place, surfaces: Surfaces) -> Reading | None:
    """What a change leads to behind a hedge: "from 36 to just 21 days"."""
    ahead = _TO_JUST.match(place.text, place.end, place.end + 24) if place.behind[:1] == ["to"] else None
    changed = ahead and _FROM.search(place.before(24))
    measure = surfaces.grammar.measure.match(place.text, ahead.end()) if ahead and changed else None
    surface = surfaces.read(measure[0]) if measure else None
    return surface.apart[0] if surface and surface.apart else None


def _listed(place: Place, surfaces: Surfaces) -> Reading | None:
    """The last figure of the list that this one begins: "4, 7 and 9 tonnes"."""
    listed = place.text.startswith(",", place.end)
    ahead = _LISTED.match(place.text, place.end, place.end + 80) if listed else None
    measure = surfaces.grammar.measure.match(place.text, ahead.end()) if ahead else None
    surface = surfaces.read(measure[0]) if measure else None
    return surface.apart[0] if surface and surface.apart else None


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("-", " ").split())


def _given(reading: Reading, unit: str, kind: str, alternatives: tuple[str, ...]) -> Reading:
    return reading._replace(unit=unit, kind=kind, alternatives=alternatives, bare=False)


def _in_bracket(place: Place) -> bool:
    before = place.before(30)
    return before.count("(") > before.count(")")
