"""What is measured, section by section; each gives its results and tells its progress."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.accuracy import Tally
from benchmarks.articles import write_batch
from benchmarks.contenders import BASELINE, CONTENDERS, Contender
from benchmarks.corpora import Batch, beginning
from benchmarks.gold import quantities_in
from benchmarks.lengths import INPUTS
from benchmarks.plans import Plan
from benchmarks.process import CommandError, Usage, cost, output, recon, worker
from benchmarks.results import Growth, Jobs, Length, Reconciled, Speed
from benchmarks.stats import LINEAR, Sample, exponent, sample
from benchmarks.stories import KINDS, NEWS, write_stories
from benchmarks.worker import WARMING

Note = Callable[[str], None]
SCORED = 10_000_000
"""Bytes of a batch whose figures are held against the gold, evenly from all of it."""
REPEATED = 5_000_000
"""Bytes up to which a growing batch is read three times; larger ones are long enough to tell by one."""
TAIL = 5
"""The longest inputs, by which it is judged how time grows: what is fixed weighs least there."""
CROWD = 5_000
"""The most articles of one story that are reconciled."""
FLOOR = 0.002
"""CPU seconds below which a timing says little of growth."""


def extract(articles: Path, figures: Path, jobs: int = 1) -> Usage:
    """`recon extract` from reading to Parquet, in a process of its own."""
    return cost(recon("extract", str(articles), "--format", "parquet", "--output", str(figures), "--jobs", str(jobs)))


def startup(folder: Path, runs: int) -> tuple[Sample, int]:
    """The whole command on one short article, and its peak bytes. One run before goes uncounted: it compiles Python."""
    used = [_short(folder) for _ in range(runs + 1)][1:]
    return sample([one.cpu for one in used]), min(one.peak for one in used)


def ours(batch: Batch, folder: Path, plan: Plan, version: str, note: Note) -> Iterator[Speed]:
    """recon on a corpus: the command cold, in turn with its start-up; the extractor object at first and again."""
    note(f"recon on {batch.told.articles} articles, {batch.told.name}")
    figures = folder / "figures.parquet"
    pairs = [(_short(folder).cpu, extract(batch.articles, figures).cpu) for _ in range(plan.runs)]
    fixed, whole = sample([short for short, _ in pairs]), sample([long for _, long in pairs])
    judged = accuracy(figures, batch.gold, 1) if batch.gold else None

    def speed(use: str, seconds: Sample, size: int = batch.told.size) -> Speed:
        return Speed(batch.told.name, "recon", version, use, batch.told.articles, size, seconds, judged)

    yield speed("command, cold, less start-up", whole.less(fixed.median))
    yield speed("command, cold, as a whole", whole)
    uses = [_worked("object", str(batch.articles), "again")["seconds"] for _ in range(plan.runs)]
    yield speed("object, first use", sample([use[0] for use in uses]))
    yield speed("object, the same again", sample([one for use in uses for one in use[1:]]))
    others = [_worked("object", str(batch.articles), "others") for _ in range(plan.runs)]
    yield speed(
        "object, warm, other articles", sample([s for use in others for s in use["seconds"]]), others[0]["size"]
    )


def theirs(
    contender: Contender, python: str, batch: Batch, folder: Path, seconds: float, note: Note
) -> Iterator[Speed]:
    """A contender on a corpus, article by article after its warm-up; nothing where it is not installed."""
    note(f"{contender.name} on {batch.told.name}, {seconds:g} CPU s")
    found = folder / "found.jsonl"
    try:
        done = _worked(
            "contender",
            contender.name,
            str(batch.shuffled),
            str(seconds),
            str(found),
            python=python,
            stop=10 * seconds + 120,
        )
    except CommandError as problem:
        note(f"{contender.name} is left out: {problem}")
        return
    judged = None
    if batch.gold:
        tally = Tally(spans=contender.spans, bounds=contender.bounds)
        gold = dict(quantities_in(batch.gold))
        for name, quantities in quantities_in(found):
            tally.add(gold[name], quantities)
        judged = tally.result()
    taken = sample([done["seconds"]])
    yield Speed(
        batch.told.name, contender.name, done["version"], "one by one, warm", done["articles"], done["size"], taken,
        judged, done["failed"],
    )  # fmt: skip


def side_by_side(
    batch: Batch, folder: Path, plan: Plan, version: str, pythons: Mapping[str, str], note: Note
) -> Iterator[Speed]:
    """recon and all contenders on one corpus."""
    yield from ours(batch, folder, plan, version, note)
    for name, contender in CONTENDERS.items():
        if name in pythons or contender.version:
            seconds = plan.baseline if name == BASELINE else plan.budget
            yield from theirs(contender, pythons.get(name, worker()[0]), batch, folder, seconds, note)
        else:
            note(f"{name} is left out: {contender.distribution} is not installed (--python {name}=INTERPRETER)")


def growth(folder: Path, plan: Plan, fixed: Sample, fixed_peak: int, note: Note) -> Iterator[Growth]:
    """Batches of growing size, each the beginning of the next."""
    largest, gold = folder / "growth.jsonl", folder / "growth.gold.jsonl"
    note(f"making up {plan.growth[-1] / 1e6:g} MB")
    write_batch(plan.growth[-1], largest, gold)
    batch, figures = folder / "growing.jsonl", folder / "growing.parquet"
    for size in plan.growth:
        articles = beginning(largest, size, batch)
        note(f"recon on {size / 1e6:g} MB")
        used = [extract(batch, figures) for _ in range(3 if size <= REPEATED else 1)]
        judged = accuracy(figures, _first_lines(gold, articles, folder), max(1, size // SCORED))
        seconds = sample([one.cpu for one in used]).less(fixed.median)
        yield Growth(size, articles, seconds, max(one.peak for one in used) - fixed_peak, judged)
    for path in (largest, gold, batch, figures):
        path.unlink()


def lengths(plan: Plan, note: Note) -> Iterator[Length]:
    """One document growing, of each kind of text. What looks superlinear is measured again: noise does not repeat."""
    for one in _lengths(list(INPUTS), plan, note):
        if (one.exponent or 0.0) > LINEAR:
            note(f"{one.name}: length to the {one.exponent:.2f}, once more")
            yield min(one, *_lengths([one.name], plan, note), key=lambda same: same.exponent or math.inf)
        else:
            yield one


def _lengths(names: list[str], plan: Plan, note: Note) -> Iterator[Length]:
    """One that does not end is given up, and the rest go on."""
    while names:
        note(f"one growing document, {len(names)} kinds of text")
        command = worker("length", str(plan.length), str(plan.longest), *names)
        try:
            printed, stopped = output(command, 30 + 5 * plan.length * len(names)), False
        except CommandError as problem:
            printed, stopped = problem.printed, True
            note(str(problem))
        for line in printed.splitlines():
            row = json.loads(line)
            names.remove(row["name"])
            yield Length(**row, exponent=tail_exponent(row["sizes"], row["seconds"]))
        if stopped:
            yield Length(names.pop(0), [], [], None, stopped=True)


def tail_exponent(sizes: list[int], seconds: list[float]) -> float | None:
    """The exponent over the longest inputs that took long enough to tell."""
    told = [(size, taken) for size, taken in zip(sizes, seconds, strict=True) if taken >= FLOOR][-TAIL:]
    return exponent([size for size, _ in told], [taken for _, taken in told])


def jobs(folder: Path, plan: Plan, note: Note) -> Iterator[Jobs]:
    """One to as many jobs as there are cores, by the clock and the whole command."""
    articles, figures = folder / "jobs.jsonl", folder / "jobs.parquet"
    write_batch(plan.parallel, articles, folder / "jobs.gold.jsonl", seed=2)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    used: dict[int, list[Usage]] = {number: [] for number in (1, *_doublings(cores))}
    for _ in range(plan.parallel_runs):
        for number, usages in used.items():
            note(f"recon with {number} jobs on {plan.parallel / 1e6:g} MB")
            usages.append(extract(articles, figures, number))
    for number, usages in used.items():
        yield Jobs(number, plan.parallel, sample([one.wall for one in usages]), sample([one.cpu for one in usages]))


def reconciled(folder: Path, plan: Plan, told: tuple[str, str], note: Note) -> Iterator[Reconciled]:
    """Growing numbers of articles of each kind, each the beginning of the next; `told` are the version and the date."""
    articles, output_ = folder / "stories.jsonl", folder / "reconciled.json"
    for kind in KINDS:
        for number in (one for one in plan.reconcile if kind == NEWS or one <= CROWD):
            note(f"recon reconcile on {number:,} articles, {kind}")
            write_stories(kind, number, articles)
            command = recon("reconcile", str(articles), "--format", "json", "--output", str(output_))
            used = cost(command, 60 + number)
            yield Reconciled(kind, number, sample([used.cpu]), used.peak, output_.stat().st_size, *told)
    articles.unlink()
    output_.unlink()


def accuracy(figures: Path, gold: Path, every: int) -> Mapping[str, float | None]:
    """How right a Parquet file of figures is, by a process of its own, since this one stays small."""
    judged: Mapping[str, float | None] = _worked("score", str(figures), str(gold), str(every))["accuracy"]
    return judged


def _short(folder: Path) -> Usage:
    article = folder / "short.jsonl"
    article.write_text(json.dumps({"id": "short", "text": WARMING}) + "\n", encoding="utf-8")
    return extract(article, folder / "short.parquet")


def _doublings(cores: int) -> Iterator[int]:
    """2, 4, 8 … and the number itself."""
    number = 2
    while number < cores:
        yield number
        number *= 2
    if cores > 1:
        yield cores


def _first_lines(path: Path, lines: int, folder: Path) -> Path:
    to = folder / "growing.gold.jsonl"
    with path.open("rb") as source, to.open("wb") as file:
        for _ in range(lines):
            file.write(source.readline())
    return to


def _worked(*arguments: str, python: str | None = None, stop: float = 900) -> dict[str, Any]:
    command = worker(*arguments, python=python) if python else worker(*arguments)
    done: dict[str, Any] = json.loads(output(command, stop).splitlines()[-1])
    return done
