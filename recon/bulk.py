"""Documents → figures and nothing more, batch by batch: as dataclasses for the stages behind, or as plain columns.

Columns are for who only extracts. recon's own extractor is held to its columns by tests, so nothing between it and the
file looks at a figure again; what another extractor hands over is looked at, figure by figure, in either form.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from recon.host import DISTRIBUTION, Owned, attempt
from recon.model import NO_QUANTITY, Columns, Document, Extractor, Figure, Finding
from recon.soundness import figure_problems
from recon.tables import FIGURES, columns_of, figures_of, with_sources
from recon.workers import ordered_map

if TYPE_CHECKING:
    from recon.extraction import GrammarExtractor

T = TypeVar("T")

BATCH_CHARACTERS = 4_000_000
"""Characters of a batch of which only figures are wanted: the bulk engine is at its best with a few million."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Extracted(Generic[T]):
    """The figures of a batch as a table, by document, then part and start."""

    documents: tuple[Document, ...]
    table: T
    findings: tuple[Finding, ...]


def batches(
    documents: Iterable[Document], *, characters: int, most: int | None = None
) -> Iterator[tuple[Document, ...]]:
    """The documents in batches of so many characters, and at `most` so many documents."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if size >= characters or len(batch) == most:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


def extracted(
    extractor: Owned[Extractor],
    documents: Iterable[Document],
    jobs: int = 1,
    *,
    quantities: bool = False,
    table: Callable[[Columns], T],
) -> Iterator[Extracted[T]]:
    """The figures of one batch after another, or of them the `quantities`; the same at any number of `jobs`.

    `table` makes of the columns what is wanted, in the process that has read them: a frame is sent faster than columns.
    """
    sent = batches(documents, characters=BATCH_CHARACTERS)
    yield from extracted_batches(extractor, sent, jobs, quantities=quantities, table=table)


def extracted_batches(
    extractor: Owned[Extractor],
    given: Iterable[tuple[Document, ...]],
    jobs: int = 1,
    *,
    quantities: bool = False,
    table: Callable[[Columns], T],
) -> Iterator[Extracted[T]]:
    """The same of batches that somebody else has made."""
    own = _own(extractor)
    if quantities and own and not own.quantities:  # another object would compile its grammar anew
        extractor = replace(extractor, object=replace(own, quantities=True))
    waiting: deque[tuple[Document, ...]] = deque()

    def sent() -> Iterator[tuple[Document, ...]]:
        for batch in given:
            waiting.append(batch)
            yield batch

    work = partial(_table, extractor, quantities=quantities, table=table)
    for made, findings in ordered_map(work, sent(), jobs):
        yield Extracted(documents=waiting.popleft(), table=made, findings=findings)


def _table(
    extractor: Owned[Extractor],
    documents: tuple[Document, ...],
    *,
    quantities: bool,
    table: Callable[[Columns], T],
) -> tuple[T, tuple[Finding, ...]]:
    columns, findings = _columns(extractor, documents, quantities=quantities)
    return table(with_sources(columns, documents)), findings


def _own(extractor: Owned[Extractor]) -> GrammarExtractor | None:
    from recon.extraction import GrammarExtractor  # noqa: PLC0415  (as in `recon.builtin`)

    made = extractor.object
    return made if isinstance(made, GrammarExtractor) and extractor.owner.distribution == DISTRIBUTION else None


def _columns(
    extractor: Owned[Extractor], documents: tuple[Document, ...], *, quantities: bool
) -> tuple[Columns, tuple[Finding, ...]]:
    if not documents:
        return columns_of(()), ()
    if _own(extractor) is None:
        figures, failures = extract(extractor, documents)
        return columns_of(one for one in figures if not (quantities and one.kind in NO_QUANTITY)), failures
    doc = documents[0].id if len(documents) == 1 else ""
    with _uncollected():
        made, failures = attempt(extractor, _called(documents), lambda: [extractor.object.extract(documents)], doc=doc)
    if failures and len(documents) > 1:
        return _joined([_columns(extractor, (document,), quantities=quantities) for document in documents])
    return made[0] if made else columns_of(()), failures


def extract(
    extractor: Owned[Extractor], documents: Sequence[Document]
) -> tuple[tuple[Figure, ...], tuple[Finding, ...]]:
    """The figures of a batch. Where the extractor fails on it, the documents are tried one by one, to lose no other."""
    by_id = {document.id: document for document in documents}
    figures, failures = attempt(
        extractor,
        _called(documents),
        lambda: figures_of(extractor.object.extract(documents)),
        doc=documents[0].id if len(documents) == 1 else "",
        problems_of=lambda figure: figure_problems(figure, by_id),
    )
    if failures and len(documents) > 1:
        parts = [extract(extractor, (document,)) for document in documents]
        return tuple(f for part, _ in parts for f in part), tuple(f for _, part in parts for f in part)
    rank = {document.id: index for index, document in enumerate(documents)}
    ordered = sorted(figures, key=lambda f: (rank[f.doc], f.part == "body", f.start, f.end))
    return tuple({figure.id: figure for figure in ordered}.values()), failures


def _called(documents: Sequence[Document]) -> str:
    return documents[0].id if len(documents) == 1 else f"{len(documents)} documents"


def _joined(parts: Sequence[tuple[Columns, tuple[Finding, ...]]]) -> tuple[Columns, tuple[Finding, ...]]:
    joined = {name: [value for columns, _ in parts for value in columns[name]] for name in FIGURES}
    return joined, tuple(finding for _, found in parts for finding in found)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of reference cycles: extraction makes none, and it would walk all rows time and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
