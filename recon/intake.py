"""Paths to documents: each source read by the reader of its suffix, its failures kept in its place."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
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


def read(
    paths: Sequence[str], readers: Sequence[Owned[Reader]], stdin: BinaryIO | None = None, stdin_name: str = STDIN
) -> Iterator[Document | ReadError | Finding]:
    """The documents of `paths` in order, each id once; in the place of what cannot be read its error.

    An error is a `ReadError` where the document is at fault, and an RX finding where the reader is.

    "-" among the paths is `stdin`, which goes by `stdin_name`; the suffix of that name chooses the reader.
    """
    by_suffix = {suffix: owned for owned in readers for suffix in owned.object.suffixes}
    seen: dict[str, str] = {}
    with ExitStack() as stack:
        spooled = ""
        if STDIN in paths:
            spooled = _spooled(stdin, stack.enter_context(tempfile.TemporaryDirectory()), stdin_name)
        for source in find_sources([spooled if path == STDIN else path for path in paths], by_suffix):
            if isinstance(source, ReadError):
                yield replace(source, path=stdin_name) if source.path == spooled else source
                continue
            called = replace(source, name=stdin_name) if source.name == spooled else source
            for item in _read(called, by_suffix[source.suffix]):
                if isinstance(item, Document) and item.id in seen:
                    problem = f"the id {item.id!r} stands in {seen[item.id]} already"
                    yield ReadError(called.name, problem, "give each document an id of its own")
                    continue
                if isinstance(item, Document):
                    seen[item.id] = called.name
                yield item


def _spooled(stdin: BinaryIO | None, folder: str, name: str) -> str:
    """Standard input as a file, since a reader reads files; one that is closed is empty."""
    path = Path(folder, "stdin").with_suffix(Path(name).suffix)
    with path.open("wb") as file:
        shutil.copyfileobj(stdin or io.BytesIO(), file)
    return name_of(path)


def _read(source: Source, reader: Owned[Reader]) -> Iterator[Document | ReadError | Finding]:
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
