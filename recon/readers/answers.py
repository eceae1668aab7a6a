"""The pages of a web archive as they were sent, plain or gzipped record by record as CC-NEWS is.

The file is streamed: one record is held at a time. Damage costs the records it is in: reading goes on at the next place
from which a record can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO

from recon.errors import MissingExtraError, ReadError
from recon.readers.extras import imported
from recon.readers.files import LIMIT, name_of, unreadable
from recon.readers.html import INSTALL
from recon.readers.members import layout

HTML = frozenset({"text/html", "application/xhtml+xml"})
CHARSET = re.compile(r"""(?i)\bcharset\s{0,9}=\s{0,9}["']?([\w.:-]{2,40})""")
SAID = 80
"""Characters of what a library says of a record it cannot read."""
RESTARTS = 10_000
"""Places tried after damage: what looks like the beginning of a record is hardly ever none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What a server answered with, as it stands in the archive: a page, its body still packed.

    `at` is the byte at which its record begins; `fetched` is as written, `charset` as the server said.
    """

    path: str
    key: str
    at: int
    url: str
    fetched: str
    transfer_encoding: str
    content_encoding: str
    charset: str
    body: bytes


def answers(path: Path) -> Iterator[Answer]:
    """The pages of a web archive as they were sent; an iterator that goes on after an error."""
    archive = imported("fastwarc.warc", path, what="WARC", extra="warc")
    if find_spec("trafilatura") is None:
        raise MissingExtraError(name_of(path), "a web page needs an extra", INSTALL)
    try:
        file = path.open("rb")
    except OSError as error:
        raise unreadable(path, error) from error
    return _Answers(path, file, archive)


class _Answers:
    """Not a generator, which would end at its first error."""

    def __init__(self, path: Path, file: BinaryIO, archive: Any) -> None:
        self._path, self._file = path, file
        self._layout = layout(file, path.name.lower())
        self._warc = archive
        self._last = -1
        """Where the last record that could be read begins."""
        self._in_one_piece = False
        """Whether the records have no place of their own, since the whole file was compressed and not each of them."""
        self._over = False
        """Whether nothing behind the last damage can be read."""
        self._records: Iterator[Any] = self._from(0)

    def __iter__(self) -> Iterator[Answer]:
        return self

    def __next__(self) -> Answer:
        while (record := self._following()) is not None:
            if self._last == 0:  # the second record tells how the others stand
                self._in_one_piece = not self._layout.begins(record.stream_pos)
            self._last = record.stream_pos
            if (answer := self._answer(record)) is not None:
                return answer
        if self._last < 0 and not self._over and not self._file.closed:
            self._file.close()
            raise ReadError(name_of(self._path), "has no records", "fetch the file anew")
        self._file.close()
        raise StopIteration

    def _from(self, offset: int) -> Iterator[Any]:
        self._file.seek(offset)
        return iter(self._warc.ArchiveIterator(self._file, parse_http=False))

    def _following(self) -> Any:
        """The next record, None at the end; damage is told once, and passed over."""
        if self._file.closed:
            return None
        why = "is cut off"
        try:
            if (record := next(self._records, None)) is not None:
                return record
        except (OSError, ValueError) as error:
            why = f"cannot be read ({_said(error)})"
        else:
            if self._over or self._in_one_piece or not self._layout.is_more(self._end()):
                return None
        if self._in_one_piece:
            self._records = iter(())
            self._file.close()
            problem = f"compressed in one piece, and {why} somewhere"
            raise ReadError(name_of(self._path), problem, "fetch the file anew; the rest is left out")
        damaged = self._end()
        self._pass_over(damaged)
        if self._over and self._last < 0:
            raise ReadError(name_of(self._path), "not WARC", "see that the file is whole, and what its suffix says")
        raise self._bad(damaged, why)

    def _end(self) -> int:
        """Where the last record that could be read ends."""
        return self._layout.end_of_record(self._last) if self._last >= 0 else 0

    def _pass_over(self, damaged: int) -> None:
        """Go on at the first place behind the damage that a record can be read from."""
        for _, start in zip(range(RESTARTS), self._layout.starts_after(damaged), strict=False):
            try:
                next(self._from(start), None)
            except (OSError, ValueError):
                continue
            self._records = self._from(start)
            return
        self._over, self._records = True, iter(())

    def _answer(self, record: Any) -> Answer | None:
        """The page of a record, None where it holds none."""
        at = record.stream_pos
        if not (record.headers.get("Content-Length") or "").isdigit():
            self._pass_over(at)
            raise self._bad(at, "has no whole head")
        if record.record_type != self._warc.WarcRecordType.response or not record.is_http:
            return None
        record.parse_http()
        headers = record.http_headers
        if headers is None or not 200 <= (headers.status_code or 0) < 300:
            return None
        kind, charset = _media_type(headers.get("Content-Type") or "")
        if kind not in HTML:
            return None
        expected = record.content_length
        body = record.reader.read(LIMIT + 1)
        if len(body) < min(expected, LIMIT + 1):
            self._pass_over(at)
            raise self._bad(at, "is cut off")
        return Answer(
            path=name_of(self._path),
            key=f"record={_bare(record.record_id)}" if self._in_one_piece else f"offset={at}",
            at=at,
            url=(record.headers.get("WARC-Target-URI") or "").strip("<>"),
            fetched=record.headers.get("WARC-Date") or "",
            transfer_encoding=headers.get("Transfer-Encoding") or "",
            content_encoding=headers.get("Content-Encoding") or "",
            charset=charset,
            body=body,
        )

    def _bad(self, offset: int, problem: str) -> ReadError:
        return bad_record(name_of(self._path), offset, problem)


def bad_record(path: str, offset: int, problem: str) -> ReadError:
    """What is wrong with the record that begins at byte `offset`."""
    return ReadError(path, f"the record at byte {offset} {problem}", "fetch the file anew; it is skipped")


def _media_type(header: str) -> tuple[str, str]:
    """The media type in lower case and the charset that a Content-Type tells, "" for none."""
    kind, _, parameters = header.partition(";")
    charset = CHARSET.search(parameters)
    return kind.strip().lower(), charset[1] if charset is not None else ""


def _bare(record_id: str | None) -> str:
    return (record_id or "").strip("<>").removeprefix("urn:uuid:")


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:SAID].lower()
