"""A dataset of Parquet files in a folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from recon.archive.held import Disk, Dropped, Held, drop, held_in, with_counts
from recon.archive.layout import Shard, commit, emptied, shards, tidied
from recon.archive.lock import locked
from recon.archive.manifest import Manifest, agreed, strangers
from recon.datasets import NAME
from recon.errors import ReconError, UsageError

if TYPE_CHECKING:
    import polars as pl


@dataclass(slots=True)
class Folder:
    """Where shards go as folders of Parquet files; one run at a time writes."""

    path: Path
    form: str = "parquet"
    _last: int = -1

    @contextmanager
    def opened(self, manifest: Manifest, *, fresh: bool) -> Iterator[None]:
        """The folder for this run alone, without what a stopped run has left half done; `fresh` empties it.

        What the disk refuses meanwhile is a `ReconError` that says how to go on.
        """
        try:
            if self.path.is_dir() and not (self.path / NAME).exists():
                agreed(self.path, manifest)  # not even a lock is put into somebody else's folder
            self.path.mkdir(parents=True, exist_ok=True)
            with locked(self.path):
                self._begin(manifest, fresh=fresh)
                yield
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            remedy = "mend that and run the same command again: it goes on from what is whole"
            raise ReconError(f"{self.path}: cannot be written: {why}; {remedy}") from error

    def _begin(self, manifest: Manifest, *, fresh: bool) -> None:
        if fresh and (self.path / NAME).exists():
            if strange := strangers(self.path):
                raise UsageError(f"{self.path} holds other files too ({strange[0]}); move them, or name a new folder")
            emptied(self.path)
        else:
            agreed(self.path, manifest)
        tidied(self.path)
        manifest.write(self.path)
        self._last = max((shard.number for shard in shards(self.path)), default=-1)

    def held(self) -> Held:
        """What the dataset holds."""
        return held_in(Disk(self.path))

    def drop(self, held: Held, dropped: Dropped) -> None:
        """Take out what is replaced."""
        drop(Disk(self.path), held, dropped)

    def append(self, tables: Mapping[str, pl.DataFrame]) -> None:
        """One shard more."""
        commit(self.path, Shard(self._last + 1), tables)
        self._last += 1

    def finish(self, manifest: Manifest) -> Manifest:
        """Count what there is, and say in the manifest that the run came to its end."""
        done = with_counts(manifest, Disk(self.path))
        done.write(self.path)
        return done
