"""One series as the page shows it: its chart, its claims with how they stand, and what the reconcilers make of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from recon.model import Claim, Estimate, Explained, Finding, Override, Relation, Series
from recon.reports.estimates import estimated
from recon.reports.html.article import Note
from recon.reports.index import Index
from recon.reports.layout import counted, printable
from recon.reports.needs import Needs
from recon.reports.numbers import as_of, chain, quantity
from recon.reports.overrides_text import told, touching
from recon.reports.relations_text import BY_WEIGHT

MOST_LINKS = 4
"""Claims that are named of those to which a claim stands in one relation, or of which an estimate was made."""
MOST_KINDS = 3
"""Kinds of relation that are told of a claim."""
MOST_OTHERS = 6
"""Kinds of relation to other series that are listed."""


@dataclass(frozen=True, slots=True)
class Key:
    """A line of a chart's legend: a small drawing, as safe inline SVG, and what it means."""

    label: str
    icon: str


@dataclass(frozen=True, slots=True)
class Charts:
    """A series as safe inline SVG, on a linear and on a logarithmic axis, "" where there is none; and its legend."""

    linear: str = ""
    log: str = ""
    legend: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A claim by its number in the series, or by what it is called, and the id on the page."""

    name: str
    to: str


@dataclass(frozen=True, slots=True)
class How:
    """In what relation a claim stands to some others; `more` of them are not named."""

    kind: str
    others: tuple[Link, ...]
    more: int
    why: str


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in the table of its series. `id` is that of the row, `to` that of the figure in its article; `as_row` is
    an earlier one that is here for the same reason, and `outlet` is "" where the chain begins with it."""

    id: str
    to: str
    number: int
    as_of: str
    told: str
    text: str
    status: str
    chain: str
    outlet: str
    published: str
    how: tuple[How, ...]
    here: str
    as_row: Link | None
    words: str
    decided: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Estimated:
    """An estimate, which says of a number that nobody printed that it is modelled. `aside` are the claims that were not
    used, by the reason."""

    by: str
    at: str
    told: str
    modelled: bool
    support: tuple[Link, ...]
    more: int
    why: str
    aside: tuple[How, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A series as its template prints it."""

    id: str
    key: str
    title: str
    facts: str
    needs: Needs
    flags: tuple[tuple[Note, str, tuple[Link, ...]], ...]
    charts: Charts
    rows: tuple[Row, ...]
    estimates: tuple[Estimated, ...]
    others: tuple[How, ...]
    decided: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Where things are on the page: the number of each claim, the notes of findings, the ids of series by key."""

    claims: Mapping[str, int]
    notes: Mapping[Finding, Note]
    series: Mapping[str, str]


def quantity_view(
    series: Series,
    index: Index,
    needs: Needs,
    places: Places,
    charts: Charts,
    explained: Mapping[str, Explained],
    key_of: Mapping[str, str],
) -> Quantity:
    """The series with everything that its template prints."""
    numbers = {claim.id: number for number, claim in enumerate(series.claims, 1)}
    links = {id_: Link(f"[{number}]", f"r-{places.claims[id_]}") for id_, number in numbers.items()}
    overrides = touching(index.overrides, dict.fromkeys(numbers, ""))
    related: dict[str, list[Relation]] = {id_: [] for id_ in numbers}
    for one in index.relations.get(series.key, ()):
        if one.a in numbers and one.b in numbers:
            related[one.a].append(one)
            related[one.b].append(one)
    rows = tuple(
        _row(claim, number, places.claims[claim.id], _how(claim, related[claim.id], links), explained, overrides)
        for number, claim in enumerate(series.claims, 1)
    )
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row.here, row)
    rows = tuple(row if first[row.here] is row else replace(row, as_row=_to(first[row.here])) for row in rows)
    flags = index.flags.get(series.key, ())
    estimates = index.estimates.get(series.key, ())
    return Quantity(
        id=places.series[series.key],
        key=printable(series.key),
        title=printable(series.title),
        facts=facts(series),
        needs=needs,
        flags=tuple(
            (places.notes[one], _without(one.message, series.title), _links(reversed(one.figures), links))
            for one in flags
            if one in places.notes
        ),
        charts=charts,
        rows=rows,
        estimates=tuple(_estimated(one, links) for one in {one.by: one for one in estimates}.values()),
        others=_outwards(index.relations.get(series.key, ()), links, index, places, key_of),
        decided=tuple(printable(f"{one.verb}: {told(one)}") for one in overrides),
    )


def facts(series: Series) -> str:
    """What is counted of a series: "count · 9 claims · 4 origins · 4 outlets"."""
    origins = {claim.origin for claim in series.claims if claim.origin}
    outlets = {claim.publisher or claim.doc for claim in series.claims}
    numbers = (counted(len(series.claims), "claim"), counted(len(origins), "origin"), counted(len(outlets), "outlet"))
    return " · ".join((printable(series.unit or series.kind), *numbers))


def _row(
    claim: Claim,
    number: int,
    place: int,
    how: tuple[How, ...],
    explained: Mapping[str, Explained],
    overrides: Sequence[Override],
) -> Row:
    reason = explained.get(claim.id)
    return Row(
        id=f"r-{place}",
        to=f"c-{place}",
        number=number,
        as_of=as_of(claim),
        told=quantity(claim),
        text=printable(claim.text),
        status=" ".join(word for word in (claim.status, claim.measure) if word not in ("observed", "total")),
        chain=chain(claim),
        outlet=printable("" if claim.chain[:1] == (claim.publisher,) else claim.publisher or "unknown outlet"),
        published=str(claim.published or "no date"),
        how=how,
        here=printable(reason.here) if reason else "",
        as_row=None,
        words=printable(reason.told) if reason and len(claim.chain) > 1 else "",
        decided=tuple(dict.fromkeys(one.verb for one in overrides if claim.id in one.claims)),
    )


def _to(row: Row) -> Link:
    return Link(f"[{row.number}]", row.id)


def _how(claim: Claim, relations: Iterable[Relation], links: Mapping[str, Link]) -> tuple[How, ...]:
    """A line for each kind of relation that the claim has within its series, the weightiest first."""
    kinds: dict[str, list[Relation]] = {}
    for one in relations:
        kinds.setdefault(one.kind, []).append(one)
    lines: list[How] = []
    for kind, alike in sorted(kinds.items(), key=lambda item: BY_WEIGHT.index(item[0]))[:MOST_KINDS]:
        others = [links[one.b if one.a == claim.id else one.a] for one in alike]
        why = printable(alike[0].why) if not lines and kind not in ("restated", "same") else ""
        lines.append(How(kind.replace("_", " "), tuple(others[:MOST_LINKS]), max(0, len(others) - MOST_LINKS), why))
    return tuple(lines)


def _outwards(
    relations: Iterable[Relation],
    links: Mapping[str, Link],
    index: Index,
    places: Places,
    key_of: Mapping[str, str],
) -> tuple[How, ...]:
    """A line for each kind of relation to another series: one pair of it, and how many there are like it."""
    pairs: dict[tuple[str, str], list[Relation]] = {}
    for one in relations:
        if (one.a in links) == (one.b in links):
            continue
        other = one.b if one.a in links else one.a
        if other in key_of:
            pairs.setdefault((one.kind, key_of[other]), []).append(one)
    outwards: list[How] = []
    for (kind, _), alike in sorted(pairs.items(), key=lambda item: BY_WEIGHT.index(item[0][0])):
        first = alike[0]
        other = first.b if first.a in links else first.a
        home = Link(printable(index.titles[other]), f"c-{places.claims[other]}")
        mine = links[first.a if first.a in links else first.b]
        outwards.append(How(kind.replace("_", " "), (mine, home), len(alike) - 1, printable(first.why)))
    return tuple(outwards[:MOST_OTHERS])


def _without(message: str, title: str) -> str:
    """What is found, where the title of its series stands above it."""
    told = printable(message.removeprefix(f"{title}: "))
    return told[:1].upper() + told[1:]


def _links(ids: Iterable[str], links: Mapping[str, Link]) -> tuple[Link, ...]:
    return tuple(links[id_] for id_ in ids if id_ in links)


def _estimated(one: Estimate, links: Mapping[str, Link]) -> Estimated:
    reasons: dict[str, list[Link]] = {}
    for aside in one.set_aside:
        if aside.claim in links:
            reasons.setdefault(printable(aside.why), []).append(links[aside.claim])
    support = _links(one.support, links)
    return Estimated(
        by=printable(one.by),
        at=str(one.at or "undated"),
        told=estimated(one),
        modelled=bool(one.modelled),
        support=support[:MOST_LINKS],
        more=max(0, len(support) - MOST_LINKS),
        why=printable(one.why),
        left=sum(map(len, reasons.values())),
        aside=tuple(
            How("without", tuple(out[:MOST_LINKS]), max(0, len(out) - MOST_LINKS), why) for why, out in reasons.items()
        ),
    )
