"""A saved row as a figure or a claim, every value looked at."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Mapping
from typing import Any, get_args

from recon.model import AsOfBasis, Bound, Claim, Figure, Kind, Measure, OriginBasis, Part, Status
from recon.tables import CLAIMS, FIGURES

WORDS: Mapping[str, frozenset[str]] = {
    "part": frozenset(get_args(Part)),
    "kind": frozenset(get_args(Kind)),
    "bound": frozenset(get_args(Bound)),
    "origin_basis": frozenset(get_args(OriginBasis)),
    "as_of_basis": frozenset(get_args(AsOfBasis)),
    "status": frozenset(get_args(Status)),
    "measure": frozenset(get_args(Measure)),
}
"""The columns that hold one of a few words."""
OPEN = frozenset({"value", "low", "high", "as_of_start", "as_of_end", "published"})
"""The columns that may be null."""


class RowError(ValueError):
    """What is wrong with a row."""


def figure_of(row: Any) -> Figure:
    """The figure of a row; RowError where it is none. Columns beyond a figure's are left out."""
    return Figure(**_values(row, FIGURES))


def claim_of(row: Any) -> Claim:
    """The claim of a row; RowError where it is none."""
    return Claim(**_values(row, CLAIMS))


def plain_of_csv(row: Mapping[str | None, Any]) -> dict[str, Any]:
    """A row of CSV with its numbers read and its lists split; what is no number stays a text, and is refused later."""
    return {name: _plain(row.get(name), kind) for name, kind in FIGURES.items()}


def _plain(text: Any, kind: str) -> Any:
    if kind == "str" or not isinstance(text, str):
        return text
    if kind == "list":
        return text.split("|") if text else []
    if not text:
        return None
    try:
        return int(text) if kind == "int" else float(text)
    except ValueError:
        return text


def _values(row: Any, columns: Mapping[str, str]) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise RowError("a row is no object")
    values = {}
    for name, kind in columns.items():
        if name not in row:
            raise RowError(f"a row has no {name}")
        values[name] = _value(row[name], name, kind)
    if not 0 <= values["start"] < values["end"] or values["sentence_start"] < 0 or values["sentence_end"] < 0:
        raise RowError(f"a row has the span {values['start']} to {values['end']}")
    return values


def _value(value: Any, name: str, kind: str) -> Any:
    if value is None and name in OPEN:
        return None
    if kind == "str" and isinstance(value, str) and (name not in WORDS or value in WORDS[name]):
        return value
    if kind == "int" and type(value) is int:
        return value
    if kind == "float" and type(value) in (int, float) and abs(value) <= sys.float_info.max:
        return float(value)
    if kind == "list" and isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    if kind == "date" and isinstance(value, str):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    shown = repr(value)
    raise RowError(f"a row has the {name} {shown if len(shown) <= 40 else shown[:39] + '…'}")
