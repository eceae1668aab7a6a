"""One article as HTML: its text as printed with every figure and finding marked, and beside it what each figure is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from recon.model import NO_QUANTITY, Document, Figure, Finding
from recon.quoting import quote
from recon.reports.html.marks import Marked, Paragraph, marked
from recon.reports.html.render import macro
from recon.reports.layout import printable
from recon.reports.numbers import quantity

KINDS = {
    "count": "C", "money": "M", "percent": "P", "points": "P", "ratio": "P", "rate": "R", "duration": "T", "age": "T",
}  # fmt: skip
"""The class of a kind's tint: counts, money, shares, rates, time; "U" for what is measured in units."""
BOUNDS = {
    "exact": "", "range": "", "about": " ab", "nearly": " ab", "at_least": " lo", "more_than": " lo", "at_most": " hi",
    "less_than": " hi", "indefinite": " in",
}  # fmt: skip
"""The class of a bound's line under a figure: about, open above, open below, indefinite; none for a plain number."""
SEVERITIES = {"error": "e", "warning": "w", "info": "n"}
LATER = (("modified", "changed"), ("fetched", "fetched"))
"""The dates behind that of publication, and how each is said."""
WEB = ("http://", "https://")

Home = tuple[str, str]
"""Where a figure's series is on the page (an id, "" for nowhere) and what it is called."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure as it is marked: its id on the page, the letters of its style, and what is said of it."""

    id: str
    style: str
    told: str
    kind: str
    bound: str
    noun: str
    href: str
    series: str


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as it is told. `id` is that on the page."""

    id: str
    code: str
    severity: str
    style: str
    name: str
    message: str
    words: str
    working: tuple[str, ...]
    suggestion: str
    suppressed: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of an article, "" where none is used, and where it is told."""

    verb: str
    day: str
    where: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the template prints it; marks by the id of their figure, notes by the finding."""

    id: str
    doc: str
    title: Paragraph
    named: str
    body: tuple[Paragraph, ...]
    loose: tuple[Finding, ...]
    marks: Mapping[str, Mark]
    notes: Mapping[Finding, Note]
    publisher: str
    published: Dated
    later: tuple[Dated, ...]
    url: str


def article_fragment(
    document: Document,
    figures: Sequence[Figure],
    findings: Sequence[Finding],
    series_of: Mapping[str, Home],
    *,
    id: str = "a-1",  # noqa: A002  (it is the attribute)
    first: int = 1,
    first_note: int = 1,
) -> str:
    """The HTML of one article; its figures have the ids `c-1`, `c-2` … from `first`, its findings `n-1` ….

    `series_of` has for the id of a figure the id of its series on the page, "" where there is none, and its title.
    """
    return macro("article", article_view(document, figures, findings, series_of, id=id, first=first, note=first_note))


def findings_fragment(document: Document, findings: Iterable[Finding], *, first_note: int = 1) -> str:
    """The HTML of a list of findings on one article, each with its working."""
    return macro("notes", list(notes_of(document, findings, first_note).values()))


def quantities(figures: Iterable[Figure]) -> list[Figure]:
    """Those of the figures that are marked, in the order in which they stand: the title's, then the body's."""
    kept = (one for one in figures if one.kind not in NO_QUANTITY)
    return sorted(kept, key=lambda one: (one.part != "title", one.start, one.end))


def article_view(
    document: Document,
    figures: Sequence[Figure],
    findings: Sequence[Finding],
    series_of: Mapping[str, Home],
    *,
    id: str,  # noqa: A002
    first: int,
    note: int,
) -> Article:
    """The article with everything that its template prints."""
    shown = quantities(figures)
    cut: Marked = marked(document, shown, findings)
    return Article(
        id=id,
        doc=printable(document.id),
        title=cut.title,
        named=printable(document.title) or printable(document.id),
        body=cut.body,
        loose=cut.loose,
        marks={one.id: _mark(one, f"c-{at}", series_of) for at, one in enumerate(shown, first)},
        notes=notes_of(document, findings, note),
        publisher=printable(document.publisher),
        published=_dated(document, "published", ""),
        later=tuple(one for one in (_dated(document, *told) for told in LATER) if one.day or one.where),
        url=web(document.url),
    )


def _dated(document: Document, field: str, verb: str) -> Dated:
    where = dict(document.dates_from).get(field, "")
    return Dated(verb=verb, day=str(getattr(document, field) or ""), where=printable(where))


def _mark(figure: Figure, id_: str, series_of: Mapping[str, Home]) -> Mark:
    home, series = series_of.get(figure.id, ("", ""))
    return Mark(
        id=id_,
        style=KINDS.get(figure.kind, "U") + BOUNDS[figure.bound],
        told=quantity(figure),
        kind=figure.kind.replace("_", " "),
        bound=figure.bound.replace("_", " "),
        noun=printable(figure.noun),
        href=home,
        series=printable(series),
    )


def notes_of(document: Document, findings: Iterable[Finding], first: int) -> dict[Finding, Note]:
    """The findings as they are told, numbered from `first`."""
    numbers = count(first)
    return {one: _note(document, one, next(numbers)) for one in findings}


def _note(document: Document, finding: Finding, number: int) -> Note:
    suppressed = finding.suppressed
    return Note(
        id=f"n-{number}",
        code=printable(finding.code),
        severity=finding.severity,
        style=SEVERITIES[finding.severity] if suppressed is None else "n",
        name=printable(finding.name),
        message=printable(finding.message),
        words=printable(quote(document, finding)) if finding.end > finding.start else "",
        working=tuple(map(printable, finding.working.splitlines())),
        suggestion=printable(finding.suggestion),
        suppressed=printable(f"{suppressed.where} {suppressed.reason}".strip()) if suppressed is not None else "",
    )


def web(url: str) -> str:
    """The address where it is one of the web; "" for any other, which a page must not lead to."""
    told = printable(url.strip())
    return told if told.lower().startswith(WEB) else ""
