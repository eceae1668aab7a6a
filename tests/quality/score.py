"""Score recon on its seeds, and on shared material where there is some: `python -m tests.quality.score [--shared DIR]`.

The seeds are scored here, the invented events (`events.py`), the conversions, right ones and those that slips make of
them, the errors seeded for each rule (`seeded.py`), and the verdicts on drafts beside their evidence (`evidence.py`).
A shared folder holds gold and scorers of its own (`tools/score_*.py`); they are run on what recon prints for its
material, and their last lines are shown, after what the checks find in its articles. Then recon stands beside
quantulum3, and Recognizers-Text and CQE where they are installed. Exit status 0, whatever the scores.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from benchmarks.__main__ import interpreter
from recon.engine import discover
from tests.quality import conversions, events, evidence
from tests.quality.beside import beside
from tests.quality.claim_sets import claim_sets
from tests.quality.figures import score_figures
from tests.quality.fusion import fusion
from tests.quality.product import ROOT, SEEDS, extracted, gold_figures, gold_series, recon, reconciled, table
from tests.quality.ranking import rankings
from tests.quality.seeded import score_seeded
from tests.quality.series import score_series

# name, recon's arguments, the scorer, its arguments; {out} is what recon printed, {gold} and {shared} are folders
SHARED_RUNS = (
    ("seeds: figures", ("extract", "{shared}/seeds", "--format", "jsonl"), "score_seeds.py", ("{out}",)),
    (
        "seeds: series",
        ("reconcile", "{shared}/seeds", "--format", "json"),
        "score_series.py",
        ("--seeds", "{gold}/seeds_series.json", "{out}"),
    ),
    (
        "news sentences",
        ("extract", "{gold}/newsquant-dev.jsonl", "--format", "jsonl"),
        "score_extraction.py",
        ("{gold}/newsquant-dev.jsonl", "{out}"),
    ),
    (
        "news sentences, fair",
        ("extract", "{gold}/newsquant-dev.jsonl", "--format", "jsonl"),
        "score_extraction.py",
        ("{gold}/newsquant-dev.jsonl", "{out}", "--fair"),
    ),
    (
        "conversions",
        ("check", "{gold}/conversions.jsonl", "--format", "json"),
        "score_conversions.py",
        ("{gold}/conversions.jsonl", "{out}"),
    ),
    (
        "events",
        ("reconcile", "{shared}/events", "--format", "json"),
        "score_series.py",
        ("{gold}/events.csv", "{gold}/events_relations.csv", "{out}"),
    ),
    (
        "speakers",
        ("reconcile", "{shared}/speakers", "--format", "json"),
        "score_speakers.py",
        ("{gold}/speakers.csv", "{out}"),
    ),
)


ALARMS = ("news/bbc.jsonl", "events", "speakers")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("SHARED", ROOT.parent / "shared")))
    parser.add_argument("--misses", action="store_true", help="list what the project's own scores miss")
    parser.add_argument(
        "--python", action="append", default=[], metavar="NAME=INTERPRETER", type=interpreter,
        help="the Python that has an extractor to set beside recon, where this one has not",
    )  # fmt: skip
    options = parser.parse_args(arguments)
    folder = options.shared.resolve()
    with tempfile.TemporaryDirectory() as scratch:
        others = beside(folder, Path(scratch), dict(options.python))
        own = [score(misses=options.misses) for score in (seeds, events.report, slips, errors, drafts)]
        for lines in chain(own, rank(folder), alarms(folder), shared(folder), others):
            sys.stdout.write(f"{lines}\n")
            sys.stdout.flush()


def seeds(*, misses: bool = False) -> str:
    """The score of the project's own seeds, as tables."""
    figures = score_figures(gold_figures(), extracted(str(SEEDS)))
    series = score_series(gold_series(), reconciled(str(SEEDS)))
    lines = [table("seeds: figures", figures.lines()), table("seeds: series", series.lines())]
    if misses:
        lines += [f"  missed: {row['doc']}:{row['start']} {row['text']}" for row in figures.missed]
        lines += [f"  false:  {row['doc']}:{row['start']} {row['text']} {row['noun']}" for row in figures.false]
        lines += [f"  not so: {relation}" for relation, stands in series.stands if not stands]
        for gold, row in series.found:
            said = " ".join(
                f"{name}={row[name]!r}" for name in ("said_by", "origin", "as_of_start", "as_of_end", "status")
            )
            lines.append(f"  claim:  {gold['doc']}:{gold['start']} {gold['text']} {said} in {row['series']}")
    return "\n".join(lines)


def slips(*, misses: bool = False) -> str:
    """The score of the conversions, as a table."""
    with tempfile.TemporaryDirectory() as scratch:
        said = conversions.verdicts(conversions.sentences(), Path(scratch))
    lines = [table("conversions", conversions.lines(said))]
    return "\n".join([*lines, *(f"  {line}" for line in conversions.misses(said))] if misses else lines)


def errors(*, misses: bool = False) -> str:
    """How many seeded errors each rule finds, and what it says of the texts before they were corrupted."""
    scores = score_seeded()
    lines = [table("seeded errors", [score.line() for score in scores])]
    if misses:
        lines += [f"  {score.code} missed: {text!r}" for score in scores for _, text, hit in score.found if not hit]
        lines += [f"  {score.code} false:  {text!r}" for score in scores for text in score.false]
    return "\n".join(lines)


def drafts(*, misses: bool = False) -> str:
    """The verdicts on drafts beside their evidence, file by file."""
    told = []
    for path in evidence.files():
        found = evidence.judged(path)
        told.append(table(f"drafts against evidence, {path.stem} batch", evidence.lines(found)))
        if misses:
            wrong = (one for one in found if one.given != one.wanted)
            told += [f"  {one.given}, not {one.wanted}: {one.figure!r} of {one.draft!r}" for one in wrong]
    return "\n".join(told)


def rank(folder: Path) -> Iterator[str]:
    """Every installed reconciler beside the baselines, wherever a truth is known, then recon-consensus' methods."""
    sets = claim_sets(folder)
    auto = {}
    for one in rankings(discover().reconcilers, folder, sets):
        if "consensus" in one.first:
            auto[one.kind] = one.first["consensus"]
        yield one.text()
    yield from fusion(folder, sets, auto)


def alarms(folder: Path) -> Iterator[str]:
    """What the checks find in articles that nobody has corrupted, by rule; whether it is so takes a reader."""
    for name in ALARMS:
        path = folder / name
        if not path.exists():
            continue
        found = json.loads(recon("check", str(path), "--preview", "--format", "json"))
        documents = len({finding["doc"] for finding in found})
        counts = Counter(finding["code"] for finding in found)
        rows = [(code, f"{counts[code]} findings") for code in sorted(counts)]
        yield table(f"shared, alarms in {name}: {documents} documents", rows)


def shared(folder: Path) -> Iterator[str]:
    """What the shared scorers say of recon's output on their material."""
    if not (folder / "tools").is_dir():
        yield f"no shared material at {folder}; name its folder with --shared"
        return
    names = {"shared": str(folder), "gold": str(folder / "gold")}
    with tempfile.TemporaryDirectory() as scratch:
        for title, command, scorer, arguments in SHARED_RUNS:
            out = Path(scratch) / f"{title.replace(' ', '-').replace(':', '')}.json"
            try:
                out.write_text(recon(*(word.format(**names) for word in command)), encoding="utf-8")
            except RuntimeError as problem:
                yield f"{title}: {problem}"
                continue
            words = [word.format(**names, out=out) for word in arguments]
            tool = [sys.executable, str(folder / "tools" / scorer), *words]
            done = subprocess.run(tool, capture_output=True, text=True, encoding="utf-8", check=False)
            said = done.stdout if done.returncode == 0 else done.stderr.splitlines()[-1]
            yield "\n".join((f"shared, {title}", *(f"  {line[:160]}" for line in said.splitlines()[-40:])))


if __name__ == "__main__":
    main()
