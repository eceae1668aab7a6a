"""Where the time of an archive goes, in a process of its own; a line of JSON on stdout.

    python -m benchmarks.shares split DATASET PATH…    CPU seconds of each stage of recon extract PATH… --output DATASET/
    python -m benchmarks.shares alone PATH…            the pages of HTML files or WARCs to the cleaner, and nothing else
    python -m benchmarks.shares holds DATASET          what was written

`alone` is the command by which a run over pages is judged: files are read and unpacked, and trafilatura is called as recon
calls it; no date is looked for, no figure, nothing is kept.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from recon.archive.folder import Folder
from recon.archive.manifest import Manifest, made_with
from recon.archive.reading import File, file_of
from recon.archive.writing import Job, written
from recon.engine import chosen_extractor, discover
from recon.extraction import GrammarExtractor
from recon.intake import found
from recon.model import Columns, Document
from recon.units import Extension

STAGES = ("reading", "cleaning", "extracting", "writing", "the rest")


@dataclass(slots=True)
class Clock:
    """CPU seconds of this process by stage; a stage within another is not counted to that one."""

    spent: Counter[str] = field(default_factory=Counter)
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
        self.spent[self._within[-1]] += now - self._since  # type: ignore[assignment]  # a Counter of seconds
        self._since = now


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


@dataclass(frozen=True, slots=True)
class Writing:
    """A store of which all that touches the disk is timed."""

    store: Folder
    clock: Clock

    @property
    def form(self) -> str:
        return self.store.form

    def opened(self, manifest: Manifest, *, fresh: bool) -> AbstractContextManager[None]:
        return self.store.opened(manifest, fresh=fresh)

    def held(self) -> Any:
        with self.clock.of("writing"):
            return self.store.held()

    def drop(self, held: Any, dropped: Any) -> None:
        with self.clock.of("writing"):
            self.store.drop(held, dropped)

    def append(self, tables: Mapping[str, Any]) -> None:
        with self.clock.of("writing"):
            self.store.append(tables)

    def finish(self, manifest: Manifest) -> Manifest:
        with self.clock.of("writing"):
            return self.store.finish(manifest)


def split(dataset: str, *paths: str) -> Mapping[str, float]:
    """CPU seconds by stage; what is imported with the first document is loaded before."""
    host = discover()
    clock = Clock()

    @dataclass(frozen=True, eq=False)
    class Extracting(GrammarExtractor):
        def extract(self, documents: Iterable[Document]) -> Columns:
            with clock.of("extracting"):
                return super().extract(documents)

    _warmed(paths)
    owned = chosen_extractor(host, "")
    extractor = replace(owned, object=Extracting())
    readers = [replace(one, object=Reading(one.object, clock)) for one in host.readers]
    store = Writing(Folder(Path(dataset)), clock)
    with_ = made_with(host, owned, Extension(), {}, everything=False)
    manifest = Manifest(made_with=with_)
    with found(list(paths), readers) as sources, _cleaning(clock):
        begun = time.process_time()
        clock.spent.clear()
        clock._turn()
        clock.spent.clear()
        files = [file_of(one) for one in sources]
        with store.opened(manifest, fresh=True):
            for _ in written(store, Job(extractor, readers), files, store.held(), lambda _: None):
                pass
            store.finish(manifest)
        clock._turn()
        whole = time.process_time() - begun
    return {**{stage: clock.spent[stage] for stage in STAGES}, "whole": whole}
