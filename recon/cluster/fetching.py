"""A source where a worker can read it: a file that its machine sees, or one that was fetched from object storage."""

from __future__ import annotations

import platform
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from recon.errors import ReadError, ReconError
from recon.machinery import described
from recon.readers.paths import Source

PIECE = 8_000_000
"""Bytes that are fetched at a time."""


@contextmanager
def at_hand(source: Source) -> Iterator[Source]:
    """The source with a path that can be opened here, while it lasts; ReadError where it cannot be fetched, and
    ReconError where this machine has not even the folder of a path."""
    if source.remote is None:
        if not source.path.parent.is_dir():
            problem = f"{source.name}: the worker on {platform.node()} does not see {source.path.parent}"
            raise ReconError(f"{problem}; name files that every machine of the cluster sees under that path")
        yield source
        return
    with tempfile.TemporaryDirectory(prefix="recon-") as folder:
        path = Path(folder, source.path.name)
        _fetch(source.name, path)
        yield replace(source, path=path)


def _fetch(uri: str, path: Path) -> None:
    from pyarrow import fs  # noqa: PLC0415  (as in `recon.arrow.types`)

    try:
        filesystem, within = fs.FileSystem.from_uri(uri)
        # Its own reader unpacks what is packed; Arrow would do it by the name.
        with filesystem.open_input_stream(within, compression=None) as stream, path.open("wb") as file:
            shutil.copyfileobj(stream, file, PIECE)
    except OSError as error:
        raise ReadError(uri, f"cannot be fetched: {described(error)}", "run again: it is tried anew") from error


def sendable(source: Source) -> Source:
    """The source as it is found from any working directory."""
    return source if source.remote is not None else replace(source, path=source.path.absolute())
