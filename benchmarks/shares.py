"""Where the time of an archive goes, in a process of its own; a line of JSON on stdout.

    python -m benchmarks.shares split DATASET PATH…    CPU seconds by stage of `recon extract PATH… --output DATASET/`
    python -m benchmarks.shares alone PATH…            the pages of HTML files or WARCs to the cleaner, and nothing else
    python -m benchmarks.shares driver DATASET PATH…   CPU seconds of the process that hands out the work of `--jobs 2`
    python -m benchmarks.shares holds DATASET          what was written

`alone` is what a run over pages is held against: files are read and unpacked, and trafilatura is called for what recon
asks of it; no date is looked for, no figure, and nothing is kept.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.cleaner import trafilatura
from recon.archive.dataset import scan
from recon.archive.folder import Folder
from recon.archive.held import Dropped, Held
from recon.archive.layout import shards
from recon.archive.manifest import Manifest, made_with
from recon.archive.reading import file_of
from recon.archive.writing import Job, written
from recon.bulk import extracted_batches
from recon.engine import chosen_extractor, discover
from recon.errors import ReadError
from recon.extraction import GrammarExtractor
from recon.host import Owned
from recon.intake import Item, found, read_sources
from recon.model import Columns, Document, Extractor
from recon.readers.paths import find_sources
from recon.tables import frame
from recon.units import Extension

WARMING = "The council paid £2.5 million for 300 boats, 12% more than in 2003, and at least 40 miles of rope."
STAGES = ("reading", "cleaning", "extracting", "writing", "the rest")
SUFFIXES = (".txt", ".jsonl", ".csv", ".parquet", ".rss", ".docx", ".pdf", ".html", ".warc.gz")


@dataclass(slots=True)
class Clock:
    """CPU seconds of this process by stage; a stage within another is not counted to that one."""

    spent: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))
    _within: list[str] = field(default_factory=lambda: ["the rest"])
    _since: float = field(default_factory=time.process_time)

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        """Until it is left, what is spent is the stage's."""
        self._turn()
        self._within.append(stage)
        try:
            yield
        finally:
            self._turn()
            self._within.pop()

    def _turn(self) -> None:
        now = time.process_time()
        self.spent[self._within[-1]] += now - self._since
        self._since = now

    def reset(self) -> None:
        """From here on."""
        self.spent, self._since = dict.fromkeys(STAGES, 0.0), time.process_time()

    def stop(self) -> dict[str, float]:
        """Up to here."""
        self._turn()
        return dict(self.spent)


class Reading:
    """A reader whose every step is timed."""

    def __init__(self, reader: Any, clock: Clock) -> None:
        self._reader, self._clock = reader, clock
        self.name, self.suffixes = reader.name, reader.suffixes
        self.named_only = getattr(reader, "named_only", ())

    def read(self, path: Path) -> Iterator[Document]:
        with self._clock.of("reading"):
            given = iter(self._reader.read(path))
        while True:
            with self._clock.of("reading"):
                one = next(given, None)
            if one is None:
                return
            yield one


@dataclass(slots=True)
class Writing:
    """A store of which all that touches the disk is timed."""

    store: Folder
    clock: Clock
    form: str = "parquet"

    def opened(self, manifest: Manifest, *, fresh: bool) -> AbstractContextManager[None]:
        return self.store.opened(manifest, fresh=fresh)

    def held(self) -> Held:
        with self.clock.of("writing"):
            return self.store.held()

    def drop(self, held: Held, dropped: Dropped) -> None:
        with self.clock.of("writing"):
            self.store.drop(held, dropped)

    def append(self, tables: Mapping[str, Any]) -> None:
        with self.clock.of("writing"):
            self.store.append(tables)

    def finish(self, manifest: Manifest) -> Manifest:
        with self.clock.of("writing"):
            return self.store.finish(manifest)


def split(dataset: str, *paths: str) -> Mapping[str, float]:
    """CPU seconds by stage; what a first document takes to import is loaded before."""
    host, clock = discover(), Clock()

    class Extracting(GrammarExtractor):
        def extract(self, documents: Sequence[Document]) -> Columns:
            with clock.of("extracting"):
                return super().extract(documents)

    owned = chosen_extractor(host, "")
    extractor = replace(owned, object=Extracting())
    readers = [replace(one, object=Reading(one.object, clock)) for one in host.readers]
    store = Writing(Folder(Path(dataset)), clock)
    manifest = Manifest(made_with=made_with(host, owned, Extension(), {}, everything=False))
    _import(paths, extractor)
    with _cleaning(clock), found(list(paths), readers) as sources:
        clock.reset()
        files = [one if isinstance(one, ReadError) else file_of(one) for one in sources]
        with store.opened(manifest, fresh=True):
            for _ in written(store, Job(extractor, readers), files, store.held(), _refuse):
                pass
            store.finish(manifest)
        spent = clock.stop()
    return {**spent, "whole": sum(spent.values())}


def driver(dataset: str, *paths: str) -> Mapping[str, float]:
    """What the process that hands out the work and writes spends itself: it limits how many others it can feed."""
    host = discover()
    owned = chosen_extractor(host, "")
    store = Folder(Path(dataset))
    manifest = Manifest(made_with=made_with(host, owned, Extension(), {}, everything=False))
    import_module("polars")
    with found(list(paths), host.readers) as sources:
        begun = time.process_time()
        files = [one if isinstance(one, ReadError) else file_of(one) for one in sources]
        with store.opened(manifest, fresh=True):
            for _ in written(store, Job(owned, host.readers, jobs=2), files, store.held(), _refuse):
                pass
            store.finish(manifest)
    return {"driver": time.process_time() - begun}


def alone(*paths: str) -> Mapping[str, float]:
    """The pages to the cleaner, with what recon asks of it: how many, and in how many of them it found something."""
    from recon.readers.html.encoding import decoded  # noqa: PLC0415

    clean = trafilatura()
    pages = articles = 0
    for data in _pages(map(Path, paths)):
        pages += 1
        articles += clean(decoded(data).text) is not None
    return {"pages": pages, "articles": articles}


def holds(dataset: str) -> Mapping[str, float]:
    """Documents, their text and figures, and the bytes of all files."""
    import polars as pl  # noqa: PLC0415

    folder = Path(dataset)
    told = scan(folder, "documents").select(documents=pl.len(), text=pl.col("text").str.len_bytes().sum()).collect()
    figures = scan(folder, "figures").select(pl.len()).collect().item()
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return {**told.row(0, named=True), "figures": figures, "size": size, "shards": len(shards(folder))}


def _pages(paths: Iterable[Path]) -> Iterator[bytes]:
    """Of a folder of web pages each file; of a WARC what servers answered."""
    for path in paths:
        if path.is_dir():
            yield from (file.read_bytes() for file in sorted(path.rglob("*.html")))
            continue
        warc = import_module("fastwarc.warc")
        with path.open("rb") as file:
            for record in warc.ArchiveIterator(file, record_types=warc.WarcRecordType.response):
                yield record.reader.read()


@contextmanager
def _cleaning(clock: Clock) -> Iterator[None]:
    """With trafilatura on the clock, where it is installed."""
    maintext = import_module("recon.readers.html.maintext")
    plain = maintext.cleaned

    def timed(markup: str) -> Any:
        with clock.of("cleaning"):
            return plain(markup)

    maintext.cleaned = timed  # type: ignore[attr-defined]
    try:
        yield
    finally:
        maintext.cleaned = plain  # type: ignore[attr-defined]


def _import(paths: Iterable[str], extractor: Owned[Extractor]) -> None:
    """Do all of it once, so that what is imported or compiled at first use is no part of the stages."""
    first = (Document(id="warming", text=WARMING),)
    for _ in extracted_batches(extractor, [first], quantities=True, table=partial(frame, table="extracted")):
        pass
    for path in paths:
        for _, items in islice(read_sources(find_sources([path], SUFFIXES), discover().readers, {}), 1):
            next(iter(items), None)


def _refuse(item: Item) -> None:
    raise SystemExit(f"made-up articles are read without a failure, and there is one: {item}")


TASKS: Mapping[str, Callable[..., Mapping[str, float]]] = {
    "split": split,
    "driver": driver,
    "alone": alone,
    "holds": holds,
}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](*sys.argv[2:])), flush=True)
