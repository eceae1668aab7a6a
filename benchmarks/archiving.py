"""`python -m benchmarks archive`: the sections that are asked for, and where they go."""

from __future__ import annotations

import argparse
import datetime as dt
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks import archives, cost
from benchmarks.archived import Archives, load
from benchmarks.archivepage import SAVED, report, write_page
from benchmarks.kinds import KINDS, NOTES
from benchmarks.machine import machine, versions
from benchmarks.report import around_results
from benchmarks.results import load as load_results

SECTIONS = ("rates", "doubled", "shared", "resumed")
Note = Callable[[str], None]


def add_parser(verbs: Any, note: Note) -> None:
    """The verb and its options."""
    verb = verbs.add_parser("archive", help="how fast archives are read, by kind of input, jobs and nodes")
    verb.add_argument("--kinds", type=_kinds, default=tuple(KINDS), metavar="KIND,…", help=f"of {', '.join(KINDS)}")
    verb.add_argument("--jobs", type=_numbers, default=(1, 2), metavar="N,…", help="numbers of processes (1,2)")
    verb.add_argument("--nodes", type=_numbers, default=(), metavar="N,…", help="numbers of nodes of a cluster of Ray")
    verb.add_argument("--only", action="append", choices=SECTIONS, help="leave the other sections out")
    verb.add_argument("--quick", action="store_true", help="small archives, each read once: a few minutes")
    verb.add_argument("--json", type=Path, metavar="FILE", help="save the results")
    verb.add_argument("--write", type=Path, metavar="DIR", help=f"write DIR/{SAVED} and its page")
    verb.set_defaults(run=lambda options: run(options, note))
    verb = verbs.add_parser("cost", help="what a crawl of the news of the world costs, from saved results")
    verb.add_argument("folder", type=Path, nargs="?", default=Path("docs"), metavar="DIR", help="of the results (docs)")
    verb.add_argument("--write", action="store_true", help=f"write DIR/{cost.PAGE}")
    verb.set_defaults(run=lambda options: count(options, note))


def run(options: argparse.Namespace, note: Note) -> None:
    """Measure, print, and write where that is asked for: sections and kinds left out stand as they were measured."""
    if options.write:  # what would fail at the end shall fail before the work
        around_results(options.write, "archives.md")
    with tempfile.TemporaryDirectory() as folder:
        results = measured(options, Path(folder), note)
    if options.write and (options.only or len(options.kinds) < len(KINDS)) and (options.write / SAVED).exists():
        results = _beside(load(options.write / SAVED), results)
    if options.json:
        results.save(options.json)
    print(report(results))
    if options.write:
        for path in write_page(results, options.write):
            note(f"wrote {path}")


def count(options: argparse.Namespace, note: Note) -> None:
    """Print the tables of the page on cost, or write them into it."""
    if options.write:
        note(f"wrote {cost.write_page(options.folder)}")
    else:
        print(cost.tables(load(options.folder / SAVED), load_results(options.folder / "benchmarks.json")))


def measured(options: argparse.Namespace, folder: Path, note: Note) -> Archives:
    """The sections that are asked for, one after another; nothing else runs at the same time."""
    sizes = archives.QUICK if options.quick else archives.LONG
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    results = Archives("quick" if options.quick else "long", today, machine(), versions())
    wanted = options.only or SECTIONS

    def told(said: str) -> None:
        note(said)
        if " are left out: " in said:
            results.notes.append(said)

    bench = archives.Bench(folder, told)
    sections: dict[str, Callable[[], Iterator[Any]]] = {
        "rates": lambda: archives.rates(bench, sizes, options.kinds),
        "doubled": lambda: archives.doubled(bench, sizes, options.kinds),
        "shared": lambda: archives.shared(bench, sizes, options.kinds, options.jobs, options.nodes, told),
        "resumed": lambda: archives.resumed(bench, sizes, options.kinds),
    }
    for name in SECTIONS:
        if name in wanted:
            getattr(results, name).extend(sections[name]())
    return results


MIXED = ", some of it "
"""Between the modes of results that were not all measured in one."""


def _beside(saved: Archives, fresh: Archives) -> Archives:
    """The fresh results, and what is saved of all that they do not have."""
    order = (*KINDS, NOTES)
    modes = dict.fromkeys([*saved.mode.split(MIXED), fresh.mode])
    merged = replace(fresh, mode=MIXED.join(modes))
    for name in SECTIONS:
        measured = {one.kind for one in getattr(fresh, name)}
        kept = [one for one in getattr(saved, name) if one.kind not in measured]
        setattr(merged, name, sorted([*getattr(fresh, name), *kept], key=lambda one: order.index(one.kind)))
    return merged


def _kinds(option: str) -> tuple[str, ...]:
    wanted = tuple(option.split(","))
    if unknown := sorted({*wanted} - {*KINDS}):
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: there are {', '.join(KINDS)}")
    return wanted


def _numbers(option: str) -> tuple[int, ...]:
    try:
        return tuple(int(one) for one in option.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError("say numbers with commas between, as 1,2,4") from None
