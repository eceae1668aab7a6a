"""What a worker has read and extracted, as Arrow: a row for each item of each source, and one that ends the source."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from recon.archive.tables import cell
from recon.arrow.documents import FIELDS, fields_of
from recon.arrow.types import schema_of
from recon.intake import Aside, Item
from recon.model import Document, Finding
from recon.tables import EXTRACTED, typed

if TYPE_CHECKING:
    import polars as pl
    import pyarrow as pa

Row = tuple[int, Item | Aside | None]
"""The number of a source and an item of it; None behind its last."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of a frame of figures."""

    frame: pl.DataFrame
    first: int
    number: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadDocument(Document):
    """A document that comes with its figures, and with what went wrong in finding them."""

    rows: Rows
    failures: tuple[Finding, ...]


def block_of(rows: Sequence[Row]) -> pa.Table:
    """Rows as a table: of a document its fields, of any other item its pickle in `told`."""
    import pyarrow as pa  # noqa: PLC0415  (as in `recon.arrow.types`)

    documents = [item if isinstance(item, Document) else None for _, item in rows]
    columns: dict[str, list[Any]] = {
        "number": [number for number, _ in rows],
        "told": [None if item is None or isinstance(item, Document) else pickle.dumps(item) for _, item in rows],
        **{name: [None if one is None else cell(one, name) for one in documents] for name in FIELDS},
    }
    return pa.table(columns, schema_of({"number": "int", "told": "bytes", **FIELDS}))


def with_figures(block: pa.Table, made: pa.Table, failures: Iterable[Finding]) -> pa.Table:
    """A block with the figures of each document in its row, in order, and what went wrong."""
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.compute as pc  # noqa: PLC0415

    failed: dict[str, list[Finding]] = {}
    for finding in failures:
        failed.setdefault(finding.doc, []).append(finding)
    ids = block.column("id").to_pylist()
    counted = pc.value_counts(made.column("doc"))
    counts = dict(zip(counted.field("values").to_pylist(), counted.field("counts").to_pylist(), strict=True))
    offsets = [0]
    for id_ in ids:
        offsets.append(offsets[-1] + counts.pop(id_, 0))
    whole = made.combine_chunks().to_struct_array().combine_chunks()
    nested = pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), whole)
    told = [pickle.dumps(tuple(failed[id_])) if id_ in failed else None for id_ in ids]
    return block.append_column("figures", nested).append_column("failures", pa.array(told, pa.binary()))


def rows_of(block: pa.Table) -> Iterator[Row]:
    """The rows of a block that has figures; its documents are `ReadDocument`s."""
    import polars as pl  # noqa: PLC0415  (a quarter of a second; see `recon.tables`)
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.compute as pc  # noqa: PLC0415

    nested = block.column("figures").combine_chunks()
    frame = pl.DataFrame(pl.from_arrow(pa.Table.from_struct_array(nested.flatten())))
    counts = pc.list_value_length(nested).to_pylist()
    columns = {name: block.column(name).to_pylist() for name in block.column_names if name != "figures"}
    first = 0
    for at, (number, told, id_) in enumerate(zip(columns["number"], columns["told"], columns["id"], strict=True)):
        if told is not None:
            yield number, pickle.loads(told)  # noqa: S301  (of our own worker)
        elif id_ is None:
            yield number, None
        else:
            failures = columns["failures"][at]
            row = {name: columns[name][at] for name in FIELDS}
            yield (
                number,
                ReadDocument(
                    **fields_of(row),
                    rows=Rows(frame, first, counts[at]),
                    failures=pickle.loads(failures) if failures is not None else (),  # noqa: S301
                ),
            )
            first += counts[at]


def joined(given: Iterable[Rows]) -> pl.DataFrame:
    """Rows in one frame, in order; neighbours of one frame are taken at once."""
    import polars as pl  # noqa: PLC0415

    parts: list[pl.DataFrame] = []
    for _, group in groupby(given, key=lambda rows: id(rows.frame)):
        run: list[Rows] = list(group)
        start = 0
        for at in range(1, len(run) + 1):
            if at == len(run) or run[at].first != run[at - 1].first + run[at - 1].number:
                length = run[at - 1].first + run[at - 1].number - run[start].first
                parts.append(run[start].frame.slice(run[start].first, length))
                start = at
    nothing = typed({name: [] for name in EXTRACTED}, EXTRACTED)
    return pl.concat([nothing, *parts], rechunk=True)
