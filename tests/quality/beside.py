"""Accuracy side by side: recon, quantulum3, and Recognizers-Text and CQE where they are installed.

On made-up articles whose numbers are known, on the seeds' required figures, and on a shared folder's news sentences by
its own scorer. Units count by name, and any name that is no unit suits a count; a figure too many costs precision.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.accuracy import Tally
from benchmarks.articles import write_batch
from benchmarks.contenders import CONTENDERS, Contender
from benchmarks.gold import Quantity, quantities_in
from benchmarks.process import CommandError, output, worker
from benchmarks.report import ACCURACY, SHARES
from benchmarks.report import table as columns
from tests.quality.product import SEEDS, gold_figures, recon

MADE_UP = 60_000
"""Bytes of made-up articles: what the slowest of them reads in some ten seconds."""
PATIENCE = 600
"""Seconds for a contender on one set of texts."""
OURS = Contender("recon", "recon-figures", lambda: list, bounds=True)

Found = Mapping[str, Sequence[Quantity]]


@dataclass(frozen=True)
class Texts:
    """Texts as a file of `{"id", "text"}` lines, and the gold of each; what is `beyond` may be found and need not."""

    path: Path
    gold: Found
    beyond: Found


def beside(shared: Path, scratch: Path, pythons: Mapping[str, str]) -> Iterator[str]:
    """A table for each set of texts, and a line for each contender that could not run."""
    installed = [one for name, one in CONTENDERS.items() if name in pythons or one.version]
    for name in CONTENDERS.keys() - {one.name for one in installed}:
        yield f"{name} is not installed; name a Python that has it with --python {name}=INTERPRETER"
    for title, texts in (("made-up articles", made_up(scratch)), ("seeds", seeds(scratch))):
        rows = []
        for contender in (OURS, *installed):
            found = quantities(contender, texts.path, scratch, pythons)
            rows.append(
                (told(contender), *shares(contender, texts, found)) if found is not None else (contender.name, "–")
            )
        width = len(rows[0])
        yield f"side by side, {title}:\n" + columns(
            ("", *SHARES), [(*row, *["–"] * (width - len(row))) for row in rows]
        )
    gold, scorer = shared / "gold" / "newsquant-dev.jsonl", shared / "tools" / "score_extraction.py"
    if gold.exists() and scorer.exists():
        yield "\n".join(
            ["side by side, shared news sentences (F1, fair):", *sentences(gold, scorer, scratch, installed, pythons)]
        )


def made_up(scratch: Path) -> Texts:
    """The beginning of the benchmarks' articles."""
    path, gold = scratch / "made.jsonl", scratch / "made.gold.jsonl"
    write_batch(MADE_UP, path, gold)
    return Texts(path, dict(quantities_in(gold)), {})


def seeds(scratch: Path) -> Texts:
    """The seeds, whole, with their required and their optional figures."""
    path = scratch / "seeds.jsonl"
    required: dict[str, list[Quantity]] = {}
    optional: dict[str, list[Quantity]] = {}
    for row in gold_figures():
        numbers = (row["start"], row["end"], row["value"], row["low"], row["high"])
        rows = required if row["required"] else optional
        rows.setdefault(row["doc"], []).append(Quantity(*numbers, row["unit"], row["bound"], "count"))
    with path.open("w", encoding="utf-8") as file:
        for name in sorted(required | optional):
            with (SEEDS / name).open(encoding="utf-8", newline="") as text:
                file.write(json.dumps({"id": name, "text": text.read()}, ensure_ascii=False) + "\n")
    return Texts(path, required, optional)


def quantities(contender: Contender, path: Path, scratch: Path, pythons: Mapping[str, str]) -> Found | None:
    """What one finds in a file of texts; None where it could not run."""
    if contender is OURS:
        return ours(path)
    found = scratch / "found.jsonl"
    python = pythons.get(contender.name, sys.executable)
    try:
        output(worker("contender", contender.name, str(path), str(PATIENCE), str(found), python=python), 2 * PATIENCE)
    except CommandError as problem:
        sys.stderr.write(f"{problem}\n")
        return None
    return dict(quantities_in(found))


def ours(path: Path) -> Found:
    """What `recon extract` prints."""
    names = ("start", "end", "value", "low", "high", "unit", "bound", "kind")
    found: dict[str, list[Quantity]] = {}
    for line in recon("extract", str(path), "--format", "jsonl").splitlines():
        row: dict[str, Any] = json.loads(line)
        found.setdefault(row["doc"], []).append(Quantity(*(row[name] for name in names)))
    return found


def shares(contender: Contender, texts: Texts, found: Found) -> list[str]:
    """The columns of a row."""
    tally = Tally(spans=contender.spans, bounds=contender.bounds)
    for name, gold in texts.gold.items():
        spared = [(one.start, one.end) for one in texts.beyond.get(name, [])]
        said = found.get(name, [])
        tally.add(gold, [one for one in said if not any(one.start < end and start < one.end for start, end in spared)])
    result = tally.result()
    told = [result[name] for name in ACCURACY]
    return ["–" if one is None else f"{one:.3f}" for one in (*told[:4], told[4] if tally.distractors else None)]


def sentences(
    gold: Path, scorer: Path, scratch: Path, installed: Sequence[Contender], pythons: Mapping[str, str]
) -> Iterator[str]:
    """Each one's line of the shared scorer; `V` is the value, `VUc` with its unit, `VUcB` with its bound."""
    rows = []
    for contender in (OURS, *installed):
        answers = scratch / "answers.jsonl"
        if contender is OURS:
            answers.write_text(recon("extract", str(gold), "--format", "jsonl"), encoding="utf-8")
        elif (found := quantities(contender, gold, scratch, pythons)) is None:
            continue
        else:
            answers.write_text("".join(f"{_answers(name, said)}\n" for name, said in found.items()), encoding="utf-8")
        command = [sys.executable, str(scorer), str(gold), str(answers), "--fair", "--json"]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        if done.returncode:
            yield f"{contender.name}: {(done.stderr.splitlines() or ['it said nothing'])[-1]}"
            continue
        result = json.loads(done.stdout)
        levels = [f"{result[level]['F1']:.1f}" for level in ("V", "VUc", "VUcB")]
        rows.append((told(contender), *levels))
    yield columns(("", "value", "and unit", "and bound"), rows)


def told(contender: Contender) -> str:
    """Its name and, where this Python has it, its version."""
    return f"{contender.name} {contender.version}".rstrip()


def _answers(name: str, found: Sequence[Quantity]) -> str:
    return json.dumps({"id": name, "text": "", "quantities": [_answer(one) for one in found]})


def _answer(one: Quantity) -> dict[str, object]:
    value = {"value": one.value} if one.value is not None else {"low": one.low, "high": one.high}
    return {**value, "bound": one.bound or "exact", "unit": one.unit, "start": one.start, "end": one.end}
