"""The report of a reconciliation, with a chart of each series that has enough to draw."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING

from recon.engine import explained_all
from recon.model import Claim, Estimate, Figure, Reconciliation, Series
from recon.reports.choosing import about, is_told_twice
from recon.reports.index import estimates_by_series
from recon.reports.numbers import sentence
from recon.running.cards import cards_of
from recon.running.reconciling import Made
from recon.series import in_one_unit
from recon.units import Lexicon, lexicon, using

if TYPE_CHECKING:
    from recon.charts import Wanted
    from recon.reports.html.quantity import Charts

FEWEST = 3
"""Claims with a number from which on a series is drawn: two are told as fast by a table."""
MOST_CHARTS = 80
"""Series that are drawn on the page, the first ones: a chart weighs as much as the text of five articles."""
MOST_LINES = 3
"""Reconcilers that are drawn where none was chosen, the first ones; the table has them all."""
STEEP = 8.0
"""From so many times the least number up, a series is drawn on a logarithmic axis as well."""
WITHOUT = "this report has no charts; to add them: pip install 'recon-figures[charts]'"

Doing = Callable[[str], None]


def drawable() -> bool:
    """Whether the extra that draws charts is installed."""
    from recon.charts import available  # noqa: PLC0415  (nobody else needs them)

    return available()


def report(  # noqa: PLR0913  (what a command says of a page)
    result: Reconciliation,
    figures: Sequence[Figure],
    shown: Sequence[Series],
    *,
    meanings: Mapping[str, str] = MappingProxyType({}),
    title: str = "",
    chosen: Sequence[str] = (),
    known: Lexicon | None = None,
    jobs: int = 1,
    doing: Doing = lambda _: None,
) -> Iterator[str]:
    """The page in pieces, of the series shown, in their order, and the articles they are of; `chosen` are the
    reconcilers to draw."""
    from recon.reports.html.page import numbered, report_html  # noqa: PLC0415

    several = [one for one in shown if is_told_twice(one)]
    notice = "" if drawable() else WITHOUT[:1].upper() + WITHOUT[1:]
    with using(known or lexicon()):
        doing(f"explaining {len(several):,} series")
        told = explained_all(several, result)
        own = about(result, shown)
        asked = {} if notice else wanted(several, own, chosen, numbered(own.documents, figures))
        drawn = charts(dict(list(asked.items())[:MOST_CHARTS]), jobs, doing)
    doing(f"writing {len(own.documents):,} articles")
    yield from report_html(own, figures, told, drawn, shown=shown, meanings=meanings, title=title, notice=notice)


def charts(wanted: Mapping[str, Wanted], jobs: int, doing: Doing) -> dict[str, Charts]:
    """The charts as the page takes them, by the key of their series."""
    from recon.charts import drawn_all, legend  # noqa: PLC0415
    from recon.reports.html.quantity import Charts, Key  # noqa: PLC0415

    steep = [key for key, one in wanted.items() if _is_steep(one.series)]
    doing(f"drawing {len(wanted) + len(steep):,} charts")
    drawings = drawn_all([*wanted.values(), *(replace(wanted[key], scale="log") for key in steep)], jobs)
    linear = dict(zip(wanted, islice(drawings, len(wanted)), strict=True))
    log = dict(zip(steep, drawings, strict=True))
    return {
        key: Charts(
            linear[key],
            log.get(key, ""),
            tuple(Key(entry.label, entry.icon) for entry in legend(one.series, one.estimates)),
        )
        for key, one in wanted.items()
    }


def charted(series: Series, result: Reconciliation, chosen: Sequence[str] = ()) -> str:
    """The chart of one series as SVG; "" for one that has too little to draw."""
    from recon.charts import drawn  # noqa: PLC0415

    one = wanted([series], result, chosen, {}).get(series.key)
    return drawn(one.series, one.estimates, scale="auto", sentences=one.sentences) if one is not None else ""


def files(
    series: Sequence[Series], result: Reconciliation, chosen: Sequence[str], doing: Doing
) -> Iterator[tuple[str, str | bytes]]:
    """The chart of each series as files of its own: their names and what is in them."""
    from recon.charts import png, standalone  # noqa: PLC0415

    asked = wanted(series, result, chosen, {})
    for place, (key, one) in enumerate(asked.items(), 1):
        doing(f"drawing {place:,} of {len(asked):,} charts")
        yield f"{key}.svg", standalone(one.series, one.estimates, scale="auto", sentences=one.sentences)
        yield f"{key}.png", png(one.series, one.estimates, scale="auto")


def wanted(
    series: Sequence[Series], result: Reconciliation, chosen: Sequence[str], numbers: Mapping[str, int]
) -> dict[str, Wanted]:
    """The series that have enough to draw, by key; `numbers` are those of the figures on the page."""
    from recon.charts import Wanted  # noqa: PLC0415

    estimates = estimates_by_series(result)
    documents = {one.id: one for one in result.documents}
    return {
        one.key: Wanted(
            series=in_one_unit(one),
            estimates=tuple(_drawn(estimates.get(one.key, ()), chosen)),
            links={claim.id: f"#c-{numbers[claim.id]}" for claim in one.claims if claim.id in numbers},
            sentences={claim.id: sentence(claim, documents[claim.doc]) for claim in one.claims},
        )
        for one in series
        if sum(bool(_numbers(claim)) for claim in one.claims) >= FEWEST
    }


def _drawn(estimates: Sequence[Estimate], chosen: Sequence[str]) -> list[Estimate]:
    names = chosen or list(dict.fromkeys(one.by for one in estimates))[:MOST_LINES]
    return [one for one in estimates if one.by in names]


def _is_steep(series: Series) -> bool:
    numbers = [number for claim in series.claims for number in _numbers(claim)]
    return min(numbers) > 0 and max(numbers) >= STEEP * min(numbers)


def _numbers(claim: Claim) -> list[float]:
    return [number for number in (claim.value, claim.low, claim.high) if number is not None]


def pages(made: Made, shown: Sequence[Series], title: str = "") -> Iterator[str]:
    """The report in pieces, of the series that are shown and the articles they are of."""
    if not drawable():
        made.run.teller.note(WITHOUT)
    with made.run.teller.doing() as step:
        yield from report(
            made.result,
            made.figures,
            shown,
            meanings={card.code: card.summary for card in cards_of(made.run)},
            title=title,
            chosen=made.chosen,
            known=made.run.lexicon,
            jobs=made.jobs,
            doing=step,
        )
