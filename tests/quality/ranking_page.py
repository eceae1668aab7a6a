"""The ranking as a page of the documentation: tables between two markers, a plot, and the results they are made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.machine import machine, recon_version
from benchmarks.plot import library
from benchmarks.report import BEGIN, END, around_results, table
from recon.engine import discover
from recon.host import DISTRIBUTION
from recon.ranking import HEADS, cells
from tests.quality.ranking_plot import held, intervals, plot
from tests.quality.ranking_results import Results, Table, load

if TYPE_CHECKING:
    from tests.quality.ranking import Ranked

__all__ = ["load", "ready", "report", "results", "write"]

PAGE, RESULTS, IMAGE = "ranking.md", "ranking.json", "images/ranking-coverage.svg"
OWN = ("streams", "events")
"""The kinds of material that come with recon; anybody can rank on them."""


def ready(folder: Path) -> None:
    """ImportError or ValueError where `write` would fail in the end."""
    library()
    around_results(folder, PAGE)
    if (saved := folder / RESULTS).exists():
        load(saved)


def results(made: Sequence[Ranked]) -> Results:
    """What was ranked on, of the published material, with the machine and the versions it holds for."""
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    owners = {owned.owner.distribution: owned.owner.version for owned in discover().reconcilers}
    versions = {"recon": recon_version(), **{name: owners[name] for name in sorted(owners) if name != DISTRIBUTION}}
    return Results(
        machine={name: told for name, told in machine().items() if name != "load before"},
        tables=tuple(
            Table(
                kind=one.kind, title=one.title, scale=one.materials[0].scale, materials=len(one.materials),
                questions=one.questions, series=one.series, seconds=round(one.seconds, 1), date=today,
                versions=versions, standings=tuple(one.standings),
            )
            for one in made
            if one.public
        ),
    )  # fmt: skip


def write(told: Results, folder: Path) -> list[Path]:
    """Put the tables and the plot into DIR/ranking.md; which files were written.

    A table of earlier results whose material was not there this time is kept.
    """
    page, before, after = around_results(folder, PAGE)
    saved, image = folder / RESULTS, folder / IMAGE
    measured = {one.kind for one in told.tables}
    kept = [one for one in load(saved).tables if one.kind not in measured] if saved.exists() else []
    told = Results(machine=told.machine, tables=(*told.tables, *kept))
    image.parent.mkdir(parents=True, exist_ok=True)
    plot([one for one in told.tables if one.kind in OWN], image)
    page.write_text(f"{before}{BEGIN}\n\n{report(told)}\n\n{END}{after}", encoding="utf-8")
    told.save(saved)
    return [page, saved, image]


def report(told: Results) -> str:
    """What stands between the markers of the page."""
    return "\n\n".join(_sections(told))


def _sections(told: Results) -> Iterator[str]:
    yield f"![{_alternative(told)}]({IMAGE})"
    for one in told.tables:
        yield f"### {one.title[0].upper()}{one.title[1:]}"
        unit = "logarithms" if one.scale == "log" else "differences"
        counted = f"{one.questions:,} questions about {one.series:,} series; error and width are of {unit}."
        yield f"{counted} Measured on {one.date} in {one.seconds:.1f} CPU s with {_versions(one)}."
        yield _standings(one)
    yield "### The machine"
    yield table(("", ""), list(told.machine.items()))


def _standings(one: Table) -> str:
    keep = [one.materials > 1 or head != "place" for head in HEADS]
    rows = [(standing.name, *cells(standing)) for standing in one.standings]
    kept = [[cell for cell, stays in zip(row, (True, *keep), strict=True) if stays] for row in (("", *HEADS), *rows)]
    return table(kept[0], kept[1:])


def _versions(one: Table) -> str:
    *most, last = (f"{name} {version}" for name, version in one.versions.items())
    return f"{', '.join(most)} and {last}" if most else last


def _alternative(told: Results) -> str:
    """The plot in words, for those who do not see it."""
    said = []
    for one in told.tables:
        if one.kind in OWN:
            shares = (f"{standing.name} {held(standing)[0]:.2f}" for standing in reversed(intervals(one)))
            said.append(f"{one.title}: {', '.join(shares)}")
    return f"Share of intervals that hold the truth, beside 0.8. {'; '.join(said)}"
