"""Which of the saved forms a file has, and its figures one after another, however many there are."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from enum import StrEnum
from os import SEEK_END
from pathlib import Path
from typing import IO, Any

from recon.errors import ReadError
from recon.model import Figure
from recon.saved.items import BrokenError, items
from recon.saved.rows import RowError, claim_of, figure_of, plain_of_csv
from recon.tables import FIGURES

SLICE = 20_000
"""Rows of a Parquet file that are held as objects at a time."""
LONGEST = 32 << 20
"""Bytes of the longest line that is read: a row takes some hundred."""
AGAIN = "make it again with recon extract --output or recon reconcile --format json"
WANTED = "give a file that recon extract --output (jsonl, csv, parquet) or recon reconcile --format json wrote"


class Form(StrEnum):
    """How a run was saved."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    RECONCILIATION = "reconciliation"


def form_of(path: Path) -> Form | None:
    """The form by how the file begins, whatever it is called; None for what no run wrote: an article, a folder.

    Raises `ReadError` for a file that cannot be opened.
    """
    if path.is_dir():
        return None
    try:
        with path.open("rb") as file:
            head = file.read(1 << 16)
    except OSError as error:
        problem = f"cannot be read: {(error.strerror or str(error)).lower()}"
        raise ReadError(str(path), problem, "see that it is there, from the working directory, and readable") from error
    if head.startswith(b"PAR1"):
        return Form.PARQUET
    if not head and path.suffix == ".jsonl":  # of documents without a figure
        return Form.JSONL
    line, _, rest = head.partition(b"\n")
    if line.rstrip() == b"{" and rest.lstrip().startswith((b'"documents"', b'"series"')):
        return Form.RECONCILIATION
    if line.startswith(b"{"):
        if all(b'"%s"' % name in line for name in (b"doc", b"start", b"sentence_start")):
            return Form.JSONL
        return Form.RECONCILIATION if line[1:].lstrip().startswith((b'"documents"', b'"series"')) else None
    return Form.CSV if line.rstrip().removeprefix(b"\xef\xbb\xbf").split(b",")[:3] == [b"id", b"doc", b"part"] else None


def figures_in(path: Path) -> Iterator[Figure]:
    """The figures of a figures file or the claims of a reconciliation, in the order of the file.

    Raises `ReadError` at the first thing that is wrong, with its line where there is one.
    """
    form = form_of(path)
    if form is None:
        raise ReadError(str(path), "holds no saved figures", WANTED)
    read = {Form.JSONL: _jsonl, Form.CSV: _csv, Form.PARQUET: _parquet, Form.RECONCILIATION: _claims}[form]
    try:
        yield from read(path)
    except UnicodeDecodeError as error:
        raise ReadError(str(path), "is not UTF-8", AGAIN) from error
    except OSError as error:
        raise ReadError(str(path), f"cannot be read: {(error.strerror or str(error)).lower()}", WANTED) from error


def _jsonl(path: Path) -> Iterator[Figure]:
    with path.open(encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(_lines(file, path), 1):
            if not line.strip():
                continue
            try:
                yield figure_of(json.loads(line))
            except RowError as error:
                raise ReadError(str(path), str(error), AGAIN, number) from error
            except (ValueError, RecursionError) as error:
                cut = "" if line.endswith("\n") else ": the file ends within it"
                raise ReadError(str(path), f"the line is no JSON object{cut}", AGAIN, number) from error


def _lines(file: IO[str], path: Path) -> Iterator[str]:
    number = 0
    while line := file.readline(LONGEST + 1):
        number += 1
        if len(line) > LONGEST:
            raise ReadError(str(path), f"the line is longer than {LONGEST:,} characters", AGAIN, number)
        yield line


def _csv(path: Path) -> Iterator[Figure]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, strict=True)
        try:
            if missing := [name for name in FIGURES if name not in (rows.fieldnames or ())]:
                raise ReadError(str(path), f"has no column {', '.join(missing)}", AGAIN, 1)
            for row in rows:
                yield figure_of(plain_of_csv(row))
        except RowError as error:
            raise ReadError(str(path), str(error), AGAIN, rows.line_num) from error
        except csv.Error as error:
            raise ReadError(str(path), f"is no CSV from here: {error}", AGAIN, rows.line_num) from error
        if not _ends_with_a_line(path):
            raise ReadError(str(path), "the file ends within the line", AGAIN, rows.line_num)


def _ends_with_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, SEEK_END)
        return file.read() in (b"\n", b"\r")


def _parquet(path: Path) -> Iterator[Figure]:
    import polars as pl  # noqa: PLC0415  (a quarter of a second; see `recon.tables`)

    names = list(FIGURES)
    try:
        held = pl.read_parquet_schema(path)
        if missing := [name for name in names if name not in held]:
            raise ReadError(str(path), f"has no column {', '.join(missing)}", AGAIN)
        table = pl.read_parquet(path, columns=names, use_statistics=False)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException) as error:
        raise ReadError(str(path), "is no whole Parquet file", AGAIN) from error
    number = 0
    for piece in table.iter_slices(SLICE):
        for row in piece.iter_rows():
            number += 1
            try:
                yield figure_of(dict(zip(names, row, strict=True)))
            except RowError as error:
                raise ReadError(str(path), f"row {number}: {error}", AGAIN) from error


def _claims(path: Path) -> Iterator[Figure]:
    try:
        for _, series in items(path, {"series"}):
            for row in _listed(series):
                yield claim_of(row)
    except RowError as error:
        raise ReadError(str(path), str(error), AGAIN) from error
    except BrokenError as error:
        raise ReadError(str(path), str(error), AGAIN, error.line) from error


def _listed(series: Any) -> list[Any]:
    claims = series.get("claims") if isinstance(series, dict) else None
    if not isinstance(claims, list):
        raise RowError("a series has no list of claims")
    return claims
