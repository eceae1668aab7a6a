"""The whole report as one file: nothing in it asks for another, and it reads without scripts."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from recon.model import Document, Explained, Figure, Finding, Reconciliation, Series
from recon.reports.choosing import is_told_twice
from recon.reports.html.article import Note, article_fragment, notes_of, quantities
from recon.reports.html.glossary import terms
from recon.reports.html.overview import codes, listed, matrix, ranked
from recon.reports.html.palette import variables
from recon.reports.html.quantity import Charts, Link, Places, quantity_view
from recon.reports.html.render import rendered
from recon.reports.index import index_of
from recon.reports.layout import counted, printable
from recon.reports.needs import by_need, needs_of
from recon.reports.numbers import quantity

MOST_ROWS = 50
"""Rows of the lists at the head that are seen without asking for more."""


@dataclass(frozen=True, slots=True)
class Once:
    """A quantity that stands in one sentence only."""

    link: Link
    title: str
    outlet: str
    published: str


def report_html(  # noqa: PLR0913  (what a page may say)
    result: Reconciliation,
    figures: Sequence[Figure],
    explained: Mapping[str, Explained],
    charts: Mapping[str, Charts],
    *,
    shown: Sequence[Series] | None = None,
    meanings: Mapping[str, str] = MappingProxyType({}),
    title: str = "",
    notice: str = "",
) -> Iterator[str]:
    """The report in pieces. `explained` is by claim, `charts` by the key of a series; `shown` are the series in their
    order (all, what needs a person first). `meanings` say in a sentence what codes find; `title` and `notice` are for
    the head."""
    needs = needs_of(result)
    shown = by_need(result.series, needs) if shown is None else shown
    decided = {id_ for one in result.overrides for id_ in one.claims}
    several = [one for one in shown if is_told_twice(one) or not decided.isdisjoint(claim.id for claim in one.claims)]
    keys = {one.key for one in several}
    alone = [one for one in shown if one.key not in keys]
    by_document = _by_document(result.documents, figures)
    found = list(dict.fromkeys(result.findings))
    notes, first_notes = _noted(result.documents, found)
    places = Places(
        claims=numbered(result.documents, figures),
        notes=notes,
        series={one.key: f"s-{at}" for at, one in enumerate(several, 1)},
    )
    articles = {one.id: f"a-{at}" for at, one in enumerate(result.documents, 1)}
    index = index_of(result)
    key_of = {claim.id: one.key for one in result.series for claim in one.claims}
    yield from rendered(
        "head",
        title=printable(title) or _title(result),
        style=style(),
        policy=policy(),
        notice=printable(notice),
        facts=_facts(result, several, alone),
        several=ranked(several, needs, places.series),
        documents=listed(result.documents, articles, {doc: len(told) for doc, told in by_document.items()}, found),
        matrix=matrix(shown),
        codes=codes(found, notes, meanings),
        run=[one for one in found if one not in notes and one.suppressed is None],
        alone=len(alone),
        most=MOST_ROWS,
    )
    for one in several:
        view = quantity_view(one, index, needs[one.key], places, charts.get(one.key, Charts()), explained, key_of)
        yield from rendered("series", s=view)
    yield from rendered("once", alone=[_once(one, index.documents, places.claims) for one in alone])
    yield from rendered("articles")
    homes = _homes(result, keys, places.claims)
    first, grouped = 1, _grouped(found)
    for document in result.documents:
        mine = by_document[document.id]
        yield article_fragment(
            document,
            mine,
            grouped.get(document.id, ()),
            homes,
            id=articles[document.id],
            first=first,
            first_note=first_notes.get(document.id, 1),
        )
        first += len(mine)
    yield from rendered("foot", terms=terms(), script=script())


def numbered(documents: Sequence[Document], figures: Sequence[Figure]) -> dict[str, int]:
    """The numbers by which the page calls the figures, `c-1` the first of the first document."""
    told = (one for mine in _by_document(documents, figures).values() for one in mine)
    return {one.id: at for at, one in enumerate(told, 1)}


def policy() -> str:
    """The content security policy: the page's own style and script by their hashes, and nothing else at all."""
    told = {"default-src": "'none'", "style-src": _hash(style()), "script-src": _hash(script()), "base-uri": "'none'",
            "form-action": "'none'"}  # fmt: skip
    return "; ".join(f"{name} {value}" for name, value in told.items())


@cache
def style() -> str:
    """The style sheet, colours included."""
    return variables() + _file("report.css")


@cache
def script() -> str:
    """What the page does beside being read: the text behind a link on hover, the filter, the theme."""
    return _file("report.js")


def _file(name: str) -> str:
    return files("recon.reports.html").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _by_document(documents: Sequence[Document], figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    """The figures that are marked, by document, in the order in which they are numbered."""
    grouped: dict[str, list[Figure]] = {one.id: [] for one in documents}
    for one in figures:
        if one.doc in grouped:
            grouped[one.doc].append(one)
    return {doc: quantities(told) for doc, told in grouped.items()}


def _grouped(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    grouped: dict[str, list[Finding]] = {}
    for one in findings:
        grouped.setdefault(one.doc, []).append(one)
    return grouped


def _noted(documents: Sequence[Document], findings: Sequence[Finding]) -> tuple[dict[Finding, Note], dict[str, int]]:
    """The findings on articles as they are told, and the number of each article's first."""
    grouped = _grouped(findings)
    notes: dict[Finding, Note] = {}
    first: dict[str, int] = {}
    for document in documents:
        first[document.id] = len(notes) + 1
        notes |= notes_of(document, grouped.get(document.id, ()), len(notes) + 1)
    return notes, first


def _homes(result: Reconciliation, several: set[str], numbers: Mapping[str, int]) -> dict[str, tuple[str, str]]:
    """Of each claim the row in the table of its series, where it has one, and what the series is called."""
    return {
        claim.id: (f"r-{numbers[claim.id]}" if one.key in several else "", one.title)
        for one in result.series
        for claim in one.claims
    }


def _once(series: Series, documents: Mapping[str, Document], numbers: Mapping[str, int]) -> Once:
    claim = series.claims[0]
    document = documents[claim.doc]
    return Once(
        link=Link(quantity(claim), f"c-{numbers[claim.id]}"),
        title=printable(series.title),
        outlet=printable(document.publisher or document.id),
        published=str(document.published or ""),
    )


def _title(result: Reconciliation) -> str:
    return f"The numbers of {counted(len(result.documents), 'article')}"


def _facts(result: Reconciliation, several: Sequence[Series], alone: Sequence[Series]) -> str:
    days = sorted(one.published for one in result.documents if one.published)
    when = f", {days[0]}" if days and days[0] == days[-1] else f", {days[0]} to {days[-1]}" if days else ""
    claims = sum(len(one.claims) for one in (*several, *alone))
    twice = f"{len(several):,} {'quantity' if len(several) == 1 else 'quantities'}"
    return (
        f"{counted(len(result.documents), 'article')}{when}: {counted(claims, 'claim')} of {twice} told more than once"
        f" and {len(alone):,} told once."
    )
