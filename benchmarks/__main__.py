"""Measure how fast recon extracts, beside quantulum3 and others, and whether it is right at that speed.

python -m benchmarks                               under two minutes, on made-up articles whose numbers are known
python -m benchmarks long news.jsonl --write docs  all of docs/benchmarks.md anew, on these articles as well
python -m benchmarks long --only reconcile --write docs    of that page only how recon reconcile grows
python -m benchmarks render docs/benchmarks.json --write docs    the page and the plots from saved results
python -m benchmarks archive --write docs          all of docs/archives.md anew: archives, by kind of input
python -m benchmarks cost --write                  docs/cost.md anew, from the results beside it
python -m benchmarks html                          which library finds the article of a web page, under two minutes
python -m benchmarks inputs html                   how close recon comes to the library below its reader, under a minute
python -m benchmarks million 100000 300000         archives of so many figures, extracted and reconciled
python -m benchmarks generate 200 articles.jsonl --gold gold.jsonl    so many MB of made-up articles
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import archiving, corpora, inputs, maintext, million, suite
from benchmarks.articles import DENSITY, write_batch
from benchmarks.contenders import CONTENDERS
from benchmarks.machine import machine, recon_version, versions
from benchmarks.plans import PLANS
from benchmarks.plot import library
from benchmarks.process import CommandError
from benchmarks.report import around_results, report, write_page
from benchmarks.results import Results, load

OTHERS = ("archive", "cost", "html", "inputs", "render", "million", "generate")
SECTIONS = ("speed", "growth", "length", "jobs", "reconcile")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run what is asked for; see `--help`."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] not in {*PLANS, *OTHERS, "-h", "--help"}:
        given = ["short", *given]
    options = _parser().parse_args(given)
    try:
        options.run(options)
    except (CommandError, OSError, ImportError, ValueError) as problem:
        sys.exit(f"benchmarks: {problem}")
    except KeyboardInterrupt:
        sys.exit(130)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    verbs = parser.add_subparsers(metavar="|".join((*PLANS, *OTHERS)), required=True)
    for mode in PLANS:
        verb = verbs.add_parser(mode, help="measure" + (" all that is published" if mode == "long" else ""))
        verb.add_argument("path", nargs="*", metavar="PATH", help="articles of your own to measure on as well")
        verb.add_argument("--only", action="append", choices=SECTIONS, help="leave the other sections out")
        verb.add_argument("--json", type=Path, metavar="FILE", help="save the results")
        verb.add_argument(
            "--write", type=Path, metavar="DIR", help="write DIR/benchmarks.md, its plots and its results"
        )
        verb.add_argument(
            "--python", action="append", default=[], metavar="NAME=INTERPRETER", type=interpreter,
            help=f"the Python that has a contender ({', '.join(CONTENDERS)}), where this one has not",
        )  # fmt: skip
        verb.set_defaults(run=_measure, mode=mode)
    verb = verbs.add_parser("render", help="the page and the plots from saved results")
    verb.add_argument("results", type=Path, metavar="FILE")
    verb.add_argument("--write", type=Path, metavar="DIR")
    verb.set_defaults(run=lambda options: _told(load(options.results), options.write))
    archiving.add_parser(verbs, _note)
    verb = verbs.add_parser("html", help="which library finds the article of a web page")
    verb.add_argument("--seed", type=int, default=1, help="the same seed gives the same pages (default 1)")
    verb.add_argument("--detail", action="store_true", help="also by the kind of part that a number stands in")
    verb.set_defaults(run=lambda options: print(maintext.told(maintext.measured(options.seed), by_kind=options.detail)))
    verb = verbs.add_parser("inputs", help="files of a kind, by recon and by the library below its reader")
    verb.add_argument("kind", nargs="?", choices=inputs.KINDS, help="only this kind")
    verb.add_argument("--at", type=Path, action="append", default=[], metavar="PATH", help="files of your own")
    verb.add_argument("--rounds", type=int, default=inputs.ROUNDS, help="the best of so many (default %(default)s)")
    verb.set_defaults(run=_inputs)
    verb = verbs.add_parser("million", help="what archives take, to extract and to reconcile")
    verb.add_argument("figures", type=int, nargs="+", metavar="FIGURES", help="about how many figures an archive has")
    verb.add_argument("--jobs", type=int, default=1, metavar="N", help="processes that recon may use (default 1)")
    verb.set_defaults(run=_million)
    verb = verbs.add_parser("generate", help="made-up articles whose numbers are known")
    verb.add_argument("megabytes", type=float, metavar="MEGABYTES")
    verb.add_argument("articles", type=Path, metavar="ARTICLES.jsonl")
    verb.add_argument("--gold", type=Path, required=True, metavar="GOLD.jsonl", help="where their numbers are written")
    verb.add_argument("--seed", type=int, default=1, help="the same seed gives the same articles (default 1)")
    verb.add_argument(
        "--density", type=float, default=DENSITY, help=f"numbers in a thousand characters (default {DENSITY:g})"
    )
    verb.set_defaults(run=_generate)
    return parser


def interpreter(option: str) -> tuple[str, str]:
    """The contender and the Python of an option; the error is argparse's."""
    name, _, path = option.partition("=")
    if name not in CONTENDERS or not path:
        raise argparse.ArgumentTypeError(f"say NAME=INTERPRETER, NAME one of {', '.join(CONTENDERS)}")
    return name, path


def _inputs(options: argparse.Namespace) -> None:
    kinds = [inputs.KINDS[options.kind]] if options.kind else [*inputs.KINDS.values()]
    print(inputs.told([inputs.measured(kind, options.at, options.rounds) for kind in kinds]))


def _million(options: argparse.Namespace) -> None:
    print(million.HEAD)
    with tempfile.TemporaryDirectory() as scratch:
        for one in million.measured(options.figures, Path(scratch), options.jobs, _note):
            print(million.row(*one), flush=True)


def _generate(options: argparse.Namespace) -> None:
    number = write_batch(
        int(options.megabytes * 1e6), options.articles, options.gold, seed=options.seed, density=options.density
    )
    _note(f"{number} articles")


def _measure(options: argparse.Namespace) -> None:
    if options.write:  # what would fail at the end shall fail before the work
        library()
        around_results(options.write)
    with tempfile.TemporaryDirectory() as scratch:
        results = measured(options, Path(scratch))
    if options.write and options.only == ["reconcile"] and (saved := options.write / "benchmarks.json").exists():
        results = replace(load(saved), reconciled=results.reconciled)  # the rest stands as it was measured
    if options.json:
        results.save(options.json)
    _told(results, options.write)


def measured(options: argparse.Namespace, folder: Path) -> Results:
    """The sections that are asked for, one after another; nothing else runs at the same time."""
    plan, wanted = PLANS[options.mode], options.only or SECTIONS
    fixed, peak = suite.startup(folder, plan.runs)
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    results = Results(options.mode, today, machine(), versions(), fixed, peak)

    def note(said: str) -> None:
        _note(said)
        if " is left out: " in said:
            results.notes.append(said)

    if "speed" in wanted:
        batches = [corpora.given(folder, options.path, note)] if options.path else []
        for batch in (*batches, corpora.made(folder, plan.made)):
            if batch is None:
                raise CommandError(f"there are no documents at {' '.join(options.path)}")
            results.corpora.append(batch.told)
            results.speeds += suite.side_by_side(batch, folder, plan, recon_version(), dict(options.python), note)
    if "growth" in wanted:
        results.growth += suite.growth(folder, plan, fixed, peak, note)
    if "length" in wanted:
        results.lengths += suite.lengths(plan, note)
    if "jobs" in wanted:
        results.jobs += suite.jobs(folder, plan, note)
    if "reconcile" in wanted:
        results.reconciled += suite.reconciled(folder, plan, (recon_version(), today), note)
    results.notes = list(dict.fromkeys(results.notes))
    return results


def _told(results: Results, write: Path | None) -> None:
    print(report(results))
    if write:
        for path in write_page(results, write):
            _note(f"wrote {path}")


def _note(said: str) -> None:
    print(said, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
