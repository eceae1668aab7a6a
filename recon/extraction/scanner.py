"""Documents in, columns of figures out: finds candidates with the grammar, reads each distinct surface once, judges
each in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from recon.extraction import context, joining, others, refusals, subjects
from recon.extraction.columns import Row, columns, parts
from recon.extraction.grammar import grammar
from recon.extraction.places import Found, Place
from recon.extraction.sentences import Sentences, stops_of_each
from recon.extraction.starts import Starts
from recon.extraction.surfaces import Surfaces, no_quantity
from recon.model import Document, Part
from recon.units import Lexicon

_SUBJECTS = frozenset({"count", "money", "percent", "rate"})


class Scanner:
    """The grammar of one lexicon at work, with what it remembers."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.grammar = grammar(lexicon)
        self.surfaces = Surfaces(self.grammar)
        self.starts = Starts(lexicon)

    def scan(self, documents: Sequence[Document]) -> dict[str, list[object]]:
        """The figures of a chunk of documents, no-quantities included, as columns; rows by document, part and start."""
        pieces = [(document.id, *part) for document in documents for part in parts(document)]
        texts = [text for _, _, text, _, _ in pieces]
        places = zip(pieces, self.starts.of_each(texts), stops_of_each(texts), strict=True)
        return columns(row for piece, starts, stops in places for row in self._rows(*piece, starts, stops))

    def _rows(
        self, doc: str, part: Part, text: str, offset: int, first: int, starts: list[int], stops: list[int]
    ) -> Iterator[Row]:
        sentences = Sentences(text, stops if part == "body" else (), first)
        for found in self.figures(text, starts, first):
            sentence = sentences.span(found.start)
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

    def figures(self, text: str, starts: Iterable[int], first: int = 0) -> Iterator[Found]:
        """The figures of one text from offset `first` on, no-quantities included, in order and apart; `starts` are
        the places where any may begin."""
        other, place, last = self.grammar.other, first, None
        for start in starts:
            if start < place:
                continue
            match = other.match(text, start)
            if match and match.lastgroup and _begins(text, start, match.lastgroup):
                found = others.found(text, match, match.lastgroup, self.grammar.lexicon)
                if found is not None:
                    found = (
                        context.hedged(found, text) if found.reading.unit or found.reading.kind == "ratio" else found
                    )
                    place, last = found.end, found
                    yield found
                    continue
            if not _begins(text, start, "measure"):
                continue
            measured = self._measured(text, start, last)
            if measured is not None:
                place = max(place, measured.end)
                last = measured if measured.reading.kind not in ("bullet", "identifier") else last
                yield measured

    def _measured(self, text: str, start: int, last: Found | None) -> Found | None:
        """The figure that begins at `start`: one measure, two joined into one, or the first of two."""
        measure, joint = self.grammar.measure, self.grammar.joint
        one = measure.match(text, start)
        if one is None:
            return None
        between = joint.match(text, one.end())
        two = measure.match(text, between.end()) if between else None
        end = two.end() if two else one.end()
        surface = self.surfaces.read(text[start:end])
        if not surface.apart:
            return Found(start, one.end(), no_quantity("identifier"))
        place = Place(text, start, end)
        reading = joining.choose(surface, place, last)
        if reading is None:
            kind = joining.kind_of_pair(surface, place)
            if kind is not None:
                return Found(start, end, no_quantity(kind))
            reading = surface.apart[0]
        place = place if end == start + reading.end else Place(text, start, start + reading.end)
        if refusals.is_glued(text, start, place.end):
            return Found(start, place.end, no_quantity("identifier"))
        return context.judged(place, reading, surface, last, self.surfaces)


def _begins(text: str, start: int, group: str) -> bool:
    """Whether a figure can begin here: not inside a word, a path or a longer number; "12 km/7 miles" has two."""
    before = text[start - 1] if start else " "
    if before == "/" and text[start - 2 : start - 1].isalpha():
        return True
    return not (before.isalnum() or (group != "identifier" and before in "_.,/’'@#&"))
