"""A reconciliation as JSON."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict
from typing import Any

from recon.model import Document, Estimate, Reconciliation, Series
from recon.reports.findings_data import finding_row
from recon.tables import columns_of, records

DOCUMENT_KEYS = ("id", "title", "publisher", "published", "modified", "fetched", "url", "language")
ESTIMATE_KEYS = ("by", "at", "low", "best", "high", "support", "set_aside", "why")


def reconciliation_json(result: Reconciliation) -> str:
    """`{documents, series, relations, findings, overrides}`; every reference is a claim id, dates are ISO 8601."""
    whole = {
        "documents": [_document(document) for document in result.documents],
        "series": [_series(series, result) for series in result.series],
        "relations": [asdict(relation) for relation in result.relations],
        "findings": [finding_row(finding) for finding in result.findings],
        "overrides": [asdict(override) for override in result.overrides],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, default=_plain) + "\n"


def _document(document: Document) -> dict[str, Any]:
    return {key: getattr(document, key) for key in DOCUMENT_KEYS}


def _series(series: Series, result: Reconciliation) -> dict[str, Any]:
    return {
        "key": series.key,
        "title": series.title,
        "unit": series.unit,
        "kind": series.kind,
        "origins": sorted({claim.origin for claim in series.claims if claim.origin}),
        "claims": list(records(columns_of(series.claims))),
        "estimates": [_estimate(estimate) for estimate in result.estimates if estimate.series == series.key],
    }


def _estimate(estimate: Estimate) -> dict[str, Any]:
    fields = asdict(estimate)
    return {key: fields[key] for key in ESTIMATE_KEYS}


def _plain(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
