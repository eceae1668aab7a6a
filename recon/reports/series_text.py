"""Series for an analyst: each number with its bound, day, status, speakers and place, how they stand, what follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from recon.model import Claim, Document, Reconciliation, Series
from recon.reports.choosing import ordered
from recon.reports.copies_text import copies_text
from recon.reports.estimates import estimates_text, estimates_whole
from recon.reports.flags_text import flags_text
from recon.reports.folding import Numbered, again, each, folded, group_of, holds, marks, several
from recon.reports.index import ACROSS, Index, index_of
from recon.reports.layout import WIDTH, Paint, counted, hung, left, printable, right, wrapped
from recon.reports.layout import columns_of_text as columns
from recon.reports.numbers import as_of, chain, number, place, quantity
from recon.reports.overrides_text import CODES, closing_text, overrides_text, touching
from recon.reports.relations_text import relations_text, relations_whole

FEWEST = 3
"""Dated counts from which on their course is drawn."""
MANY = 20
"""Series from which on it is told how to find one's way among them."""
NARROWEST = 24
"""The fewest columns for the speakers beside the places."""


def series_text(result: Reconciliation, paint: Paint, shown: Sequence[Series] | None = None, width: int = WIDTH) -> str:
    """Of the series to be shown (all, most claims first), those that two sentences or more speak of or that somebody
    decided on; then what is left to tell."""
    shown = ordered(result.series, result, "claims") if shown is None else shown
    listed = several(result, shown)
    index = index_of(result)
    blocks = ["\n".join(series_block(one, index, paint, width=width)) + "\n" for one in listed]
    closing = (line for told in _closing(result, shown, listed, width) for line in wrapped(told, width))
    return "\n".join([*blocks, "\n".join(closing) + "\n"])


def series_block(
    series: Series, index: Index, paint: Paint, *, whole: bool = False, width: int = WIDTH
) -> Iterator[str]:
    """One series: heading, claims, the weightiest relations and the last estimates, or all of them for the `whole`."""
    yield from _heading(series, index.folder, paint, width)
    yield ""
    numbers = {claim.id: f"[{at}]" for at, claim in enumerate(series.claims, 1)}
    overrides = touching(index.overrides, numbers)
    decided = {id_ for one in overrides for id_ in one.claims}
    claims = each(series) if whole else folded(series)
    yield from _claims(claims, index.documents, index.folder, paint, decided, width)
    if copied := list(copies_text(series, index.copies, index.folder, width)):
        yield ""
        yield from copied
    relations = index.relations.get(series.key, ())
    told = {id_ for one in relations for id_ in (one.a, one.b)} | decided
    others = (index.claims[id_] for id_ in told - numbers.keys() if id_ in index.claims)
    names = numbers | {claim.id: place(claim, index.documents).removeprefix(index.folder) for claim in others}
    if overrides:
        yield ""
        yield from overrides_text(overrides, names, width)
    if relations:
        yield ""
        if whole:
            yield from relations_whole(relations, names, index.titles, width)
        else:
            groups = {claim.id: group_of(claim) for claim in series.claims}
            yield from relations_text(relations, names, groups, index.claims, width)
    if flags := index.flags.get(series.key, ()):
        yield ""
        yield from flags_text(flags, series, names, width, whole=whole)
    estimates = index.estimates.get(series.key, ())
    if estimates:
        yield ""
        text = estimates_whole if whole else estimates_text
        yield from text(estimates, numbers, paint, width)


def _heading(series: Series, folder: str, paint: Paint, width: int) -> Iterator[str]:
    origins = {claim.origin for claim in series.claims if claim.origin}
    outlets = {claim.publisher or claim.doc for claim in series.claims}
    told = [counted(len(series.claims), "claim"), counted(len(origins), "origin"), counted(len(outlets), "outlet")]
    told.insert(0, series.unit or series.kind)
    facts, title = " · ".join(told), printable(series.title)
    if columns(title) + columns(facts) + 2 <= width:
        yield paint("strong", title) + right(facts, width - columns(title))
    else:
        yield from (paint("strong", line) for line in wrapped(title, width))
        yield right(facts, width)
    key, course = printable(series.key), _course(series)
    if course and columns(key) + columns(course) + 2 <= width:
        yield paint("faint", key) + right(course, width - columns(key))
    else:
        yield paint("faint", key)
        yield from [right(course, width)] if course else []
    if folder:
        yield paint("faint", f"places are in {printable(folder)}")


def _course(series: Series) -> str:
    """How what was counted went, from the first number to the last: "3 ▁▃█ 9"; "" where there are few or all alike."""
    counts = [
        claim.value
        for claim in series.claims
        if claim.value is not None and claim.as_of_end and not marks(claim) and claim.unit == series.unit
    ]
    if len(counts) < FEWEST or len(set(counts)) == 1:
        return ""
    from recon.charts.sparkline import sparkline  # noqa: PLC0415  (for who looks at series)

    return f"{number(counts[0])} {sparkline(counts)} {number(counts[-1])}"


def _claims(
    groups: Iterable[list[Numbered]],
    documents: Mapping[str, Document],
    folder: str,
    paint: Paint,
    decided: Container[str],
    width: int,
) -> Iterator[str]:
    """A row for each group of claims that are shown as one; those that somebody decided on have a star."""
    rows = []
    listed = list(groups)
    starred = any(holds(group, decided) for group in listed)
    for group in listed:
        claim, index = group[0]
        at = place(claim, documents).removeprefix(folder) + again(group)
        star = "*" if holds(group, decided) else " " * starred
        rows.append((f"[{index}]{star}", as_of(claim), quantity(claim), marks(claim), chain(claim), at))
    head = ("", "as of", "figure", "", "said by", "at")
    widths = [max(map(columns, cells)) for cells in zip(head, *rows, strict=True)]
    before = sum(widths[:4]) + 2 * (4 if widths[3] else 3)
    speakers = width - before - 2 - widths[5]
    if speakers < min(widths[4], NARROWEST):
        yield from _stacked(head, rows, [*widths[:4], width - before], paint, width)
        return
    widths[4] = min(widths[4], speakers)
    yield paint("faint", _row(head, widths))
    for row in rows:
        first, *more = hung(row[4], widths[4], 2)
        yield _row((*row[:4], first, row[5]), widths)
        yield from (_row(("", "", "", "", line, ""), widths) for line in more)


def _stacked(
    head: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int], paint: Paint, width: int
) -> Iterator[str]:
    """The same with the place under the speakers, where there is no room beside; a long one begins further left."""
    yield paint("faint", _row((*head[:4], f"{head[4]}, {head[5]}"), widths))
    for row in rows:
        first, *more = hung(row[4], widths[4], 2)
        yield _row((*row[:4], first), widths)
        yield from (_row(("", "", "", "", line), widths) for line in more)
        indent = max(min(width - widths[4] + 2, width - columns(row[5])), widths[0] + 2)
        yield " " * indent + paint("faint", row[5])


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (right(cells[i], widths[i]) if i in (0, 2) else left(cells[i], widths[i]) for i in range(len(cells)))
    return "  ".join(cell for cell, width in zip(padded, widths, strict=True) if width).rstrip()


def _closing(result: Reconciliation, shown: Sequence[Series], listed: Sequence[Series], width: int) -> Iterator[str]:
    claims = counted(sum(len(one.claims) for one in result.series), "claim")
    single = len(shown) - len(listed)
    alone = f"{single:,} quantities stand" if single != 1 else "1 quantity stands"
    if len(shown) < len(result.series):
        yield f"{len(shown):,} of {len(result.series):,} quantities are of this; {alone} in one sentence only."
    else:
        documents = counted(len(result.documents), "document")
        yield f"{claims} in {documents}; {alone} in one sentence only: --format json has them too."
    if listed:
        yield (
            "A day in brackets is that of publication; +2 means that the same origin says so twice more; "
            "a ? follows an origin that the text does not name with the number."
        )
    keys = {one.key for one in listed}
    if any(one.modelled for one in result.estimates if one.series in keys):
        yield "modelled stands behind what a rule or a model worked out: nobody printed it."
    if len(listed) > MANY:
        yield "--order conflicts shows first what needs a person, --match WORD only what names it."
    yield from closing_text(result, width)
    counting = [one for one in result.findings if one.suppressed is None and not one.code.startswith((ACROSS, *CODES))]
    worse = Counter[str](finding.severity for finding in counting)
    told = [counted(worse[severity], severity) for severity in ("error", "warning") if worse[severity]]
    if told:
        it = "it" if sum(worse[severity] for severity in ("error", "warning")) == 1 else "them"
        yield f"{' and '.join(told)} within single articles: recon check shows {it}."


def publication(claim: Claim) -> str:
    """The outlet and day of the document that a claim stands in."""
    return printable(f"{claim.publisher or 'unknown outlet'}, {claim.published or 'no date'}")
