"""What the user names, standard input included, to the files that are read."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from recon.errors import ReadError
from recon.host import Owned
from recon.model import Reader
from recon.readers.files import name_of
from recon.readers.paths import Source, find_sources

STDIN = "-"


@contextmanager
def found(
    paths: Sequence[str], readers: Sequence[Owned[Reader]], stdin: BinaryIO | None = None, stdin_name: str = STDIN
) -> Iterator[Iterator[Source | ReadError]]:
    """The sources of `paths`, to be read while the context lasts: standard input is a file for that long."""
    suffixes = {suffix for owned in readers for suffix in owned.object.suffixes}
    with ExitStack() as stack:
        spooled = ""
        if STDIN in paths:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            spooled = _spooled(stdin, Path(folder, f"stdin{_suffix(stdin_name, suffixes)}"))
        files = [spooled if path == STDIN else path for path in paths]
        yield _named(find_sources(files, suffixes, named_only(readers)), spooled, stdin_name)


def named_only(readers: Iterable[Owned[Reader]]) -> frozenset[str]:
    """The suffixes of files that are read where they are named, and not in a folder that is."""
    return frozenset(suffix for owned in readers for suffix in getattr(owned.object, "named_only", ()))


def _named(sources: Iterable[Source | ReadError], spooled: str, name: str) -> Iterator[Source | ReadError]:
    """The sources with standard input under the name that it goes by."""
    for source in sources:
        if isinstance(source, ReadError):
            yield replace(source, path=name) if source.path == spooled else source
        else:
            yield replace(source, name=name) if source.name == spooled else source


def _suffix(name: str, known: Iterable[str]) -> str:
    """The longest of the known suffixes that a name has, as `.warc.gz`; else the one it has."""
    return max((end for end in known if name.lower().endswith(end)), key=len, default=Path(name).suffix)


def _spooled(stdin: BinaryIO | None, path: Path) -> str:
    """Standard input as a file, since a reader reads files; one that is closed is empty."""
    with path.open("wb") as file:
        shutil.copyfileobj(stdin or io.BytesIO(), file)
    return name_of(path)
