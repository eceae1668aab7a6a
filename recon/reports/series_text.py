"""Series for an analyst: each number with its bound, day, status, speakers and place, how they stand, what follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from recon.model import Claim, Document, Estimate, Reconciliation, Series
from recon.reports.index import Index, index_of
from recon.reports.layout import WIDTH, Paint, counted, hung, left, printable, right, wrapped
from recon.reports.layout import columns_of_text as columns
from recon.reports.numbers import as_of, chain, interval, number, place, quantity
from recon.reports.relations_text import relations_text, relations_whole

MOST_NUMBERS = 8
NARROWEST = 24
"""The fewest columns for the speakers; long paths run over the right margin rather than narrow them further."""


def series_text(result: Reconciliation, paint: Paint) -> str:
    """The series that two sentences or more speak of, most claims first, then what is left to tell."""
    several = sorted((one for one in result.series if _is_told_twice(one)), key=lambda one: (-len(one.claims), one.key))
    index = index_of(result)
    blocks = ["\n".join(series_block(one, index, paint)) + "\n" for one in several]
    return "\n".join([*blocks, "\n".join(_closing(result, len(several))) + "\n"])


def _is_told_twice(series: Series) -> bool:
    return len({(claim.doc, claim.part, claim.sentence_start) for claim in series.claims}) > 1


def series_block(series: Series, index: Index, paint: Paint, *, whole: bool = False) -> Iterator[str]:
    """One series: heading, claims, the weightiest relations and the last estimates, or all of them for the `whole`."""
    yield from _heading(series, paint)
    yield ""
    yield from _claims(series, index.documents, paint, whole=whole)
    numbers = {claim.id: f"[{index}]" for index, claim in enumerate(series.claims, 1)}
    relations = index.relations.get(series.key, ())
    if relations:
        yield ""
        others = {end for one in relations for end in (one.a, one.b) if end not in numbers and end in index.claims}
        names = {**{end: place(index.claims[end], index.documents) for end in others}, **numbers}
        if whole:
            yield from relations_whole(relations, names)
        else:
            groups = {claim.id: _group(claim) for claim in series.claims}
            yield from relations_text(relations, names, groups, index.claims)
    estimates = index.estimates.get(series.key, ())
    if estimates:
        yield ""
        yield from _estimates(estimates if whole else _latest(estimates), numbers, paint)


def _heading(series: Series, paint: Paint) -> Iterator[str]:
    origins = {claim.origin for claim in series.claims if claim.origin}
    outlets = {claim.publisher or claim.doc for claim in series.claims}
    told = [counted(len(series.claims), "claim"), counted(len(origins), "origin"), counted(len(outlets), "outlet")]
    told.insert(0, series.unit or series.kind)
    facts, title = " · ".join(told), printable(series.title)
    if columns(title) + columns(facts) + 2 <= WIDTH:
        yield paint("strong", title) + right(facts, WIDTH - columns(title))
    else:
        yield from (paint("strong", line) for line in wrapped(title, WIDTH))
        yield right(facts, WIDTH)
    yield paint("faint", printable(series.key))


def _claims(series: Series, documents: Mapping[str, Document], paint: Paint, *, whole: bool) -> Iterator[str]:
    rows = []
    for claim, index, repeated in _each(series) if whole else _folded(series):
        again = f" +{repeated}" if repeated else ""
        at = place(claim, documents) + again
        rows.append((f"[{index}]", as_of(claim), quantity(claim), _marks(claim), chain(claim), at))
    head = ("", "as of", "figure", "", "said by", "at")
    widths = [max(map(columns, cells)) for cells in zip(head, *rows, strict=True)]
    speakers = WIDTH - sum(widths[:4]) - widths[5] - 2 * (5 if widths[3] else 4)
    widths[4] = min(widths[4], max(speakers, NARROWEST))
    yield paint("faint", _row(head, widths))
    for row in rows:
        first, *more = hung(row[4], widths[4], 2)
        yield _row((*row[:4], first, row[5]), widths)
        yield from (_row(("", "", "", "", line, ""), widths) for line in more)


def _each(series: Series) -> Iterator[tuple[Claim, int, int]]:
    for index, claim in enumerate(series.claims, 1):
        yield claim, index, 0


def _folded(series: Series) -> Iterator[tuple[Claim, int, int]]:
    """The claims with their numbers; what one origin repeats, in any outlet and on any day, only the first time."""
    groups: dict[tuple[str, ...], list[tuple[Claim, int]]] = {}
    for claim, index, _ in _each(series):
        groups.setdefault(_group(claim), []).append((claim, index))
    for group in groups.values():
        yield *group[0], len(group) - 1


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


def _estimates(estimates: Sequence[Estimate], numbers: Mapping[str, str], paint: Paint) -> Iterator[str]:
    width = max(columns(one.by) for one in estimates)
    for one in estimates:
        support = _named([numbers[claim] for claim in one.support])
        text = f"{left(one.by, width)}  {one.at or 'undated'}  {best(one)}  from {support}: {one.why}"
        first, *more = hung(text, WIDTH, width + 2)
        yield paint("strong", first[: len(one.by)]) + first[len(one.by) :]
        yield from more
        reasons: dict[str, list[str]] = {}
        for aside in one.set_aside:
            reasons.setdefault(aside.why, []).append(numbers[aside.claim])
        for why, claims in reasons.items():
            yield from hung(f"{'':<{width}}  without {_named(claims)}: {why}", WIDTH, width + 4)


def _named(numbers: Sequence[str]) -> str:
    """The claims by number, or how many where they are many."""
    return " ".join(numbers) if 0 < len(numbers) <= MOST_NUMBERS else counted(len(numbers), "claim")


def best(estimate: Estimate) -> str:
    """The best value and the interval around it; one of them where they say the same."""
    if estimate.low is None and estimate.high is None:
        return number(estimate.best) if estimate.best is not None else "no number"
    around = interval(estimate.low, estimate.high)
    return around if estimate.best is None or estimate.low == estimate.high else f"{number(estimate.best)} ({around})"


def _closing(result: Reconciliation, listed: int) -> Iterator[str]:
    claims = counted(sum(len(one.claims) for one in result.series), "claim")
    single = len(result.series) - listed
    alone = f"{single:,} quantities stand" if single != 1 else "1 quantity stands"
    yield f"{claims} in {counted(len(result.documents), 'document')}; {alone} in one sentence only: --format json."
    if listed:
        yield "A day in brackets is that of publication; +2 means that the same origin says so twice more;"
        yield "a ? follows an origin that the text does not name with the number."
    worse = Counter[str](finding.severity for finding in result.findings if finding.suppressed is None)
    told = [counted(worse[severity], severity) for severity in ("error", "warning") if worse[severity]]
    if told:
        yield f"{' and '.join(told)} on the way: see recon check."


def publication(claim: Claim) -> str:
    """The outlet and day of the document that a claim stands in."""
    return printable(f"{claim.publisher or 'unknown outlet'}, {claim.published or 'no date'}")
