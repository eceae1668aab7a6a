"""`documents.csv`, the table beside a folder's articles: `path,publisher,published,title,url`."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from recon.errors import ReadError
from recon.readers.fields import ALIASES, FieldError, document_fields
from recon.readers.files import name_of, text_of

NAME = "documents.csv"


@dataclass(frozen=True, kw_only=True, slots=True)
class Sidecar:
    """What the table says of each file, by normalised path; rows of absent files; and other errors."""

    fields: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    absent: tuple[ReadError, ...] = ()
    errors: tuple[ReadError, ...] = ()


def read_sidecar(folder: Path) -> Sidecar:
    """The folder's table; an empty one where there is none. A bad row spoils only what it says itself."""
    path = folder / NAME
    if not path.exists():
        return Sidecar()
    try:
        rows = list(_rows(path))
    except ReadError as error:
        return Sidecar(errors=(error,))
    name = name_of(path)
    known: dict[str, Mapping[str, Any]] = {}
    absent: list[ReadError] = []
    errors: list[ReadError] = []
    for line, row in rows:
        listed = row.get("path") or ""
        key = normal(folder / listed)
        try:
            if not listed:
                raise FieldError("path", "the row names no file", "fill in its path")
            if key in known:
                raise FieldError("path", f"{listed!r} stands in an earlier row", "keep one of them")
            known[key] = {}
            if not Path(key).exists():
                raise FileNotFoundError
            known[key] = document_fields({column: row[column].strip() for column in ALIASES if row.get(column)}, NAME)
        except FieldError as error:
            errors.append(ReadError(name, error.problem, error.remedy, line))
        except (FileNotFoundError, ValueError):  # ValueError: a NUL in the path
            absent.append(
                ReadError(name, f"names {listed!r}, which is not there", "mend the path or drop the row", line)
            )
    return Sidecar(fields=known, absent=tuple(absent), errors=tuple(errors))


def normal(path: Path) -> str:
    """One spelling for one path, so that `./a.txt` and `a.txt` meet."""
    return os.path.abspath(path)  # noqa: PTH100  (Path.absolute keeps "..")


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    text = text_of(path).removeprefix("\ufeff")
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True, restkey="")
    try:
        if "path" not in (reader.fieldnames or ()):
            raise ReadError(name_of(path), "has no column path", "begin it with path,publisher,published,title,url", 1)
        return [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise ReadError(name_of(path), f"not CSV ({error})", "mend the quotes", reader.reader.line_num) from error
