"""The blocks of a text, what stands between two blank lines; and the figures of those read before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from recon.extraction.columns import Figure, Piece
from recon.extraction.sentences import is_wrapped

REMEMBERED = 8_000_000
"""Characters of blocks whose figures an extractor remembers, give or take one batch; fifty megabytes or so."""
_BLANK_LINE = "\n\n"


class Block(NamedTuple):
    """A stretch of text that is read by itself."""

    text: str
    wrapped: bool = False
    """Its lines are broken at a fixed width."""
    whole: bool = False
    """It is one sentence, as a title is."""


def blocks(piece: Piece) -> tuple[list[Block], list[int]]:
    """The blocks of a text that hold anything, and what to add to an offset in each."""
    if piece.part == "title":
        return [Block(piece.text, whole=True)], [piece.offset]
    wrapped, place = is_wrapped(piece.text, piece.first), piece.first + piece.offset
    found, offsets = [], []
    for text in (piece.text[piece.first :] if piece.first else piece.text).split(_BLANK_LINE):
        if text:
            found.append(Block(text, wrapped))
            offsets.append(place)
        place += len(text) + len(_BLANK_LINE)
    return found, offsets


class Known(dict[Block, tuple[Figure, ...]]):
    """Blocks → their figures."""

    def __init__(self) -> None:
        super().__init__()
        self._size = 0

    def new(self, wanted: Iterable[Block]) -> list[Block]:
        """Those that are not known, each once; what is known is forgotten first where it has become too much."""
        if self._size > REMEMBERED:
            self.clear()
            self._size = 0
        new = [block for block in dict.fromkeys(wanted) if block not in self]
        self._size += sum(len(block.text) for block in new)
        return new
