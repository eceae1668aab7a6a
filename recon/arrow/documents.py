"""Arrow batches to documents: the columns that are heeded, and the rows that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from recon.archive.tables import DOCUMENTS, MAPPED
from recon.arrow.types import schema_of
from recon.errors import UsageError
from recon.host import LOG
from recon.language import foreign
from recon.model import Document
from recon.soundness import document_problems
from recon.source_map import SourceMap

if TYPE_CHECKING:
    import pyarrow as pa

ROWS = 1024
"""Rows that are Python objects at a time."""
FIELDS: Mapping[str, str] = {name: kind for name, kind in DOCUMENTS.items() if name not in ("source", "hash")}
"""The columns that are heeded, by plain type: those of a dataset's documents."""
NEEDED = ("id", "text")


def documents_of(batch: pa.Table | pa.RecordBatch) -> Iterator[Document]:
    """The documents in English of a batch. The logger "recon" is told of every row that is left out.

    A column beyond the needed ones is heeded where it has the type of a dataset's, or one that is no narrower.
    """
    if not batch.num_rows:  # an engine's empty batch may have no columns either
        return
    held = {name: batch.schema.field(name).type for name in FIELDS if name in batch.schema.names}
    names = [name for name, type_ in held.items() if _fits(type_, name)]
    for name in NEEDED:
        if name not in held:
            there = ", ".join(batch.schema.names[:8])
            raise UsageError(f"the documents have no column {name!r}, but {there}; rename the one that it is")
        if name not in names:
            raise UsageError(f"the column {name!r} of the documents is of {held[name]}, and no text; cast it")
    for first in range(0, batch.num_rows, ROWS):
        piece = batch.slice(first, ROWS)
        for values in zip(*(_values(piece, name) for name in names), strict=True):
            row = dict(zip(names, values, strict=True))
            if problem := _problem(row):
                LOG.warning("%s: %s; it is left out", row["id"], problem)
            else:
                document = Document(**fields_of(row))
                if language := foreign(document):
                    LOG.info("%s: is in %s, and is set aside", document.id, language)
                elif problem := next(document_problems(document), ""):
                    LOG.warning("%s: %s; it is left out", document.id, problem)
                else:
                    yield document


def _fits(held: pa.DataType, name: str) -> bool:
    """Whether a column of that type can be the field of that name."""
    from pyarrow import types  # noqa: PLC0415

    if types.is_dictionary(held):
        held = held.value_type
    fitting: Mapping[str, tuple[Callable[[pa.DataType], bool], ...]] = {
        "str": (types.is_string, types.is_large_string, types.is_string_view),
        "int": (types.is_integer,),
        "date": (types.is_date, types.is_timestamp),
        "bytes": (types.is_binary, types.is_large_binary),
    }
    also = (types.is_integer,) if name == "id" else ()
    kind = FIELDS[name]
    same = fitting.get(kind, (schema_of(FIELDS).field(name).type.equals,))
    return any(fits(held) for fits in (types.is_null, *same, *also))


def _values(piece: pa.Table | pa.RecordBatch, name: str) -> Sequence[Any]:
    """A column as Python values; a text that is no UTF-8, which Arrow does not look at, as its error."""
    column = piece.column(name)
    try:
        return column.to_pylist()  # type: ignore[no-any-return]
    except UnicodeDecodeError:
        return [_value(scalar) for scalar in column]


def _value(scalar: pa.Scalar) -> Any:
    try:
        return scalar.as_py()
    except UnicodeDecodeError as error:
        return error


def _problem(row: Mapping[str, Any]) -> str:
    """What keeps a row from being a document."""
    if row["id"] is None:
        return "a row has no id"
    for name, value in row.items():
        if isinstance(value, UnicodeDecodeError):
            return f"its {name} is not UTF-8 (byte 0x{value.object[value.start]:02x})"
    return ""


def fields_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a document from its columns as Arrow gives them."""
    told = {name: value for name, value in row.items() if value is not None}
    runs = told.pop(MAPPED, None)
    title = told.get("title", "")
    # A record's title stands apart, as in JSON lines; a dataset's documents say where theirs stands.
    told["title_start"] = row.get("title_start", 0 if title else None)
    for name in ("published", "modified", "fetched"):
        if hasattr(told.get(name), "hour"):
            told[name] = told[name].date()
    if "dates_from" in told:
        told["dates_from"] = tuple((one["date"], one["found"]) for one in told["dates_from"])
    told["pages"] = tuple(told.get("pages", ()))
    source = SourceMap(runs=runs) if runs is not None else None
    return {**told, "id": str(told["id"]), "text": told.get("text", ""), "source": source}
