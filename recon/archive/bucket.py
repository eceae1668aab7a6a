"""A dataset of Parquet objects in object storage.

An object appears whole, and nothing can be renamed: so the objects of a shard are written one after the other, and that
of its sources, the last, is the commit. A shard without it is none, and is deleted by the next run. There is no lock
either: see to it that one run writes at a time.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recon.archive.held import Dropped, Held, drop, held_in, with_counts
from recon.archive.layout import PART, TABLES, Shard
from recon.archive.manifest import Manifest, agreed_with, strange_among
from recon.archive.objects import Objects
from recon.datasets import NAME
from recon.errors import ReadError, UsageError
from recon.machinery import described

if TYPE_CHECKING:
    import polars as pl

COMMIT = TABLES[-1]


@dataclass(frozen=True, slots=True)
class Stored:
    """Shards in object storage."""

    objects: Objects

    def shards(self) -> list[Shard]:
        with self.objects.reading():
            names = self.objects.names()
        return list({shard.number: shard for shard in _shards(names, whole=True)}.values())

    def table(self, shard: Shard, name: str, columns: list[str] | None = None) -> pl.DataFrame:
        import polars as pl  # noqa: PLC0415  (a quarter of a second; see `recon.tables`)

        where = f"{shard.name}/{name}.parquet"
        try:
            return pl.read_parquet(io.BytesIO(self.objects.read(where) or b""), columns=columns)
        except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
            problem = f"cannot be read: {described(error)}"
            remedy = "restore it, or make the dataset anew with --fresh"
            raise ReadError(f"{self.objects.uri}/{where}", problem, remedy) from error

    def commit(self, shard: Shard, tables: Mapping[str, pl.DataFrame]) -> None:
        for name in TABLES:
            buffer = io.BytesIO()
            tables[name].write_parquet(buffer)
            self.objects.write(f"{shard.name}/{name}.parquet", buffer.getvalue())

    def withdraw(self, shard: Shard) -> None:
        own = [name for name in self.objects.names() if name.startswith(f"{shard.name}/")]
        for name in sorted(own, key=lambda name: name != f"{shard.name}/{COMMIT}.parquet"):
            self.objects.delete(name)


class Bucket:
    """Where shards go as objects."""

    form = "parquet"

    def __init__(self, uri: str) -> None:
        self._objects = Objects.at(uri)
        self._place = Stored(self._objects)
        self._last = -1

    @contextmanager
    def opened(self, manifest: Manifest, *, fresh: bool) -> Iterator[None]:
        """The objects without what a stopped run has left half done; `fresh` takes out all that are ours."""
        with self._objects.writing():
            names = self._objects.names()
            begin(self._objects, names, manifest, fresh=fresh)
            standing = set() if fresh else set(self._place.shards())
            for shard in _shards(names, whole=False):  # the newest last, so that no older one comes to stand again
                if shard not in standing:
                    self._place.withdraw(shard)
            self._objects.write(NAME, manifest.data)
            self._last = max((shard.number for shard in standing), default=-1)
            yield

    def held(self) -> Held:
        """What the dataset holds."""
        return held_in(self._place)

    def drop(self, held: Held, dropped: Dropped) -> None:
        """Take out what is replaced."""
        drop(self._place, held, dropped)

    def append(self, tables: Mapping[str, pl.DataFrame]) -> None:
        """One shard more."""
        self._place.commit(Shard(self._last + 1), tables)
        self._last += 1

    def finish(self, manifest: Manifest) -> Manifest:
        """Count what there is, and say in the manifest that the run came to its end."""
        done = with_counts(manifest, self._place)
        self._objects.write(NAME, done.data)
        return done


def begin(objects: Objects, names: list[str], manifest: Manifest, *, fresh: bool) -> None:
    """UsageError where a dataset of that manifest cannot be written to a folder in which these names stand."""
    top = sorted({name.partition("/")[0] for name in names})
    if not (fresh and NAME in top):
        agreed_with(top, objects.read(NAME), manifest, objects.uri, there=NAME in top)
    elif strange := strange_among(top):
        raise UsageError(f"{objects.uri} holds other files too ({strange[0]}); move them, or name a new folder")


def _shards(names: list[str], *, whole: bool) -> list[Shard]:
    """The shards of which there are objects, or that object which commits them, in order."""
    there = {name.partition("/")[0] for name in names if not whole or name.endswith(f"/{COMMIT}.parquet")}
    matches = (PART.fullmatch(name) for name in there)
    return sorted(Shard(int(match[1]), int(match[2] or 0)) for match in matches if match)
