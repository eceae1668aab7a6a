"""CSV, TSV and Parquet: one document to a row, its columns named in the configuration or known by their names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from recon.errors import ReadError, SetAsideError
from recon.model import Document
from recon.readers.columns import NAMES, mapped
from recon.readers.fields import DATES, FieldError, document_fields
from recon.readers.files import LIMIT, name_of, too_long

if TYPE_CHECKING:
    from recon.readers.rows import Row

SUFFIXES = (".csv", ".tsv", ".parquet")
KEPT = frozenset(NAMES) - {"text", "id"}


@dataclass(frozen=True)
class TableReader:
    """Rows of a table. The options are the columns that hold each field, "" for the one of a common name.

    A table in a folder may be anything, our own output included, so it is read where it is named.
    """

    name: str = "table"
    suffixes: tuple[str, ...] = field(default=SUFFIXES, init=False)
    named_only: tuple[str, ...] = field(default=SUFFIXES, init=False)
    text: str = ""
    id: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    modified: str = ""
    fetched: str = ""
    url: str = ""
    language: str = ""

    def read(self, path: Path) -> Iterator[Document]:
        return _Table(path, {name: getattr(self, name) for name in NAMES})


class _Table:
    """One table: its columns by field, and the ids that were met. Not a generator, which ends at its first error."""

    def __init__(self, path: Path, told: Mapping[str, str]) -> None:
        self._path, self._told = path, told
        self._columns: dict[str, str] = {}
        self._seen: dict[str, int] = {}
        self._nothing = True
        """Whether nothing was met yet, a bad row included."""
        self._empty: list[int] = []
        """The first of the rows without a text, and how many there are."""
        self._rows: Iterator[Row] = self._opened()

    def __iter__(self) -> Iterator[Document]:
        return self

    def __next__(self) -> Document:
        self._nothing, nothing = False, self._nothing
        for row in self._rows:
            if (document := self._of_row(row)) is not None:
                return document
        empty, self._empty = self._empty, []
        if nothing and not empty:
            raise ReadError(name_of(self._path), "has no rows", "see that it is the file you mean")
        if empty:
            first, number = empty
            told = "1 row has" if number == 1 else f"{number:,} rows have"
            problem = f"{told} no text in {self._columns['text']} (row {first} is the first), set aside"
            raise SetAsideError(name_of(self._path), problem, "fill it in, or drop them")
        raise StopIteration

    def _opened(self) -> Iterator[Row]:
        from recon.readers.rows import delimited, parquet  # noqa: PLC0415 - for who has a table

        suffix = self._path.suffix.lower()
        if suffix == ".parquet":
            return parquet(self._path, self._choose)
        return delimited(self._path, "\t" if suffix == ".tsv" else "", self._choose)

    def _of_row(self, row: Row) -> Document | None:
        try:
            return self._document(row)
        except FieldError as error:
            where = "" if row.line is not None else f"row {row.number}: "
            raise ReadError(name_of(self._path), f"{where}{error.problem}", error.remedy, row.line) from error

    def _choose(self, columns: Sequence[str]) -> Sequence[str]:
        try:
            self._columns = mapped(columns, self._told)
        except FieldError as error:
            raise ReadError(name_of(self._path), error.problem, error.remedy) from error
        return list(self._columns.values())

    def _document(self, row: Row) -> Document | None:
        given = {field: _plain(row.values[column], column, field) for field, column in self._columns.items()}
        text, key = given["text"], given.get("id", "")
        if not text.strip():
            first, number = self._empty or (row.number, 0)
            self._empty = [first, number + 1]
            return None
        if len(text) > LIMIT:
            raise too_long(self._path, row.line)
        if key and (first := self._seen.setdefault(key, row.number)) != row.number:
            problem = f"{self._columns['id']} {key!r} stands in row {first} already"
            raise FieldError("id", problem, "give each row an id of its own")
        fields = self._fields({field: value for field, value in given.items() if field in KEPT})
        fields["dates_from"] = tuple((field, f"column {self._columns[field]}") for field in DATES if field in fields)
        name = key or f"{name_of(self._path)}#row={row.number}"  # as RFC 7111 names a row of a table
        return Document(id=name, text=text, title_start=0 if fields.get("title") else None, **fields)

    def _fields(self, given: Mapping[str, str]) -> dict[str, Any]:
        try:
            return document_fields(given, "table")
        except FieldError as error:
            told = error.problem.removeprefix(error.key)
            raise FieldError(error.key, f"{self._columns[error.key]}{told}", error.remedy) from None


def _plain(value: Any, column: str, field: str) -> str:
    """A cell as text: a date in ISO 8601, a number as an id."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value if field == "text" else value.strip()
    if isinstance(value, dt.date) and field in DATES:
        return value.isoformat()
    if type(value) is int and field == "id":
        return str(value)
    wanted = "a date" if field in DATES else "text"
    kind = type(value).__name__
    problem = f"{column} is {'an' if kind[0] in 'aeiou' else 'a'} {kind}, not {wanted}"
    raise FieldError(field, problem, "name another column, or convert it")
