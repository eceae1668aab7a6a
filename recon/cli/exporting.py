"""What a report leaves beside its page: a file of every chart, and every table as CSV and Parquet."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from recon.cli.console import doing, opened
from recon.errors import ReconError
from recon.model import Figure, Reconciliation, Series
from recon.reports.choosing import is_told_twice

if TYPE_CHECKING:
    import polars as pl


def write_tables(folder: Path, result: Reconciliation, figures: Sequence[Figure]) -> None:
    """Every table of the reconciliation in the folder, as NAME.csv and NAME.parquet."""
    from recon.reports.reconciled_tables import SCHEMAS, tables  # noqa: PLC0415 - as in recon.builtin
    from recon.tables import columns_of, flat, frame, typed  # noqa: PLC0415

    _made(folder)
    docs = {one.id for one in result.documents}
    frames = {"figures": frame(columns_of(one for one in figures if one.doc in docs), "figures")}
    frames |= {name: typed(columns, SCHEMAS[name]) for name, columns in tables(result).items()}
    for name, table in frames.items():
        with opened(folder / f"{name}.csv") as sink:
            sink.write(flat(table).write_csv())
        with opened(folder / f"{name}.parquet") as sink:
            sink.write(_parquet(table))


def _parquet(table: pl.DataFrame) -> bytes:
    buffer = io.BytesIO()
    table.write_parquet(buffer)
    return buffer.getvalue()


def write_charts(folder: Path, result: Reconciliation, shown: Sequence[Series], chosen: Sequence[str]) -> None:
    """A chart of each series that has enough to draw, as KEY.svg and KEY.png."""
    from recon.reporting import files  # noqa: PLC0415

    _made(folder)
    with doing() as step:
        for name, content in files([one for one in shown if is_told_twice(one)], result, chosen, step):
            with opened(folder / name) as sink:
                sink.write(content)


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReconError(f"{folder}: cannot be made a folder: {(error.strerror or str(error)).lower()}") from error
