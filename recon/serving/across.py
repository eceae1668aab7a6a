"""The series of the articles as a fragment of the page, made of the report's own parts, and where its links lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from recon.charts import available, drawn
from recon.model import Document, Figure, Finding, Reconciliation, Series
from recon.quoting import is_apart
from recon.reporting import explanations
from recon.reports.choosing import is_told_twice
from recon.reports.html.article import Note, notes_of, quantities
from recon.reports.html.page import report_html
from recon.reports.html.quantity import Charts, Places, quantity_view
from recon.reports.html.render import rendered
from recon.reports.index import Index, index_of
from recon.reports.needs import by_need, needs_of
from recon.serving.offsets import in_utf16

MOST_SERIES = 100
"""Series of the fragment; the report has them all."""
NONE = "<p>No quantity is told by two sentences.</p>"


def across(made: Reconciliation, figures: Sequence[Figure], order: Mapping[str, int]) -> dict[str, Any]:
    """The fragment and its places: by the id that a link leads to, the article's number in `order`, where the words
    stand, in UTF-16, and whether in a title beside the text."""
    needs = needs_of(made)
    shown = [one for one in by_need(made.series, needs) if is_told_twice(one)][:MOST_SERIES]
    numbered = _numbered(made.documents, figures)
    notes = _noted(made.documents, made.findings)
    places = Places(
        claims={one.id: number for number, one in enumerate(numbered, 1)},
        notes=notes,
        series={one.key: f"s-{number}" for number, one in enumerate(shown, 1)},
    )
    index, told = index_of(made), explanations(shown, made)
    key_of = {claim.id: one.key for one in made.series for claim in one.claims}
    pieces: list[str] = []
    for one in shown:
        chart = _charts(one, index, places)
        pieces += rendered("series", s=quantity_view(one, index, needs[one.key], places, chart, told, key_of))
    return {"html": "".join(pieces) or NONE, "places": _places(made.documents, numbered, notes, order)}


def report(made: Reconciliation, figures: Sequence[Figure]) -> str:
    """The report of `recon report` on the articles."""
    told = explanations([one for one in made.series if is_told_twice(one)], made)
    return "".join(report_html(made, figures, told, {}))


def _numbered(documents: Sequence[Document], figures: Sequence[Figure]) -> list[Figure]:
    """The figures that are marked, as the report numbers them."""
    return [
        one for document in documents for one in quantities(figure for figure in figures if figure.doc == document.id)
    ]


def _noted(documents: Sequence[Document], findings: Sequence[Finding]) -> dict[Finding, Note]:
    notes: dict[Finding, Note] = {}
    for document in documents:
        notes |= notes_of(document, (one for one in findings if one.doc == document.id), len(notes) + 1)
    return notes


def _charts(series: Series, index: Index, places: Places) -> Charts:
    if not available():
        return Charts()
    links = {claim.id: f"#c-{places.claims[claim.id]}" for claim in series.claims}
    return Charts(linear=drawn(series, index.estimates.get(series.key, ()), links=links))


def _places(
    documents: Sequence[Document],
    figures: Sequence[Figure],
    notes: Mapping[Finding, Note],
    order: Mapping[str, int],
) -> dict[str, list[Any]]:
    by_id = {one.id: (one, in_utf16(one.text), in_utf16(one.title)) for one in documents}
    found: dict[str, list[Any]] = {}

    def put(id_: str, one: Figure | Finding, *, apart: bool) -> None:
        _, in_text, in_title = by_id[one.doc]
        at = in_title if apart else in_text
        found[id_] = [order[one.doc], at(one.start), at(one.end), apart]

    for number, figure in enumerate(figures, 1):
        put(f"c-{number}", figure, apart=figure.part == "title" and by_id[figure.doc][0].title_start == 0)
    for finding, note in notes.items():
        put(note.id, finding, apart=is_apart(by_id[finding.doc][0], finding))
    return found
