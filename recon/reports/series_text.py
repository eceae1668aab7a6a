"""Series for an analyst: each number with its bound, day, status, speakers and place, how they stand, what follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from recon.model import Claim, Document, Estimate, Reconciliation, Series
from recon.reports.choosing import ordered
from recon.reports.copies_text import copies_text
from recon.reports.flags_text import flags_text
from recon.reports.index import ACROSS, Index, index_of
from recon.reports.layout import WIDTH, Paint, counted, hung, left, printable, right, wrapped
from recon.reports.layout import columns_of_text as columns
from recon.reports.numbers import as_of, chain, interval, number, place, quantity
from recon.reports.overrides_text import CODES, closing_text, overrides_text, touching
from recon.reports.relations_text import relations_text, relations_whole

MOST_NUMBERS = 8
MANY = 20
"""Series from which on it is told how to find one's way among them."""
NARROWEST = 24
"""The fewest columns for the speakers; long paths run over the right margin rather than narrow them further."""


def series_text(result: Reconciliation, paint: Paint, shown: Sequence[Series] | None = None, width: int = WIDTH) -> str:
    """Of the series to be shown (all, most claims first), those that two sentences or more speak of or that somebody
    decided on; then what is left to tell."""
    shown = ordered(result.series, result, "claims") if shown is None else shown
    decided = {id_ for one in result.overrides for id_ in one.claims}
    several = [one for one in shown if _is_told_twice(one) or not decided.isdisjoint(claim.id for claim in one.claims)]
    index = index_of(result)
    blocks = ["\n".join(series_block(one, index, paint, width=width)) + "\n" for one in several]
    return "\n".join([*blocks, "\n".join(_closing(result, shown, len(several), width)) + "\n"])


def _is_told_twice(series: Series) -> bool:
    return len({(claim.doc, claim.part, claim.sentence_start) for claim in series.claims}) > 1


def series_block(
    series: Series, index: Index, paint: Paint, *, whole: bool = False, width: int = WIDTH
) -> Iterator[str]:
    """One series: heading, claims, the weightiest relations and the last estimates, or all of them for the `whole`."""
    yield from _heading(series, index.folder, paint, width)
    yield ""
    numbers = {claim.id: f"[{number}]" for number, claim in enumerate(series.claims, 1)}
    overrides = touching(index.overrides, numbers)
    decided = {id_ for one in overrides for id_ in one.claims}
    claims = _each(series) if whole else _folded(series)
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
            groups = {claim.id: _group(claim) for claim in series.claims}
            yield from relations_text(relations, names, groups, index.claims, width)
    if flags := index.flags.get(series.key, ()):
        yield ""
        yield from flags_text(flags, series, names, width, whole=whole)
    estimates = index.estimates.get(series.key, ())
    if estimates:
        yield ""
        yield from _estimates(estimates if whole else _latest(estimates), numbers, paint, width)


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
    yield paint("faint", printable(series.key))
    if folder:
        yield paint("faint", f"places are in {printable(folder)}")


def _claims(
    groups: Iterable[list[tuple[Claim, int]]],
    documents: Mapping[str, Document],
    folder: str,
    paint: Paint,
    decided: Container[str],
    width: int,
) -> Iterator[str]:
    """A row for each group of claims that are shown as one; those that somebody decided on have a star."""
    rows = []
    listed = list(groups)
    starred = any(claim.id in decided for group in listed for claim, _ in group)
    for group in listed:
        claim, index = group[0]
        again = f" +{len(group) - 1}" if len(group) > 1 else ""
        at = place(claim, documents).removeprefix(folder) + again
        star = "*" if any(one.id in decided for one, _ in group) else " " * starred
        rows.append((f"[{index}]{star}", as_of(claim), quantity(claim), _marks(claim), chain(claim), at))
    head = ("", "as of", "figure", "", "said by", "at")
    widths = [max(map(columns, cells)) for cells in zip(head, *rows, strict=True)]
    speakers = width - sum(widths[:4]) - widths[5] - 2 * (5 if widths[3] else 4)
    widths[4] = min(widths[4], max(speakers, NARROWEST))
    yield paint("faint", _row(head, widths))
    for row in rows:
        first, *more = hung(row[4], widths[4], 2)
        yield _row((*row[:4], first, row[5]), widths)
        yield from (_row(("", "", "", "", line, ""), widths) for line in more)


def _each(series: Series) -> Iterator[list[tuple[Claim, int]]]:
    for index, claim in enumerate(series.claims, 1):
        yield [(claim, index)]


def _folded(series: Series) -> Iterable[list[tuple[Claim, int]]]:
    """The claims with their numbers; what one origin repeats, in any outlet and on any day, together."""
    groups: dict[tuple[str, ...], list[tuple[Claim, int]]] = {}
    for [(claim, index)] in _each(series):
        groups.setdefault(_group(claim), []).append((claim, index))
    return groups.values()


def _group(claim: Claim) -> tuple[str, ...]:
    """What two claims share that are shown as one: number, status and origin."""
    return quantity(claim), _marks(claim), claim.origin or claim.publisher or claim.doc


def _marks(claim: Claim) -> str:
    """What sets the claim apart from an observed total."""
    return " ".join(word for word in (claim.status, claim.measure) if word not in ("observed", "total"))


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (right(cells[i], widths[i]) if i in (0, 2) else left(cells[i], widths[i]) for i in range(len(cells)))
    return "  ".join(cell for cell, width in zip(padded, widths, strict=True) if width).rstrip()


def _latest(estimates: Sequence[Estimate]) -> list[Estimate]:
    """The last estimate of each reconciler; each gives them oldest first."""
    return list({one.by: one for one in estimates}.values())


def _estimates(estimates: Sequence[Estimate], numbers: Mapping[str, str], paint: Paint, width: int) -> Iterator[str]:
    name_width = max(columns(one.by) for one in estimates)
    for one in estimates:
        support = _named([numbers[claim] for claim in one.support])
        text = f"{left(one.by, name_width)}  {one.at or 'undated'}  {best(one)}  from {support}: {one.why}"
        first, *more = hung(text, width, name_width + 2)
        yield paint("strong", first[: len(one.by)]) + first[len(one.by) :]
        yield from more
        reasons: dict[str, list[str]] = {}
        for aside in one.set_aside:
            reasons.setdefault(aside.why, []).append(numbers[aside.claim])
        for why, claims in reasons.items():
            yield from hung(f"{'':<{name_width}}  without {_named(claims)}: {why}", width, name_width + 4)


def _named(numbers: Sequence[str]) -> str:
    """The claims by number, or how many where they are many."""
    return " ".join(numbers) if 0 < len(numbers) <= MOST_NUMBERS else counted(len(numbers), "claim")


def best(estimate: Estimate) -> str:
    """The best value and the interval around it; one of them where they say the same."""
    if estimate.low is None and estimate.high is None:
        return number(estimate.best) if estimate.best is not None else "no number"
    around = interval(estimate.low, estimate.high)
    return around if estimate.best is None or estimate.low == estimate.high else f"{number(estimate.best)} ({around})"


def _closing(result: Reconciliation, shown: Sequence[Series], listed: int, width: int) -> Iterator[str]:
    claims = counted(sum(len(one.claims) for one in result.series), "claim")
    single = len(shown) - listed
    alone = f"{single:,} quantities stand" if single != 1 else "1 quantity stands"
    if len(shown) < len(result.series):
        yield f"{len(shown):,} of {len(result.series):,} quantities are of this; {alone} in one sentence only."
    else:
        documents = counted(len(result.documents), "document")
        yield f"{claims} in {documents}; {alone} in one sentence only: --format json has them too."
    if listed:
        yield "A day in brackets is that of publication; +2 means that the same origin says so twice more;"
        yield "a ? follows an origin that the text does not name with the number."
    if listed > MANY:
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
