"""The rows of CSV and of Parquet, one after the other, never the whole file.

CSV is read by the standard library: a bad row is named by its line, and no frame is imported for it. Parquet is read by
polars, batch by batch, and of its columns only those that are wanted.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from recon.errors import ReadError
from recon.readers.files import LIMIT, name_of, unreadable
from recon.readers.lines import Lines

BATCH = 256
"""Rows of Parquet at a time: with articles of usual length a megabyte or two."""
WORDS = 120
"""Characters of what a library says of a file it cannot read."""
DELIMITERS = ",;\t|"
TELLS = re.compile(r"""(?i)"?sep=([,;\t|])"?\s*""")
"""A first line by which Excel is told the delimiter."""
QUOTED = re.compile(r'"[^"]*(?:"|$)')


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """The row's number from 1, the line it begins in where the file has lines, and its values by column."""

    number: int
    line: int | None = None
    values: Mapping[str, Any]


Choose = Callable[[Sequence[str]], Sequence[str]]
"""From the columns that there are to those that are wanted."""


def delimited(path: Path, delimiter: str, choose: Choose) -> Iterator[Row]:
    """The rows of a CSV file with a header; blank ones are none. A bad one raises `ReadError`, and the next is read.

    Without a `delimiter` it is the one that the header has most of: where numbers have commas, Excel writes semicolons.
    """
    return _Delimited(path, delimiter, choose)


def parquet(path: Path, choose: Choose) -> Iterator[Row]:
    """The rows of a Parquet file, with the wanted columns."""
    import polars as pl  # noqa: PLC0415 - a quarter of a second, for who has Parquet

    number = 0
    try:
        with path.open("rb"):
            pass  # what the system says of the file is plainer than what polars does
        frame = pl.scan_parquet(path, glob=False)
        wanted = frame.select(sorted(set(choose(frame.collect_schema().names()))))
        count = frame.select(pl.len()).collect().item()
        for batch in wanted.collect_batches(chunk_size=BATCH, maintain_order=True):
            for values in batch.iter_rows(named=True):
                number += 1
                yield Row(number=number, values=values)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        if isinstance(error, OSError) and error.errno:
            raise unreadable(path, error) from error
        said = " ".join(str(error).split())[:WORDS]
        raise ReadError(name_of(path), f"not Parquet ({said})", "see that the file is whole") from error
    if number < count:  # polars ends so at damage that it has not foreseen
        raise ReadError(name_of(path), f"damaged: {number:,} of {count:,} rows can be read", "fetch the file anew")


class _Delimited:
    """Not a generator, which would end at its first error."""

    def __init__(self, path: Path, delimiter: str, choose: Choose) -> None:
        self._path = path
        self._lines = Lines(path)
        first = next(self._lines, "")
        if (told := TELLS.fullmatch(first)) is not None:
            delimiter, first = told[1], next(self._lines, "")
        lines = chain([first] if first else [], self._lines)
        self._reader = csv.reader(lines, delimiter=delimiter or _delimiter(first), strict=True)
        self._number = 0
        self._header = self._following(self._lines.number)
        self._refuse_twice()
        choose(self._header)

    def __iter__(self) -> Iterator[Row]:
        return self

    def __next__(self) -> Row:
        row: list[str] = []
        while not row:
            line = self._lines.number + 1
            self._number += 1
            row = self._following(line)
            if line > self._lines.number:
                raise StopIteration
            self._number -= not row
        if len(row) != len(self._header):
            problem = f"{len(row)} cells where the header has {len(self._header)}"
            raise ReadError(name_of(self._path), problem, "put cells with a comma or a line break in quotes", line)
        return Row(number=self._number, line=line, values=dict(zip(self._header, row, strict=True)))

    def _refuse_twice(self) -> None:
        for place, column in enumerate(self._header):
            if column and column in self._header[:place]:
                problem = f"has the column {column!r} twice"
                raise ReadError(name_of(self._path), problem, "name each column once", self._lines.number)

    def _following(self, line: int) -> list[str]:
        """The next row, which begins in `line`; empty for a blank line, and at the end."""
        try:
            with _long_fields():
                return next(self._reader, [])
        except csv.Error as error:
            problem = f"not CSV ({error})"
            raise ReadError(name_of(self._path), problem, "mend the quotes", line) from error


def _delimiter(header: str) -> str:
    bare = QUOTED.sub("", header)
    return max(DELIMITERS, key=bare.count)


@contextmanager
def _long_fields() -> Iterator[None]:
    """The csv module takes no field over 128 KB unless told, and can be told for the whole process only."""
    before = csv.field_size_limit(LIMIT)
    try:
        yield
    finally:
        csv.field_size_limit(before)
