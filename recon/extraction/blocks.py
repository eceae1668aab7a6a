"""The blocks of a text, what stands between two blank lines; and the figures of those read before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from recon.extraction.columns import Piece, Row
from recon.extraction.sentences import is_wrapped

REMEMBERED = 16_000_000
"""What an extractor remembers of blocks, give or take one batch, in characters; some fifty megabytes."""
WEIGHT = 100
"""Characters that a figure counts for."""
_BLANK_LINE = re.compile(r"\n(?:[ \t\r\u00a0]{0,99}\n)+")
_RETURN = "\r\n"


class Block(NamedTuple):
    """A stretch of text that is read by itself; its lines end in line feeds alone."""

    text: str
    wrapped: bool = False
    """Its lines are broken at a fixed width."""
    whole: bool = False
    """It is one sentence, as a title is."""


class Found(NamedTuple):
    """A block in its text, which may print its line ends otherwise."""

    block: Block
    printed: str
    offset: int
    """What to add to an offset in what is printed."""

    def rows(self, read: tuple[Row, ...]) -> tuple[Row, ...]:
        """The figures read in the block, as they stand in what is printed."""
        if not read or len(self.printed) == len(self.block.text):
            return read
        ends = [end - count for count, end in enumerate(_places(self.printed, _RETURN))]
        return tuple(self._row(row, ends) for row in read)

    def _row(self, row: Row, ends: list[int]) -> Row:
        start, end, begin, stop = (place + bisect_left(ends, place) for place in (row[0], row[1], row[12], row[13]))
        return (start, end, self.printed[start:end], *row[3:12], begin, stop)


def blocks(piece: Piece) -> list[Found]:
    """The blocks of a text that hold anything."""
    if piece.part == "title":
        block = Block(piece.text.replace(_RETURN, "\n"), whole=True)
        return [Found(block, piece.text, piece.offset)]
    wrapped, place, text = is_wrapped(piece.text, piece.first), piece.first, piece.text
    returns = _RETURN in text
    found = []
    for begin, end in _between(text, place):
        printed = text[begin:end]
        block = Block(printed.replace(_RETURN, "\n") if returns else printed, wrapped)
        found.append(Found(block, printed, begin + piece.offset))
    return found


def _between(text: str, place: int) -> Iterator[tuple[int, int]]:
    """What stands between the blank lines of a text from `place` on, where anything does."""
    for blank in _BLANK_LINE.finditer(text, place):
        if blank.start() > place:
            yield place, blank.start()
        place = blank.end()
    if len(text) > place:
        yield place, len(text)


def _places(text: str, wanted: str) -> list[int]:
    found, place = [], text.find(wanted)
    while place >= 0:
        found.append(place)
        place = text.find(wanted, place + 1)
    return found


class Known(dict[Block, tuple[Row, ...]]):
    """Blocks → their figures."""

    def __init__(self) -> None:
        super().__init__()
        self._size = 0

    def new(self, wanted: Iterable[Block]) -> list[Block]:
        """Those that are not known, each once; what is known is forgotten first where it has become too much."""
        if self._size > REMEMBERED:
            self.clear()
            self._size = 0
        return [block for block in dict.fromkeys(wanted) if block not in self]

    def keep(self, block: Block, rows: tuple[Row, ...]) -> None:
        """Remember the figures of a block."""
        self[block] = rows
        self._size += len(block.text) + WEIGHT * len(rows)
