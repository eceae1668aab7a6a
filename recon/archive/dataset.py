"""A dataset read back: lazily as tables, or as documents with their figures, a shard at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from recon.archive.delta import Delta
from recon.archive.held import Disk, Place
from recon.archive.layout import Shard, path_of, shards
from recon.archive.manifest import Manifest, manifest_from, read_manifest
from recon.archive.tables import ERRORS, Failure, documents_of
from recon.bulk import batches
from recon.datasets import NAME, is_dataset
from recon.model import Document, Figure
from recon.readers.paths import is_uri
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Dataset:
    """A dataset that is there; `store` is where its shards lie, or the Delta table."""

    name: str
    manifest: Manifest
    store: Place | Delta

    def documents_with_figures(self) -> Iterator[tuple[tuple[Document, ...], tuple[Figure, ...]]]:
        """Documents in the order in which they were written, in batches as a run over articles has, with their figures.

        Of a table, whose transactions have no order that two runs share, they come by file and id.
        """
        if not isinstance(self.store, Delta):
            for shard in self.store.shards():
                yield from _of_shard(self.store, shard)
        elif (rows := self.store.in_order()) is not None:
            yield from _of_table(rows)

    def failures(self) -> Iterator[Failure]:
        """What could not be read or done when it was written."""
        if isinstance(self.store, Delta):
            for source in self.store.held().failures.values():
                yield from sorted(source, key=lambda one: (one.line, one.message))
            return
        for shard in self.store.shards():
            for row in self.store.table(shard, "errors", list(ERRORS)).iter_rows():
                yield Failure(*row)


def dataset_at(name: str) -> Dataset | None:
    """The dataset in a folder, or in one of object storage by its URI; None where there is none."""
    return _in_storage(name) if is_uri(name) else _on_disk(Path(name))


def _on_disk(folder: Path) -> Dataset | None:
    if not is_dataset(folder):
        return None
    manifest = read_manifest(folder)
    return Dataset(
        name=str(folder), manifest=manifest, store=Delta(folder) if manifest.form == "delta" else Disk(folder)
    )


def _in_storage(uri: str) -> Dataset | None:
    from recon.archive.bucket import Stored  # noqa: PLC0415  (for who keeps a dataset there)
    from recon.archive.lake import Lake  # noqa: PLC0415
    from recon.archive.objects import Objects  # noqa: PLC0415

    objects = Objects.at(uri)
    with objects.reading():
        data = objects.read(NAME)
    if data is None:
        return None
    manifest = manifest_from(data, f"{objects.uri}/{NAME}")
    return Dataset(
        name=objects.uri, manifest=manifest, store=Lake(uri) if manifest.form == "delta" else Stored(objects)
    )


def _of_shard(place: Place, shard: Shard) -> Iterator[tuple[tuple[Document, ...], tuple[Figure, ...]]]:
    figures: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures_of(place.table(shard, "figures").to_dict(as_series=False)):
        figures[figure.doc].append(figure)
    documents = documents_of(place.table(shard, "documents"))
    for batch in batches(documents, characters=BATCH_CHARACTERS, most=BATCH_DOCUMENTS):
        yield batch, tuple(figure for document in batch for figure in figures[document.id])


def _of_table(rows: pl.DataFrame) -> Iterator[tuple[tuple[Document, ...], tuple[Figure, ...]]]:
    for piece in rows.filter(rows["body_start"].is_not_null()).iter_slices(BATCH_DOCUMENTS):
        found = [
            {**figure, "doc": doc} for doc, figures in piece.select("id", "figures").iter_rows() for figure in figures
        ]
        columns = {name: [figure[name] for figure in found] for name in FIGURES}
        yield tuple(documents_of(piece)), tuple(figures_of(columns))
