"""The report of a reconciliation, with a chart of each series that has enough to draw."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from recon.engine import explained_all
from recon.model import Claim, Estimate, Figure, Reconciliation, Series
from recon.reports.choosing import is_told_twice
from recon.reports.index import estimates_by_series
from recon.reports.numbers import sentence
from recon.units import Lexicon, lexicon, using

if TYPE_CHECKING:
    from recon.reports.html.quantity import Charts

FEWEST = 3
"""Claims with a number from which on a series is drawn: two are told as fast by a table."""
MOST_CHARTS = 80
"""Series that are drawn, the first ones: a chart weighs as much as the text of five articles."""
MOST_LINES = 3
"""Reconcilers that are drawn where none was chosen, the first ones; the table has them all."""
STEEP = 8.0
"""From so many times the least number up, a series is drawn on a logarithmic axis as well."""
WITHOUT = "This report has no charts; with them: pip install 'recon-figures[charts]'"


def drawable() -> bool:
    """Whether the extra that draws charts is installed."""
    from recon.charts import available  # noqa: PLC0415  (nobody else needs them)

    return available()


def report(
    result: Reconciliation,
    figures: Sequence[Figure],
    shown: Sequence[Series],
    *,
    chosen: Sequence[str] = (),
    known: Lexicon | None = None,
    doing: Callable[[str], None] = lambda _: None,
) -> Iterator[str]:
    """The page in pieces, series in the order given; `chosen` are the reconcilers to draw."""
    from recon.reports.html.page import numbered, report_html  # noqa: PLC0415

    several = [one for one in shown if is_told_twice(one)]
    doing(f"explaining {len(several):,} series")
    with using(known or lexicon()):
        explained = explained_all(several, result)
        drawn: Mapping[str, Charts] = {}
        if drawable():
            drawn = charts(several, result, numbered(result.documents, figures), chosen, doing)
    doing(f"writing {len(result.documents):,} articles")
    yield from report_html(result, figures, explained, drawn, shown=shown, notice="" if drawable() else WITHOUT)


def charts(
    series: Sequence[Series],
    result: Reconciliation,
    numbers: Mapping[str, int],
    chosen: Sequence[str] = (),
    doing: Callable[[str], None] = lambda _: None,
) -> dict[str, Charts]:
    """The charts of those series that have enough to draw, by key; `numbers` are those of the figures on the page."""
    estimates = estimates_by_series(result)
    documents = {one.id: one for one in result.documents}
    wanted = [one for one in series if len(list(filter(_has_number, one.claims))) >= FEWEST][:MOST_CHARTS]
    made: dict[str, Charts] = {}
    for place, one in enumerate(wanted, 1):
        doing(f"drawing {place:,} of {len(wanted):,} charts")
        sentences = {claim.id: sentence(claim, documents[claim.doc]) for claim in one.claims}
        links = {claim.id: f"#c-{numbers[claim.id]}" for claim in one.claims if claim.id in numbers}
        made[one.key] = _charts(one, _drawn(estimates.get(one.key, ()), chosen), links, sentences)
    return made


def _charts(
    series: Series, estimates: Sequence[Estimate], links: Mapping[str, str], sentences: Mapping[str, str]
) -> Charts:
    from recon.charts import drawn, legend  # noqa: PLC0415
    from recon.reports.html.quantity import Charts, Key  # noqa: PLC0415
    from recon.series import in_one_unit  # noqa: PLC0415

    measured = in_one_unit(series)
    numbers = [abs(number) for claim in measured.claims for number in _numbers(claim)]
    steep = bool(numbers) and min(numbers) > 0 and max(numbers) >= STEEP * min(numbers)
    linear = drawn(measured, estimates, scale="linear", links=links, sentences=sentences)
    log = drawn(measured, estimates, scale="log", links=links, sentences=sentences) if steep else ""
    return Charts(linear, log, tuple(Key(one.label, one.icon) for one in legend(measured, estimates)))


def _drawn(estimates: Sequence[Estimate], chosen: Sequence[str]) -> list[Estimate]:
    names = chosen or list(dict.fromkeys(one.by for one in estimates))[:MOST_LINES]
    return [one for one in estimates if one.by in names]


def _has_number(claim: Claim) -> bool:
    return bool(_numbers(claim))


def _numbers(claim: Claim) -> list[float]:
    return [number for number in (claim.value, claim.low, claim.high) if number is not None]
