"""What a report leaves beside its page: a file of every chart, and every table as CSV and Parquet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from recon.cli.console import doing, opened
from recon.errors import ReconError
from recon.model import Figure, Reconciliation, Series
from recon.reports.choosing import is_told_twice


def write_tables(folder: Path, result: Reconciliation, figures: Sequence[Figure]) -> None:
    """Every table of the reconciliation in the folder, as NAME.csv and NAME.parquet: all of them or none."""
    from recon.exports import frames  # noqa: PLC0415 - as in recon.builtin
    from recon.exports import write_tables as write  # noqa: PLC0415

    docs = {one.id for one in result.documents}
    with doing() as step:
        step("writing tables")
        write(folder, frames(result, [one for one in figures if one.doc in docs]))


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
