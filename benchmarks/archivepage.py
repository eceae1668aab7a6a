"""What was measured of archives, as Markdown and as the page of the documentation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import Path

from benchmarks.aims import Aim
from benchmarks.archived import Archives, Doubled, Rate, Resumed, Shared
from benchmarks.kinds import NOTES, PAGED
from benchmarks.report import BEGIN, END, around_results, table
from benchmarks.shares import STAGES
from benchmarks.stats import Sample

PAGE, SAVED = "archives.md", "archives.json"
CLOSE = 0.8
"""How near recon is to come to the cleaner alone."""
SCALED, WORTH = 1.6, 1_000
"""How much faster two processes are to be than one, and from how many articles on: they take seconds to start."""
FLAT, SETTLED = 1.5, 1_600
"""By how much memory may grow while an archive doubles, since ids are kept; and the articles that fill a shard, before
which it grows with what is read."""


def report(results: Archives) -> str:
    """The tables; each section where it was measured."""
    return "\n\n".join(_sections(results))


def write_page(results: Archives, folder: Path) -> list[Path]:
    """Put the tables into DIR/archives.md, between its markers, and the results beside it; which files were written."""
    page, before, after = around_results(folder, PAGE)
    page.write_text(f"{before}{BEGIN}\n\n{report(results)}\n\n{END}{after}", encoding="utf-8")
    results.save(folder / SAVED)
    return [page, folder / SAVED]


def aims(results: Archives) -> Iterator[Aim]:
    """What the sections of a run can tell of."""
    for one in results.rates:
        if (near := one.near) is not None:
            yield Aim(f"{one.kind}: at least {CLOSE:g} of the cleaner's rate", _range(near), near.median >= CLOSE)
    for one in results.rates:
        if one.near is not None:
            share = one.stages["extracting"] / one.stages["whole"]
            yield Aim(f"{one.kind}: extraction is the small part", f"{share:.0%}", share < 0.2)
    for kind, grown in groupby(results.doubled, key=lambda one: one.kind):
        sizes = list(grown)
        if kind != NOTES and len(sizes) > 1 and sizes[-2].articles >= SETTLED:
            last, before = sizes[-1], sizes[-2]
            said = f"{before.peak / 1e6:.0f} MB, then {last.peak / 1e6:.0f} MB for {last.articles:,} articles"
            yield Aim(f"{kind}: memory flat while the archive doubles", said, last.peak <= FLAT * before.peak)
    for alone, two in pairwise(results.shared):
        pair = (alone.kind, alone.what, alone.number, two.number) == (two.kind, "jobs", 1, 2)
        if pair and two.kind in PAGED and two.articles >= WORTH:
            times = alone.wall.median / two.wall.median
            yield Aim(f"{two.kind}: two jobs at least {SCALED:g} times one", f"{times:.2f} times", times >= SCALED)


def _sections(results: Archives) -> Iterator[str]:
    yield "### Where and what"
    told = {**results.machine, "date": results.date, "run": results.mode, **results.versions}
    yield table(("", ""), list(told.items()))
    if results.notes:
        yield "\n".join(f"- {note}" for note in results.notes)
    if met := list(aims(results)):
        yield "### Aims"
        yield table(
            ("aim", "measured", ""), [(one.aim, one.measured, "met" if one.met else "**not met**") for one in met]
        )
    if results.rates:
        yield "### By kind of input"
        yield _rates(results.rates)
        yield "### Where the time goes"
        yield _stages(results.rates)
        yield "### Read and written"
        yield _written(results.rates)
    if results.doubled:
        yield "### A growing archive"
        yield _doubled(results.doubled)
    if results.shared:
        yield "### Jobs and nodes"
        yield _shared(results.shared)
    if results.resumed:
        yield "### Taken up again"
        yield _resumed(results.resumed)


def _range(near: Sample) -> str:
    return f"{near.median:.2f} ({near.best:.2f} to {near.worst:.2f})" if near.runs > 1 else f"{near.median:.2f}"


def _rates(rates: Sequence[Rate]) -> str:
    rows = [
        (
            one.kind, f"{one.articles:,}", f"{one.size / 1e6:.1f}", f"{one.text / 1e6:.1f}", _spread(one.cpu),
            f"{one.startup.median:.2f}", f"{one.articles / one.seconds:,.0f}", f"{one.size / one.seconds / 1e6:.2f}",
            f"{one.text / one.seconds / 1e6:.2f}", f"{one.articles / one.wall.median:,.0f}",
            _range(one.near) if one.near is not None else "–",
            f"{one.fed:.0f}" if one.fed is not None else "–",
        )
        for one in rates
    ]  # fmt: skip
    heads = (
        "input", "articles", "MB", "MB of text", "CPU s", "of it start-up", "articles / CPU s", "MB / CPU s",
        "MB of text / CPU s", "articles / s by the clock", "of the cleaner's rate",
        "processes one can feed",
    )  # fmt: skip
    return table(heads, rows)


def _stages(rates: Sequence[Rate]) -> str:
    rows = [
        (
            one.kind,
            *(f"{one.stages[stage] / one.stages['whole']:.0%}" if one.stages[stage] else "–" for stage in STAGES),
            f"{1000 * one.stages['whole'] / one.articles:.2f}",
        )
        for one in rates
    ]
    return table(("input", *STAGES, "ms an article"), rows)


def _written(rates: Sequence[Rate]) -> str:
    rows = [
        (
            one.kind, f"{one.files:,}", f"{one.size / one.articles:,.0f}", f"{one.text / one.articles:,.0f}",
            f"{one.figures / one.articles:.1f}", f"{one.written / one.articles:,.0f}", f"{one.written / one.size:.3f}",
        )
        for one in rates
    ]  # fmt: skip
    heads = (
        "input", "files", "bytes an article", "of text", "figures an article", "bytes written an article",
        "written for a byte read",
    )  # fmt: skip
    return table(heads, rows)


def _doubled(sizes: Sequence[Doubled]) -> str:
    rows = [
        (
            one.kind, f"{one.articles:,}", f"{one.size / 1e6:.1f}", f"{one.cpu:.1f}", f"{one.peak / 1e6:.0f}",
            f"{one.again_cpu:.2f}", f"{one.again_peak / 1e6:.0f}",
        )
        for one in sizes
    ]  # fmt: skip
    heads = (
        "input", "articles", "MB", "CPU s", "peak MB over that of one article",
        "CPU s, run again", "peak MB, run again",
    )  # fmt: skip
    return table(heads, rows)


def _shared(shared: Sequence[Shared]) -> str:
    rows = []
    for one in shared:
        first = next(other for other in shared if other.kind == one.kind)
        rows.append(
            (
                one.kind, f"{one.number} {one.what if one.number > 1 else one.what[:-1]}", f"{one.articles:,}",
                _spread(one.wall), f"{one.articles / one.wall.median:,.0f}", f"{one.size / one.wall.median / 1e6:.2f}",
                f"{first.wall.median / one.wall.median:.2f}", _spread(one.cpu) if one.cpu else "–",
            )
        )  # fmt: skip
    heads = ("input", "by", "articles", "seconds by the clock", "articles / s", "MB / s", "times one job", "CPU s")
    return table(heads, rows)


def _resumed(resumed: Sequence[Resumed]) -> str:
    rows = [
        (
            one.kind, f"{one.articles:,}", one.what, f"{one.cpu:.2f}", f"{one.startup:.2f}", f"{one.whole:.2f}",
            f"{one.cpu / one.whole:.0%}",
        )
        for one in resumed
    ]  # fmt: skip
    heads = ("input", "articles", "run", "CPU s", "of it start-up", "CPU s of the whole", "share of the whole")
    return table(heads, rows)


def _spread(taken: Sample) -> str:
    """'5.2', or '5.2 (5.0 to 6.1)' where it was repeated."""
    middle = f"{taken.median:.1f}"
    return middle if taken.runs == 1 else f"{middle} ({taken.best:.1f} to {taken.worst:.1f})"
