"""What a crawl of the news of the world costs, from what was measured: `python -m benchmarks cost`.

How much is crawled is told by others and stands here with its source; what an article costs is read from the results of
`python -m benchmarks archive`, so that the page of the documentation follows from them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.archived import Archives, Doubled, Rate, load
from benchmarks.archivepage import SAVED
from benchmarks.kinds import NOTES
from benchmarks.report import BEGIN, END, around_results, table
from benchmarks.results import Results
from benchmarks.results import load as load_results
from recon.bulk import BATCH_CHARACTERS

PAGE = "cost.md"
PACKED = (33_000, 37_000)
"""Bytes of WARC an article: 25 TiB in 834 million articles, August 2016 to September 2022; 560 files of 1.07 GB in a
month with 16.4 million, June 2021."""
A_FILE = 1.07e9
"""Bytes of a WARC file of CC-NEWS."""
ENGLISH = (0.20, 0.33)
"""The part of it that is English: 134 million articles of 683 million, cleaned and without copies (2016 to 2021); 63 of
193 million (September 2016 to February 2019)."""
HOUR = 3_600


@dataclass(frozen=True, slots=True)
class Scope:
    """How much of CC-NEWS: in so many articles."""

    name: str
    articles: float


SCOPES = (
    Scope("a day of 2025", 120.3e6 / 365),
    Scope("a month of 2025", 120.3e6 / 12),
    Scope("a month of 2022, the most there was", 201.9e6 / 12),
    Scope("the year 2025", 120.3e6),
    Scope("all, August 2016 to April 2026", 1_357.0e6),
)
"""By the articles per year that the INFINI-NEWS corpus counts."""


@dataclass(frozen=True, slots=True)
class Page:
    """An article of a WARC: CPU seconds where it is English (`known`) and where it is not; bytes of its text, and of
    what is written of it; and figures."""

    known: float
    other: float
    text: float
    written: float
    figures: float


def page_of(rate: Rate) -> Page:
    """What is measured of a kind, by the article; one in another language is set aside, mostly before it is cleaned."""
    each, count = rate.seconds / rate.articles, rate.articles
    aside = rate.aside.less(rate.startup.median).median / count if rate.aside else each
    return Page(each, aside, rate.text / count, rate.written / count, rate.figures / count)


def tables(results: Archives, benchmarks: Results) -> str:
    """All tables of the page."""
    return "\n\n".join(_tables(results, benchmarks))


def write_page(folder: Path) -> Path:
    """Put the tables into DIR/cost.md, between its markers, from the results that are saved beside it."""
    page, before, after = around_results(folder, PAGE)
    made = tables(load(folder / SAVED), load_results(folder / "benchmarks.json"))
    page.write_text(f"{before}{BEGIN}\n\n{made}\n\n{END}{after}", encoding="utf-8")
    return page


def _tables(results: Archives, benchmarks: Results) -> Iterator[str]:
    told = results.machine
    yield (
        f"Measured on {results.date} with recon {results.versions['recon']} on {told['cores']} cores of "
        f"{told['processor']} ({results.mode} run); [all of it](archives.md)."
    )
    yield "### A million articles, by kind of input"
    yield _million(results.rates)
    warc = next((one for one in results.rates if one.kind == "warc"), None)
    if warc is None:
        return
    yield "### CC-NEWS"
    yield _scopes(page_of(warc))
    yield "### What breaks first"
    yield _limits(results, warc, benchmarks)


def _million(rates: Sequence[Rate]) -> str:
    rows = [
        (
            one.kind, f"{one.articles / one.seconds:,.0f}", f"{one.size / one.seconds / 1e6:.2f}",
            f"{1e6 * one.seconds / one.articles / HOUR:.2f}", f"{one.size / one.articles / 1e3:,.1f}",
            f"{one.written / one.articles / 1e3:,.2f}", f"{one.figures / one.articles:.1f}",
        )
        for one in rates
    ]  # fmt: skip
    heads = (
        "input", "articles / s of a core", "MB / s of a core", "core-hours", "GB read", "GB written", "million figures",
    )  # fmt: skip
    return table(heads, rows)


def _scopes(page: Page) -> str:
    rows = []
    for scope in SCOPES:
        english = [scope.articles * share for share in ENGLISH]
        read = [scope.articles * size for size in PACKED]
        hours = [(page.known * one + page.other * (scope.articles - one)) / HOUR for one in english]
        rows.append(
            (
                scope.name, _number(scope.articles / 1e6), _range(size / 1e9 for size in read),
                _range(size / A_FILE for size in read), _range(hours), _range(one / 1e6 for one in english),
                _range(one * page.written / 1e9 for one in english),
                _range(one * page.text / BATCH_CHARACTERS for one in english),
                _range(one * page.figures / 1e6 for one in english),
            )
        )  # fmt: skip
    heads = (
        "of CC-NEWS", "million articles", "GB read", "WARC files", "core-hours", "million in English", "GB written",
        "shards", "million figures",
    )  # fmt: skip
    return table(heads, rows)


def _limits(results: Archives, warc: Rate, benchmarks: Results) -> str:
    page = page_of(warc)
    shown = [("an article of a WARC", f"{1000 * page.known:.1f} ms of a core")]
    shown.append(("of it the cleaner", f"{warc.stages['cleaning'] / warc.stages['whole']:.0%}"))
    shown.append(("an article that is not in English", f"{1000 * page.other:.1f} ms of a core"))
    pages = [A_FILE / size for size in reversed(PACKED)]
    shown.append(
        ("a WARC file", f"{_range(pages)} pages, {_range(one * page.known / 60 for one in pages)} core-minutes")
    )
    lost = BATCH_CHARACTERS / page.text
    shown.append(("a shard", f"{lost:,.0f} articles, {lost * page.known:.0f} core-seconds of WARC"))
    if warc.fed:
        shown.append(("processes that one can feed, WARC", f"{warc.fed:.0f}"))
    if (kept := _kept([one for one in results.doubled if one.kind == NOTES])) is not None:
        first, again = kept
        shown.append(("memory for each document of a run", f"{first:,.0f} bytes"))
        shown.append(("memory for each document that is there, in a later run", f"{again:,.0f} bytes"))
        month = [SCOPES[1].articles * share for share in ENGLISH]
        shown.append((f"the same for {SCOPES[1].name}", f"{_range(one * again / 1e9 for one in month)} GB"))
        year = [SCOPES[3].articles * share for share in ENGLISH]
        shown.append((f"the same for {SCOPES[3].name}", f"{_range(one * again / 1e9 for one in year)} GB"))
    if benchmarks.reconciled:
        most = max((one for one in benchmarks.reconciled if one.kind == "many stories"), key=lambda one: one.articles)
        each, memory = most.seconds.median / most.articles, most.peak / most.articles
        what = f"recon reconcile, {most.articles:,} articles"
        shown.append((what, f"{1000 * each:.1f} ms and {memory / 1000:.0f} KB an article"))
        day, month_ = ([scope.articles * share for share in ENGLISH] for scope in (SCOPES[0], SCOPES[1]))
        shown.append((f"the same for {SCOPES[0].name}", f"{_range(one * memory / 1e9 for one in day)} GB"))
        shown.append((f"the same for {SCOPES[1].name}", f"{_range(one * memory / 1e9 for one in month_)} GB"))
    return table(("", "measured"), shown)


def _kept(sizes: Sequence[Doubled]) -> tuple[float, float] | None:
    """Bytes for each document more, in a run and in one that finds them: between the smallest and the largest."""
    if len(sizes) < 2:
        return None
    few, many = sizes[0], sizes[-1]
    more = many.articles - few.articles
    return (many.peak - few.peak) / more, (many.again_peak - few.again_peak) / more


def _range(ends: Iterator[float] | Sequence[float]) -> str:
    """'330 to 370', one number where both ends print alike."""
    low, high = (_number(one) for one in sorted(ends))
    return low if low == high else f"{low} to {high}"


def _number(value: float) -> str:
    """Two figures that count, or all before the point."""
    if value >= 100:
        digits = len(f"{value:.0f}") - 2
        return f"{round(value, -digits):,.0f}"
    return f"{value:.0f}" if value >= 10 else f"{value:.2g}"
