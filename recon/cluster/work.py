"""What a worker does: it reads a bundle of sources, and extracts what it has read. Both are functions of Arrow tables
that depend on their input alone, so that a bundle whose worker died is done again by another, with the same result."""

from __future__ import annotations

import pickle
import platform
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from typing import TYPE_CHECKING, Any

from recon.arrow.documents import documents_of
from recon.arrow.extraction import extracted_table, ready
from recon.bulk import BATCH_CHARACTERS
from recon.cluster.blocks import Row, block_of, with_figures
from recon.cluster.fetching import at_hand
from recon.errors import ReadError, ReconError, UsageError
from recon.host import DISTRIBUTION, Owned, installed
from recon.intake import Aside, Item, told, whole
from recon.model import Document, Extractor, Reader
from recon.readers.paths import Source

if TYPE_CHECKING:
    import pyarrow as pa

DECIDING = (
    DISTRIBUTION, "charset-normalizer", "fastwarc", "htmldate", "py3langid", "pypdfium2", "quantulum3", "trafilatura",
)  # fmt: skip
"""The distributions on whose versions, or absence, it depends what is read."""
BUNDLE = "bundle"
"""The column of the bundles: pickled pairs of a source's number and the source."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What every worker is told: what it must have installed, the extractor and the readers, pickled, and an option."""

    versions: tuple[str, ...]
    plugins: tuple[str, ...]
    tools: bytes
    everything: bool


def order_of(extractor: Owned[Extractor], readers: Sequence[Owned[Reader]], *, everything: bool) -> Order:
    """The order for these; UsageError for a plugin that cannot be sent."""
    try:
        tools = pickle.dumps((ready(extractor, everything=everything), tuple(readers)))
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise UsageError(f"a plugin cannot be sent to a cluster ({error}); leave out --engine") from error
    objects: tuple[Owned[Any], ...] = (extractor, *readers)
    owners = {owned.owner for owned in objects if owned.owner.distribution != DISTRIBUTION}
    plugins = tuple(sorted(map(str, owners)))
    return Order(versions=versions(), plugins=plugins, tools=tools, everything=everything)


def versions() -> tuple[str, ...]:
    """The versions of what is `DECIDING`, "" for what is not there."""
    there = {name: [*metadata.distributions(name=name)] for name in DECIDING}
    return tuple(found[0].version if (found := there[name]) else "" for name in DECIDING)


def read(bundles: pa.Table, *, order: Order) -> Iterator[pa.Table]:
    """The items of the sources of some bundles, in order, as blocks of so many characters."""
    _, readers = _tools(order)
    rows: list[Row] = []
    characters = 0
    for bundle in bundles.column(BUNDLE).to_pylist():
        for number, source in pickle.loads(bundle):  # noqa: S301  (of the process that has started the run)
            for item in _items(source, readers):
                rows.append((number, item))
                characters += len(item.text) if isinstance(item, Document) else 0
                if characters >= BATCH_CHARACTERS:
                    yield block_of(rows)
                    rows, characters = [], 0
            rows.append((number, None))
    yield block_of(rows)


def extract(block: pa.Table, *, order: Order) -> pa.Table:
    """A block with the figures of its documents. Of documents with one id the first counts, as in every run."""
    import pyarrow as pa  # noqa: PLC0415  (as in `recon.arrow.types`)

    extractor, _ = _tools(order)
    seen: set[str] = set()
    first: list[bool] = []
    for id_ in block.column("id").to_pylist():
        first.append(id_ is not None and id_ not in seen)
        seen.add(id_)
    documents = documents_of(block.filter(pa.array(first, pa.bool_())))
    made, failures = extracted_table(extractor, documents, everything=order.everything)
    return with_figures(block, made, failures)


def _items(source: Source, readers: Mapping[str, Owned[Reader]]) -> Iterator[Item | Aside]:
    reader = readers[source.suffix]
    with ExitStack() as stack:
        try:
            here = stack.enter_context(at_hand(source))
        except ReadError as error:
            yield error
            return
        yield from told(here, reader, whole(here, reader))


@cache
def _tools(order: Order) -> tuple[Owned[Extractor], Mapping[str, Owned[Reader]]]:
    """The extractor and the readers by suffix, made once a process; ReconError where they are not as they should be."""
    where = f"the worker on {platform.node()}"
    for name, here, wanted in zip(DECIDING, versions(), order.versions, strict=True):
        if here != wanted:
            problem = f"{where} has {f'{name} {here}' if here else f'no {name}'}, and this machine {wanted or 'none'}"
            raise ReconError(f"{problem}; install the same on every machine")
    if missing := sorted({*order.plugins} - {*map(str, installed())}):
        raise ReconError(f"{where} has no {missing[0]}; install the same plugins on every machine")
    extractor, readers = pickle.loads(order.tools)  # noqa: S301  (of the process that has started the run)
    return extractor, {suffix: owned for owned in readers for suffix in owned.object.suffixes}
