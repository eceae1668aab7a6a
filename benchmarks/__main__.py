"""Time recon's extractor and quantulum3 on the same articles in one run, in CPU seconds of this process.

Without PATH, on made-up articles whose quantities are known, so that accuracy is shown as well; else on the documents
found there (a file, a folder, a .jsonl). quantulum3 is slow: it reads as many of them as it can within its budget, and
the ratio is of both on that part. recon reads that part and, for its own speed on a large batch, everything.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Iterator, Sequence

from benchmarks.accuracy import accuracy
from benchmarks.articles import Article, generated
from benchmarks.contenders import Run, contenders, run
from recon import Document
from recon.engine import discover
from recon.errors import ReadError
from recon.intake import read

ARTICLES = 1500
BUDGET = 20.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the report; see `--help`."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("path", nargs="*", metavar="PATH", help="documents to read instead of made-up articles")
    parser.add_argument("--articles", type=int, default=ARTICLES, help=f"how many to make up (default {ARTICLES})")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same articles (default 1)")
    parser.add_argument("--budget", type=float, default=BUDGET, help=f"CPU seconds for quantulum3 (default {BUDGET:g})")
    options = parser.parse_args(arguments)
    articles = list(given(options.path) if options.path else generated(options.articles, options.seed))
    if not articles:
        parser.error("there are no documents at the paths given")
    for said in report(articles, options.budget):
        print(said, flush=True)


def given(paths: Sequence[str]) -> Iterator[Article]:
    """The documents at the paths, of whose quantities nothing is known; what cannot be read is named on stderr."""
    for item in read(paths, discover().readers):
        if isinstance(item, Document):
            yield Article(item, None)
        else:
            print(item if isinstance(item, ReadError) else item.message, file=sys.stderr)


def report(articles: Sequence[Article], budget: float) -> Iterator[str]:
    """The lines of a benchmark: where, on what, each extractor's speed and accuracy, the ratio."""
    ours, theirs = contenders()
    warming = next(generated(1, seed=0))
    yield f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} CPUs"
    slow = run(theirs, articles, warming, budget)
    fast = run(ours, slow.articles, warming)
    whole = run(ours, articles, warming)
    yield f"the same {len(slow.articles)} of {len(articles)} articles, {slow.size / 1000:.0f} KB:"
    for one in (fast, slow):
        yield line(one)
    if slow.articles[0].gold is not None:
        yield "  (precision: dates, years, ordinals and times of day taken for quantities count as false)"
    yield f"recon reads {fast.kilobytes_per_second / slow.kilobytes_per_second:.0f} times as much in a CPU second"
    yield f"all {len(articles)} articles, {whole.size / 1000:.0f} KB:"
    yield line(whole)


def line(done: Run) -> str:
    """One extractor's row."""
    said = f"  {done.contender.name} {done.contender.version}: "
    said += f"{done.kilobytes_per_second:,.0f} KB/s ({done.seconds:.2f} CPU s), {sum(map(len, done.found))} quantities"
    judged = accuracy(done)
    return said + (f", recall {judged.recall:.3f}, precision {judged.precision:.3f}" if judged else "")


if __name__ == "__main__":
    main()
