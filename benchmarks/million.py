"""What an archive of a million figures takes: extracting it, extracting it again, and reconciling what was extracted.

    python -m benchmarks million 100000 300000 1000000

Each archive is the beginning of the next. Its outlets, a few large and many small, tell stories of some days, each in
its own words around background of its own; a twentieth of all articles are of subjects that go on for years, so that
some series are long; and one article in ten prints the text of another outlet's, whole or cut, under a byline.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.process import Usage, cost, recon
from benchmarks.stories import FIRST, TELLERS, background, name, told

FIGURES = 12.8
"""Figures of an article, about."""
A_DAY = 100
"""Articles of one day."""
OUTLETS = 400
COPIED = 0.1
"""The share of articles that print another's text."""
LASTING = 0.05
"""The share of articles on the subjects that go on for years, and how many of these there are."""
SUBJECTS = 20
RECENT = 50
"""How many stories back the story of an article is, on average; and a copy's text, in articles."""
SECONDS = 24 * 3600.0

Runs = Mapping[str, tuple[str, ...]]
EXTRACT = ("extract", "archive.jsonl", "--output", "figures/")
RUNS: Runs = {
    "extract": EXTRACT,
    "extract again, nothing new": EXTRACT,
    "reconcile": ("reconcile", "figures/", "--format", "json", "--output", "series.json"),
}


def archive(seed: int = 1) -> Iterator[Mapping[str, Any]]:
    """Articles without end, in the order of their days."""
    index = 0
    while True:
        rng = Random(f"archived-{seed}-{index}")
        of = _original(index, seed)
        text = _told(of, seed)
        if of != index:
            text = _printed(text, rng)
        outlet = name(Random(f"outlet-{seed}-{int(OUTLETS * rng.random() ** 2)}"))
        day = FIRST + dt.timedelta(days=index // A_DAY)
        yield {"id": f"archived-{index}", "text": text, "publisher": f"{outlet} Post", "published": day.isoformat()}
        index += 1


def write_archive(articles: int, path: Path, seed: int = 1) -> None:
    """So many articles of an archive as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for row in islice(archive(seed), articles):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def measured(
    figures: Iterable[int], folder: Path, jobs: int, note: Callable[[str], None]
) -> Iterator[tuple[Mapping[str, int], str, Usage, int]]:
    """For each archive of about so many figures what is in it, and each run with what it took and wrote, in bytes."""
    for wanted in figures:
        here = folder / str(wanted)
        here.mkdir()
        note(f"making up about {wanted:,} figures")
        write_archive(max(1, round(wanted / FIGURES)), here / "archive.jsonl")
        for run, arguments in RUNS.items():
            note(f"{run}, about {wanted:,} figures")
            used = cost(recon(*arguments, "--jobs", str(jobs)), SECONDS, here)
            counts = json.loads((here / "figures" / "manifest.json").read_bytes())["counts"]
            written = here / "series.json" if run == "reconcile" else here / "figures"
            yield counts, run, used, _size(written)


def row(counts: Mapping[str, int], run: str, used: Usage, size: int) -> str:
    """A run as a line of the table."""
    rate = counts["figures"] / used.cpu
    told = (f"{counts['figures']:,}", f"{counts['documents']:,}", run, f"{used.cpu:,.0f}", f"{used.wall:,.0f}",
            f"{rate:,.0f}", f"{used.peak / 1e6:,.0f}", f"{size / 1e6:,.0f}")  # fmt: skip
    return f"| {' | '.join(told)} |"


HEAD = (
    "| figures | articles | run | CPU s | seconds by the clock | figures / CPU s | peak MB | MB written |\n"
    "| ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: |"
)


def _original(index: int, seed: int) -> int:
    """The article whose text one prints: its own, but for a copy."""
    rng = Random(f"original-{seed}-{index}")
    while index and rng.random() < COPIED:
        index = max(0, index - 1 - int(rng.expovariate(1 / RECENT)))
        rng = Random(f"original-{seed}-{index}")
    return index


def _told(index: int, seed: int) -> str:
    rng = Random(f"story-{seed}-{index}")
    if rng.random() < LASTING:
        story = f"{seed}-lasting-{int(SUBJECTS * rng.random() ** 3)}"
    else:
        story = f"{seed}-{max(0, index // TELLERS - int(rng.expovariate(1 / RECENT)))}"
    return told(index, story, seed, background(index, seed))


def _printed(text: str, rng: Random) -> str:
    """What an outlet makes of another's text."""
    title, *paragraphs = text.split("\n\n")
    kept = paragraphs[: max(1, round(len(paragraphs) * rng.uniform(0.5, 1.5)))]
    return "\n\n".join([title, f"By {name(rng)} {name(rng)}", *kept])


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else sum(one.stat().st_size for one in path.rglob("*"))
