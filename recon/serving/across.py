"""The series of the articles as a fragment of the page, made of the report's own parts, and where its links lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from recon.engine import explained_all
from recon.model import Document, Figure, Finding, Reconciliation
from recon.quoting import is_apart
from recon.reporting import charts, drawable, report, wanted
from recon.reports.choosing import is_told_twice
from recon.reports.html.article import Note, notes_of
from recon.reports.html.page import numbered
from recon.reports.html.quantity import Charts, Places, quantity_view
from recon.reports.html.render import rendered
from recon.reports.index import index_of
from recon.reports.needs import by_need, needs_of
from recon.serving.offsets import in_utf16
from recon.units import Lexicon, using

MOST_SERIES = 60
"""Series of the fragment, those first that need a person; the report has them all."""
NONE = "<p>No quantity is told by two sentences.</p>"


def across(
    made: Reconciliation,
    figures: Sequence[Figure],
    order: Mapping[str, int],
    known: Lexicon,
    chosen: Sequence[str] = (),
) -> dict[str, Any]:
    """The fragment and its places: by the id that a link leads to, the article's number in `order`, where the words
    stand, in UTF-16, and whether in a title beside the text. `chosen` are the reconcilers to draw."""
    needs = needs_of(made)
    shown = [one for one in by_need(made.series, needs) if is_told_twice(one)][:MOST_SERIES]
    numbers = numbered(made.documents, figures)
    notes = _noted(made.documents, made.findings)
    places = Places(claims=numbers, notes=notes, series={one.key: f"s-{number}" for number, one in enumerate(shown, 1)})
    index = index_of(made)
    key_of = {claim.id: one.key for one in made.series for claim in one.claims}
    with using(known):
        told = explained_all(shown, made)
        drawn = charts(wanted(shown, made, chosen, numbers), 1, lambda _: None) if drawable() else {}
    pieces: list[str] = []
    for one in shown:
        view = quantity_view(one, index, needs[one.key], places, drawn.get(one.key, Charts()), told, key_of)
        pieces += rendered("series", s=view)
    marked = {figure.id: figure for figure in figures}
    leading = {f"c-{number}": marked[id_] for id_, number in numbers.items()}
    return {
        "html": "".join(pieces) or NONE,
        "places": _places(made.documents, leading | {note.id: one for one, note in notes.items()}, order),
    }


def page_of(made: Reconciliation, figures: Sequence[Figure], known: Lexicon, chosen: Sequence[str] = ()) -> str:
    """The report of `recon report` on the articles."""
    return "".join(report(made, figures, by_need(made.series, needs_of(made)), chosen=chosen, known=known))


def _noted(documents: Sequence[Document], findings: Sequence[Finding]) -> dict[Finding, Note]:
    notes: dict[Finding, Note] = {}
    for document in documents:
        notes |= notes_of(document, (one for one in findings if one.doc == document.id), len(notes) + 1)
    return notes


def _places(
    documents: Sequence[Document], leading: Mapping[str, Figure | Finding], order: Mapping[str, int]
) -> dict[str, list[Any]]:
    by_id = {one.id: (one, in_utf16(one.text), in_utf16(one.title)) for one in documents}
    found: dict[str, list[Any]] = {}
    for id_, one in leading.items():
        document, in_text, in_title = by_id[one.doc]
        apart = is_apart(document, one) if isinstance(one, Finding) else _is_beside(document, one)
        at = in_title if apart else in_text
        found[id_] = [order[one.doc], at(one.start), at(one.end), apart]
    return found


def _is_beside(document: Document, figure: Figure) -> bool:
    return figure.part == "title" and document.title_start == 0
