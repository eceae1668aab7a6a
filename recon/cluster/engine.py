"""The engine of a cluster, as `recon.archive` asks for one."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any

from recon.archive.reading import file_of
from recon.archive.writing import Job
from recon.bulk import Extracted
from recon.cluster import work
from recon.cluster.blocks import ReadDocument, joined, rows_of
from recon.cluster.fetching import sendable
from recon.cluster.session import Session
from recon.errors import ReadError
from recon.intake import Item, once
from recon.model import Document
from recon.readers.paths import Source

if TYPE_CHECKING:
    import polars as pl
    import pyarrow as pa

LEAST, MOST = 64_000, 32_000_000
"""Bytes of the files of a bundle: so many that sending it costs little, so few that it is soon done again."""
FILES = 500
"""Files of a bundle at most."""
SHARE = 16
"""Bundles for each processor of the cluster, where there is enough to do."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """What `blocks` gives of sources, in their order, taken in."""

    blocks: Callable[[Sequence[Source]], Iterator[pa.Table]]

    def read(
        self, sources: Iterable[Source], seen: dict[str, str]
    ) -> Iterator[tuple[Source | ReadError, Iterator[Item]]]:
        """Each source with its items, in order, its documents with their figures."""
        listed = list(sources)
        if not listed:
            return
        rows = chain.from_iterable(map(rows_of, self.blocks(listed)))
        for number, group in groupby(rows, key=lambda row: row[0]):
            items = (item for _, item in group if item is not None)
            yield listed[number], once(listed[number], items, seen)

    def read_one(self, source: Source, seen: dict[str, str]) -> Iterator[Item]:
        """One, by the cluster too: it may lie where this machine does not read."""
        return next(self.read([source], seen))[1]

    def extract(self, given: Iterable[tuple[Document, ...]]) -> Iterator[Extracted[pl.DataFrame]]:
        """The figures with which the documents have come."""
        for batch in given:
            came = [document for document in batch if isinstance(document, ReadDocument)]
            findings = tuple(finding for document in came for finding in document.failures)
            yield Extracted(documents=batch, table=joined(document.rows for document in came), findings=findings)


def cluster(session: Session, job: Job) -> Cluster:
    """The engine for a job."""
    order = work.order_of(job.extractor, job.readers, everything=job.everything)
    return Cluster(partial(_by_ray, session, order))


def _by_ray(session: Session, order: work.Order, listed: Sequence[Source]) -> Iterator[pa.Table]:
    items = [{work.BUNDLE: pickle.dumps(bundle)} for bundle in bundles(listed, session.processors)]
    how: dict[str, Any] = {"batch_format": "pyarrow", "batch_size": None, "fn_kwargs": {"order": order}}
    given = session.data.from_items(items, override_num_blocks=len(items))
    return session.batches(given.map_batches(work.read, **how).map_batches(work.extract, **how))


def bundles(listed: Sequence[Source], processors: int) -> Iterator[list[tuple[int, Source]]]:
    """The sources, numbered, in bundles that `processors` can share."""
    sizes = [file_of(source).size for source in listed]
    wanted = min(max(sum(sizes) // (SHARE * processors), LEAST), MOST)
    bundle: list[tuple[int, Source]] = []
    held = 0
    for number, (source, size) in enumerate(zip(listed, sizes, strict=True)):
        bundle.append((number, sendable(source)))
        held += size
        if held >= wanted or len(bundle) == FILES:
            yield bundle
            bundle, held = [], 0
    if bundle:
        yield bundle
