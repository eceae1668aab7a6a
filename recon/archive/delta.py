"""A dataset as a Delta Lake table: a row for each document with its figures, so that one transaction holds a shard.

Delta has transactions of one table and not of several. Figures in a table of their own could stand there without their
document after a kill, and another writer could not tell them from those that a third is about to complete.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from recon.archive.held import Dropped, Held, Row
from recon.archive.lock import alone
from recon.archive.manifest import TABLE, Manifest, agreed, strangers
from recon.archive.tables import Failure
from recon.datasets import NAME
from recon.errors import ReadError, ReconError, UsageError
from recon.machinery import described

if TYPE_CHECKING:
    import polars as pl

FIELDS = ("line", "code", "message")


def deltalake() -> ModuleType:
    """The library; UsageError where it is not installed."""
    try:
        import deltalake as library  # noqa: PLC0415  (an extra)
    except ImportError:
        raise UsageError("a Delta table takes deltalake; pip install 'recon-figures[delta]'") from None
    return library


class Delta:
    """Where shards go as transactions. Any number of runs write at a time: each looks again before it appends."""

    form = "delta"

    def __init__(self, path: Path) -> None:
        self.path, self._library = path, deltalake()
        self._uri = str(path / TABLE)
        self._seen = -1
        self._there: pl.DataFrame | None = None

    @contextmanager
    def opened(self, manifest: Manifest, *, fresh: bool) -> Iterator[None]:
        """The folder as it is; `fresh` empties the table, in a transaction too."""
        try:
            if self.path.is_dir() and not (self.path / NAME).exists():
                agreed(self.path, manifest)  # not even a lock is put into somebody else's folder
            self.path.mkdir(parents=True, exist_ok=True)
            with alone(self.path):
                if fresh and (self.path / NAME).exists():
                    if strange := strangers(self.path):
                        problem = f"{self.path} holds other files too ({strange[0]})"
                        raise UsageError(f"{problem}; move them, or name a new folder")
                    if (table := self._table()) is not None:
                        table.delete()
                else:
                    agreed(self.path, manifest)
                manifest.write(self.path)
            yield
        except (OSError, self._library.exceptions.DeltaError) as error:
            remedy = "mend that and run the same command again: it goes on from what is there"
            raise ReconError(f"{self.path}: cannot be written: {described(error)}; {remedy}") from error

    def held(self) -> Held:
        """What the table holds. Stamps are not kept: every file is read again, and known records are passed over."""
        held = Held()
        rows = self._rows(["id", "source", "hash", "body_start", "errors"])
        for id_, source, hash_, body, errors in rows.iter_rows() if rows is not None else ():
            if body is not None:
                held.documents[id_] = Row(0, hash_, source)
                if id_ != source:
                    held.of_source.setdefault(source, []).append(id_)
            for one in errors or ():
                failure = Failure(source, id_ if body is not None else one["doc"], *(one[name] for name in FIELDS))
                held.failures.setdefault(source, {})[failure] = 0
        return held

    def drop(self, held: Held, dropped: Dropped) -> None:  # noqa: ARG002
        """Take out what is replaced, in one transaction."""
        ids = sorted({*dropped.documents, *map(_id, dropped.failures)})
        if ids and (table := self._table()) is not None:
            quoted = ", ".join("'" + id_.replace("'", "''") + "'" for id_ in ids)
            table.delete(f"id IN ({quoted})")

    def append(self, tables: Mapping[str, pl.DataFrame]) -> None:
        """A transaction more, without what another run has added meanwhile."""
        import polars as pl  # noqa: PLC0415  (a quarter of a second; see `recon.tables`)

        rows = nested(tables)
        with self._alone():
            table = self._table()
            if table is not None and table.version() != self._seen:
                self._there = self._rows(["id"])
            if self._there is not None:
                rows = rows.filter(~pl.col("id").is_in(self._there["id"].implode()))
            if rows.height:
                self._library.write_deltalake(self._uri, rows, mode="append")
            table = self._table()
            self._seen = -1 if table is None else table.version()

    def finish(self, manifest: Manifest) -> Manifest:
        """Count what there is, and say in the manifest that the run came to its end."""
        import polars as pl  # noqa: PLC0415

        with self._alone():
            rows = self._rows(["body_start", "figures", "errors"])
            counts = {"documents": 0, "figures": 0, "errors": 0}
            if rows is not None:
                counts = {
                    "documents": int(rows["body_start"].is_not_null().sum()),
                    "figures": int(rows.select(pl.col("figures").list.len().sum()).item()),
                    "errors": int(rows.select(pl.col("errors").list.len().sum()).item()),
                }
            done = replace(manifest, complete=True, counts=counts)
            self._write(done)
        return done

    def in_order(self) -> pl.DataFrame | None:
        """All documents with their figures, by file, then id; None where there are none."""
        rows = self._rows()
        return rows.sort("source", "id") if rows is not None else None

    def _alone(self) -> AbstractContextManager[None]:
        return alone(self.path)

    def _write(self, manifest: Manifest) -> None:
        manifest.write(self.path)

    def _table(self) -> Any:
        return self._library.DeltaTable(self._uri) if self._library.DeltaTable.is_deltatable(self._uri) else None

    def _rows(self, columns: list[str] | None = None) -> pl.DataFrame | None:
        import polars as pl  # noqa: PLC0415

        try:
            files = files_of(self._uri)
            return pl.read_parquet(files, columns=columns) if files else None
        except (
            pl.exceptions.PolarsError,
            pl.exceptions.PanicException,
            self._library.exceptions.DeltaError,
            OSError,
        ) as error:
            problem = f"cannot be read: {described(error)}"
            raise ReadError(self._uri, problem, "restore it, or extract into a new folder") from error


def files_of(path: str) -> list[str]:
    """The Parquet files of which a table consists now."""
    library = deltalake()
    return sorted(library.DeltaTable(path).file_uris()) if library.DeltaTable.is_deltatable(path) else []


def nested(tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The tables of a shard as one: documents with their figures and errors. What could not be read is a row, too."""
    import polars as pl  # noqa: PLC0415

    documents = tables["documents"]
    figures = tables["figures"].group_by("doc", maintain_order=True).agg(figures=pl.struct(pl.exclude("doc")))
    told = tables["errors"].with_columns(id=_row_id(documents))
    errors = told.group_by("id", maintain_order=True).agg(
        errors=pl.struct("doc", *FIELDS), source_=pl.col("source").first()
    )
    rows = documents.join(figures, left_on="id", right_on="doc", how="left", maintain_order="left")
    rows = rows.join(errors, on="id", how="full", coalesce=True, maintain_order="left_right")
    source = pl.coalesce("source", "source_").alias("source")
    return rows.with_columns(source, pl.col("figures").fill_null([]), pl.col("errors").fill_null([])).drop("source_")


def _row_id(documents: pl.DataFrame) -> Any:
    """The id of a row that has an error: of the document, else of what could not be read."""
    import polars as pl  # noqa: PLC0415

    unread = pl.format("{}:{}:{}:{}", "source", "line", "code", "message")
    return pl.when(pl.col("doc").is_in(documents["id"].implode())).then("doc").otherwise(unread)


def _id(failure: Failure) -> str:
    return f"{failure.source}:{failure.line}:{failure.code}:{failure.message}"
