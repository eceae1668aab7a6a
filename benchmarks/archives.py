"""How fast archives are read, by kind: `python -m benchmarks archive`. Each section gives its results.

What is timed is the command, `recon extract PATH --output DATASET/`, in a process of its own; the archives are those of
`benchmarks.kinds`, and where the time goes is told by `benchmarks.shares`.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.archived import Doubled, Rate, Resumed, Shared
from benchmarks.kinds import ABROAD, CLEANED, KINDS, NOTES, PAGED, write_archive
from benchmarks.nodes import cluster, installed
from benchmarks.process import CommandError, Usage, cost, environment, output, recon
from benchmarks.stats import Sample, sample

Note = Callable[[str], None]
SECONDS = 3_600


@dataclass(frozen=True, kw_only=True, slots=True)
class Sizes:
    """How much is measured. `articles` are those of a kind, `runs` how often each command is run in turn, with so many
    `more` where two of them are held against each other; `doubled` the articles of an archive that grows, by kind;
    `shared` those of an archive that several processes read; `killed` those of a run that is stopped in its middle, by
    kind."""

    runs: int
    articles: Mapping[str, int]
    doubled: Mapping[str, tuple[int, ...]]
    shared: Mapping[str, int]
    killed: Mapping[str, int]
    more: int = 0
    files: int = 1_000


QUICK = Sizes(
    runs=1,
    articles={kind: {"html": 200, "warc": 200, "pdf": 60, "docx": 400}.get(kind, 2_000) for kind in KINDS},
    doubled={"jsonl": (2_000, 4_000, 8_000), "warc": (125, 250, 500), NOTES: (30_000, 60_000)},
    shared={"html": 400, "jsonl": 8_000},
    killed={"jsonl": 8_000},
    files=200,
)
LONG = Sizes(
    runs=3,
    more=4,
    articles={kind: {"html": 1_000, "warc": 1_000, "pdf": 300, "docx": 2_000}.get(kind, 10_000) for kind in KINDS},
    doubled={
        "jsonl": (5_000, 10_000, 20_000, 40_000),
        "warc": (500, 1_000, 2_000, 4_000),
        NOTES: (100_000, 200_000, 400_000),
    },
    shared={"html": 2_500, "warc": 2_500, "jsonl": 20_000},
    killed={"jsonl": 20_000, "warc": 4_000},
)


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive on the disk, and what a command is given so that it is read."""

    kind: str
    articles: int
    paths: tuple[str, ...]
    files: int
    size: int


class Bench:
    """Makes archives in a folder, each once, and runs recon on them."""

    def __init__(self, folder: Path, note: Note) -> None:
        self._folder, self._note = folder, note
        self._made: dict[tuple[str, int], Archive] = {}
        self.dataset = folder / "dataset"

    def archive(self, kind: str, articles: int) -> Archive:
        """So many articles of a kind."""
        if (kind, articles) not in self._made:
            self._note(f"making up {articles:,} articles: {kind}")
            folder = self._folder / f"{kind}-{articles}"
            paths = write_archive(kind, articles, folder)
            sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file()]
            self._made[kind, articles] = Archive(kind, articles, tuple(map(str, paths)), len(sizes), sum(sizes))
        return self._made[kind, articles]

    def dropped(self, archive: Archive) -> None:
        """The room that an archive takes, given back."""
        shutil.rmtree(self._folder / f"{archive.kind}-{archive.articles}")
        del self._made[archive.kind, archive.articles]

    def extract(self, archive: Archive, *options: str, fresh: bool = True) -> Usage:
        """The whole command, into a new dataset or, if not `fresh`, into the one that is there."""
        self._note(f"recon extract, {archive.articles:,} articles: {' '.join([archive.kind, *options])}")
        if fresh:
            shutil.rmtree(self.dataset, ignore_errors=True)
        return cost(self.command(archive, *options), SECONDS)

    def command(self, archive: Archive, *options: str) -> tuple[str, ...]:
        """The command line."""
        return recon("extract", *archive.paths, "--output", f"{self.dataset}{os.sep}", *options)

    def holds(self) -> dict[str, Any]:
        """What is in the dataset, counted by another process, since this one stays small."""
        return _told("holds", str(self.dataset))


def rates(bench: Bench, sizes: Sizes, kinds: Sequence[str]) -> Iterator[Rate]:
    """Each kind: the command, in turn with its start-up and with the cleaner alone."""
    for kind in kinds:
        archive, one = bench.archive(kind, sizes.articles[kind]), bench.archive(kind, 1)
        begun, used, near = [], [], []
        for _ in range(sizes.runs + (sizes.more if kind in CLEANED else 0)):
            begun.append(bench.extract(one).cpu)
            used.append(bench.extract(archive))
            if kind in CLEANED:
                alone = cost(_shares("alone", *archive.paths)).cpu - cost(_shares("alone", *one.paths)).cpu
                near.append(alone / (used[-1].cpu - begun[-1]))
        held = bench.holds()
        if held["documents"] != archive.articles:
            raise CommandError(f"of {archive.articles} articles ({kind}) {held['documents']} were read")
        spent = _told("split", str(bench.dataset), *archive.paths)
        aside = _aside(bench, sizes, archive.articles) if kind == "warc" else None
        handing = _told("driver", str(bench.dataset), *archive.paths)["driver"] if kind in PAGED else None
        yield Rate(
            kind=kind, articles=archive.articles, files=archive.files, size=archive.size, text=held["text"],
            figures=held["figures"], written=held["size"], startup=sample(begun), cpu=sample([one.cpu for one in used]),
            wall=sample([one.wall for one in used]), near=sample(near) if near else None, stages=spent,
            driver=handing, aside=aside,
        )  # fmt: skip
        bench.dropped(archive)


def _aside(bench: Bench, sizes: Sizes, articles: int) -> Sample:
    archive = bench.archive(ABROAD, articles)
    used = [bench.extract(archive).cpu for _ in range(sizes.runs)]
    if (read := bench.holds()["documents"]) != 1:
        raise CommandError(f"of {articles} articles in another language {read - 1} were read")
    bench.dropped(archive)
    return sample(used)


def doubled(bench: Bench, sizes: Sizes, kinds: Sequence[str]) -> Iterator[Doubled]:
    """An archive that doubles, and the run after it that finds nothing new: CPU seconds and peak memory of each."""
    for kind in (one for one in sizes.doubled if one in (*kinds, NOTES)):
        begun = bench.extract(bench.archive(kind, 1)).peak
        for articles in sizes.doubled[kind]:
            archive = bench.archive(kind, articles)
            used = bench.extract(archive)
            again = bench.extract(archive, fresh=False)
            yield Doubled(kind, articles, archive.size, used.cpu, used.peak - begun, again.cpu, again.peak - begun)
            bench.dropped(archive)


def shared(
    bench: Bench, sizes: Sizes, kinds: Sequence[str], jobs: Sequence[int], nodes: Sequence[int], note: Note
) -> Iterator[Shared]:
    """An archive read by several processes, and by several nodes where this recon has an engine for them."""
    clusters = nodes if nodes and _has_nodes() else ()
    if nodes and not clusters:
        note("nodes are left out: this recon has no --engine ray, or Ray is not installed")
    for kind in (one for one in sizes.shared if one in kinds):
        archive = bench.archive(kind, sizes.shared[kind])
        used: dict[tuple[str, int], list[Usage]] = {}
        for _ in range(sizes.runs):
            for number in jobs:
                used.setdefault(("jobs", number), []).append(bench.extract(archive, "--jobs", str(number)))
            for number in clusters:
                with cluster(number) as address:
                    options = ("--engine", "ray", "--ray-address", address)
                    used.setdefault(("nodes", number), []).append(bench.extract(archive, *options))
        for (what, number), usages in used.items():
            wall, cpu = sample([one.wall for one in usages]), sample([one.cpu for one in usages])
            here = what == "jobs"
            yield Shared(kind, what, number, archive.articles, archive.size, wall, cpu if here else None)
        bench.dropped(archive)


def resumed(bench: Bench, sizes: Sizes, kinds: Sequence[str]) -> Iterator[Resumed]:
    """What a run costs that finds most of its work done: nothing changed, one file changed, killed in the middle."""
    if "html" in kinds:
        yield from _changed(bench, bench.archive("html", sizes.files))
    for kind in (one for one in sizes.killed if one in kinds):
        yield from _killed(bench, bench.archive(kind, sizes.killed[kind]))


def _changed(bench: Bench, archive: Archive) -> Iterator[Resumed]:
    whole = bench.extract(archive)
    begun = bench.extract(bench.archive(archive.kind, 1))
    bench.extract(archive)

    def row(what: str, used: Usage) -> Resumed:
        return Resumed(archive.kind, archive.articles, archive.files, what, used.cpu, used.wall, whole.cpu, begun.cpu)

    yield row("nothing changed", bench.extract(archive, fresh=False))
    file = sorted(Path(archive.paths[0]).rglob("*.html"))[archive.files // 2]
    file.write_bytes(file.read_bytes().replace(b" people ", b" persons ", 1))
    yield row(f"one file of {archive.files:,} changed", bench.extract(archive, fresh=False))
    for one in Path(archive.paths[0]).rglob("*.html"):
        os.utime(one, (1, 1))
    yield row("every file's time changed, and no file", bench.extract(archive, fresh=False))
    bench.dropped(archive)


def _killed(bench: Bench, archive: Archive) -> Iterator[Resumed]:
    whole = bench.extract(archive)
    half = max(1, bench.holds()["shards"] // 2)
    begun = bench.extract(bench.archive(archive.kind, 1))
    shutil.rmtree(bench.dataset)
    first = _stopped(bench.command(archive), bench.dataset, half)
    again = bench.extract(archive, fresh=False)
    what = f"killed after {half} of {bench.holds()['shards']} shards, and taken up"
    spent, wall = first.cpu + again.cpu, first.wall + again.wall
    yield Resumed(archive.kind, archive.articles, archive.files, what, spent, wall, whole.cpu, begun.cpu)
    yield Resumed(
        archive.kind, archive.articles, archive.files, "nothing changed",
        *_pair(bench.extract(archive, fresh=False)), whole.cpu, begun.cpu,
    )  # fmt: skip
    bench.dropped(archive)


def _pair(used: Usage) -> tuple[float, float]:
    return used.cpu, used.wall


def _stopped(command: Sequence[str], dataset: Path, after: int) -> Usage:
    """A run that is killed as soon as so many shards stand, and what it had cost until then."""
    begun = time.perf_counter()
    with subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        while len(list(dataset.glob("part-*"))) < after:
            if running.poll() is not None:
                raise CommandError("the run that was to be killed came to its end")
            time.sleep(0.02)
        running.send_signal(signal.SIGKILL)
        _, _, used = os.wait4(running.pid, 0)
        running.returncode = -signal.SIGKILL
    return Usage(used.ru_utime + used.ru_stime, time.perf_counter() - begun, 0)


def _has_nodes() -> bool:
    return installed() and "--engine" in output(recon("extract", "--help"))


def _shares(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "benchmarks.shares", *arguments)


def _told(*arguments: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(output(_shares(*arguments), SECONDS).splitlines()[-1])
    return told
