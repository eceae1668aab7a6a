"""What a notebook shows of values: tables that carry their own style, so that they stand in any page, light or dark.

All text is escaped, for it is that of articles; see `recon.reports.inline_html`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape

from recon.model import Claim, Document, Estimate, Figure, Finding, Reconciliation, Series
from recon.quoting import is_apart
from recon.reports.choosing import ordered
from recon.reports.estimates import alike, estimated, latest
from recon.reports.folding import again, folded, group_of, marks, several
from recon.reports.index import Index, index_of
from recon.reports.inline_html import Html, address, block, faint, more, table, text
from recon.reports.layout import clipped, counted, printable
from recon.reports.numbers import as_of, chain, interval, number, place, quantity
from recon.reports.relations_text import weightiest

MOST_ROWS = 50
MOST_CLAIMS = 20
MOST_SERIES = 5
MOST_RELATIONS = 6
AROUND = 70
"""Characters of the text shown on each side of a figure."""
SEVERITY = {"error": "#d0342c", "warning": "#b26a00", "info": "inherit"}
"""Each at least 3 to 1 on white and on nearly black, and bold."""

Chart = Callable[[Series], Html]
"""Draws a series; "" for one that is not worth a chart, or where none can be drawn."""


def undrawn(_: Series) -> Html:
    """No chart."""
    return ""


def documents_html(documents: Sequence[Document], problems: Sequence[Finding] = ()) -> Html:
    """A row for each document, then what could not be read."""
    rows = [
        (text(one.id), text(one.title), text(one.publisher), text(str(one.published or "")))
        for one in documents[:MOST_ROWS]
    ]
    body = table(("id", "title", "outlet", "published"), rows, "llln")
    told = block(counted(len(documents), "document"), body, len(documents) - len(rows))
    return told + (findings_html(problems) if problems else "")


def figures_html(figures: Sequence[Figure], documents: Iterable[Document] = ()) -> Html:
    """A row for each figure: its place, its reading, and the words around it."""
    by_id = {document.id: document for document in documents}
    rows = [
        (
            text(place(one, by_id) if one.doc in by_id else one.doc),
            _words(one, by_id.get(one.doc)),
            text(one.kind),
            text(one.bound),
            text(number(one.value) if one.value is not None else interval(one.low, one.high)),
            text(one.unit),
            text(clipped(printable(one.noun), 40)),
        )
        for one in figures[:MOST_ROWS]
    ]
    head = ("at", "figure", "kind", "bound", "value", "unit", "of")
    of = f" in {counted(len(by_id), 'document')}" if by_id else ""
    return block(f"{counted(len(figures), 'figure')}{of}", table(head, rows, "llllrll"), len(figures) - len(rows))


def findings_html(findings: Sequence[Finding], documents: Iterable[Document] = ()) -> Html:
    """A row for each finding that stands: what does not add up, where, and how it was worked out."""
    by_id = {document.id: document for document in documents}
    standing = [one for one in findings if one.suppressed is None]
    rows = [(text(one.code), _severity(one), _place(one, by_id), _message(one)) for one in standing[:MOST_ROWS]]
    hidden = f", {len(findings) - len(standing):,} suppressed" if len(findings) > len(standing) else ""
    body = table(("code", "", "at", "finding"), rows, "llll")
    return block(f"{counted(len(standing), 'finding')}{hidden}", body, len(standing) - len(rows))


def claims_html(claims: Sequence[Claim], documents: Iterable[Document] = ()) -> Html:
    """A row for each claim: as of when, how many, on whose word, and where it stands."""
    by_id = {document.id: document for document in documents}
    rows = [_claim(one, by_id) for one in claims[:MOST_ROWS]]
    return block(counted(len(claims), "claim"), table(CLAIM_HEAD, rows, "nrlll"), len(claims) - len(rows))


CLAIM_HEAD = ("as of", "figure", "", "said by", "at")


def estimates_html(estimates: Sequence[Estimate]) -> Html:
    """A row for each number that rules give, with the names of the rules; what nobody printed says so."""
    groups = alike(estimates)
    rows = [_rule(group) for group in groups[:MOST_ROWS]]
    head = ("rule", "at", "number", "why")
    return block(counted(len(estimates), "estimate"), table(head, rows, "lnrl"), len(groups) - len(rows))


def series_html(series: Series, result: Reconciliation | None = None, draw: Chart = undrawn) -> Html:
    """A series: a chart where there is one, its claims, how they stand, and what the rules make of it."""
    return _series(series, index_of(result) if result is not None else None, draw)


def reconciliation_html(result: Reconciliation, shown: Sequence[Series] | None = None, draw: Chart = undrawn) -> Html:
    """The first of the series (all, most claims first) of which two sentences or more speak, to be unfolded."""
    listed = several(result, ordered(result.series, result, "claims") if shown is None else shown)
    index = index_of(result)
    claims = sum(len(one.claims) for one in result.series)
    told = (counted(claims, "claim"), counted(len(result.documents), "document"), counted(len(listed), "series"))
    head = f"{told[0]} in {told[1]}; {told[2]} of more than one sentence"
    blocks = [_folding(one, index, draw, opened=not place) for place, one in enumerate(listed[:MOST_SERIES])]
    return block(head, "".join(blocks), len(listed) - len(blocks))


def _folding(series: Series, index: Index, draw: Chart, *, opened: bool) -> Html:
    head = f"{text(series.title)} {faint(counted(len(series.claims), 'claim'))}"
    return f"<details{' open' if opened else ''}><summary>{head}</summary>{_series(series, index, draw)}</details>"


def _series(series: Series, index: Index | None, draw: Chart) -> Html:
    documents = index.documents if index else {}
    groups = folded(series)
    rows = [_claim(group[0][0], documents, again(group)) for group in groups[:MOST_CLAIMS]]
    origins = {claim.origin for claim in series.claims if claim.origin}
    facts = (series.unit or series.kind, counted(len(series.claims), "claim"), counted(len(origins), "origin"))
    parts = [table(CLAIM_HEAD, rows, "nrlll"), more(len(groups) - len(rows))]
    if index is not None:
        rules = [_rule(group) for group in alike(latest(index.estimates.get(series.key, ())))]
        stand = table(("", "how they stand"), _standing(series, index), "ll")
        parts = [draw(series), *parts, stand, table(("rule", "at", "number", "why"), rules, "lnrl")]
    return block(f"{series.title} · {' · '.join(facts)}", "".join(parts))


def _standing(series: Series, index: Index) -> list[tuple[Html, Html]]:
    """What was found on the claims, then how they stand, the weightiest first."""
    named = {claim.id: group_of(claim) for claim in series.claims}
    weighed = weightiest(index.relations.get(series.key, ()), named, index.claims)
    told = [(one.kind.replace("_", " "), one.why) for one in weighed if one.kind in TELLING]
    found = [(one.code, one.message.removeprefix(f"{series.title}: ")) for one in index.flags.get(series.key, ())]
    return [(text(name), text(why)) for name, why in (*found, *told[:MOST_RELATIONS])]


TELLING = frozenset({"conflict", "revised_down", "updated", "forecast_of"})
"""The kinds of relation that are worth a line."""


def _claim(claim: Claim, documents: Mapping[str, Document], repeats: str = "") -> tuple[Html, ...]:
    document = documents.get(claim.doc)
    at = text((place(claim, documents) if document is not None else claim.doc) + repeats)
    url = address(document.url) if document is not None else ""
    where = f'<a href="{escape(url)}" rel="noreferrer noopener">{at}</a>' if url else at
    return text(as_of(claim)), text(quantity(claim)), text(marks(claim)), text(chain(claim)), where


def _rule(group: Sequence[Estimate]) -> tuple[Html, ...]:
    """What rules that give the same numbers say; of a single one also why."""
    first = group[0]
    why = first.why if len(group) == 1 else ""
    names = ", ".join(one.by for one in group)
    told = text(estimated(first))
    return text(names), text(str(first.at or "undated")), f"<i>{told}</i>" if first.modelled else told, text(why)


def _words(figure: Figure, document: Document | None) -> Html:
    """The figure among the words of its sentence around it; the figure alone where its text is not at hand."""
    marked = f"<b>{text(figure.text)}</b>"
    if document is None:
        return marked
    whole = document.title if figure.part == "title" and document.title_start == 0 else document.text
    start, end = max(figure.sentence_start, figure.start - AROUND), min(figure.sentence_end, figure.end + AROUND)
    before = "…" * (start > figure.sentence_start) + whole[start : figure.start]
    after = whole[figure.end : end] + "…" * (end < figure.sentence_end)
    return faint(before) + marked + faint(after)


def _severity(finding: Finding) -> Html:
    return f'<b style="color:{SEVERITY[finding.severity]}">{finding.severity}</b>'


def _place(finding: Finding, documents: Mapping[str, Document]) -> Html:
    document = documents.get(finding.doc)
    if not finding.doc:
        return ""
    apart = document is not None and is_apart(document, finding)
    return text(f"{finding.doc}:title" if apart else f"{finding.doc}:{finding.line}:{finding.column}")


def _message(finding: Finding) -> Html:
    notes = [*finding.working.splitlines(), finding.suggestion and f"try: {finding.suggestion}"]
    small = "".join(f"<br>{faint(note)}" for note in notes if note)
    return text(finding.message) + small
