"""How often low to high holds the truth, and how wide it is, as a plot in SVG; needs matplotlib."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.plot import GUIDE, OURS, STYLE, THEIRS, library
from recon.ranking import Standing
from tests.quality.ranking_results import Table

AIM = 0.8
MODELS = frozenset({"rising"})
"""Whose low to high is meant to hold the truth that often; of the others it is what a rule says."""
NARROW = 0.005
"""A mean width below this is no interval: low and high are the same number, nearly always."""
CONFIDENCE = 1.96
"""Standard deviations to either side of 95 %."""


def plot(tables: Sequence[Table], path: Path) -> None:
    """A row of two panels for each table: coverage with its uncertainty beside 80 %, and width."""
    mpl = library()
    mpl.use("svg")
    shown = [(table, intervals(table)) for table in tables]
    with mpl.rc_context({**STYLE, "svg.hashsalt": "recon ranking"}):
        from matplotlib import pyplot  # noqa: PLC0415

        heights = [len(given) + 1.5 for _, given in shown]
        figure, axes = pyplot.subplots(
            len(shown), 2, figsize=(7.5, 0.3 * sum(heights) + 0.5), squeeze=False, height_ratios=heights, sharey="row",
            sharex="col", width_ratios=(3, 2),
        )  # fmt: skip
        for (coverage, width), (table, given) in zip(axes, shown, strict=True):
            _coverage(coverage, given)
            coverage.set_title(table.title)
            _width(width, given)
        axes[-1, 0].set_xlabel("share of intervals that hold the truth")
        axes[-1, 1].set_xlabel("mean width, log(high / low)")
        figure.savefig(path, metadata={"Date": None})


def intervals(table: Table) -> list[Standing]:
    """Those that give intervals of any width, the one in front last, as an axis counts."""
    return [one for one in reversed(table.standings) if (one.mean("width") or 0) >= NARROW]


def held(one: Standing) -> tuple[float, float, float]:
    """The observed coverage, and the ends of its 95 % interval by Wilson's score.

    Counted is each series once and not each interval: the days of one series stand or fall together. Wilson,
    "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927).
    """
    share, count = one.mean("coverage") or 0.0, sum(score.of_series for score in one.scores)
    if not count:
        return share, 0.0, 1.0
    square = CONFIDENCE**2 / count
    middle = (share + square / 2) / (1 + square)
    half = CONFIDENCE / (1 + square) * math.sqrt(share * (1 - share) / count + square / (4 * count))
    return share, max(middle - half, 0.0), min(middle + half, 1.0)


def _coverage(axis: Any, given: Sequence[Standing]) -> None:
    axis.axvline(AIM, ls="--", color=GUIDE, zorder=0)
    axis.annotate("80 %", (AIM, 1), xycoords=("data", "axes fraction"), xytext=(3, -8), textcoords="offset points")
    for at, one in enumerate(given):
        share, low, high = held(one)
        aims = one.name in MODELS
        axis.errorbar(
            share, at, xerr=[[max(share - low, 0)], [max(high - share, 0)]], capsize=3, fmt="o" if aims else "s",
            color=OURS if aims else THEIRS, markerfacecolor=OURS if aims else "white",
        )  # fmt: skip
    axis.set_yticks(range(len(given)), [one.name for one in given])
    axis.set_ylim(-0.7, len(given) - 0.3)
    axis.set_xlim(-0.03, 1.03)  # room for a mark at either end
    axis.tick_params(axis="y", length=0)


def _width(axis: Any, given: Sequence[Standing]) -> None:
    widths = [one.mean("width") or 0.0 for one in given]
    colors = [OURS if one.name in MODELS else THEIRS for one in given]
    bars = axis.barh(range(len(given)), widths, color=colors, height=0.5)
    axis.bar_label(bars, [f"{width:.2f}" for width in widths], padding=3)
    axis.margins(x=0.2)
    axis.tick_params(axis="y", length=0)
