"""A dataset read back: lazily as tables, or as documents with their figures, a shard at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from recon.archive.held import table_of
from recon.archive.layout import path_of, shards
from recon.archive.manifest import read_manifest
from recon.archive.tables import Failure, documents_of
from recon.bulk import batches
from recon.model import Document, Figure
from recon.tables import FIGURES, figures_of

if TYPE_CHECKING:
    import polars as pl

BATCH_DOCUMENTS = 64
BATCH_CHARACTERS = 250_000


def scan(folder: Path, table: str) -> pl.LazyFrame:
    """One table of a dataset (`documents`, `figures`, `errors`), of which polars reads the columns that are asked for.

    What a killed run has left beside the shards that stand is not in it.
    """
    import polars as pl  # noqa: PLC0415  (a quarter of a second; see `recon.tables`)

    return pl.scan_parquet([path_of(folder, shard, table) for shard in shards(folder)])


def documents_with_figures(folder: Path) -> Iterator[tuple[tuple[Document, ...], tuple[Figure, ...]]]:
    """Documents in the order in which they were written, in batches as a run over articles has, with their figures."""
    if read_manifest(folder).form == "delta":
        yield from _of_delta(folder)
        return
    for shard in shards(folder):
        figures: defaultdict[str, list[Figure]] = defaultdict(list)
        for figure in figures_of(table_of(folder, shard, "figures").to_dict(as_series=False)):
            figures[figure.doc].append(figure)
        documents = documents_of(table_of(folder, shard, "documents"))
        for batch in batches(documents, characters=BATCH_CHARACTERS, most=BATCH_DOCUMENTS):
            yield batch, tuple(figure for document in batch for figure in figures[document.id])


def _of_delta(folder: Path) -> Iterator[tuple[tuple[Document, ...], tuple[Figure, ...]]]:
    from recon.archive.delta import rows_in_order  # noqa: PLC0415  (an extra)

    rows = rows_in_order(folder)
    if rows is None:
        return
    for piece in rows.filter(rows["body_start"].is_not_null()).iter_slices(BATCH_DOCUMENTS):
        found = [
            {**figure, "doc": doc} for doc, figures in piece.select("id", "figures").iter_rows() for figure in figures
        ]
        columns = {name: [figure[name] for figure in found] for name in FIGURES}
        yield tuple(documents_of(piece)), tuple(figures_of(columns))


def failures_in(folder: Path) -> Iterator[Failure]:
    """What could not be read or done when it was written."""
    if read_manifest(folder).form == "delta":
        from recon.archive.delta import Delta  # noqa: PLC0415  (an extra)

        for source in Delta(folder).held().failures.values():
            yield from sorted(source, key=lambda one: (one.line, one.message))
        return
    for shard in shards(folder):
        for row in table_of(folder, shard, "errors").iter_rows():
            yield Failure(*row)
