"""A reconciliation as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from recon.model import Document, Estimate, Reconciliation, Series
from recon.reports.findings_data import finding_row
from recon.reports.index import estimates_by_series
from recon.reports.json_text import MARGIN, json_text
from recon.tables import CLAIMS

DOCUMENT_KEYS = ("id", "title", "publisher", "published", "modified", "fetched", "url", "language", "dates_from")
ESTIMATE_KEYS = ("by", "at", "low", "best", "high", "modelled", "support", "set_aside", "why")
ASIDE_KEYS = ("claim", "why")
RELATION_KEYS = ("a", "b", "kind", "why")
OVERRIDE_KEYS = ("verb", "file", "line", "claims", "what", "why", "left")
PIECE = 1 << 20
"""Characters after which what is ready is handed over."""


def reconciliation_json(result: Reconciliation) -> Iterator[str]:
    """`{documents, series, relations, findings, overrides}` in pieces, for there may be a lot of it; every reference
    is a claim id, dates are ISO 8601."""
    estimates = estimates_by_series(result)
    copied = dict(result.copies)
    sections: dict[str, Iterator[dict[str, Any]]] = {
        "documents": (_document(document, copied) for document in result.documents),
        "series": (_series(series, estimates.get(series.key, ())) for series in result.series),
        "relations": (_row(relation, RELATION_KEYS) for relation in result.relations),
        "findings": (finding_row(finding) for finding in result.findings),
        "overrides": (_row(override, OVERRIDE_KEYS) for override in result.overrides),
    }
    before = "{"
    for name, rows in sections.items():
        yield f'{before}\n "{name}": ['
        yield from _listed(rows)
        before = ","
    yield "\n}\n"


def _listed(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The rows of a section and its end."""
    comma, piece = "", ""
    for row in rows:
        piece += f"{comma}\n  {json_text(row, MARGIN + '  ')}"
        comma = ","
        if len(piece) > PIECE:
            yield piece
            piece = ""
    yield piece + ("\n ]" if comma else "]")


def _row(value: object, keys: Iterable[str]) -> dict[str, Any]:
    return {key: getattr(value, key) for key in keys}


def _document(document: Document, copied: Mapping[str, str]) -> dict[str, Any]:
    """What is known of it; and whose text it prints, where it is another's."""
    own = _row(document, DOCUMENT_KEYS) | {"dates_from": dict(document.dates_from)}
    return own | {"copy_of": copied[document.id]} if document.id in copied else own


def _series(series: Series, estimates: Iterable[Estimate]) -> dict[str, Any]:
    return {
        "key": series.key,
        "title": series.title,
        "unit": series.unit,
        "kind": series.kind,
        "origins": sorted({claim.origin for claim in series.claims if claim.origin}),
        "claims": [_row(claim, CLAIMS) for claim in series.claims],
        "estimates": [_estimate(estimate) for estimate in estimates],
    }


def _estimate(estimate: Estimate) -> dict[str, Any]:
    return _row(estimate, ESTIMATE_KEYS) | {"set_aside": [_row(one, ASIDE_KEYS) for one in estimate.set_aside]}
