"""Where the text of a document stands in a file of another form. Standard library only, as `recon.model` is."""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass

RUN = struct.Struct("<5q")


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceMap:
    """Where the characters of a document's text stand in the file that it was taken from.

    `runs` are packed by `RUN`, in order: the offset into the text at which a run of characters begins, then the byte,
    the bytes of each of its characters, the line and the column at which it begins in the file. A run of no known
    place, and what a reader has put between two runs, has the byte -1.
    """

    runs: bytes

    def place(self, offset: int) -> tuple[int, int, int, int] | None:
        """The first byte of a character, the byte behind it, its line and its column; None where that is not known."""
        start, byte, width, line, column = self._run(self._at(offset))
        if byte < 0:
            return None
        begins = byte + (offset - start) * width
        return begins, begins + width, line, column + offset - start

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of a character; of one without a place, those behind the last before it that has one."""
        at = self._at(offset)
        while at >= 0 and (run := self._run(at))[1] < 0:
            at, offset = at - 1, run[0]
        return (run[3], run[4] + offset - run[0]) if at >= 0 else (1, 1)

    def _at(self, offset: int) -> int:
        count = len(self.runs) // RUN.size
        return bisect_right(range(count), offset, key=lambda i: RUN.unpack_from(self.runs, i * RUN.size)[0]) - 1

    def _run(self, at: int) -> tuple[int, int, int, int, int]:
        return RUN.unpack_from(self.runs, at * RUN.size) if at >= 0 else (0, -1, 0, 0, 0)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The bytes that `text[start:end]` was made of, from the first to behind the last, markup between included."""
        first, last = self.place(start), self.place(end - 1)
        return (first[0], last[1]) if first is not None and last is not None and first[0] < last[1] else None
