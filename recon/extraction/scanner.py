"""Texts in, columns of figures out: finds candidates with the grammar, reads each distinct surface once, judges it in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recon.extraction import bounds, nouns, refusals, roughly, sentences, surfaces
from recon.extraction.grammar import grammar
from recon.extraction.surfaces import Reading, Surface
from recon.model import Document, Part
from recon.numerals import Number, scale
from recon.units import lexicon

COLUMNS = (
    "id", "doc", "part", "start", "end", "text", "kind", "bound", "value", "low", "high", "unit", "unit_alternatives",
    "step", "noun", "sentence_start", "sentence_end",
)  # fmt: skip
BEFORE, AFTER = 96, 120
"""Characters of context on each side of a surface that decide how it is read."""


class Found(NamedTuple):
    """A figure in one text: where it stands and what it says."""

    start: int
    end: int
    reading: Reading
    noun: str = ""


def scan(documents: Sequence[Document]) -> dict[str, list[object]]:
    """The figures of a chunk of documents, a column for each of `COLUMNS`, rows by document, part and start."""
    rows: list[tuple[object, ...]] = []
    for document in documents:
        for part, text, offset, first in _parts(document):
            rows.extend(_rows(document.id, part, text, offset, first))
    columns = zip(*rows, strict=True) if rows else ([] for _ in COLUMNS)
    return {name: list(column) for name, column in zip(COLUMNS, columns, strict=True)}


def _parts(document: Document) -> Iterator[tuple[Part, str, int, int]]:
    """Each text to read: its part, the text, what to add to an offset in it, and where to begin."""
    if document.title_start is not None and document.title:
        yield "title", document.title, document.title_start, 0
    yield "body", document.text, 0, document.body_start


def _rows(doc: str, part: Part, text: str, offset: int, first: int) -> Iterator[tuple[object, ...]]:
    starts: list[int] = []
    for found in figures(text, first):
        if not starts:
            starts = sentences.boundaries(text, first) if part == "body" else [0]
        sentence = sentences.span(starts, text, found.start)
        start, end, reading = found.start + offset, found.end + offset, found.reading
        noun = found.noun or (
            nouns.subject(text[max(sentence[0], found.start - 300) : found.start]) if _wants_subject(reading) else ""
        )
        yield (
            f"{doc}#{part}:{start}-{end}", doc, part, start, end, text[found.start : found.end], reading.kind, reading.bound,
            reading.value, reading.low, reading.high, reading.unit, reading.alternatives, reading.step, noun,
            sentence[0] + offset, max(sentence[1], found.end) + offset,
        )  # fmt: skip


def _wants_subject(reading: Reading) -> bool:
    return reading.kind in ("count", "money", "percent", "rate") and reading.bound != "indefinite"


def figures(text: str, first: int = 0) -> Iterator[Found]:
    """The figures of one text from offset `first` on, no-quantities included, in order."""
    search = grammar().scanner.search
    place, last = first, None
    while match := search(text, place):
        place = match.end()
        group = match.lastgroup or ""
        if group == "measure":
            for found in _measure(text, match, last):
                place = max(match.start() + 1, found.end)
                last = found if found.reading.kind not in ("bullet", "identifier") else last
                yield found
            if place < match.end():
                place = max(place, match.start() + 1)
            continue
        found_one = roughly.read(text, match, group)
        if found_one is not None:
            start, end, reading = found_one
            place = end
            noun = nouns.after(text[end : end + AFTER]) if reading.kind in ("count", "ratio") else ""
            last = Found(start, end, reading, noun)
            yield last


def _measure(text: str, match: re.Match[str], last: Found | None) -> Iterator[Found]:
    """The figures of a measure surface: one, or the first of two; the scan goes on where the last one given ends."""
    start, end = match.span()
    surface = surfaces.read(match[0])
    if not surface.apart:
        yield Found(start, end, _nothing("identifier", end - start))
        return
    before, after = text[max(0, start - BEFORE) : start], text[end : end + AFTER]
    if _glued(text, start, start + surface.apart[-1].end):
        yield Found(start, end, _nothing("identifier", end - start))
        return
    reading = _choose(surface, before, after)
    if reading is None:
        kind = _joined_kind(surface, match[0], before, after)
        if kind is not None:
            yield Found(start, end, _nothing(kind, end - start))
            return
        reading = surface.apart[0]
    finish = start + reading.end
    after = text[finish : finish + AFTER]
    yield _judged(text, start, finish, reading, before, after, surface, last)


def _choose(surface: Surface, before: str, after: str) -> Reading | None:
    """The joined reading where the words make it one quantity, the only reading where there is one, else None."""
    if len(surface.apart) == 1:
        return surface.apart[0]
    joined = surface.joined
    if joined is None:
        return None
    if surface.join == "and":
        return joined if joined.bound != "range" or _BETWEEN.search(before) else None
    if surface.join == "to":
        return None if _CHANGE.search(before) else joined
    if surface.join == "range":
        low, high = surface.apart
        hedged = bounds.before(before)[0] != "exact"
        printed = [f"{r.value:.0f}" if r.value is not None else "" for r in (low, high)]
        return None if refusals.range_kind(printed[0], printed[1], joined, before, after, hedged=hedged) else joined
    return joined


_BETWEEN = re.compile(r"\bbetween\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:ris|rose|fell|fall|increas|decreas|grew|grow|jump|drop|declin|climb|surg|soar|plung|cut|rais|went|up|down|go|goes|mov|slip|shr[aiu]nk|expand"
    r"|boost|lower|reduc|chang|doubl|tripl|swell|swoll|balloon|revis|upgrad|downgrad|improv|widen|narrow|edg|slash|tumbl|eas)\w*\b[^.;]{0,60}\bfrom\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


def _joined_kind(surface: Surface, written: str, before: str, after: str) -> str | None:
    """Whether two bare numbers joined by a dash are a score or the like."""
    if surface.join != "range":
        return None
    low, high = surface.apart
    if not (low.bare and high.bare):
        return None
    printed = [f"{r.value:.0f}" if r.value is not None else "" for r in (low, high)]
    return refusals.range_kind(printed[0], printed[1], surface.joined, before, after, hedged=False)


def _glued(text: str, start: int, end: int) -> bool:
    """Whether letters or a hyphenated name run into the number: "F-16", "COVID-19", "5G", "1080p-ready"."""
    left, right = text[max(0, start - 2) : start], text[end : end + 2]
    if left[-1:].isalpha():
        return True
    if left[-1:] and left[-1:] in "-–_/" and left[:1].isalnum() and not _PREFIX.search(text[max(0, start - 8) : start]):
        return True
    return bool(right[:1].isalpha() and not text[end - 1].isalpha() and text[end - 1].isdigit())


_PREFIX = re.compile(
    r"(?:^|[\s(“\"])(?:sub|now|then|mid|near|nearly|about|almost|some|ex|pre|post|non|roughly|under|over)-$",
    re.IGNORECASE,
)


def _judged(
    text: str, start: int, end: int, reading: Reading, before: str, after: str, surface: Surface, last: Found | None
) -> Found:
    """The reading in its context: refused, hedged, aged, and with its noun."""
    bound, width = bounds.before(before, duration=reading.kind == "duration")
    behind = bounds.after(after)
    if bound == "exact":
        bound = behind
    elif bound == "about" and behind in ("at_least", "at_most"):
        bound = behind
    number = text[start:end]
    refused = refusals.kind_of(reading, number, before, after, hedged=bound != "exact")
    if refused is not None:
        return Found(start, end, reading._replace(kind=refused, low=reading.value, high=reading.value))
    reading = _retyped(_metre_or_million(reading, number, after), before, after)
    if reading.bare or reading.kind == "count":
        reading, end = _described(text, start, end, reading, last)
        after = text[end : end + AFTER]
    reading = _rated(text, start, reading, after)
    if bound == "exact" and reading.bound == "exact" and last is not None:
        bound = _inherited(text, start, reading, last)
    if bound != "exact" and reading.bound == "exact" and reading.value is not None:
        low, high = bounds.sides(bound, reading.value)
        reading = reading._replace(bound=bound, low=low, high=high)
    return Found(start, end, reading, _noun(reading, number, before, after, text, surface, start, width))


_AGED = re.compile(
    r"(?:\b(?:aged?|ages)(?:\s(?:of|between|over|under|about))?|\bage\sof|\bturn(?:s|ed|ing)?)\s$", re.IGNORECASE
)
_APPOSED = re.compile(r"[A-Z][\w’'-]+,\s$")
_CHANGE_OF_DEGREES = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|increas\w*|warm\w*|drop\w*|fall\w*|fell|cool\w*|heat\w*|limit\w*|difference|anomaly|by|climb\w*|change|jump\w*|gain\w*|swing)"
    r"\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
_DEGREES_MORE = re.compile(
    r"(?:\s\([^)]{1,40}\))?\s(?:warmer|cooler|hotter|colder|higher|lower|above|below|of\s(?:global\s)?(?:warming|heating)|rise|increase|change|warming)"
)


def _retyped(reading: Reading, before: str, after: str) -> Reading:
    """Kinds that the context tells: ages, and changes of temperature."""
    top = reading.high if reading.value is None else reading.value
    if reading.kind == "count" and reading.bare and not reading.words and top is not None and top < 120:
        if _AGED.search(before[-20:]) or (_APPOSED.search(before[-24:]) and after[:1] in (",", ".", ")")):
            return reading._replace(kind="age", unit="year")
    if (
        reading.kind == "temperature"
        and reading.unit != "kelvin"
        and (_CHANGE_OF_DEGREES.search(before[-40:]) or _DEGREES_MORE.match(after[:60]))
    ):
        unit = reading.unit if reading.unit == "degree" else f"delta_{reading.unit}"
        return reading._replace(kind="temperature_change", unit=unit)
    return reading


_STRETCH = re.compile(
    r"\s?[(-]|\s(?:high|tall|long|wide|deep|thick|away|apart|across|race|final|sprint|hurdles|relay|freestyle|butterfly|champion\w*|record|runner|title|gold)\b"
)


def _metre_or_million(reading: Reading, number: str, after: str) -> Reading:
    """Whether a glued "m" counts millions: before a counted noun ("3m users"), and behind one decimal ("1.5m")."""
    if not reading.million or reading.value is None or _STRETCH.match(after):
        return reading
    noun = nouns.after(after)
    if not (noun and nouns.is_plural(noun.split()[-1])) and reading.step != 0.1:
        return reading
    value, step = scale(Number(reading.value, reading.step), 1e6)
    return reading._replace(
        value=value, low=value, high=value, step=step, unit="", kind="count", alternatives=("meter",)
    )


def _described(text: str, start: int, end: int, reading: Reading, last: Found | None) -> tuple[Reading, int]:
    """The unit of a bare number behind an adjective ("six consecutive months"), or of the "from" its "to" belongs to."""
    unit = grammar().described.match(text, end, end + 48)
    if unit and unit[1].lower() not in nouns.FUNCTION_WORDS and unit[1].lower() not in nouns.VERBS:
        found = lexicon().words.get(" ".join(unit[2].lower().replace("-", " ").split()))
        if found and found.kind in ("duration", "length", "money") and found.factor == 1:
            return reading._replace(
                unit=found.expression, kind=found.kind, alternatives=found.alternatives, bare=False
            ), unit.end()
    if last is not None and last.reading.unit and start - last.end < 40 and reading.bare:
        between = text[last.end : start]
        if (
            _TO.fullmatch(between)
            and _FROM.search(text[max(0, last.start - 24) : last.start])
            and not nouns.after(text[end : end + 40])
        ):
            other = last.reading
            return reading._replace(unit=other.unit, kind=other.kind, alternatives=other.alternatives, bare=False), end
    return reading, end


_TO = re.compile(r"(?:\s[\w-]+){0,2}\sto\s")
_FROM = re.compile(r"\bfrom\s(?:[\w-]+\s){0,2}$")


def _rated(text: str, start: int, reading: Reading, after: str) -> Reading:
    """The rate of "74 miles (119 kilometers) per hour", which both sides share."""
    behind = grammar().per_behind.match(after) if reading.unit and "/" not in reading.unit else None
    if behind is None or (behind[1] is None) != (
        text[max(0, start - 30) : start].count("(") > text[max(0, start - 30) : start].count(")")
    ):
        return reading
    unit = lexicon().words[" ".join(behind[2].lower().replace("-", " ").split())]
    if unit.kind != "duration" or reading.kind == "duration":
        return reading
    return reading._replace(
        unit=f"{reading.unit} / {unit.expression}", kind="speed" if reading.kind == "length" else "rate"
    )


def _inherited(text: str, start: int, reading: Reading, last: Found) -> str:
    """A hedge before "A (B)" holds for both sides."""
    between = text[last.end : start]
    if between.strip() in ("(", "[") and last.reading.unit and reading.unit and last.reading.bound in _HEDGES:
        return last.reading.bound
    return "exact"


_HEDGES = frozenset({"about", "nearly", "at_least", "more_than", "at_most", "less_than"})
_ATTRIBUTIVE = re.compile(r"(?:\b(?:a|an|the|its|their|his|her|this|that)\s+(?:[a-z-]+\s+){0,2})$", re.IGNORECASE)


def _noun(
    reading: Reading, number: str, before: str, after: str, text: str, surface: Surface, start: int, width: int
) -> str:
    if (
        surface.join in ("and", "or", "to")
        and reading is not surface.joined
        and len(surface.apart) == 2
        and reading.bare
    ):
        finish = start + surface.apart[1].end
        after = text[finish : finish + AFTER]
    if reading.kind in ("count", "rate") and not reading.unit:
        return nouns.after(after, tight=after.startswith("-strong"))
    if reading.kind in ("money", "percent"):
        attributive = _ATTRIBUTIVE.search(before[: len(before) - width][-32:]) is not None
        return nouns.after(after, unit=not attributive)
    singular = reading.tight or (
        reading.value not in (None, 1) and not number.rstrip(".").endswith("s") and number[-2:] != "et"
    )
    return nouns.after(after, unit=True, tight=singular and number[-1:].isalpha())


def _nothing(kind: str, length: int) -> Reading:
    return Reading(0, length, None, None, None, 1.0, "", kind)
