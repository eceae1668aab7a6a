"""Documents and figures into a dataset, shard by shard: what is there already is left alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from recon.archive.held import Dropped, Held
from recon.archive.manifest import Manifest
from recon.archive.reading import File, Piece, Reading, pieces
from recon.archive.tables import documents_frame, failure_of, failures_frame, sources_frame
from recon.bulk import BATCH_CHARACTERS, Extracted, extracted_batches
from recon.errors import ReadError
from recon.host import Owned
from recon.intake import Item, read_sources
from recon.model import Document, Extractor, Finding, Reader
from recon.readers.paths import Source
from recon.tables import frame

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """What has been done when a shard is there: so much of it, the failures of its extraction, and how many
    `bytes` of all input are behind it, `skipped` of them since nothing had changed."""

    documents: int
    figures: int
    failures: tuple[Finding, ...]
    bytes: int
    skipped: int


class Store(Protocol):
    """Where shards go: a folder of Parquet files, or Delta tables."""

    form: str

    def opened(self, manifest: Manifest, *, fresh: bool) -> AbstractContextManager[None]: ...

    def held(self) -> Held: ...

    def drop(self, held: Held, dropped: Dropped) -> None: ...

    def append(self, tables: Mapping[str, pl.DataFrame]) -> None: ...

    def finish(self, manifest: Manifest) -> Manifest: ...


class Engine(Reading, Protocol):
    """Who reads and extracts. In which order, and what goes into which shard, is not its affair."""

    def extract(self, given: Iterable[tuple[Document, ...]]) -> Iterator[Extracted[pl.DataFrame]]:
        """The figures of one batch after another of what was read."""


@dataclass(frozen=True, slots=True)
class Job:
    """How documents are read and extracted: by the processes of this machine, where there is no other `engine`."""

    extractor: Owned[Extractor]
    readers: Sequence[Owned[Reader]]
    jobs: int = 1
    everything: bool = False
    characters: int = BATCH_CHARACTERS
    """Characters of the documents of a shard."""
    engine: Engine | None = None


@dataclass(frozen=True, slots=True)
class Local:
    """The engine of this machine."""

    job: Job

    def read(
        self, sources: Iterable[Source], seen: dict[str, str]
    ) -> Iterator[tuple[Source | ReadError, Iterator[Item]]]:
        return read_sources(sources, self.job.readers, seen, self.job.jobs)

    def read_one(self, source: Source, seen: dict[str, str]) -> Iterator[Item]:
        return next(read_sources([source], self.job.readers, seen))[1]

    def extract(self, given: Iterable[tuple[Document, ...]]) -> Iterator[Extracted[pl.DataFrame]]:
        job, table = self.job, partial(frame, table="extracted")
        return extracted_batches(job.extractor, given, job.jobs, quantities=not job.everything, table=table)


def written(
    store: Store, job: Job, found: Sequence[File | ReadError], held: Held, tell: Callable[[Item], None]
) -> Iterator[Step]:
    """Add to a store, which is open, what of the files it does not hold as they are now; a step for each shard."""
    waiting: deque[Piece] = deque()
    engine = job.engine or Local(job)

    def sent() -> Iterator[tuple[Document, ...]]:
        for piece in pieces(found, engine, held, tell, job.characters):
            waiting.append(piece)
            yield piece.documents

    forgotten: set[str] = set()
    for batch in engine.extract(sent()):
        piece = waiting.popleft()
        dropped = replace(piece.dropped, stamps=piece.dropped.stamps - forgotten)
        forgotten |= dropped.stamps
        if dropped:
            store.drop(held, dropped)
        if piece.documents or piece.failures or piece.stamps:
            store.append(_tables(piece, batch))
        yield Step(
            documents=len(piece.documents),
            figures=batch.table.height,
            failures=batch.findings,
            bytes=piece.bytes,
            skipped=piece.skipped,
        )


def _tables(piece: Piece, batch: Extracted[pl.DataFrame]) -> Mapping[str, pl.DataFrame]:
    source_of = {document.id: source for document, source in zip(piece.documents, piece.sources, strict=True)}
    failed = [failure_of(one, source_of.get(one.doc, one.doc)) for one in batch.findings]
    return {
        "documents": documents_frame(piece.documents, piece.sources, piece.hashes),
        "figures": batch.table,
        "errors": failures_frame([*piece.failures, *failed]),
        "sources": sources_frame(piece.stamps),
    }
