"""The tables of figures and claims: their columns, and the way from dataclasses to columns to frames and back.

A table is plain columns (`recon.model.Columns`) until somebody asks for a frame: polars takes a quarter of a second to
import, and most runs need none of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from recon.errors import ReconError
from recon.model import Claim, Columns, Figure

if TYPE_CHECKING:
    import polars as pl

Table = Literal["figures", "claims"]

FIGURES: Mapping[str, str] = {
    "id": "str",
    "doc": "str",
    "part": "str",
    "start": "int",
    "end": "int",
    "text": "str",
    "kind": "str",
    "bound": "str",
    "value": "float",
    "low": "float",
    "high": "float",
    "unit": "str",
    "unit_alternatives": "list",
    "step": "float",
    "noun": "str",
    "sentence_start": "int",
    "sentence_end": "int",
}
"""Column name to plain type: str, int, float, bool, date, or list (of str)."""

CLAIMS: Mapping[str, str] = {
    **FIGURES,
    "series": "str",
    "subject": "str",
    "place": "str",
    "scope": "str",
    "said_by": "str",
    "chain": "list",
    "origin": "str",
    "origin_basis": "str",
    "as_of_start": "date",
    "as_of_end": "date",
    "as_of_text": "str",
    "as_of_basis": "str",
    "status": "str",
    "measure": "str",
    "published": "date",
    "publisher": "str",
}

COLUMNS: Mapping[Table, Mapping[str, str]] = {"figures": FIGURES, "claims": CLAIMS}


def columns_of(figures: Iterable[Figure]) -> dict[str, list[Any]]:
    """Columns of figures, or of claims where the first is a claim; the tuples in them become lists."""
    rows = list(figures)
    names = CLAIMS if rows and isinstance(rows[0], Claim) else FIGURES
    return {
        name: [list(getattr(row, name)) for row in rows] if kind == "list" else [getattr(row, name) for row in rows]
        for name, kind in names.items()
    }


def figures_of(columns: Columns) -> list[Figure]:
    """Figures from columns or from a polars frame; columns beyond those of a figure are left out.

    Raises `ReconError` where a column is missing or shorter than another.
    """
    plain = _plain(columns)
    if missing := [name for name in FIGURES if name not in plain]:
        raise ReconError(f"the figures table has no column {', '.join(missing)}; return all of {', '.join(FIGURES)}")
    if len({len(plain[name]) for name in FIGURES}) > 1:
        raise ReconError("the columns of the figures table differ in length; return one value for each figure")
    return [Figure(**row) for row in _rows(plain, FIGURES, listed=tuple)]


def records(columns: Columns) -> Iterator[dict[str, Any]]:
    """The rows of figures or claims as JSON-ready dicts: lists for lists, ISO 8601 for dates, null for None."""
    plain = _plain(columns)
    names = CLAIMS if "series" in plain else FIGURES
    for row in _rows(plain, names, listed=list):
        yield {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in row.items()}


def frame(columns: Columns, table: Table) -> pl.DataFrame:
    """A polars frame with exactly the columns of `table`."""
    return typed(columns, COLUMNS[table])


def typed(columns: Columns, kinds: Mapping[str, str]) -> pl.DataFrame:
    """A polars frame of the columns named, each of its plain type."""
    import polars as pl  # noqa: PLC0415  (a quarter of a second; see the module's docstring)

    types: dict[str, Any] = {
        "str": pl.String,
        "int": pl.Int64,
        "float": pl.Float64,
        "bool": pl.Boolean,
        "date": pl.Date,
        "list": pl.List(pl.String),
    }
    return pl.DataFrame(
        {
            name: _lists(columns[name]) if kind == "list" else pl.Series(columns[name], dtype=types[kind])
            for name, kind in kinds.items()
        }
    )


def _lists(values: Sequence[Sequence[str]]) -> pl.Series:
    """A column of lists, made of the few that differ: polars takes forty times as long to read each."""
    import polars as pl  # noqa: PLC0415

    places: dict[tuple[str, ...], int] = {}
    taken = [places.setdefault(tuple(value), len(places)) for value in values]
    return pl.Series([list(value) for value in places], dtype=pl.List(pl.String)).gather(taken)


def flat(table: pl.DataFrame) -> pl.DataFrame:
    """The frame with its list columns joined by "|", for CSV."""
    import polars as pl  # noqa: PLC0415

    lists = [name for name, kind in table.schema.items() if kind == pl.List(pl.String)]
    return table.with_columns(pl.col(name).list.join("|") for name in lists)


def _plain(columns: Any) -> Mapping[str, Sequence[Any]]:
    to_dict = getattr(columns, "to_dict", None)
    return to_dict(as_series=False) if callable(to_dict) else columns  # type: ignore[no-any-return]


def _rows(columns: Columns, names: Mapping[str, str], listed: type) -> Iterator[dict[str, Any]]:
    series = [
        [listed(value or ()) for value in columns[name]] if kind == "list" else columns[name]
        for name, kind in names.items()
    ]
    for values in zip(*series, strict=True):
        yield dict(zip(names, values, strict=True))
