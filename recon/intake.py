"""Paths to documents: each source read by the reader of its suffix, its failures kept in its place."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from recon.errors import ReadError
from recon.host import Owned, attempt
from recon.machinery import FAILED, finding
from recon.model import Document, Finding, Reader
from recon.readers.files import name_of
from recon.readers.paths import Source, find_sources
from recon.soundness import document_problems

STDIN = "-"
MOST_FAILURES = 1000
"""Failures told of one file: a file of another format than its suffix says fails in every line."""


Item = Document | ReadError | Finding
"""A document, or in the place of what cannot be read its error: a `ReadError` where the document is at fault, and an RX
finding where the reader is."""


def read(
    paths: Sequence[str], readers: Sequence[Owned[Reader]], stdin: BinaryIO | None = None, stdin_name: str = STDIN
) -> Iterator[Item]:
    """The documents of `paths` in order, each id once; in the place of what cannot be read its error.

    "-" among the paths is `stdin`, which goes by `stdin_name`; the suffix of that name chooses the reader.
    """
    seen: dict[str, str] = {}
    with found(paths, readers, stdin, stdin_name) as sources:
        for source in sources:
            yield from [source] if isinstance(source, ReadError) else read_source(source, readers, seen)


@contextmanager
def found(
    paths: Sequence[str], readers: Sequence[Owned[Reader]], stdin: BinaryIO | None = None, stdin_name: str = STDIN
) -> Iterator[Iterator[Source | ReadError]]:
    """The sources of `paths`, to be read while the context lasts: standard input is a file for that long."""
    with ExitStack() as stack:
        spooled = ""
        if STDIN in paths:
            spooled = _spooled(stdin, stack.enter_context(tempfile.TemporaryDirectory()), stdin_name)
        yield _named(
            find_sources([spooled if path == STDIN else path for path in paths], _suffixes(readers)),
            spooled,
            stdin_name,
        )


def read_source(source: Source, readers: Sequence[Owned[Reader]], seen: dict[str, str]) -> Iterator[Item]:
    """The documents of one source; `seen`, which is added to, tells the source of every id so far."""
    for item in _read(source, _suffixes(readers)[source.suffix]):
        if isinstance(item, Document) and item.id in seen:
            problem = f"the id {item.id!r} stands in {seen[item.id]} already"
            yield ReadError(source.name, problem, "give each document an id of its own")
            continue
        if isinstance(item, Document):
            seen[item.id] = source.name
        yield item


def _suffixes(readers: Sequence[Owned[Reader]]) -> dict[str, Owned[Reader]]:
    return {suffix: owned for owned in readers for suffix in owned.object.suffixes}


def _named(sources: Iterable[Source | ReadError], spooled: str, name: str) -> Iterator[Source | ReadError]:
    """The sources with standard input under the name that it goes by."""
    for source in sources:
        if isinstance(source, ReadError):
            yield replace(source, path=name) if source.path == spooled else source
        else:
            yield replace(source, name=name) if source.name == spooled else source


def _spooled(stdin: BinaryIO | None, folder: str, name: str) -> str:
    """Standard input as a file, since a reader reads files; one that is closed is empty."""
    path = Path(folder, "stdin").with_suffix(Path(name).suffix)
    with path.open("wb") as file:
        shutil.copyfileobj(stdin or io.BytesIO(), file)
    return name_of(path)


def _read(source: Source, reader: Owned[Reader]) -> Iterator[Item]:
    """The documents of one source. A reader may go on after a `ReadError`; any other failure ends it."""
    given = name_of(source.path)
    documents: list[Iterator[Document]] = []
    failures = 0

    def following() -> Iterator[Document | ReadError]:
        try:
            if not documents:
                documents.append(iter(reader.object.read(source.path)))
            yield from islice(documents[0], 1)
        except ReadError as error:
            documents[:] = documents or [iter(())]
            yield error

    while failures < MOST_FAILURES:
        read, failed = attempt(reader, source.name, following, doc=source.name)
        yield from failed
        if not read:
            return
        [document] = read
        if isinstance(document, ReadError):
            failures += 1
            yield replace(document, path=source.name) if document.path == given else document
            continue
        if problem := next(document_problems(document), ""):
            yield finding(FAILED, f"{reader} on {source.name}: {problem}", doc=source.name)
            continue
        name = source.name if document.id == given else document.id
        missing = {field: value for field, value in source.fields.items() if not getattr(document, field)}
        yield replace(document, id=name, **missing)
    problem = f"{MOST_FAILURES} of its records cannot be read"
    yield ReadError(source.name, problem, "see that the file is what its suffix says; the rest is left out")
