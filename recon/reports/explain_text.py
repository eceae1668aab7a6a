"""Everything about one series: the sentences, the reading of each and why it is there, all relations and estimates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recon.model import Claim, Document, Explained, Override, Reconciliation, Series
from recon.reports.index import index_of
from recon.reports.layout import Paint, counted, printable, wrapped
from recon.reports.numbers import chain, interval, quantity, sentence
from recon.reports.overrides_text import told, touching
from recon.reports.series_text import publication, series_block

WIDEST = 80
"""Columns; what is read at length is set no wider than a page."""
BASES = {
    "stated": "which the text gives",
    "speech": "when it was said",
    "published": "the day of publication: the text gives none",
    "unknown": "the text gives no day, and its own is not known",
}
ORIGINS = {
    "named": "the innermost speaker with a name",
    "inferred": "not named with the number",
    "outlet": "the outlet itself: no speaker of the number has a name",
}


def explain_text(
    series: Series,
    result: Reconciliation,
    paint: Paint,
    explained: Mapping[str, Explained] | None = None,
    width: int = WIDEST,
) -> str:
    """The series as in the report, with nothing left out, then claim by claim the sentence, why it is here, and how it
    was read."""
    index, width = index_of(result), min(width, WIDEST)
    lines = list(series_block(series, index, paint, whole=True, width=width))
    lines += ["", *wrapped(_counts(series), width)]
    for number, claim in enumerate(series.claims, 1):
        overrides = [one for one in touching(result.overrides, {claim.id: ""}) if claim.id in one.claims]
        reason = (explained or {}).get(claim.id)
        lines += ["", *_claim(number, claim, index.documents[claim.doc], paint, width, reason, overrides)]
    return "\n".join(lines) + "\n"


def _counts(series: Series) -> str:
    """How many voices there are behind the claims: what ten outlets have from one agency is one."""
    by_origin: dict[str, list[Claim]] = {}
    for claim in series.claims:
        by_origin.setdefault(claim.origin or "no named origin", []).append(claim)
    named = sorted(by_origin.items(), key=lambda item: (-len(item[1]), item[0]))
    listed = ", ".join(f"{name} ({len(claims)})" for name, claims in named)
    return f"{counted(len(series.claims), 'claim')} of {counted(len(by_origin), 'origin')}: {listed}."


def _claim(
    index: int,
    claim: Claim,
    document: Document,
    paint: Paint,
    width: int,
    reason: Explained | None,
    overrides: Sequence[Override],
) -> Iterator[str]:
    yield paint("strong", f"[{index}]") + f" {quantity(claim)}, {publication(claim)}"
    yield f"    {printable(claim.id)}"
    for line in wrapped(f"“{sentence(claim, document)}”", width - 4):
        yield f"    {line}"
    rows = [("here as it", reason.here)] if reason else []
    rows += [("override", f"{one.verb}: {told(one)}") for one in overrides]
    for name, value in (*rows, *_reading(claim, reason), ("dates", _dates(document))):
        if value:
            first, *more = wrapped(value, width - 16)
            yield paint("faint", f"    {name:<11} ") + first
            yield from (" " * 16 + line for line in more)


def _reading(claim: Claim, reason: Explained | None) -> Iterator[tuple[str, str]]:
    bound = f"{claim.bound}, {interval(claim.low, claim.high)} {claim.unit}".rstrip()
    yield "number", f"{bound}, printed to {claim.step:g}"
    yield "unit", f"could also be {', '.join(claim.unit_alternatives)}" if claim.unit_alternatives else ""
    yield "of", claim.noun
    yield "subject", claim.subject
    yield "place", claim.place
    yield "scope", claim.scope
    yield "said by", chain(claim)
    yield "from", reason.told if reason else ""
    yield "origin", f"{claim.origin} ({ORIGINS[claim.origin_basis]})" if claim.origin else ""
    yield "as of", _as_of(claim)
    cue = f", from “{reason.status}”" if reason and reason.status else ""
    yield "status", f"{claim.status}{cue}; {claim.measure}"


def _as_of(claim: Claim) -> str:
    first, last = claim.as_of_start, claim.as_of_end
    days = f"{first}" if first == last and first else f"{first or '?'} to {last or '?'}"
    read_from = f", from “{claim.as_of_text}”" if claim.as_of_text else ""
    return f"{days}{read_from} ({BASES[claim.as_of_basis]})"


def _dates(document: Document) -> str:
    """Where the dates of the document are told, where a reader looked for them; what it did not use says so itself."""
    days = ((field, getattr(document, field, None), where) for field, where in document.dates_from)
    return "; ".join(f"{field} {day}, {where}" if day else f"{field}: {where}" for field, day, where in days)
