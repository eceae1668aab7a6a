"""What stands at the head of the page: the series that need a person, the articles, who feeds whom, what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from recon.model import Document, Finding, Series
from recon.reports.html.article import SEVERITIES, Note, web
from recon.reports.html.quantity import Link
from recon.reports.layout import printable
from recon.reports.needs import Needs, newest_reported
from recon.reports.numbers import as_of, quantity

MOST_ORIGINS = 15
MOST_OUTLETS = 10
MOST_PLACES = 5


@dataclass(frozen=True, slots=True)
class Ranked:
    """A series in the list of those that need a person, with the newest number that was reported as observed."""

    link: Link
    newest: str
    day: str
    origin: str
    claims: int
    origins: int
    outlets: int
    needs: Needs


@dataclass(frozen=True, slots=True)
class Listed:
    """An article in the list."""

    link: Link
    outlet: str
    published: str
    figures: int
    findings: int
    url: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """How many claims of an origin (a row) stand in an outlet (a column), the busiest of both first."""

    outlets: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...], int], ...]
    more: int


@dataclass(frozen=True, slots=True)
class Code:
    """How often a rule found something that stands, and the first places."""

    code: str
    name: str
    meaning: str
    severity: str
    style: str
    number: int
    where: tuple[Link, ...]


def ranked(series: Iterable[Series], needs: Mapping[str, Needs], ids: Mapping[str, str]) -> list[Ranked]:
    """The series in the order given."""
    return [_ranked(one, needs[one.key], ids[one.key]) for one in series]


def _ranked(series: Series, needs: Needs, to: str) -> Ranked:
    newest = newest_reported(series.claims)
    return Ranked(
        link=Link(printable(series.title), to),
        newest=quantity(newest) if newest else "",
        day=as_of(newest) if newest else "",
        origin=printable(newest.origin or newest.publisher) if newest else "",
        claims=len(series.claims),
        origins=len({claim.origin for claim in series.claims if claim.origin}),
        outlets=len({claim.publisher or claim.doc for claim in series.claims}),
        needs=needs,
    )


def listed(
    documents: Sequence[Document], ids: Mapping[str, str], figures: Mapping[str, int], findings: Iterable[Finding]
) -> list[Listed]:
    """The articles in their order, with how many figures each has and how many findings stand."""
    found = Counter(one.doc for one in findings if one.suppressed is None)
    return [
        Listed(
            link=Link(printable(one.title) or printable(one.id), ids[one.id]),
            outlet=printable(one.publisher),
            published=str(one.published or ""),
            figures=figures.get(one.id, 0),
            findings=found[one.id],
            url=web(one.url),
        )
        for one in documents
    ]


def matrix(series: Iterable[Series]) -> Matrix:
    """The origins of all claims against the outlets that print them."""
    pairs = Counter(
        (printable(claim.origin or "none named"), printable(claim.publisher or "unknown outlet"))
        for one in series
        for claim in one.claims
    )
    origins, outlets = Counter[str](), Counter[str]()
    for (origin, outlet), number in pairs.items():
        origins[origin] += number
        outlets[outlet] += number
    top = sorted(origins, key=lambda name: (-origins[name], name))
    columns = tuple(sorted(outlets, key=lambda name: (-outlets[name], name))[:MOST_OUTLETS])
    rows = tuple((name, tuple(pairs[name, outlet] for outlet in columns), origins[name]) for name in top[:MOST_ORIGINS])
    return Matrix(columns, rows, max(0, len(top) - MOST_ORIGINS) + max(0, len(outlets) - MOST_OUTLETS))


def codes(
    findings: Iterable[Finding], notes: Mapping[Finding, Note], meanings: Mapping[str, str] = MappingProxyType({})
) -> list[Code]:
    """The rules that found something that stands, the worst severity and then the most findings first; `meanings` are
    by code."""
    rank = list(SEVERITIES)
    by_code: dict[str, list[Finding]] = {}
    for one in findings:
        if one.suppressed is None:
            by_code.setdefault(one.code, []).append(one)
    made = []
    for code, found in by_code.items():
        worst = min(found, key=lambda one: rank.index(one.severity))
        placed = [one for one in found if one in notes][:MOST_PLACES]
        where = tuple(Link(f"{number}", notes[one].id) for number, one in enumerate(placed, 1))
        style = SEVERITIES[worst.severity]
        made.append(
            Code(
                code=printable(code),
                name=printable(worst.name),
                meaning=printable(meanings.get(code, "")),
                severity=worst.severity,
                style=style,
                number=len(found),
                where=where,
            )
        )
    return sorted(made, key=lambda one: (rank.index(one.severity), -one.number, one.code))
