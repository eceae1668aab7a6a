"""A reading in its place: its hedge, what the words around it make of its unit, and its noun."""

from __future__ import annotations

import re
from typing import NamedTuple

from recon.extraction import bounds, nouns, refusals
from recon.extraction.grammar import grammar
from recon.extraction.surfaces import Reading, Surface
from recon.model import Bound
from recon.numerals import Number, scale
from recon.units import lexicon


class Place(NamedTuple):
    """Where a surface stands."""

    text: str
    start: int
    end: int

    def before(self, width: int) -> str:
        """At most `width` characters up to the surface."""
        return self.text[max(0, self.start - width) : self.start]

    def after(self, width: int) -> str:
        """At most `width` characters behind the surface."""
        return self.text[self.end : self.end + width]

    @property
    def surface(self) -> str:
        return self.text[self.start : self.end]


class Found(NamedTuple):
    """A figure in one text: where it stands, what it says, its noun, and how many characters of hedge stand before
    it."""

    start: int
    end: int
    reading: Reading
    noun: str = ""
    hedge: int = 0


def judged(place: Place, reading: Reading, surface: Surface, last: Found | None) -> Found:
    """The figure of a reading in its place; `last` is the figure before it."""
    bound, width = bounds.before(place.before(bounds.WINDOW), duration=reading.kind == "duration")
    behind = bounds.after(place.after(48))
    if bound == "exact" or (bound == "about" and behind in ("at_least", "at_most")):
        bound = behind
    refused = refusals.kind_of(reading, place.surface, place.before(64), place.after(64), hedged=bound != "exact")
    if refused is not None:
        return Found(place.start, place.end, reading._replace(kind=refused, low=reading.value, high=reading.value))
    reading, place = _unit_nearby(_retyped(_metre_or_million(reading, place), place), place, last)
    if bound == "exact" and last is not None:
        bound = _inherited(place, reading, last)
    if bound != "exact" and reading.bound == "exact" and reading.value is not None:
        low, high = bounds.sides(bound, reading.value)
        reading = reading._replace(bound=bound, low=low, high=high)
    return Found(place.start, place.end, reading, _noun(place, reading, surface, width), width)


_AGED = re.compile(r"(?:\b(?:aged?|ages)(?:\s(?:of|between|over|under|about))?|\bturn(?:s|ed|ing)?)\s$", re.IGNORECASE)
_APPOSED = re.compile(r"[A-Z][\w’'-]+,\s$")
_OLDEST = 120
_WARMING = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|increas\w*|warm\w*|drop\w*|fall\w*|fell|cool\w*|heat\w*|limit\w*|difference|anomaly|by|climb\w*"
    r"|change|jump\w*|gain\w*|swing)\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
_WARMER = re.compile(
    r"(?:\s\([^)]{1,40}\))?\s(?:warmer|cooler|hotter|colder|higher|lower|above|below|of\s(?:global\s)?(?:warming|heating)|rise|increase"
    r"|change|warming)\b"
)


def _retyped(reading: Reading, place: Place) -> Reading:
    """Kinds that the context tells: ages, and changes of temperature."""
    top = reading.high if reading.value is None else reading.value
    aged = reading.kind == "count" and reading.bare and not reading.words and top is not None and top < _OLDEST
    if aged and (
        _AGED.search(place.before(20)) or (_APPOSED.search(place.before(24)) and place.after(1) in (",", ".", ")"))
    ):
        return reading._replace(kind="age", unit="year")
    if reading.kind == "temperature" and (_WARMING.search(place.before(40)) or _WARMER.match(place.after(60))):
        unit = reading.unit if reading.unit in ("degree", "kelvin") else f"delta_{reading.unit}"
        return reading._replace(kind="temperature_change", unit=unit)
    return reading


_STRETCH = re.compile(
    r"\s?[(-]|\s(?:high|tall|long|wide|deep|thick|away|apart|across|race|final|sprint|hurdles|relay|freestyle|butterfly|champion\w*"
    r"|record|runner|title|gold)\b"
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


_DESCRIBED = frozenset({"duration", "length", "money"})
_TO = re.compile(r"(?:\s[\w-]+){0,2}\sto\s")
_FROM = re.compile(r"\bfrom\s(?:[\w-]+\s){0,2}$")


def _unit_nearby(reading: Reading, place: Place, last: Found | None) -> tuple[Reading, Place]:
    """A unit that stands apart: behind an adjective, with the other end of "from … to", or as a rate behind a
    bracket."""
    if reading.kind == "count" and not reading.unit:
        found = grammar().described.match(place.text, place.end, place.end + 48)
        if found and found[1].lower() not in nouns.FUNCTION_WORDS | nouns.VERBS:
            unit = lexicon().words[_plain(found[2])]
            if unit.kind in _DESCRIBED and unit.factor == 1:
                return _with_unit(reading, unit.expression, unit.kind, unit.alternatives), place._replace(
                    end=found.end()
                )
        if reading.bare and last and last.reading.unit and _TO.fullmatch(place.text[last.end : place.start][:40]):
            other = last.reading
            opening = place.text[max(0, last.start - 24) : last.start]
            if _FROM.search(opening) and not nouns.after(place.after(nouns.WINDOW)):
                return _with_unit(reading, other.unit, other.kind, other.alternatives), place
        return reading, place
    behind = grammar().per_behind.match(place.text, place.end) if reading.unit and "/" not in reading.unit else None
    if behind and (behind[1] is None) == _in_bracket(place):
        unit = lexicon().words[_plain(behind[2])]
        if unit.kind == "duration" and reading.kind != "duration":
            kind = "speed" if reading.kind == "length" else "rate"
            return _with_unit(reading, f"{reading.unit} / {unit.expression}", kind, reading.alternatives), place
    return reading, place


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("-", " ").split())


def _with_unit(reading: Reading, unit: str, kind: str, alternatives: tuple[str, ...]) -> Reading:
    return reading._replace(unit=unit, kind=kind, alternatives=alternatives, bare=False)


def _in_bracket(place: Place) -> bool:
    before = place.before(30)
    return before.count("(") > before.count(")")


_HEDGES = frozenset({"about", "nearly", "at_least", "more_than", "at_most", "less_than"})


def _inherited(place: Place, reading: Reading, last: Found) -> Bound:
    """A hedge before "A (B)" holds for both sides."""
    opens = place.text[last.end : place.start].strip() in ("(", "[")
    return (
        last.reading.bound
        if opens and reading.unit and last.reading.unit and last.reading.bound in _HEDGES
        else "exact"
    )


_ATTRIBUTIVE = re.compile(r"(?:\b(?:a|an|the|its|their|his|her|this|that)\s+(?:[a-z-]+\s+){0,2})$", re.IGNORECASE)


def _noun(place: Place, reading: Reading, surface: Surface, hedge: int) -> str:
    """The noun of the figure, as far as it stands behind it."""
    after = place.after(nouns.WINDOW)
    if (
        reading.bare
        and len(surface.apart) == 2
        and reading is not surface.joined
        and surface.join in ("and", "or", "to")
    ):
        finish = place.start + surface.apart[1].end
        after = place.text[finish : finish + nouns.WINDOW]
    if reading.kind in ("count", "rate", "ratio") and not reading.unit:
        return nouns.after(after, tight=after.startswith("-strong"))
    if reading.kind in ("money", "percent"):
        attributive = _ATTRIBUTIVE.search(place.before(hedge + 32)[: -hedge or None])
        return nouns.after(after, unit=not attributive)
    written = place.surface
    singular = reading.tight or (
        reading.value not in (None, 1) and written[-1:].isalpha() and not written.endswith(("s", "feet"))
    )
    return nouns.after(after, unit=True, tight=singular and written[-1:].isalpha())
