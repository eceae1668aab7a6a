"""Results as Markdown, and as the page of the documentation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.aims import aims, baseline, batch_exponent, reconcile_exponent
from benchmarks.plot import plots
from benchmarks.results import Corpus, Reconciled, Results, Speed
from benchmarks.stats import LINEAR, Sample

BEGIN, END = "<!-- results -->", "<!-- end of results -->"
ACCURACY = ("recall", "with_unit", "with_bound", "precision", "distracted")
SHARES = ("value found", "and unit", "and bound", "precision", "no quantity, yet taken")


def report(results: Results) -> str:
    """The tables; each section where it was measured."""
    return "\n\n".join(_sections(results))


def write_page(results: Results, folder: Path) -> list[Path]:
    """Put the tables and the plots into DIR/benchmarks.md, between its markers; which files were written."""
    page, before, after = around_results(folder)
    images = plots(results, folder / "images")
    shown = "\n\n".join(f"![{alt}](images/{path.name})" for path, alt in images.items())
    page.write_text(f"{before}{BEGIN}\n\n{shown}\n\n{report(results)}\n\n{END}{after}", encoding="utf-8")
    results.save(folder / "benchmarks.json")
    return [page, folder / "benchmarks.json", *images]


def around_results(folder: Path, name: str = "benchmarks.md") -> tuple[Path, str, str]:
    """The page of a folder, and what stands before and after its results; ValueError where it has no place for them."""
    page = folder / name
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{page} has no {BEGIN} and {END} between which the results would go")
    return page, before, after


def _sections(results: Results) -> Iterator[str]:
    yield "### Where and what"
    told = {**results.machine, "date": results.date, "run": results.mode, **results.versions}
    others = {one.name: one.version for one in results.speeds if one.name != "recon"}
    yield table(("", ""), [(name, value) for name, value in {**told, **others}.items()])
    if results.notes:
        yield "\n".join(f"- {note}" for note in results.notes)
    yield "### Aims"
    yield table(
        ("aim", "measured", ""), [(one.aim, one.measured, "met" if one.met else "**not met**") for one in aims(results)]
    )
    begun = f"{_spread(results.startup)} CPU s and {results.startup_peak / 1e6:.0f} MB"
    yield f"The start-up, the whole command on one short article, takes {begun}."
    for corpus in results.corpora:
        yield f"### Side by side: {corpus.name}"
        yield _told(corpus)
        yield _speeds([one for one in results.speeds if one.corpus == corpus.name], baseline(results, corpus.name))
        if right := [one for one in results.speeds if one.corpus == corpus.name and one.accuracy]:
            yield _accuracies(right)
    if results.growth:
        yield "### A growing batch"
        yield _growth(results)
    if results.lengths:
        yield "### One growing document"
        yield _lengths(results)
    if results.jobs:
        yield "### Jobs"
        yield _jobs(results)
    if results.reconciled:
        yield "### Reconciling more and more articles"
        yield _reconciled(results)


def _told(corpus: Corpus) -> str:
    density = f", {corpus.density:.1f} numbers in a thousand bytes" if corpus.density else ""
    return f"{corpus.articles:,} articles, {corpus.size / 1e6:.2f} MB of text{density}."


def _speeds(speeds: Sequence[Speed], slow: Speed | None) -> str:
    rows = []
    for one in speeds:
        ratio = f"{one.rate / slow.rate:,.0f}" if slow and one.rate >= 10 * slow.rate else ""
        ratio = ratio or (f"{one.rate / slow.rate:.2g}" if slow else "–")
        failed = f", {one.failed} failed" if one.failed else ""
        read = f"{one.articles:,}{failed}"
        rows.append(
            (
                f"{one.name}: {one.use}",
                read,
                f"{one.size / 1e6:.2f}",
                _spread(one.seconds),
                f"{one.rate / 1000:,.0f}",
                ratio,
            )
        )
    heads = (
        "extractor",
        "articles",
        "MB",
        "CPU s: median (best to worst)",
        "KB / CPU s",
        f"times {slow.name if slow else '–'}",
    )
    return table(heads, rows)


def _accuracies(speeds: Sequence[Speed]) -> str:
    first = {one.name: one for one in reversed(speeds)}
    rows = [(one.name, f"{one.size / 1e6:.2f}", *_shares(one.accuracy)) for one in reversed(first.values())]
    return table(("extractor", "MB", *SHARES), rows)


def _growth(results: Results) -> str:
    rows = []
    for one in results.growth:
        read = (f"{one.size / 1e6:g}", f"{one.articles:,}")
        rate = f"{one.size / one.seconds.median / 1000:,.0f}"
        rows.append((*read, _spread(one.seconds), rate, f"{one.peak / 1e6:.0f}", *_shares(one.accuracy)))
    steep = batch_exponent(results)
    return table(("MB", "articles", "CPU s", "KB / CPU s", "peak MB over start", *SHARES), rows) + (
        f"\n\nTime grows as size to the {steep:.2f}." if steep else ""
    )


def _lengths(results: Results) -> str:
    rows = []
    for one in sorted(results.lengths, key=lambda one: (-(one.exponent or 9.0), one.name)):
        grown = f"{one.exponent:.2f}" if one.exponent is not None else "–"
        flag = (
            "**superlinear**" if (one.exponent or 0) > LINEAR else "too brief to tell" if one.exponent is None else ""
        )
        longest = (f"{one.sizes[-1]:,}", f"{one.seconds[-1]:.3f}") if one.sizes else ("did not end", "–")
        rows.append((one.name.replace("|", "\\|"), *longest, grown, flag + (" stopped early" if one.stopped else "")))
    return table(("text", "characters", "CPU s", "exponent", ""), rows)


def _jobs(results: Results) -> str:
    alone = results.jobs[0].wall.median
    rows = [
        (str(one.jobs), f"{one.size / 1e6:g}", _spread(one.wall), f"{alone / one.wall.median:.2f}", _spread(one.cpu))
        for one in results.jobs
    ]
    return table(("jobs", "MB", "seconds by the clock", "times one job", "CPU s"), rows)


def _reconciled(results: Results) -> str:
    rows = []
    before: Reconciled | None = None
    for one in results.reconciled:
        first = before is None or before.kind != one.kind
        times = "–" if first or before is None else f"{one.seconds.median / before.seconds.median:.2f}"
        more = "–" if first or before is None else f"{one.articles / before.articles:.2f}"
        rate = f"{one.articles / one.seconds.median:,.0f}"
        sizes = (f"{one.peak / 1e6:,.0f}", f"{one.written / 1e6:,.1f}")
        rows.append((one.kind, f"{one.articles:,}", f"{one.seconds.median:.2f}", rate, more, times, *sizes))
        before = one
    heads = (
        "articles of", "articles", "CPU s", "articles / CPU s", "times the articles", "times the time",
        "peak MB", "MB of JSON",
    )  # fmt: skip
    grown = [
        f"{kind} as articles to the {reconcile_exponent(results, kind) or 0:.2f}"
        for kind in dict.fromkeys(one.kind for one in results.reconciled)
    ]
    last = results.reconciled[-1]
    measured = f"Measured on {last.date} with recon {last.version}; time grows with {', '.join(grown)}."
    return table(heads, rows) + f"\n\n{measured}"


def _shares(accuracy: Mapping[str, float | None] | None) -> list[str]:
    shares = [(accuracy or {}).get(name) for name in ACCURACY]
    return ["–" if one is None else f"{one:.3f}" for one in shares]


def _spread(taken: Sample) -> str:
    """'0.52', or '0.52 (0.50 to 0.61)' where it was repeated."""
    digits = 2 if taken.median >= 0.1 else 4
    middle = f"{taken.median:.{digits}f}"
    return middle if taken.runs == 1 else f"{middle} ({taken.best:.{digits}f} to {taken.worst:.{digits}f})"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table, its columns aligned to be read as it stands; numbers to the right."""
    cells = [list(heads), *map(list, rows)]
    widths = [max(3, *(len(row[column]) for row in cells)) for column in range(len(heads))]
    right = [column > 0 and any(row[column][:1].isdigit() for row in rows) for column in range(len(heads))]

    def line(row: Sequence[str]) -> str:
        fitted = (
            cell.rjust(width) if side else cell.ljust(width)
            for cell, width, side in zip(row, widths, right, strict=True)
        )
        return f"| {' | '.join(fitted)} |"

    rule = " | ".join("-" * (width - side) + ":" * side for width, side in zip(widths, right, strict=True))
    return "\n".join((line(cells[0]), f"| {rule} |", *map(line, cells[1:])))
