"""Results as plots, in SVG with its text as text; needs matplotlib (`pip install --group bench`)."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.results import Results
from benchmarks.stats import LINEAR

OURS, THEIRS, GUIDE, STEEP = "#0b6e4f", "#8d99ae", "#adb5bd", "#c1121f"
STYLE = {
    "svg.hashsalt": "recon",
    "svg.fonttype": "none",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 10,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "figure.constrained_layout.use": True,
}


def plots(results: Results, folder: Path) -> dict[Path, str]:
    """The files written and what each shows; ImportError says how to get matplotlib."""
    mpl = library()
    mpl.use("svg")
    folder.mkdir(parents=True, exist_ok=True)
    written = {}
    with mpl.rc_context(STYLE):
        for name, alt, draw, shown in (
            ("speed", "Kilobytes read in a CPU second, by extractor and use", _speed, results.speeds),
            ("growth", "CPU time and peak memory by the size of the batch", _growth, results.growth),
            (
                "length",
                "CPU time by the length of one document, for news and for hostile texts",
                _length,
                results.lengths,
            ),
        ):
            if shown:
                path = folder / f"benchmarks-{name}.svg"
                figure = draw(results)
                figure.savefig(path, metadata={"Date": None})
                written[path] = alt
    return written


def library() -> Any:
    """matplotlib, which a run without --write does without."""
    try:
        return import_module("matplotlib")
    except ImportError as error:
        raise ImportError(f"the plots need matplotlib ({error}): pip install --group bench") from error


def _speed(results: Results) -> Any:
    from matplotlib import pyplot  # noqa: PLC0415

    count = [sum(one.corpus == corpus.name for one in results.speeds) for corpus in results.corpora]
    height = 0.7 * len(count) + 0.3 * sum(count)
    figure, axes = pyplot.subplots(
        len(count), 1, figsize=(7.5, height), squeeze=False, sharex=True, height_ratios=[number + 1 for number in count]
    )
    for axis, corpus in zip(axes[:, 0], results.corpora, strict=True):
        speeds = sorted((one for one in results.speeds if one.corpus == corpus.name), key=lambda one: one.rate)
        rates = [one.rate / 1000 for one in speeds]
        bars = axis.barh(
            [f"{one.name}: {one.use}" for one in speeds], rates,
            color=[OURS if one.name == "recon" else THEIRS for one in speeds], height=0.7,
        )  # fmt: skip
        axis.bar_label(bars, [f"{rate:,.0f}" for rate in rates], padding=3)
        axis.set_xscale("log")
        axis.set_xlim(1, max(rates) * 3)
        axis.xaxis.set_major_formatter("{x:,.0f}")
        axis.set_title(f"{corpus.name}: {corpus.articles:,} articles, {corpus.size / 1e6:.1f} MB")
        axis.tick_params(axis="y", length=0)
    axes[-1, 0].set_xlabel("KB in a CPU second (logarithmic)")
    return figure


def _growth(results: Results) -> Any:
    from matplotlib import pyplot  # noqa: PLC0415

    sizes = [one.size / 1e6 for one in results.growth]
    figure, (time, memory) = pyplot.subplots(1, 2, figsize=(7.5, 3))
    seconds = [one.seconds.median for one in results.growth]
    time.loglog(sizes, seconds, "o-", color=OURS)
    time.loglog(sizes, [seconds[-1] * size / sizes[-1] for size in sizes], "--", color=GUIDE, zorder=0, label="linear")
    time.set(title="CPU s, less start-up", xlabel="MB of text")
    time.legend(frameon=False)
    memory.semilogx(sizes, [one.peak / 1e6 for one in results.growth], "o-", color=OURS)
    memory.axhline(300, ls="--", color=GUIDE, zorder=0)
    for axis in (time, memory):
        axis.set_xticks(sizes, [f"{size:g}" for size in sizes], minor=False)
        axis.set_xticks([], minor=True)
    time.yaxis.set_major_formatter("{x:g}")
    time.yaxis.set_minor_formatter("")
    memory.set(title="peak MB over start-up", xlabel="MB of text", ylim=(0, None))
    return figure


def _length(results: Results) -> Any:
    from matplotlib import pyplot  # noqa: PLC0415

    figure, axis = pyplot.subplots(figsize=(7.5, 4))
    for one in results.lengths:
        if not one.sizes:
            continue
        news, steep = one.name.startswith("news, one"), (one.exponent or 0) > LINEAR
        color = STEEP if steep else OURS if news else GUIDE
        axis.loglog(one.sizes, one.seconds, color=color, lw=2 if news or steep else 1, zorder=2 if news or steep else 1)
        if news or steep:
            axis.annotate(
                one.name, (one.sizes[-1], one.seconds[-1]), xytext=(4, 0), textcoords="offset points", color=color
            )
    axis.margins(x=0.25)
    axis.xaxis.set_major_formatter("{x:,.0f}")
    axis.yaxis.set_major_formatter("{x:g}")
    axis.set(title="one document: CPU s; grey, hostile texts; red, superlinear", xlabel="characters")
    return figure
