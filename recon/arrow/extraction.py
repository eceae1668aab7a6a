"""Arrow batches of documents to Arrow batches of figures.

It depends on the row alone: the same figures come of the same documents, however an engine cuts them into batches, and
a batch that is computed twice gives the same rows twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from recon.arrow.documents import documents_of
from recon.arrow.types import schema
from recon.bulk import BATCH_CHARACTERS, batches, extracted_batches
from recon.extraction import GrammarExtractor
from recon.host import LOG, Owned
from recon.model import Columns, Document, Extractor, Finding
from recon.running.configuration import config_of
from recon.running.run import start
from recon.running.telling import Quiet

if TYPE_CHECKING:
    import pyarrow as pa

Batch = TypeVar("Batch", "pa.Table", "pa.RecordBatch")


def figures(
    batch: Batch, *, everything: bool = False, extractor: str = "", config: Mapping[str, Any] | None = None
) -> Batch:
    """The figures of a batch of documents: a table for a table, a record batch for a record batch, of `schema()`.

    `id` and `text` are needed, the other columns of a dataset's documents are heeded, and any others are not. A null
    text is an empty one. What cannot be read, or is not in English, gives no figures; the logger "recon" tells of it.
    `config` is the table `[tool.recon]`; nothing is taken from the working directory. Raises `UsageError` for a column
    that is missing or no text.
    """
    import pyarrow as pa  # noqa: PLC0415  (as in `recon.arrow.types`)

    owned = _extractor(extractor, json.dumps(config or {}, sort_keys=True), everything=everything)
    made, findings = extracted_table(owned, documents_of(batch), everything=everything)
    for finding in findings:
        LOG.warning("%s", finding.message)
    if isinstance(batch, pa.Table):
        return made
    whole = made.combine_chunks().to_batches()
    return whole[0] if whole else pa.RecordBatch.from_pylist([], schema())


def extracted_table(
    extractor: Owned[Extractor], documents: Iterable[Document], *, everything: bool
) -> tuple[pa.Table, tuple[Finding, ...]]:
    """The figures of documents, and what went wrong in finding them."""
    import pyarrow as pa  # noqa: PLC0415

    given = _batches(documents)
    made = [*extracted_batches(extractor, given, quantities=not everything, table=record_batch)]
    findings = tuple(finding for one in made for finding in one.findings)
    return pa.Table.from_batches([one.table for one in made], schema()), findings


def ready(extractor: Owned[Extractor], *, everything: bool) -> Owned[Extractor]:
    """The extractor as it is to be used for one batch after another."""
    if isinstance(extractor.object, GrammarExtractor):
        return replace(extractor, object=replace(extractor.object, quantities=not everything))
    return extractor


def record_batch(columns: Columns) -> pa.RecordBatch:
    """Columns of figures as Arrow."""
    import pyarrow as pa  # noqa: PLC0415

    arrays = [pa.array(columns[field.name], field.type) for field in schema()]
    return pa.RecordBatch.from_arrays(arrays, schema=schema())


class Logged(Quiet):
    """Tells the logger what is wrong with plugins: whoever runs a cluster looks there."""

    def note(self, message: str) -> None:
        LOG.warning("%s", message)


@cache
def _extractor(name: str, config: str, *, everything: bool) -> Owned[Extractor]:
    """Made once a process: it is grammar to be compiled, and remembers what it has read."""
    run = start(config_of(json.loads(config)), Logged(), only={"unit", "extractor"})
    return ready(run.extractor(name), everything=everything)


def _batches(documents: Iterable[Document]) -> Iterator[tuple[Document, ...]]:
    """Batches in which no id stands twice: each row is a document of its own, and which others are near is chance."""
    for batch in batches(documents, characters=BATCH_CHARACTERS):
        if len({document.id for document in batch}) == len(batch):
            yield batch
        else:
            yield from ((document,) for document in batch)
