"""How a dataset lies on the disk: a folder for each shard, whose appearance under its name is the commit.

A shard is written in a folder with a hidden name beside those that count, synchronised, and renamed: rename(2) of a
folder is atomic, so documents, figures and errors of a shard appear together or not at all, to whoever lists the files
as to recon. A shard that is rewritten gets the next generation, `part-000002.1`; of several the newest stands.
"""

from __future__ import annotations

import io
import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

TABLES = ("documents", "figures", "errors", "sources")
PART = re.compile(r"part-(\d{6,12})(?:\.(\d{1,9}))?")
HIDDEN = ".recon-"
"""What the name of everything begins with that is no part of the dataset."""


@dataclass(frozen=True, order=True, slots=True)
class Shard:
    """A shard by its place, and how often it was rewritten."""

    number: int
    generation: int = 0

    @property
    def name(self) -> str:
        """The name of its folder."""
        return f"part-{self.number:06}" + (f".{self.generation}" if self.generation else "")


def shards(folder: Path) -> list[Shard]:
    """The shards that stand, in order; of one that was rewritten the newest."""
    return list({shard.number: shard for shard in _every(folder)}.values())


def path_of(folder: Path, shard: Shard, table: str) -> Path:
    """The file of one table of a shard."""
    return folder / shard.name / f"{table}.parquet"


def commit(folder: Path, shard: Shard, tables: Mapping[str, pl.DataFrame]) -> None:
    """Write the tables of a shard; it is there when this returns, or was never."""
    building = folder / f"{HIDDEN}{shard.name}"
    if building.exists():
        shutil.rmtree(building)
    building.mkdir()
    try:
        for name in TABLES:
            with (building / f"{name}.parquet").open("wb") as file:
                buffer = io.BytesIO()  # what the disk refuses shall be an OSError, and not an error of Parquet
                tables[name].write_parquet(buffer)
                file.write(buffer.getvalue())
                file.flush()
                os.fsync(file.fileno())
        synchronised(building)
        building.rename(folder / shard.name)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    synchronised(folder)


def withdraw(folder: Path, shard: Shard) -> None:
    """Take a shard out, at once, and then delete it."""
    hidden = folder / f"{HIDDEN}{shard.name}-old"
    if hidden.exists():
        shutil.rmtree(hidden)
    (folder / shard.name).rename(hidden)
    shutil.rmtree(hidden)


def tidied(folder: Path) -> None:
    """Delete what a run that was stopped has left: shards half written, or rewritten since."""
    for left in folder.glob(f"{HIDDEN}part-*"):
        shutil.rmtree(left)
    standing = set(shards(folder))
    for shard in _every(folder):
        if shard not in standing:
            withdraw(folder, shard)


def emptied(folder: Path) -> None:
    """Take all shards out, the newest generations last, so that no older one comes to stand again."""
    for shard in _every(folder):
        withdraw(folder, shard)


def replaced(path: Path, data: bytes) -> None:
    """A file whole under its name, or as it was."""
    building = path.with_name(f"{HIDDEN}{path.name}")
    with building.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    building.replace(path)
    synchronised(path.parent)


def synchronised(folder: Path) -> None:
    """The names in a folder, on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _every(folder: Path) -> list[Shard]:
    named = (PART.fullmatch(path.name) for path in folder.iterdir())
    return sorted(Shard(int(match[1]), int(match[2] or 0)) for match in named if match)
