"""The tables of a dataset beside the figures: their columns, and the way from dataclasses to frames and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from recon.errors import ReadError
from recon.machinery import unreadable
from recon.model import Document, Finding

if TYPE_CHECKING:
    import polars as pl

DOCUMENTS: Mapping[str, str] = {
    "id": "str",
    "text": "str",
    "body_start": "int",
    "title": "str",
    "title_start": "int",
    "publisher": "str",
    "published": "date",
    "modified": "date",
    "fetched": "date",
    "url": "str",
    "language": "str",
    "source": "str",
    "hash": "str",
}
"""Column name to plain type, as in `recon.tables`: the fields of a document, its file, and the hash of those fields."""
ERRORS: Mapping[str, str] = {"source": "str", "doc": "str", "line": "int", "code": "str", "message": "str"}
SOURCES: Mapping[str, str] = {"source": "str", "stamp": "str"}
OF_A_DOCUMENT = tuple(field.name for field in fields(Document))


@dataclass(frozen=True, slots=True)
class Failure:
    """A row of the errors: what could not be read or done, of which file and which document."""

    source: str
    doc: str
    line: int
    code: str
    message: str


def failure_of(found: ReadError | Finding, source: str) -> Failure:
    """What went wrong with a source, as a row."""
    told = unreadable(found) if isinstance(found, ReadError) else found
    return Failure(source, told.doc or source, told.line, told.code, told.message)


def hash_of(document: Document) -> str:
    """The same for documents that are alike in every field, id included."""
    told = json.dumps([str(getattr(document, name)) for name in OF_A_DOCUMENT], ensure_ascii=False)
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def documents_frame(documents: Sequence[Document], sources: Sequence[str], hashes: Sequence[str]) -> pl.DataFrame:
    """Documents as a frame, each with the source that it was read from."""
    columns = {name: [getattr(document, name) for document in documents] for name in OF_A_DOCUMENT}
    return _frame({**columns, "source": sources, "hash": hashes}, DOCUMENTS)


def failures_frame(failures: Iterable[Failure]) -> pl.DataFrame:
    """Failures as a frame."""
    rows = list(failures)
    return _frame({name: [getattr(row, name) for row in rows] for name in ERRORS}, ERRORS)


def sources_frame(stamps: Iterable[tuple[str, str]]) -> pl.DataFrame:
    """What was read to its end without an error, as it was then."""
    rows = list(stamps)
    return _frame({"source": [one for one, _ in rows], "stamp": [stamp for _, stamp in rows]}, SOURCES)


def documents_of(table: pl.DataFrame) -> Iterator[Document]:
    """The documents of a frame, in its order."""
    for row in table.select(OF_A_DOCUMENT).iter_rows(named=True):
        yield Document(**row)


def _frame(columns: Mapping[str, Sequence[Any]], kinds: Mapping[str, str]) -> pl.DataFrame:
    import polars as pl  # noqa: PLC0415  (a quarter of a second; see `recon.tables`)

    types = {"str": pl.String, "int": pl.Int64, "date": pl.Date}
    return pl.DataFrame({name: pl.Series(name, columns[name], dtype=types[kind]) for name, kind in kinds.items()})
