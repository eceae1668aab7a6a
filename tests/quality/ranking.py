"""Every installed reconciler beside the baselines, wherever a truth is known: `python -m tests.quality.ranking`.

On simulated streams of several seeds; on the invented events, one step ahead (`ahead.py`); and, from a folder named
with `--shared`, on gold events and on public sets of claims (`claim_sets.py`). `--write docs` writes the table, the
plot and the results of docs/ranking.md, which takes matplotlib (`pip install --group bench`); `--render docs` writes
the page and the plot again from the results that are there.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from recon.engine import discover
from recon.host import Owned
from recon.model import Reconciler
from recon.ranking import SEEDS, Answers, Material, Standing, answers_of, baselines, placed, simulated, standings
from tests.quality import ranking_page
from tests.quality.ahead import one_step_ahead
from tests.quality.claim_sets import TITLES, claim_sets
from tests.quality.events import EVENTS
from tests.quality.product import ROOT

STREAMS = 60
"""Of each seed."""


@dataclass(frozen=True, kw_only=True)
class Ranked:
    """What ranking on one kind of material came to; `materials` are its repetitions, one for most kinds."""

    kind: str
    title: str
    materials: Sequence[Material]
    standings: Sequence[Standing]
    first: Mapping[str, Answers]
    """Each reconciler's answers to the first of the materials."""
    seconds: float
    public: bool = True

    @property
    def questions(self) -> int:
        return sum(len(one.asked) for one in self.materials)

    @property
    def series(self) -> int:
        return sum(len({key for key, _ in one.asked}) for one in self.materials)

    def text(self) -> str:
        unit = "logarithms" if self.materials[0].scale == "log" else "differences"
        told = f"{self.questions:,} questions about {self.series:,} series, errors and widths of {unit}"
        return "\n".join([f"ranking on {self.title}: {told}, {self.seconds:.0f} CPU s", *standings("", self.standings)])


def rankings(
    reconcilers: Sequence[Owned[Reconciler]],
    folder: Path,
    sets: Sequence[Material] | None = None,
    doing: Callable[[str], None] = lambda _: None,
) -> Iterator[Ranked]:
    """One after another, as they are done. What is in a shared folder and not published is not `public`."""

    def ranked(kind: str, title: str, materials: Sequence[Material], *, public: bool = True) -> Ranked:
        begun = time.process_time()
        methods = (*reconcilers, *baselines())
        made = answers_of(methods, materials, lambda said: doing(f"{title}: {said}"))
        return Ranked(
            kind=kind, title=title, materials=materials, standings=placed(methods, made, materials),
            first={owned.key: row[0] for owned, row in zip(methods, made, strict=True)},
            seconds=time.process_time() - begun, public=public,
        )  # fmt: skip

    yield ranked("streams", f"simulated streams, {STREAMS} of each of {len(SEEDS)} seeds", streams())
    yield ranked("events", "invented events, one step ahead", [events()])
    gold = folder / "gold" / "events.csv"
    if gold.exists():
        yield ranked("gold", "gold events, one step ahead", [one_step_ahead("gold", [gold])], public=False)
    for one in claim_sets(folder) if sets is None else sets:
        yield ranked(one.name, TITLES.get(one.name, one.name), [one], public=one.name in TITLES)


def streams() -> list[Material]:
    """The simulated streams, one material for each seed."""
    return [simulated(seed, STREAMS) for seed in SEEDS]


def events() -> Material:
    """The project's own invented events."""
    return one_step_ahead("events", sorted(EVENTS.glob("gold_*.csv")))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR")
    parser.add_argument("--write", type=Path, metavar="DIR", help="write DIR/ranking.md, its plot and its results")
    parser.add_argument("--render", type=Path, metavar="DIR", help="the page and the plot from DIR/ranking.json")
    options = parser.parse_args(arguments)
    try:
        if options.render:
            written = ranking_page.write(ranking_page.load(options.render / "ranking.json"), options.render)
        else:
            written = _measured(options.shared.resolve(), options.write)
    except (ImportError, OSError, ValueError) as problem:
        sys.exit(f"ranking: {problem}")
    for path in written:
        sys.stderr.write(f"wrote {path}\n")


def _measured(shared: Path, folder: Path | None) -> Sequence[Path]:
    """Print each table as it is done; the files written."""
    if folder:  # what would fail at the end shall fail before the work
        ranking_page.ready(folder)
    made = []
    doing = _told if sys.stderr.isatty() else lambda _: None
    for one in rankings(discover().reconcilers, shared, doing=doing):
        sys.stderr.write("\r\x1b[K" if sys.stderr.isatty() else "")
        sys.stdout.write(f"{one.text()}\n\n")
        sys.stdout.flush()
        made.append(one)
    return ranking_page.write(ranking_page.results(made), folder) if folder else ()


def _told(step: str) -> None:
    """For those who wait: who is at work, on a line that the next one takes."""
    sys.stderr.write(f"\r\x1b[K{step}")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
