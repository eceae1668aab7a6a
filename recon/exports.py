"""Every table of a reconciliation, as polars frames and as CSV and Parquet in one folder."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from recon.errors import UsageError
from recon.model import Document, Estimate, Figure, Finding, Override, Reconciliation, Relation, Series
from recon.replacing import unwritable
from recon.tables import CLAIMS, FIGURES, columns_of, flat, typed

if TYPE_CHECKING:
    import polars as pl

Form = Literal["csv", "parquet"]
FORMS: tuple[Form, ...] = ("csv", "parquet")

TABLES: Mapping[str, Mapping[str, str]] = {
    "documents": {
        "id": "str",
        "title": "str",
        "publisher": "str",
        "published": "date",
        "modified": "date",
        "fetched": "date",
        "url": "str",
        "language": "str",
    },
    "figures": FIGURES,
    "claims": CLAIMS,
    "series": {
        "key": "str",
        "title": "str",
        "kind": "str",
        "unit": "str",
        "claims": "int",
        "origins": "list",
        "outlets": "list",
        "first": "date",
        "last": "date",
    },
    "relations": {"a": "str", "b": "str", "kind": "str", "why": "str"},
    "estimates": {
        "series": "str",
        "by": "str",
        "at": "date",
        "low": "float",
        "best": "float",
        "high": "float",
        "modelled": "list",
        "support": "list",
        "set_aside": "list",
        "set_aside_why": "list",
        "why": "str",
    },
    "findings": {
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
        "suppressed_by": "str",
        "suppressed_why": "str",
    },
    "overrides": {
        "verb": "str",
        "file": "str",
        "line": "int",
        "claims": "list",
        "what": "str",
        "why": "str",
        "left": "list",
    },
}
"""Each table's columns and their plain types, as in `recon.tables`."""


def frames(result: Reconciliation, figures: Sequence[Figure] | None = None) -> dict[str, pl.DataFrame]:
    """Each of `TABLES` as a frame. `figures` are those that were extracted; without them, those that became claims."""
    claims = [claim for one in result.series for claim in one.claims]
    told = sorted(claims, key=_in_text({document.id: rank for rank, document in enumerate(result.documents)}))
    return {
        "documents": documents_frame(result.documents),
        "figures": typed(columns_of(told if figures is None else figures), FIGURES),
        "claims": claims_frame(result.series),
        "series": series_frame(result.series),
        "relations": relations_frame(result.relations),
        "estimates": estimates_frame(result.estimates),
        "findings": findings_frame(result.findings),
        "overrides": overrides_frame(result.overrides),
    }


def documents_frame(documents: Iterable[Document]) -> pl.DataFrame:
    """A row for each document, without its text."""
    return _frame("documents", [_row(one, TABLES["documents"]) for one in documents])


def claims_frame(series: Iterable[Series]) -> pl.DataFrame:
    """A row for each claim, series by series."""
    claims = [claim for one in series for claim in one.claims]
    # Without a claim there is none to tell by that they are no figures.
    return typed(columns_of(claims) if claims else {name: [] for name in CLAIMS}, CLAIMS)


def series_frame(series: Iterable[Series]) -> pl.DataFrame:
    """A row for each series; `first` and `last` are the days between which its claims lie."""
    return _frame("series", [_series(one) for one in series])


def relations_frame(relations: Iterable[Relation]) -> pl.DataFrame:
    """A row for each relation between two claims."""
    return _frame("relations", [_row(one, TABLES["relations"]) for one in relations])


def estimates_frame(estimates: Iterable[Estimate]) -> pl.DataFrame:
    """A row for each estimate; `set_aside` and `set_aside_why` are in one order."""
    return _frame("estimates", [_estimate(one) for one in estimates])


def findings_frame(findings: Iterable[Finding]) -> pl.DataFrame:
    """A row for each finding, those suppressed included."""
    return _frame("findings", [_finding(one) for one in findings])


def overrides_frame(overrides: Iterable[Override]) -> pl.DataFrame:
    """A row for each decision that made a difference."""
    return _frame("overrides", [_row(one, TABLES["overrides"]) for one in overrides])


def write_tables(folder: Path, tables: Mapping[str, pl.DataFrame], forms: Sequence[Form] = FORMS) -> tuple[Path, ...]:
    """Write `frames` as `documents.csv`, `documents.parquet` and so on: all of them, or none where one fails.

    The folder is made where there is none. Of one that exists, files of these names are replaced and no others touched.
    """
    target = Path(folder)
    if target.exists() and not target.is_dir():
        raise UsageError(f"{folder} is a file; name a folder for the tables")
    made = not target.exists()
    try:
        target.mkdir(parents=True, exist_ok=True)
        # Beside what they replace, so that to put them in place is to rename them.
        waiting = Path(tempfile.mkdtemp(dir=target, prefix=".tables-"))
        try:
            names = [_written(waiting, name, table, form) for name, table in tables.items() for form in forms]
            for name in names:
                os.replace(waiting / name, target / name)  # noqa: PTH105
        finally:
            shutil.rmtree(waiting, ignore_errors=True)
    except OSError as error:
        if made:
            shutil.rmtree(target, ignore_errors=True)
        raise unwritable(target, error) from error
    return tuple(target / name for name in names)


def _written(folder: Path, name: str, table: pl.DataFrame, form: Form) -> str:
    """Write one table, whose permissions are those that a plain open leaves; gives the file's name."""
    path = folder / f"{name}.{form}"
    with path.open("wb") as file:
        if form == "csv":
            flat(table).write_csv(file)
        else:
            table.write_parquet(file)
    return path.name


def _in_text(rank: Mapping[str, int]) -> Any:
    return lambda claim: (rank.get(claim.doc, len(rank)), claim.part == "body", claim.start, claim.end)


def _frame(table: str, rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    kinds = TABLES[table]
    return typed({name: [row[name] for row in rows] for name in kinds}, kinds)


def _row(value: object, kinds: Mapping[str, str]) -> dict[str, Any]:
    return {name: getattr(value, name) for name in kinds}


def _series(one: Series) -> dict[str, Any]:
    days = [day for claim in one.claims for day in (claim.as_of_start, claim.as_of_end) if day is not None]
    return {
        "key": one.key,
        "title": one.title,
        "kind": one.kind,
        "unit": one.unit,
        "claims": len(one.claims),
        "origins": sorted({claim.origin for claim in one.claims if claim.origin}),
        "outlets": sorted({claim.publisher for claim in one.claims if claim.publisher}),
        "first": min(days, default=None),
        "last": max(days, default=None),
    }


def _estimate(one: Estimate) -> dict[str, Any]:
    plain = ("series", "by", "at", "low", "best", "high", "modelled", "support", "why")
    aside = {"set_aside": [note.claim for note in one.set_aside], "set_aside_why": [note.why for note in one.set_aside]}
    return {name: getattr(one, name) for name in plain} | aside


def _finding(one: Finding) -> dict[str, Any]:
    told = one.suppressed
    suppressed = {"suppressed_by": told.by if told else "", "suppressed_why": told.reason if told else ""}
    return {name: getattr(one, name) for name in TABLES["findings"] if name not in suppressed} | suppressed
