"""What moved, for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from recon.model import Claim, Document, Figure
from recon.reports.diff_text import Compared, Row, Sides
from recon.reports.json_text import MARGIN, json_text
from recon.reports.numbers import sentence
from recon.reports.series_changes_text import Changed
from recon.tables import CLAIMS, FIGURES


def diff_json(compared: Iterable[Compared], sides: Sides) -> Iterator[str]:
    """`{documents: [{old, new, changes: [{change, differs, old, new}]}], standing}`; documents with changes only."""
    standing, comma = 0, ""
    yield '{\n "documents": ['
    for one in compared:
        standing += one.standing
        if one.rows:
            changes = [_change(row, sides) for row in one.rows]
            row = {"old": one.old or None, "new": one.new or None, "changes": changes}
            yield f"{comma}\n  {json_text(row, MARGIN + '  ')}"
            comma = ","
    yield ("\n ]" if comma else "]") + f',\n "standing": {standing}\n}}\n'


def _change(row: Row, sides: Sides) -> dict[str, Any]:
    kind = "added" if row.old is None else "gone" if row.new is None else "changed"
    return {
        "change": kind,
        "differs": row.differs,
        "old": _figure(row.old, sides[0]),
        "new": _figure(row.new, sides[1]),
    }


def _figure(figure: Figure | None, documents: Mapping[str, Document]) -> dict[str, Any] | None:
    if figure is None:
        return None
    document = documents.get(figure.doc)
    told = sentence(figure, document) if document is not None else None
    return {name: getattr(figure, name) for name in FIGURES} | {"sentence": told}


def series_json(changes: Iterable[Changed]) -> Iterator[str]:
    """`{series: [{key, title, was, now, added, gone, changed: [{differs, old, new}], estimates}]}`."""
    comma = ""
    yield '{\n "series": ['
    for one in changes:
        row = {
            "key": one.key,
            "title": one.title,
            "was": one.was,
            "now": one.now,
            "added": [_claim(claim) for claim in one.added],
            "gone": [_claim(claim) for claim in one.gone],
            "changed": [
                {"differs": told.differs, "old": _claim(told.old), "new": _claim(told.new)} for told in one.revised
            ],
            "estimates": [{"by": by, "old": old, "new": new} for by, old, new in one.estimates],
        }
        yield f"{comma}\n  {json_text(row, MARGIN + '  ')}"
        comma = ","
    yield ("\n ]" if comma else "]") + "\n}\n"


def _claim(claim: Claim) -> dict[str, Any]:
    return {name: getattr(claim, name) for name in CLAIMS}
