"""The extractors that run against each other, each timed in CPU seconds after one warming article."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module, metadata

from benchmarks.articles import Article, Quantity
from recon import NO_QUANTITY, Columns, Document
from recon.engine import chosen_extractor, discover

Extract = Callable[[Sequence[Document]], list[list[Quantity]]]


@dataclass(frozen=True, slots=True)
class Contender:
    """An extractor by name and version; `extract` gives the quantities of each document."""

    name: str
    version: str
    extract: Extract


@dataclass(frozen=True, slots=True)
class Run:
    """What an extractor did: how many bytes of text it read in how many CPU seconds, and the quantities it found."""

    contender: Contender
    articles: Sequence[Article]
    seconds: float
    found: Sequence[Sequence[Quantity]]

    @property
    def size(self) -> int:
        """Bytes of text in UTF-8."""
        return sum(len(article.document.text.encode()) for article in self.articles)

    @property
    def kilobytes_per_second(self) -> float:
        return self.size / 1000 / self.seconds


def contenders() -> tuple[Contender, ...]:
    """recon's extractor and quantulum3."""
    return (
        Contender("recon", metadata.version("recon-figures") if _installed("recon-figures") else "source", _recon()),
        Contender("quantulum3", metadata.version("quantulum3"), _quantulum()),
    )


def run(contender: Contender, articles: Sequence[Article], warming: Article, budget: float | None = None) -> Run:
    """Read the articles, all at once, or one by one until the budget of CPU seconds is spent."""
    contender.extract([warming.document])
    found: list[list[Quantity]] = []
    seconds = 0.0
    for batch in _batches(articles, whole=budget is None):
        start = time.process_time()
        found += contender.extract([article.document for article in batch])
        seconds += time.process_time() - start
        if budget is not None and seconds >= budget:
            break
    return Run(contender, articles[: len(found)], seconds, found)


def _batches(articles: Sequence[Article], *, whole: bool) -> Iterator[Sequence[Article]]:
    if whole:
        yield articles
    else:
        yield from ([article] for article in articles)


def _recon() -> Extract:
    return partial(_recon_quantities, chosen_extractor(discover(), "").object.extract)


def _recon_quantities(
    extract: Callable[[Sequence[Document]], Columns], documents: Sequence[Document]
) -> list[list[Quantity]]:
    columns = extract(documents)
    by_id: dict[str, list[Quantity]] = {document.id: [] for document in documents}
    names = ("doc", "kind", "start", "end", "value", "low", "high")
    for doc, kind, start, end, value, low, high in zip(*(columns[name] for name in names), strict=True):
        if kind not in NO_QUANTITY:
            printed = next((number for number in (value, low, high) if number is not None), float("nan"))
            by_id[doc].append(Quantity(start, end, printed))
    return list(by_id.values())


def _quantulum() -> Extract:
    with warnings.catch_warnings():  # about its optional classifier
        warnings.simplefilter("ignore")
        parse = import_module("quantulum3.parser").parse

    def extract(documents: Sequence[Document]) -> list[list[Quantity]]:
        read = [parse(document.text) for document in documents]
        return [[Quantity(one.span[0], one.span[1], float(one.value)) for one in found] for found in read]

    return extract


def _installed(distribution: str) -> bool:
    try:
        metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return False
    return True
