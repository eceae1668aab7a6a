"""A reconciliation as flat tables: documents, claims, series, relations, estimates and findings, for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from recon.model import Columns, Document, Estimate, Finding, Reconciliation, Relation, Series
from recon.tables import CLAIMS, columns_of

DOCUMENTS: Mapping[str, str] = {
    "id": "str",
    "title": "str",
    "publisher": "str",
    "published": "date",
    "modified": "date",
    "fetched": "date",
    "url": "str",
    "language": "str",
}
SERIES: Mapping[str, str] = {
    "key": "str",
    "title": "str",
    "kind": "str",
    "unit": "str",
    "claims": "int",
    "origins": "list",
    "outlets": "list",
}
RELATIONS: Mapping[str, str] = {"a": "str", "b": "str", "kind": "str", "why": "str"}
ESTIMATES: Mapping[str, str] = {
    "series": "str",
    "by": "str",
    "at": "date",
    "low": "float",
    "best": "float",
    "high": "float",
    "support": "list",
    "set_aside": "list",
    "set_aside_why": "list",
    "why": "str",
}
FINDINGS: Mapping[str, str] = {
    "code": "str",
    "name": "str",
    "severity": "str",
    "doc": "str",
    "start": "int",
    "end": "int",
    "line": "int",
    "column": "int",
    "message": "str",
    "working": "str",
    "figures": "list",
    "suggestion": "str",
    "suppressed": "str",
}

SCHEMAS: Mapping[str, Mapping[str, str]] = {
    "documents": DOCUMENTS,
    "claims": CLAIMS,
    "series": SERIES,
    "relations": RELATIONS,
    "estimates": ESTIMATES,
    "findings": FINDINGS,
}
"""Name of a table to its columns and their plain types, as in `recon.tables`."""


def tables(result: Reconciliation) -> dict[str, Columns]:
    """Every table of a reconciliation but that of its figures, as plain columns."""
    claims = [claim for one in result.series for claim in one.claims]
    return {
        "documents": _columns(map(_document, result.documents), DOCUMENTS),
        "claims": columns_of(claims) if claims else {name: [] for name in CLAIMS},
        "series": _columns(map(_series, result.series), SERIES),
        "relations": _columns(map(_relation, result.relations), RELATIONS),
        "estimates": _columns(map(_estimate, result.estimates), ESTIMATES),
        "findings": _columns(map(_finding, result.findings), FINDINGS),
    }


def _columns(rows: Iterable[Mapping[str, Any]], schema: Mapping[str, str]) -> Columns:
    listed = list(rows)
    return {name: [row[name] for row in listed] for name in schema}


def _taken(value: object, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(value, name) for name in names}


def _document(one: Document) -> dict[str, Any]:
    return _taken(one, DOCUMENTS)


def _series(one: Series) -> dict[str, Any]:
    told = {
        "claims": len(one.claims),
        "origins": _named(claim.origin for claim in one.claims),
        "outlets": _named(claim.publisher for claim in one.claims),
    }
    return _taken(one, ("key", "title", "kind", "unit")) | told


def _named(names: Iterable[str]) -> Sequence[str]:
    return sorted({name for name in names if name})


def _relation(one: Relation) -> dict[str, Any]:
    return _taken(one, RELATIONS)


def _estimate(one: Estimate) -> dict[str, Any]:
    told = {
        "support": list(one.support),
        "set_aside": [aside.claim for aside in one.set_aside],
        "set_aside_why": [aside.why for aside in one.set_aside],
    }
    return _taken(one, ("series", "by", "at", "low", "best", "high", "why")) | told


def _finding(one: Finding) -> dict[str, Any]:
    suppressed = one.suppressed.by if one.suppressed is not None else ""
    told = {"figures": list(one.figures), "suppressed": suppressed}
    return _taken(one, (name for name in FINDINGS if name not in told)) | told
