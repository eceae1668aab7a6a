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
from recon.source_map import SourceMap

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
    "dates_from": "told",
    "source_map": "bytes",
    "pages": "ints",
    "source": "str",
    "hash": "str",
}
"""Column name to plain type, as in `recon.tables`: the fields of a document, its file, and the hash of those fields.

`dates_from` is a list of `{date, found}`; `source_map` the runs of a `SourceMap`, null where there is none.
"""
ERRORS: Mapping[str, str] = {"source": "str", "doc": "str", "line": "int", "code": "str", "message": "str"}
SOURCES: Mapping[str, str] = {"source": "str", "stamp": "str"}
MAPPED = "source_map"
"""The column of `Document.source`: `source` is the file that a row was read from, in every table."""
OF_A_DOCUMENT = tuple(MAPPED if field.name == "source" else field.name for field in fields(Document))


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
    runs = document.source.runs if document.source is not None else b""
    told = json.dumps([str(cell(document, name)) for name in OF_A_DOCUMENT if name != MAPPED], ensure_ascii=False)
    return blake2b(told.encode("utf-8", "surrogatepass") + runs, digest_size=16).hexdigest()


def documents_frame(documents: Sequence[Document], sources: Sequence[str], hashes: Sequence[str]) -> pl.DataFrame:
    """Documents as a frame, each with the source that it was read from."""
    columns = {name: [cell(document, name) for document in documents] for name in OF_A_DOCUMENT}
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
        runs, told, pages = row.pop(MAPPED), row.pop("dates_from"), row.pop("pages")
        yield Document(
            **row,
            source=SourceMap(runs=runs) if runs is not None else None,
            dates_from=tuple((one["date"], one["found"]) for one in told),
            pages=tuple(pages),
        )


def cell(document: Document, name: str) -> Any:
    """A field of a document as a plain value."""
    if name == MAPPED:
        return document.source.runs if document.source is not None else None
    if name == "dates_from":
        return [{"date": date, "found": found} for date, found in document.dates_from]
    return list(document.pages) if name == "pages" else getattr(document, name)


def _frame(columns: Mapping[str, Sequence[Any]], kinds: Mapping[str, str]) -> pl.DataFrame:
    import polars as pl  # noqa: PLC0415  (a quarter of a second; see `recon.tables`)

    types: dict[str, Any] = {
        "str": pl.String,
        "int": pl.Int64,
        "date": pl.Date,
        "bytes": pl.Binary,
        "ints": pl.List(pl.Int64),
        "told": pl.List(pl.Struct({"date": pl.String, "found": pl.String})),
    }
    return pl.DataFrame({name: pl.Series(name, columns[name], dtype=types[kind]) for name, kind in kinds.items()})
