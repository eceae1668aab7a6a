"""Documents in, columns of figures out: finds candidates with the grammar, reads each distinct surface once, judges
each in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from recon.extraction import context, joining, others, refusals, subjects
from recon.extraction.columns import Piece, Row, columns, pieces
from recon.extraction.grammar import grammar
from recon.extraction.local import Local, Locals
from recon.extraction.places import Found, Place
from recon.extraction.sentences import Sentences, stops_of_each
from recon.extraction.starts import Starts
from recon.extraction.surfaces import Surfaces, no_quantity
from recon.model import NO_QUANTITY, Document
from recon.units import Lexicon

_SUBJECTS = frozenset({"count", "money", "percent", "rate"})


class Scanner:
    """The grammar of one lexicon at work, with what it remembers."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.grammar = grammar(lexicon)
        self.surfaces = Surfaces(self.grammar)
        self.locals = Locals(self.grammar, self.surfaces)
        self.starts = Starts(lexicon)

    def scan(self, documents: Sequence[Document], *, quantities: bool = False) -> dict[str, list[object]]:
        """The figures of a chunk of documents as columns, or of them the `quantities`; by document, part and start."""
        read = [piece for document in documents for piece in pieces(document)]
        texts = [piece.text for piece in read]
        places = zip(read, self.starts.of_each(texts), stops_of_each(texts), strict=True)
        return columns(
            row for piece, starts, stops in places for row in self._rows(piece, starts, stops, quantities=quantities)
        )

    def _rows(self, piece: Piece, starts: Sequence[int], stops: Sequence[int], *, quantities: bool) -> Iterator[Row]:
        doc, part, text, offset, first = piece
        sentences = Sentences(text, stops if part == "body" else (), first)
        prefix = f"{doc}#{part}:"
        for found in self.figures(text, starts, first):
            begin, finish, reading, noun, hedge = found
            kind = reading.kind
            if quantities and kind in NO_QUANTITY:
                continue
            sentence, end = sentences.span(begin)
            if not noun and kind in _SUBJECTS and reading.bound != "indefinite":
                noun = subjects.before_verb(text, max(sentence, begin - hedge - subjects.WINDOW), begin - hedge)
            yield (
                f"{prefix}{begin + offset}-{finish + offset}", doc, part, begin + offset, finish + offset,
                text[begin:finish], kind, reading.bound, reading.value, reading.low, reading.high, reading.unit,
                reading.alternatives, reading.step, noun, sentence + offset, (max(finish, end)) + offset,
            )  # fmt: skip

    def figures(self, text: str, starts: Iterable[int], first: int = 0) -> Iterator[Found]:
        """The figures of one text from offset `first` on, no-quantities included, in order and apart; `starts` are
        the places where any may begin."""
        place, last = first, None
        for start in starts:
            if start < place:
                continue
            local = self.locals.at(text, start)
            if not local.group:
                continue
            if local.group != "measure":
                if _begins(text, start, local.group):
                    found = others.found(
                        text, start, text[start : start + local.length], local.group, self.grammar.lexicon
                    )
                    if found is not None:
                        if found.reading.unit or found.reading.kind == "ratio":
                            found = context.hedged(found, text)
                        place, last = found.end, found
                        yield found
                        continue
                local = self.locals.measure(text, start, len(text))
            if not local.group or not _begins(text, start, "measure"):
                continue
            measured = self._measured(text, start, local, last)
            place = max(place, measured.end)
            last = measured if measured.reading.kind not in ("bullet", "identifier") else last
            yield measured

    def _measured(self, text: str, start: int, local: Local, last: Found | None) -> Found:
        """The figure that begins at `start`: one measure, two joined into one, or the first of two."""
        surface, end = local.surface, start + local.length
        if not surface.apart:
            return Found(start, start + local.first, no_quantity("identifier"))
        place = Place(text, start, end)
        reading = joining.choose(surface, place, last)
        if reading is None:
            kind = joining.kind_of_pair(surface, place)
            if kind is not None:
                return Found(start, end, no_quantity(kind))
            reading = surface.apart[0]
        place = place.to(start + reading.end)
        if refusals.is_glued(text, start, place.end):
            return Found(start, place.end, no_quantity("identifier"))
        return context.judged(place, reading, surface, last, self.surfaces)


def _begins(text: str, start: int, group: str) -> bool:
    """Whether a figure can begin here: not inside a word, a path or a longer number; "12 km/7 miles" has two."""
    before = text[start - 1] if start else " "
    if before == "/" and text[start - 2 : start - 1].isalpha():
        return True
    return not (before.isalnum() or (group != "identifier" and before in "_.,/’'@#&"))
