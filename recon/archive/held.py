"""What a dataset holds already, and how some of it is taken out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from recon.archive.layout import TABLES, Shard, commit, path_of, shards, withdraw
from recon.archive.manifest import Manifest
from recon.archive.tables import ERRORS, Failure
from recon.errors import ReadError
from recon.machinery import described

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Row:
    """Where a document stands: the number of its shard, the hash of what it was, and the file it was read from."""

    shard: int
    hash: str
    source: str


@dataclass(slots=True)
class Held:
    """The documents of a dataset by id, the stamps of the files that it was made of, and what went wrong with which."""

    documents: dict[str, Row] = field(default_factory=dict)
    stamps: dict[str, tuple[int, str]] = field(default_factory=dict)
    failures: dict[str, dict[Failure, int]] = field(default_factory=dict)
    figures: int = 0
    of_source: dict[str, list[str]] = field(default_factory=dict)

    def ids_of(self, source: str) -> set[str]:
        """The documents that were read from a file."""
        own = self.documents.get(source)
        alone = {source} if own is not None and own.source == source else set()
        return alone.union(self.of_source.get(source, ()))

    def unread(self, source: str) -> dict[Failure, int]:
        """What kept documents of a file from being read, not what kept their figures from being found."""
        return {one: shard for one, shard in self.failures.get(source, {}).items() if one.doc not in self.documents}


@dataclass(frozen=True, kw_only=True, slots=True)
class Dropped:
    """What goes, since its file says something else now: stamps of files, documents by id, and failures."""

    stamps: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    failures: frozenset[Failure] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.stamps or self.documents or self.failures)


class Place(Protocol):
    """Where shards lie."""

    def shards(self) -> list[Shard]:
        """Those that stand, in order; of one that was rewritten the newest."""

    def table(self, shard: Shard, name: str, columns: list[str] | None = None) -> pl.DataFrame:
        """One table of a shard, or some columns; ReadError where it is not as it was written."""

    def commit(self, shard: Shard, tables: Mapping[str, pl.DataFrame]) -> None:
        """Write the tables of a shard; it is there when this returns, or was never."""

    def withdraw(self, shard: Shard) -> None:
        """Take a shard out, at once, and then delete it."""


@dataclass(frozen=True, slots=True)
class Disk:
    """A folder of this machine."""

    folder: Path

    def shards(self) -> list[Shard]:
        return shards(self.folder)

    def table(self, shard: Shard, name: str, columns: list[str] | None = None) -> pl.DataFrame:
        return table_of(self.folder, shard, name, columns)

    def commit(self, shard: Shard, tables: Mapping[str, pl.DataFrame]) -> None:
        commit(self.folder, shard, tables)

    def withdraw(self, shard: Shard) -> None:
        withdraw(self.folder, shard)


def held_in(place: Place) -> Held:
    """What the shards of a dataset hold, without texts and figures."""
    held = Held()
    many: defaultdict[str, list[str]] = defaultdict(list)
    for shard in place.shards():
        number = shard.number
        for id_, source, hash_ in place.table(shard, "documents", ["id", "source", "hash"]).iter_rows():
            held.documents[id_] = Row(number, hash_, source)
            if id_ != source:
                many[source].append(id_)
        for source, stamp in place.table(shard, "sources").iter_rows():
            held.stamps[source] = number, stamp
        for values in place.table(shard, "errors", list(ERRORS)).iter_rows():
            held.failures.setdefault(values[0], {})[Failure(*values)] = number
        held.figures += place.table(shard, "figures", ["start"]).height
    held.of_source = dict(many)
    return held


def with_counts(manifest: Manifest, place: Place) -> Manifest:
    """The manifest of a run that has come to its end, with what there is now."""
    held = held_in(place)
    counts = {
        "documents": len(held.documents),
        "figures": held.figures,
        "errors": sum(map(len, held.failures.values())),
        "shards": len(place.shards()),
    }
    return replace(manifest, complete=True, counts=counts)


def drop(place: Place, held: Held, dropped: Dropped) -> None:
    """Rewrite the shards that hold some of it. Stamps go first: a file whose stamp stands is not read again."""
    at = {shard.number: shard for shard in place.shards()}
    for number in sorted({held.stamps[source][0] for source in dropped.stamps if source in held.stamps}):
        at[number] = _rewritten(place, at[number], dropped.stamps, frozenset(), frozenset())
    numbers = {held.documents[id_].shard for id_ in dropped.documents}
    numbers |= {held.failures[one.source][one] for one in dropped.failures}
    for number in sorted(numbers):
        _rewritten(place, at[number], frozenset(), dropped.documents, dropped.failures)


def _rewritten(
    place: Place, shard: Shard, stamps: Iterable[str], documents: Iterable[str], failures: Iterable[Failure]
) -> Shard:
    import polars as pl  # noqa: PLC0415  (a quarter of a second; see `recon.tables`)

    kept = {name: place.table(shard, name) for name in TABLES}
    gone = pl.Series(sorted(documents), dtype=pl.String).implode()
    kept["documents"] = kept["documents"].filter(~pl.col("id").is_in(gone))
    kept["figures"] = kept["figures"].filter(~pl.col("doc").is_in(gone))
    leaving = {(one.source, one.doc, one.line, one.code, one.message) for one in failures}
    stays = [row not in leaving for row in kept["errors"].select(list(ERRORS)).iter_rows()]
    kept["errors"] = kept["errors"].filter(pl.Series(stays, dtype=pl.Boolean)).filter(~pl.col("doc").is_in(gone))
    forgotten = pl.Series(sorted(stamps), dtype=pl.String).implode()
    kept["sources"] = kept["sources"].filter(~pl.col("source").is_in(forgotten))
    again = Shard(shard.number, shard.generation + 1)
    place.commit(again, kept)
    place.withdraw(shard)
    return again


def table_of(folder: Path, shard: Shard, table: str, columns: list[str] | None = None) -> pl.DataFrame:
    """One table of a shard, or some columns; ReadError where the file is not as it was written."""
    import polars as pl  # noqa: PLC0415

    path = path_of(folder, shard, table)
    try:
        return pl.read_parquet(path, columns=columns)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        problem = f"cannot be read: {described(error)}"
        raise ReadError(str(path), problem, "restore the file, or make the dataset anew with --fresh") from error


def tables_in(folder: Path, table: str, columns: list[str] | None = None) -> Iterator[pl.DataFrame]:
    """One table of every shard in turn."""
    for shard in shards(folder):
        yield table_of(folder, shard, table, columns)
