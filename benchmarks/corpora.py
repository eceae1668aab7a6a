"""The articles of a run, as files of a folder; texts stream, so that this process stays small."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

from benchmarks.articles import write_batch
from benchmarks.gold import quantities_in
from benchmarks.results import Corpus

Note = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Batch:
    """A file of articles, the same in another order for those who read only some, and its gold where that is known."""

    told: Corpus
    articles: Path
    shuffled: Path
    gold: Path | None


def made(folder: Path, size: int) -> Batch:
    """A batch that is made up."""
    articles, gold = folder / "made.jsonl", folder / "made.gold.jsonl"
    number = write_batch(size, articles, gold)
    figures = sum(len(quantities) for _, quantities in quantities_in(gold))
    told = Corpus("made up", number, _size(articles), 1000 * figures / _size(articles))
    return Batch(told, articles, _shuffled(articles), gold)


def given(folder: Path, paths: Sequence[str], note: Note) -> Batch | None:
    """The documents at the paths, of whose numbers nothing is known; None where there is none."""
    from recon import Document  # noqa: PLC0415 - a run on made-up articles needs none of it
    from recon.engine import discover  # noqa: PLC0415
    from recon.intake import read  # noqa: PLC0415

    articles = folder / "given.jsonl"
    number = 0
    with articles.open("w", encoding="utf-8") as file:
        for item in read(paths, discover().readers):
            if isinstance(item, Document):
                file.write(json.dumps({"id": item.id, "text": item.text}, ensure_ascii=False) + "\n")
                number += 1
            else:
                note(str(item) if isinstance(item, Exception) else item.message)
    name = ", ".join(Path(path).name for path in paths)
    return Batch(Corpus(name, number, _size(articles)), articles, _shuffled(articles), None) if number else None


def beginning(batch: Path, size: int, to: Path) -> int:
    """Copy a batch's first articles, so many bytes of text; how many articles that are."""
    left = size
    with batch.open(encoding="utf-8") as lines, to.open("w", encoding="utf-8") as file:
        for index, line in enumerate(lines):
            if left <= 0:
                return index
            file.write(line)
            left -= len(json.loads(line)["text"].encode())
        return index + 1


def _size(articles: Path) -> int:
    with articles.open(encoding="utf-8") as lines:
        return sum(len(json.loads(line)["text"].encode()) for line in lines)


def _shuffled(articles: Path) -> Path:
    """The lines in another order, always the same one: a part of them is then a fair sample of all."""
    with articles.open("rb") as lines:
        starts = list(accumulate((len(line) for line in lines), initial=0))[:-1]
    Random(1).shuffle(starts)
    path = articles.with_suffix(".shuffled.jsonl")
    with articles.open("rb") as lines, path.open("wb") as file:
        for start in starts:
            lines.seek(start)
            file.write(lines.readline())
    return path
