"""recon's own output on some paths, through its command line, and the gold it is held against."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
COMMAND = (sys.executable, "-c", "from recon.cli import main; main()")

Row = dict[str, Any]


def recon(*arguments: str) -> str:
    """What the command prints on stdout; RuntimeError with its stderr where it could not run."""
    done = subprocess.run(
        (*COMMAND, *arguments), capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(f"recon {' '.join(arguments)} stopped with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def extracted(*paths: str) -> list[Row]:
    """The rows of `recon extract`."""
    return [json.loads(line) for line in recon("extract", *paths, "--format", "jsonl").splitlines()]


def reconciled(*paths: str) -> Row:
    """What `recon reconcile` prints: series with their claims, relations, findings."""
    result: Row = json.loads(recon("reconcile", *paths, "--format", "json"))
    return result


def gold_figures() -> list[Row]:
    """The figures that a reader marked in the seeds, with numbers as numbers and None for an open side."""
    with (SEEDS / "gold" / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows: list[Row] = list(csv.DictReader(file))
    for row in rows:
        row["start"], row["end"] = int(row["start"]), int(row["end"])
        row["required"] = row["required"] == "yes"
        row.update({side: float(row[side]) if row[side] else None for side in ("value", "low", "high")})
    return rows


def gold_series() -> Row:
    """The two series that run through the seeds, and how their claims stand."""
    result: Row = json.loads((SEEDS / "gold" / "series.json").read_text(encoding="utf-8"))
    return result


def same_place(gold: Row, row: Row) -> bool:
    """Whether a row lies in the gold row's document and overlaps its span."""
    name = str(row["doc"]).replace("\\", "/").rsplit("/", 1)[-1]
    return bool(gold["doc"] == name and gold["start"] < row["end"] and row["start"] < gold["end"])


def share(hits: Iterable[bool]) -> float:
    """The share of true ones; 1 where there are none to judge."""
    judged = list(hits)
    return sum(judged) / len(judged) if judged else 1.0


def table(title: str, rows: Sequence[tuple[str, str]]) -> str:
    """A small table of names and numbers."""
    width = max((len(name) for name, _ in rows), default=0)
    return "\n".join((title, *(f"  {name:<{width}}  {number}" for name, number in rows)))
