"""Everything about one series: the sentences, the reading of each, all relations and all estimates."""

from __future__ import annotations

from collections.abc import Iterator

from recon.model import Claim, Document, Reconciliation, Series
from recon.reports.index import index_of
from recon.reports.layout import WIDTH, Paint, printable, wrapped
from recon.reports.numbers import interval, sentence
from recon.reports.series_text import publication, series_block


def explain_text(series: Series, result: Reconciliation, paint: Paint) -> str:
    """The series as in the report, with nothing left out, then claim by claim the sentence and how it was read."""
    index = index_of(result)
    lines = list(series_block(series, index, paint, whole=True))
    for number, claim in enumerate(series.claims, 1):
        lines += ["", *_claim(number, claim, index.documents[claim.doc], paint)]
    return "\n".join(lines) + "\n"


def _claim(index: int, claim: Claim, document: Document, paint: Paint) -> Iterator[str]:
    yield paint("strong", f"[{index}]") + f" {publication(claim)}, {printable(claim.id)}"
    for line in wrapped(f"“{sentence(claim, document)}”", WIDTH - 4):
        yield f"    {line}"
    for name, value in _reading(claim):
        if value:
            first, *more = wrapped(value, WIDTH - 16)
            yield paint("faint", f"    {name:<11} ") + first
            yield from (" " * 16 + line for line in more)


def _reading(claim: Claim) -> Iterator[tuple[str, str]]:
    bound = f"{claim.bound}, {interval(claim.low, claim.high)} {claim.unit}".rstrip()
    yield "number", f"{bound}, printed to {claim.step:g}"
    yield "unit", f"could also be {', '.join(claim.unit_alternatives)}" if claim.unit_alternatives else ""
    yield "of", claim.noun
    yield "subject", claim.subject
    yield "place", claim.place
    yield "scope", claim.scope
    yield "said by", " ← ".join(claim.chain) or claim.said_by
    yield "origin", f"{claim.origin} ({claim.origin_basis})" if claim.origin else ""
    days = f"{claim.as_of_start or '?'} to {claim.as_of_end or '?'}"
    read_from = f", from “{claim.as_of_text}”" if claim.as_of_text else ""
    yield "as of", f"{days} ({claim.as_of_basis}{read_from})"
    yield "status", f"{claim.status}, {claim.measure}"
