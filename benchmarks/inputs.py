"""How fast recon goes through files of a kind, beside the library below its reader: `python -m benchmarks inputs`.

From files to figures by recon's public functions, in one process, on one folder or file; then the same files by the
library alone, with the settings that recon gives it. What a stage takes is the difference of two runs, so nothing in
recon is wrapped or watched.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks.cleaner import trafilatura
from benchmarks.dressing import dressed_pages

ROUNDS = 3
Stage = Callable[[Sequence[Path]], object]


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """A kind of input: files of it to measure on, and what recon's reader of it stands on."""

    suffix: str
    library: str
    """The distribution that makes text of it."""
    made: Callable[[Path], None]
    """Writes made-up files to a folder."""
    plain: Callable[[Path], object]
    """A file's bytes, or its text where it is decoded."""
    alone: Callable[[], Callable[[Path], object]]
    """The library, once it is loaded: from a file to the text of its articles."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """What was measured of a kind: seconds of CPU time for all files, the best of some rounds."""

    kind: str
    library: str
    files: int
    articles: int
    figures: int
    size: int
    plain: float
    """The files' bytes, decoded."""
    alone: float
    """That and the library alone."""
    read: float
    """The files to documents, by `recon.read`."""
    whole: float
    """The files to figures, by `recon.read` and `extract`."""

    @property
    def rate(self) -> float:
        """Articles in a CPU second."""
        return self.articles / self.whole

    @property
    def ratio(self) -> float:
        """recon's rate by the library's; 1 where recon costs nothing on top."""
        return self.alone / self.whole

    @property
    def shares(self) -> Mapping[str, float]:
        """The parts of recon's time; the library's is what it takes alone."""
        seconds = {
            "bytes and decoding": self.plain,
            "cleaning": self.alone - self.plain,
            "dates, places and the rest of reading": self.read - self.alone,
            "extracting": self.whole - self.read,
        }
        return {name: one / self.whole for name, one in seconds.items()}


def measured(kind: Kind, paths: Sequence[Path] = (), rounds: int = ROUNDS) -> Measured:
    """A kind, on the files at the paths or on made-up ones; ValueError where none of them is of the kind."""
    if paths:
        return _measured(kind, sorted(_files(kind, paths)), rounds)
    with tempfile.TemporaryDirectory() as folder:
        kind.made(Path(folder))
        return _measured(kind, sorted(_files(kind, [Path(folder)])), rounds)


def told(results: Sequence[Measured]) -> str:
    """The results as a Markdown table."""
    head = ["kind", "articles", "MB", "articles/s", "MB/s", "the library alone", "articles/s", "ratio"]
    rows = [head, ["---", *["---:"] * 4, "---", *["---:"] * 2]]
    for one in results:
        speed = [f"{one.rate:,.1f}", f"{one.size / one.whole / 1e6:.2f}"]
        alone = [one.library, f"{one.articles / one.alone:,.1f}", f"{one.ratio:.3f}"]
        rows.append([one.kind, f"{one.articles:,}", f"{one.size / 1e6:.1f}", *speed, *alone])
    shares = [["kind", *results[0].shares], ["---", *["---:"] * len(results[0].shares)]]
    shares += [[one.kind, *(f"{share:.1%}" for share in one.shares.values())] for one in results]
    return "\n\n".join("\n".join(f"| {' | '.join(row)} |" for row in table) for table in (rows, shares))


def _measured(kind: Kind, files: Sequence[Path], rounds: int) -> Measured:
    import recon  # noqa: PLC0415 - who only makes articles need not load it

    if not files:
        raise ValueError(f"there is no {kind.suffix} file to measure on")
    alone = kind.alone()
    stages: Mapping[str, Stage] = {
        "plain": lambda paths: _each(kind.plain, paths),
        "alone": lambda paths: _each(alone, paths),
        "read": lambda paths: recon.read(*paths),
        "whole": lambda paths: recon.read(*paths).extract(),
    }
    for stage in stages.values():
        stage(files[:1])  # what is loaded at first use
    best = dict.fromkeys(stages, float("inf"))
    for _ in range(rounds):
        for name, stage in stages.items():
            begun = time.process_time()
            stage(files)
            best[name] = min(best[name], time.process_time() - begun)
    found = recon.read(*files).extract()
    return Measured(
        kind=kind.suffix,
        library=f"{kind.library} {version(kind.library)}",
        files=len(files),
        articles=len(found.texts),
        figures=len(found),
        size=sum(path.stat().st_size for path in files),
        **best,
    )


def _each(work: Callable[[Path], object], paths: Sequence[Path]) -> None:
    """Nothing of it is kept, so that it has all the memory for itself."""
    for path in paths:
        work(path)


def _files(kind: Kind, paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        yield from path.rglob(f"*{kind.suffix}") if path.is_dir() else [path]


def _pages(folder: Path) -> None:
    for index, page in enumerate(dressed_pages(each=8)):
        (folder / f"{index:04}.html").write_text(page.markup, encoding="utf-8")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _trafilatura() -> Callable[[Path], object]:
    clean = trafilatura()
    return lambda path: clean(_text(path))


KINDS: Mapping[str, Kind] = {
    "html": Kind(suffix=".html", library="trafilatura", made=_pages, plain=_text, alone=_trafilatura),
}
