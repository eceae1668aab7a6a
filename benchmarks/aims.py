"""What recon aims at, and whether a run shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.contenders import BASELINE
from benchmarks.results import Results, Speed
from benchmarks.stats import LINEAR, exponent


@dataclass(frozen=True, slots=True)
class Aim:
    """An aim, what was measured, and whether that meets it."""

    aim: str
    measured: str
    met: bool


def aims(results: Results) -> Iterator[Aim]:
    """Those that the sections of a run can tell of; speed is on its first corpus, the user's own where there is one."""
    yield Aim("start-up: at most 0.6 CPU s", f"{results.startup.median:.2f} s", results.startup.median <= 0.6)
    corpus = results.corpora[0].name if results.corpora else ""
    speeds = {one.use if one.name == "recon" else one.name: one for one in results.speeds if one.corpus == corpus}
    if BASELINE in speeds:
        for use, least in (("command, cold, less start-up", 1000), ("object, the same again", 3000)):
            if use in speeds:
                ratio = speeds[use].rate / speeds[BASELINE].rate
                yield Aim(f"{use}: at least {least:,} times {BASELINE}", f"{ratio:,.0f} times", ratio >= least)
    if results.growth:
        steep = batch_exponent(results) or 0.0
        yield Aim("time linear in the size of the batch", f"size to the {steep:.2f}", steep <= LINEAR)
        largest = results.growth[-1]
        said = f"{largest.peak / 1e6:.0f} MB for {largest.size / 1e6:g} MB"
        yield Aim("memory at most 300 MB over the start-up's", said, largest.peak <= 300e6)
    if results.lengths:
        steepest = max(results.lengths, key=lambda one: (not one.sizes, one.exponent or 0.0))
        said = f"at most length to the {steepest.exponent or 0:.2f} ({steepest.name})"
        if not steepest.sizes:
            said = f"{steepest.name} did not end"
        met = bool(steepest.sizes) and (steepest.exponent or 0.0) <= LINEAR
        yield Aim("time linear in one document's length, whatever it holds", said, met)
    if results.reconciled:
        thousand = [one.seconds.median for one in results.reconciled if one.articles == 1_000]
        if thousand:
            yield Aim("1,000 articles reconciled: at most 20 CPU s", f"{max(thousand):.1f} s", max(thousand) <= 20)
        grown, kind = max((reconcile_exponent(results, one.kind) or 0.0, one.kind) for one in results.reconciled)
        yield Aim(
            "time of reconciling linear in the articles", f"articles to the {grown:.2f} ({kind})", grown <= LINEAR
        )
        largest_peak = max(one.peak for one in results.reconciled)
        most = max(one.articles for one in results.reconciled)
        said = f"{largest_peak / 1e6:,.0f} MB, {most:,} articles"
        yield Aim("reconciling takes at most 2 GB", said, largest_peak <= 2e9)
    if (two := {one.jobs: one for one in results.jobs}).keys() >= {1, 2}:
        gain = two[1].wall.median / two[2].wall.median
        yield Aim("two jobs: at least 1.6 times one", f"{gain:.2f} times", gain >= 1.6)


def batch_exponent(results: Results) -> float | None:
    """How CPU time grows with the batch."""
    return exponent([one.size for one in results.growth], [one.seconds.median for one in results.growth])


def reconcile_exponent(results: Results, kind: str) -> float | None:
    """How CPU time grows with the articles of a kind."""
    rows = [one for one in results.reconciled if one.kind == kind]
    return exponent([one.articles for one in rows], [one.seconds.median for one in rows])


def baseline(results: Results, corpus: str) -> Speed | None:
    """The one that ratios are to."""
    return next((one for one in results.speeds if (one.corpus, one.name) == (corpus, BASELINE)), None)
