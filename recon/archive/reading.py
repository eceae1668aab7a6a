"""Files to pieces of work: what is new or changed, in batches that are the same in every run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Protocol

from recon.archive.held import Dropped, Held
from recon.archive.tables import Failure, failure_of, hash_of
from recon.errors import ReadError
from recon.intake import Item
from recon.machinery import FOREIGN, SET_ASIDE
from recon.model import Document, Finding
from recon.readers.paths import Source

MOST_DOCUMENTS = 20_000
"""Documents of a shard, where they are so short that fewer do not fill it: each takes memory beside its text."""


class Reading(Protocol):
    """Who reads: each source with its items, in order. `seen` tells the source of every id so far, and is added to."""

    def read(
        self, sources: Iterable[Source], seen: dict[str, str]
    ) -> Iterator[tuple[Source | ReadError, Iterator[Item]]]:
        """Many, of which the items of one are taken before the next is asked for."""

    def read_one(self, source: Source, seen: dict[str, str]) -> Iterator[Item]:
        """One, while many are read."""


@dataclass(frozen=True, slots=True)
class File:
    """A source with its size and the stamp that stays the same while nothing about it changes."""

    source: Source
    size: int
    stamp: str

    @property
    def is_there(self) -> bool:
        """Whether there is such a file."""
        return self.source.remote is not None or self.source.path.exists()


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """What goes into a dataset at once: documents, each with its file and hash; failures; files that are done; and what
    of the dataset goes first, since it is replaced. `bytes` of the input are done with it, `skipped` of
    them since nothing had changed."""

    documents: tuple[Document, ...]
    sources: tuple[str, ...]
    hashes: tuple[str, ...]
    failures: tuple[Failure, ...]
    stamps: tuple[tuple[str, str], ...]
    dropped: Dropped
    bytes: int
    skipped: int


def file_of(source: Source) -> File:
    """The source as it lies on the disk; one that is gone has no size, and is read, which tells what is wrong."""
    size, time = source.remote or (0, 0)
    if source.remote is None:
        with suppress(OSError):
            told = os.stat(source.path)  # noqa: PTH116  (a million of them)
            size, time = told.st_size, told.st_mtime_ns
    fields = sorted((name, str(value)) for name, value in source.fields.items())
    about = blake2b(repr(fields).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest() if fields else ""
    return File(source, size, f"{size}-{time}-{about}")


@dataclass(slots=True)
class _Next:
    """A piece as it fills."""

    documents: list[Document] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    hashes: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    stamps: list[tuple[str, str]] = field(default_factory=list)
    forgotten: set[str] = field(default_factory=set)
    replaced: set[str] = field(default_factory=set)
    mended: set[Failure] = field(default_factory=set)
    characters: int = 0

    def __bool__(self) -> bool:
        return bool(self.documents or self.failures or self.stamps or self.forgotten or self.replaced or self.mended)

    def piece(self, done: int, skipped: int) -> Piece:
        return Piece(
            documents=tuple(self.documents),
            sources=tuple(self.sources),
            hashes=tuple(self.hashes),
            failures=tuple(self.failures),
            stamps=tuple(self.stamps),
            dropped=Dropped(
                stamps=frozenset(self.forgotten),
                documents=frozenset(self.replaced),
                failures=frozenset(self.mended),
            ),
            bytes=done,
            skipped=skipped,
        )


def pieces(
    found: Sequence[File | ReadError],
    reading: Reading,
    held: Held,
    tell: Callable[[Item], None],
    characters: int,
) -> Iterator[Piece]:
    """What of the files is not held as it is now. `tell` is called with every failure.

    A piece ends behind the document that fills it, so that a run that goes on from there makes the pieces that a run
    without a stop would have made.
    """
    seen: dict[str, str] = {}
    taken: set[str] = set()
    told: set[Failure] = set()
    visited: set[str] = set()
    filling, done, skipped = _Next(), 0, 0
    new = (one.source for one in found if isinstance(one, File) and not _stands(one, held))
    read_ahead = reading.read(new, seen)
    for one in found:
        if isinstance(one, ReadError):
            tell(one)
            told.add(failure_of(one, one.path))
            _failed(failure_of(one, one.path), held, filling)
            continue
        name = one.source.name
        visited.add(name)
        stands = _stands(one, held)
        if stands and name not in taken:
            seen.update(dict.fromkeys(held.ids_of(name), name))
            done += one.size
            skipped += one.size
            continue
        left, unread = held.ids_of(name), set(held.unread(name))
        sound, so_far = True, 0
        for item in reading.read_one(one.source, seen) if stands else next(read_ahead)[1]:
            if not isinstance(item, Document):
                tell(item)
                sound = sound and is_aside(item)
                failure = failure_of(item, name)
                unread.discard(failure)
                _failed(failure, held, filling)
                continue
            left.discard(item.id)
            so_far += len(item.text)
            taken.add(_read(item, name, held, filling))
            if filling.characters >= characters or len(filling.documents) >= MOST_DOCUMENTS:
                yield filling.piece(done + min(so_far, one.size), skipped)
                filling = _Next()
        if sound and left:  # what the file no longer says; one that cannot be read may say it still
            filling.forgotten.add(name)
            filling.replaced |= left
        filling.mended |= unread - told
        if sound:
            filling.stamps.append((name, one.stamp))
        done += one.size
    filling.mended |= _mended(held, visited) - told
    if filling:
        yield filling.piece(done, skipped)


def _stands(file: File, held: Held) -> bool:
    """Whether it was read to its end, and is what it was."""
    return held.stamps.get(file.source.name, (0, ""))[1] == file.stamp


def is_aside(item: Item) -> bool:
    """Whether it is no fault, and would be found again: a text of another language, a page without an article."""
    return isinstance(item, Finding) and item.code in (FOREIGN.code, SET_ASIDE.code)


def _failed(failure: Failure, held: Held, filling: _Next) -> None:
    if failure not in held.failures.get(failure.source, ()):
        filling.failures.append(failure)


def _mended(held: Held, visited: set[str]) -> set[Failure]:
    """What was wrong with files that are none to read (a `documents.csv`, what is gone) beside those that were read."""
    folders = {os.path.dirname(name) for name in visited}  # noqa: PTH120  (names, not paths)
    others = (name for name in held.failures if name not in visited and os.path.dirname(name) in folders)  # noqa: PTH120
    return {failure for name in others for failure in held.unread(name)}


def _read(document: Document, source: str, held: Held, filling: _Next) -> str:
    """Take in a document, unless it is held as it is; gives the file that it was held of."""
    row, now = held.documents.get(document.id), hash_of(document)
    if row is not None and row.hash == now:
        return source
    if row is not None:
        filling.replaced.add(document.id)
        filling.forgotten |= {row.source, source}
    filling.documents.append(document)
    filling.sources.append(source)
    filling.hashes.append(now)
    filling.characters += len(document.text)
    return row.source if row is not None else source
