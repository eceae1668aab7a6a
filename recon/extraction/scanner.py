"""Documents in, columns of figures out: finds candidates with the grammar, reads each distinct surface once, judges
each in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recon.extraction import context, joining, others, refusals, sentences, subjects, surfaces
from recon.extraction.columns import Row, columns, parts
from recon.extraction.grammar import grammar
from recon.extraction.places import Found, Place
from recon.extraction.surfaces import Reading, no_quantity
from recon.model import NO_QUANTITY, Document, Part

_SUBJECTS = frozenset({"count", "money", "percent", "rate"})


def scan(documents: Sequence[Document]) -> dict[str, list[object]]:
    """The figures of a chunk of documents, no-quantities included, as columns; rows by document, part and start."""
    return columns(
        row
        for document in documents
        for part, text, offset, first in parts(document)
        for row in _rows(document.id, part, text, offset, first)
    )


def _rows(doc: str, part: Part, text: str, offset: int, first: int) -> Iterator[Row]:
    starts: list[int] = []
    for found in figures(text, first):
        if not starts:
            starts = sentences.boundaries(text, first) if part == "body" else [0]
        sentence = sentences.span(starts, text, found.start)
        start, end, reading = found.start + offset, found.end + offset, found.reading
        noun = found.noun
        if not noun and reading.kind in _SUBJECTS and reading.bound != "indefinite":
            noun = subjects.before_verb(
                text[max(sentence[0], found.start - found.hedge - 300) : found.start - found.hedge]
            )
        yield Row(
            f"{doc}#{part}:{start}-{end}", doc, part, start, end, text[found.start : found.end], reading.kind,
            reading.bound,
            reading.value, reading.low, reading.high, reading.unit, reading.alternatives, reading.step, noun,
            sentence[0] + offset, max(sentence[1], found.end) + offset,
        )  # fmt: skip


def figures(text: str, first: int = 0) -> Iterator[Found]:
    """The figures of one text from offset `first` on, no-quantities included, in order and apart."""
    start_at, other = grammar().start, grammar().other
    lowered, place, last = _lowered(text), first, None
    while candidate := start_at.search(lowered, place):
        start = candidate.start()
        place = candidate.end()
        match = other.match(text, start)
        if match and match.lastgroup and _begins(text, start, match.lastgroup):
            found = others.found(text, match, match.lastgroup)
            if found is not None:
                found = context.hedged(found, text) if found.reading.unit or found.reading.kind == "ratio" else found
                place, last = found.end, found if found.reading.kind not in NO_QUANTITY else last
                yield found
                continue
        if not _begins(text, start, "measure"):
            continue
        measured = _measured(text, start, last)
        if measured is not None:
            place = max(place, measured.end)
            last = measured if measured.reading.kind not in NO_QUANTITY else last
            yield measured


def _lowered(text: str) -> str:
    """The text in lower case, each character in its place: "İ" alone would become two."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _begins(text: str, start: int, group: str) -> bool:
    """Whether a figure can begin here: not inside a word, a path or a longer number; "12 km/7 miles" has two."""
    before = text[start - 1] if start else " "
    if before == "/" and text[start] in "$£€¥":
        return True
    if before == "/" and text[start - 2 : start - 1].isalpha():
        return True
    return not (before.isalnum() or (group != "identifier" and before in "_.,/’'@#&"))


def _with_seconds(text: str, end: int, reading: Reading) -> Reading:
    between = grammar().joint.match(text, end)
    three = grammar().measure.match(text, between.end()) if between else None
    more = surfaces.read(three[0]).apart if three else ()
    whole = surfaces.with_seconds(reading, more[0]) if more else None
    return whole._replace(end=reading.end + three.end() - end) if whole and three else reading


def _measured(text: str, start: int, last: Found | None) -> Found | None:
    """The figure that begins at `start`: one measure, two joined into one, or the first of two."""
    measure, joint = grammar().measure, grammar().joint
    one = measure.match(text, start)
    if one is None:
        return None
    between = joint.match(text, one.end())
    two = measure.match(text, between.end()) if between else None
    end = two.end() if two else one.end()
    surface = surfaces.read(text[start:end])
    if not surface.apart:
        return Found(start, one.end(), no_quantity("identifier"))
    place = Place(text, start, end)
    reading = joining.choose(surface, place, last)
    if reading is None:
        kind = joining.kind_of_pair(surface, place)
        if kind is not None:
            return Found(start, end, no_quantity(kind))
        reading = joining.first_of_two(surface, place, surfaces.read(text[start : one.end()]))
    if reading is surface.joined and reading.unit == "hour" and reading.bound == "exact":
        reading = _with_seconds(text, end, reading)
    place = Place(text, start, start + reading.end)
    if refusals.is_glued(text, start, place.end):
        return Found(start, place.end, no_quantity("identifier"))
    return context.judged(place, reading, surface, last)
