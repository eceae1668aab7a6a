"""Documents in, columns of figures out: what may be a figure is found in bulk, read once for each print, and judged in
its place.

The unit of all this is the block, the text between two blank lines: nothing that a number means stands beyond. A block
read before, as in the next version of a story, is not read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from recon.extraction import context, joining, others, refusals, subjects
from recon.extraction.blocks import Block, Known, blocks
from recon.extraction.columns import Row, columns, pieces
from recon.extraction.grammar import grammar
from recon.extraction.local import Local, Locals
from recon.extraction.pairs import with_seconds
from recon.extraction.places import Found, Place
from recon.extraction.readings import Reading, no_quantity
from recon.extraction.sentences import Sentences, stops_of_each
from recon.extraction.starts import Starts
from recon.extraction.surfaces import Surfaces
from recon.model import NO_QUANTITY, Document
from recon.units import Lexicon

_SUBJECTS = frozenset({"count", "money", "percent", "rate"})


class Scanner:
    """The grammar of one lexicon at work, with what it remembers; of the figures, only `quantities` where wanted."""

    def __init__(self, lexicon: Lexicon, *, quantities: bool = False) -> None:
        self.grammar = grammar(lexicon)
        self.surfaces = Surfaces(self.grammar)
        self.locals = Locals(self.grammar, self.surfaces)
        self.starts = Starts(lexicon)
        self._quantities = quantities
        self._known = Known()

    def scan(self, documents: Sequence[Document]) -> dict[str, list[object]]:
        """The figures of a chunk of documents as columns; rows by document, part and start."""
        divided = [(piece, blocks(piece)) for document in documents for piece in pieces(document)]
        new = self._known.new(one.block for _, found in divided for one in found)
        texts = [block.text for block in new]
        for block, starts, stops in zip(new, self.starts.of_each(texts), stops_of_each(texts), strict=True):
            self._known.keep(block, tuple(self._read(block, starts, stops)) if starts else ())
        known = self._known
        return columns(
            (piece, [(one.rows(rows), one.offset) for one in found if (rows := known[one.block])])
            for piece, found in divided
        )

    def _read(self, block: Block, starts: Iterable[int], stops: Sequence[int]) -> Iterator[Row]:
        text = block.text
        sentences = Sentences(text, () if block.whole else stops, wrapped=block.wrapped)
        for found in self.figures(text, starts):
            begin, end, reading, noun, hedge = found
            kind = reading.kind
            if self._quantities and kind in NO_QUANTITY:
                continue
            sentence, stop = sentences.span(begin)
            if not noun and kind in _SUBJECTS and reading.bound != "indefinite":
                noun = subjects.before_verb(text, max(sentence, begin - hedge - subjects.WINDOW), begin - hedge)
            yield (
                begin, end, text[begin:end], kind, reading.bound, reading.value, reading.low, reading.high,
                reading.unit, reading.alternatives, reading.step, noun, sentence, max(end, stop),
            )  # fmt: skip

    def figures(self, text: str, starts: Iterable[int]) -> Iterator[Found]:
        """The figures of a text, no-quantities included, in order and apart; `starts` are where any may begin."""
        place, last = 0, None
        for start in starts:
            if start < place:
                continue
            local = self.locals.at(text, start)
            if not local.group:
                continue
            found = None
            if local.group != "measure":
                found = self._other(text, start, local) if _begins(text, start, local.group) else None
                local = local if found else self.locals.measure(text, start, len(text))
            if found is None and local.group and _begins(text, start, "measure"):
                found = self._measured(text, start, local, last)
            if found is not None:
                place = max(place, found.end)
                last = found if found.reading.kind not in NO_QUANTITY else last
                yield found

    def _other(self, text: str, start: int, local: Local) -> Found | None:
        """The figure that begins at `start` and is no measure."""
        written = text[start : start + local.length]
        found = others.found(text, start, written, local.group, self.grammar.lexicon)
        if found and (found.reading.unit or found.reading.kind == "ratio"):
            return context.hedged(found, text)
        return found

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
            reading = joining.first_of_two(surface, place, self.surfaces.read(text[start : start + local.first]))
        if reading is surface.joined and reading.unit == "hour" and reading.bound == "exact":
            reading = self._with_seconds(text, end, reading)
        place = place.to(start + reading.end)
        if refusals.is_glued(text, start, place.end):
            return Found(start, place.end, no_quantity("identifier"))
        return context.judged(place, reading, surface, last, self.surfaces)

    def _with_seconds(self, text: str, end: int, reading: Reading) -> Reading:
        """ "2 hours 5 minutes 31 seconds", of which two have been read."""
        between = self.grammar.joint.match(text, end)
        three = self.grammar.measure.match(text, between.end()) if between else None
        more = self.surfaces.read(three[0]).apart if three else ()
        whole = with_seconds(reading, more[0]) if more else None
        return whole._replace(end=reading.end + three.end() - end) if whole and three else reading


def _begins(text: str, start: int, group: str) -> bool:
    """Whether a figure can begin here: not inside a word, a path or a longer number; "12 km/7 miles" has two."""
    before = text[start - 1] if start else " "
    if before == "/" and text[start] in "$£€¥":
        return True
    if before == "/" and text[start - 2 : start - 1].isalpha():
        return True
    return not (before.isalnum() or (group != "identifier" and before in "_.,/’'@#&"))
