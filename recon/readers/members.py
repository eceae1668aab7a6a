"""Where the records of a WARC file begin and end, for who has lost the thread: by its gzip members, or by its lines."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

PIECE = 1 << 18
MEMBER = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")
"""The head of a gzip member: magic, deflate, flags (RFC 1952)."""
RECORD = re.compile(rb"WARC/[01]\.[0-9]{1,2}\r?\n")
LENGTH = re.compile(rb"\ncontent-length:[ \t]{0,9}([0-9]{1,18})", re.IGNORECASE)
OVERLAP = 16


@dataclass(frozen=True)
class Layout:
    """How the records of a file are laid out: each a gzip member, or plain one after the other."""

    file: BinaryIO
    gzipped: bool

    def starts_after(self, offset: int) -> Iterator[int]:
        """The places behind `offset` at which a record seems to begin."""
        pattern = MEMBER if self.gzipped else RECORD
        at, data = offset + 1, b""
        while True:
            self.file.seek(at + len(data))
            piece = self.file.read(PIECE)
            data += piece
            searched = len(data) if len(piece) < PIECE else len(data) - OVERLAP
            yield from (at + match.start() for match in pattern.finditer(data) if match.start() < searched)
            if len(piece) < PIECE:
                return
            at, data = at + searched, data[searched:]

    def begins(self, offset: int) -> bool:
        """Whether a record begins there."""
        here = self.file.tell()
        self.file.seek(offset)
        head = self.file.read(OVERLAP)
        self.file.seek(here)
        return (MEMBER if self.gzipped else RECORD).match(head) is not None

    def is_more(self, offset: int) -> bool:
        """Whether anything but blanks stands there."""
        self.file.seek(offset)
        return bool(self.file.read(OVERLAP).strip(b"\r\n\0 "))

    def end_of_record(self, start: int) -> int:
        """Where the record that begins at `start` ends; `start` for one of which that cannot be told."""
        self.file.seek(start)
        return self._end_of_member(start) if self.gzipped else self._end_of_plain(start)

    def _end_of_member(self, start: int) -> int:
        inflate, at = zlib.decompressobj(31), start
        try:
            while not inflate.eof and (piece := self.file.read(PIECE)):
                at += len(piece)
                while piece and not inflate.eof:
                    inflate.decompress(piece, PIECE)
                    piece = inflate.unconsumed_tail
        except zlib.error:
            return start
        return at - len(inflate.unused_data)

    def _end_of_plain(self, start: int) -> int:
        head, blank, _ = self.file.read(PIECE).partition(b"\r\n\r\n")
        length = LENGTH.search(head)
        return start + len(head) + len(blank) + int(length[1]) + len(b"\r\n\r\n") if length else start


def layout(file: BinaryIO, name: str) -> Layout:
    """The layout of a file, by its first bytes, and where these are damaged by its name."""
    file.seek(0)
    head = file.read(OVERLAP)
    return Layout(file, MEMBER.match(head) is not None or (not head.startswith(b"WARC/") and name.endswith(".gz")))
