"""The report in a few lines of Markdown, for a message to somebody who will open the page or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from recon.model import Document, Finding, Reconciliation, Series
from recon.reports.choosing import is_told_twice
from recon.reports.index import Index, index_of
from recon.reports.layout import counted, printable
from recon.reports.needs import Needs, by_need, needs_of, newest_reported
from recon.reports.numbers import as_of, chain, quantity

MOST_SERIES = 10
MOST_FLAGS = 2
MOST_FINDINGS = 10
_SPECIAL = re.compile(r"([\\`*_\[\]<>&]|~(?=~))")
"""What Markdown reads as more than text in the middle of a line; a tilde alone is "about"."""


def message(result: Reconciliation, shown: Sequence[Series] | None = None) -> str:
    """What needs a person, then what does not add up within the articles; series in the order given, else by need."""
    needs = needs_of(result)
    index = index_of(result)
    ordered = by_need(result.series, needs) if shown is None else shown
    several = [one for one in ordered if is_told_twice(one)]
    return "\n".join(_lines(result, several, needs, index)).rstrip() + "\n"


def _lines(
    result: Reconciliation, several: Sequence[Series], needs: Mapping[str, Needs], index: Index
) -> Iterator[str]:
    pressing = [one for one in several if needs[one.key].any]
    yield f"**{counted(len(result.documents), 'article')}, {counted(len(several), 'number')} told more than once**"
    yield ""
    worst = [line for one in pressing[:MOST_SERIES] for line in _series(one, needs, index)]
    yield from _section("What needs a person", worst)
    if len(pressing) > MOST_SERIES:
        yield f"And {len(pressing) - MOST_SERIES:,} more."
        yield ""
    rest = [one for one in several if not needs[one.key].any][: max(0, MOST_SERIES - len(pressing))]
    yield from _section("The others", [_head(one, needs[one.key]) for one in rest])
    within = [one for one in result.findings if _is_within(one)]
    listed = [_finding(one, index.documents) for one in within[:MOST_FINDINGS]]
    yield from _section("What does not add up within an article", listed)
    if len(within) > MOST_FINDINGS:
        yield f"And {len(within) - MOST_FINDINGS:,} more."


def _section(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"**{heading}**"
        yield ""
        yield from lines
        yield ""


def _series(series: Series, needs: Mapping[str, Needs], index: Index) -> Iterator[str]:
    yield _head(series, needs[series.key])
    for one in index.flags.get(series.key, ())[:MOST_FLAGS]:
        yield f"  - {plain(one.message.removeprefix(f'{series.title}: '))} ({one.code})"


def _head(series: Series, need: Needs) -> str:
    newest = newest_reported(series.claims)
    last = f"newest {plain(quantity(newest))}, {as_of(newest)}, {plain(chain(newest))}" if newest else "none observed"
    claims = counted(len(series.claims), "claim")
    told = "; ".join((f"{last}; {claims}", *need.words()))
    return f"- **{plain(series.title)}**: {told}"


def _is_within(finding: Finding) -> bool:
    counts = finding.suppressed is None and finding.severity != "info"
    return counts and not finding.code.startswith(("RC4", "RX"))


def _finding(finding: Finding, documents: Mapping[str, Document]) -> str:
    document = documents.get(finding.doc)
    where = printable(document.title or document.id) if document else printable(finding.doc)
    return f"- {plain(where)}, line {finding.line}: {plain(finding.message)} ({finding.code})"


def plain(text: str) -> str:
    """The text with what Markdown would read as more than text escaped."""
    return _SPECIAL.sub(r"\\\1", printable(text))
