"""The lines of a table's file as text, one after the other, never the whole file."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from recon.readers.files import LIMIT, UTF_16, decoded, not_utf16, too_long, unreadable

PIECE = 1 << 16


class Lines:
    """The lines of a file, with the number of the last; none is longer than a document may be.

    A line of wrong UTF-8 raises `ReadError`, and the next call goes on after it. UTF-16 is known by its first bytes.
    """

    def __init__(self, path: Path) -> None:
        self._path, self.number = path, 0
        try:
            self._file = path.open("rb")
            mark = self._file.read(2)
        except OSError as error:
            raise unreadable(path, error) from error
        encoding = next((name for known, name in UTF_16 if mark == known), "")
        self._wide = _wide(self._file, path, encoding) if encoding else None
        if not encoding:
            self._file.seek(0)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            line = self._narrow() if self._wide is None else next(self._wide, "")
        except OSError as error:
            raise unreadable(self._path, error) from error
        if not line:
            self._file.close()
            raise StopIteration
        self.number += self._wide is not None
        return line

    def _narrow(self) -> str:
        """The next line of UTF-8; "" for none."""
        data = b"" if self._file.closed else self._file.readline(LIMIT + 1)
        if not data:
            return ""
        self.number += 1
        if len(data) > LIMIT:
            self._skip_to_its_end(data)
            raise too_long(self._path, self.number)
        data = data.removeprefix(codecs.BOM_UTF8) if self.number == 1 else data
        return decoded(data, self._path, self.number, "the line")

    def _skip_to_its_end(self, data: bytes) -> None:
        while data and not data.endswith(b"\n"):
            data = self._file.readline(LIMIT + 1)


def _wide(file: BinaryIO, path: Path, encoding: str) -> Iterator[str]:
    """The lines of UTF-16 behind its byte-order mark."""
    decoder = codecs.getincrementaldecoder(encoding)()
    at, rest, piece = len(codecs.BOM_UTF16), "", b"..."
    while piece:
        piece = file.read(PIECE)
        kept, _ = decoder.getstate()
        try:
            rest += decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            raise not_utf16(path, at - len(kept) + error.start) from error
        at += len(piece)
        *whole, rest = rest.split("\n")
        yield from (f"{line}\n" for line in whole)
        if len(rest) > LIMIT:
            raise too_long(path)
    if rest:
        yield rest
