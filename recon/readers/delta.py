"""A Delta Lake table as the Parquet files of which it consists now; the others in its folder are what it was."""

from __future__ import annotations

import os
from pathlib import Path

from recon.errors import ReadError
from recon.machinery import described
from recon.readers.extras import imported

LOG = "_delta_log"
"""The folder by which a table is known."""


def files_of(table: str) -> list[str]:
    """The files of a table, a path or a URI, by their names within it, in order; ReadError where it cannot be read."""
    library = imported("deltalake", Path(table), what="a Delta table", extra="delta")
    try:
        opened = library.DeltaTable(table)
        features = sorted(opened.protocol().reader_features or ())
        files = sorted(_within(name, table, opened.table_uri) for name in opened.file_uris())
    except library.exceptions.DeltaError as error:
        raise ReadError(
            table, f"cannot be read as a Delta table: {described(error)}", "see that it is whole"
        ) from error
    if features:  # rows that a file still has and the table no longer, columns by other names
        problem = f"is a Delta table with {features[0]}, which recon does not know"
        raise ReadError(table, problem, "write it without, or name its Parquet files")
    return files


def _within(file: str, table: str, uri: str) -> str:
    """The name of a file in the folder of its table; the library gives a path for what lies on a disk."""
    if "://" in file:
        return file.removeprefix(uri).lstrip("/")
    return os.path.relpath(file, os.path.realpath(table))
