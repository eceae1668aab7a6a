"""The rows of CSV and of Parquet, one after the other, never the whole file.

CSV is read by the standard library: a bad row is named by its line, and no frame is imported for it. Parquet is read by
polars, batch by batch, and of its columns only those that are wanted.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recon.errors import ReadError
from recon.readers.files import LIMIT, decoded, name_of, too_long, unreadable

BATCH = 256
"""Rows of Parquet at a time: with articles of usual length a megabyte or two."""
WORDS = 120
"""Characters of what a library says of a file it cannot read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """The row's number from 1, the line it begins in where the file has lines, and its values by column."""

    number: int
    line: int | None = None
    values: Mapping[str, Any]


Choose = Callable[[Sequence[str]], Sequence[str]]
"""From the columns that there are to those that are wanted."""


def delimited(path: Path, delimiter: str, choose: Choose) -> Iterator[Row]:
    """The rows of a CSV file with a header; blank ones are none. A bad one raises `ReadError`, and the next is read."""
    return _Delimited(path, delimiter, choose)


def parquet(path: Path, choose: Choose) -> Iterator[Row]:
    """The rows of a Parquet file, with the wanted columns."""
    import polars as pl  # noqa: PLC0415 - a quarter of a second, for who has Parquet

    try:
        with path.open("rb"):
            pass  # what the system says of the file is plainer than what polars does
        frame = pl.scan_parquet(path, glob=False)
        wanted = frame.select(sorted(set(choose(frame.collect_schema().names()))))
        number = 0
        for batch in wanted.collect_batches(chunk_size=BATCH, maintain_order=True):
            for values in batch.iter_rows(named=True):
                number += 1
                yield Row(number=number, values=values)
    except (pl.exceptions.PolarsError, OSError) as error:
        if isinstance(error, OSError) and error.errno:
            raise unreadable(path, error) from error
        said = " ".join(str(error).split())[:WORDS]
        raise ReadError(name_of(path), f"not Parquet ({said})", "see that the file is whole") from error


class _Delimited:
    """Not a generator, which would end at its first error."""

    def __init__(self, path: Path, delimiter: str, choose: Choose) -> None:
        self._path = path
        self._lines = _Lines(path)
        self._reader = csv.reader(self._lines, delimiter=delimiter, strict=True)
        self._number = 0
        self._header = self._following()
        choose(self._header)

    def __iter__(self) -> Iterator[Row]:
        return self

    def __next__(self) -> Row:
        row: list[str] = []
        while not row:
            line = self._lines.number + 1
            self._number += 1
            row = self._following()
            if line > self._lines.number:
                raise StopIteration
            self._number -= not row
        if len(row) != len(self._header):
            problem = f"{len(row)} cells where the header has {len(self._header)}"
            raise ReadError(name_of(self._path), problem, "put cells with a comma or a line break in quotes", line)
        return Row(number=self._number, line=line, values=dict(zip(self._header, row, strict=True)))

    def _following(self) -> list[str]:
        """The next row; empty for a blank line, and at the end."""
        line = self._lines.number + 1
        try:
            with _long_fields():
                return next(self._reader, [])
        except csv.Error as error:
            problem = f"not CSV ({error})"
            raise ReadError(name_of(self._path), problem, "mend the quotes", line) from error


class _Lines:
    """The lines of a file as text, with the number of the last; none is longer than a document may be."""

    def __init__(self, path: Path) -> None:
        self._path, self.number = path, 0
        try:
            self._file = path.open("rb")
        except OSError as error:
            raise unreadable(path, error) from error

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            data = self._file.readline(LIMIT + 1)
        except OSError as error:
            raise unreadable(self._path, error) from error
        if not data:
            self._file.close()
            raise StopIteration
        self.number += 1
        if len(data) > LIMIT:
            self._skip_to_its_end(data)
            raise too_long(self._path, self.number)
        data = data.removeprefix(b"\xef\xbb\xbf") if self.number == 1 else data
        return decoded(data, self._path, self.number, "the line")

    def _skip_to_its_end(self, data: bytes) -> None:
        while data and not data.endswith(b"\n"):
            data = self._file.readline(LIMIT + 1)


@contextmanager
def _long_fields() -> Iterator[None]:
    """The csv module takes no field over 128 KB unless told, and can be told for the whole process only."""
    before = csv.field_size_limit(LIMIT)
    try:
        yield
    finally:
        csv.field_size_limit(before)
