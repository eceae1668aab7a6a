"""Paths to documents: each source read by the reader of its suffix, its failures kept in its place."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from recon.errors import MissingExtraError, ReadError, SetAsideError
from recon.host import Owned, attempt
from recon.language import INSTALL, UNKNOWN, foreign
from recon.machinery import FAILED, FOREIGN, SET_ASIDE, finding
from recon.model import Document, Finding, Reader
from recon.readers.files import name_of
from recon.readers.paths import Source, find_sources
from recon.soundness import document_problems

STDIN = "-"
MOST_FAILURES = 1000
"""Failures of one file, beyond the documents that it had: one of another format than its suffix says fails in every
line, and of a hundred thousand pages of an archive a thousand may be damaged."""


def read(
    paths: Sequence[str], readers: Sequence[Owned[Reader]], stdin: BinaryIO | None = None, stdin_name: str = STDIN
) -> Iterator[Document | ReadError | Finding]:
    """The documents of `paths` in order, each id once; in the place of what cannot be read its error.

    An error is a `ReadError` where the document is at fault, and an RX finding where the reader is, or the language.

    "-" among the paths is `stdin`, which goes by `stdin_name`; the suffix of that name chooses the reader.
    """
    by_suffix = {suffix: owned for owned in readers for suffix in owned.object.suffixes}
    seen: dict[str, str] = {}
    missing: dict[tuple[str, str], list[MissingExtraError]] = {}
    with ExitStack() as stack:
        spooled = ""
        if STDIN in paths:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            spooled = _spooled(stdin, Path(folder, f"stdin{_suffix(stdin_name, by_suffix)}"))
        files = [spooled if path == STDIN else path for path in paths]
        for source in find_sources(files, by_suffix, named_only(readers)):
            if isinstance(source, ReadError):
                yield replace(source, path=stdin_name) if source.path == spooled else source
                continue
            called = replace(source, name=stdin_name) if source.name == spooled else source
            for item in _read(called, by_suffix[source.suffix]):
                if isinstance(item, MissingExtraError) and source.folder:
                    missing.setdefault((source.folder, source.suffix), []).append(item)
                    continue
                if isinstance(item, Document) and item.id in seen:
                    problem = f"the id {item.id!r} stands in {seen[item.id]} already"
                    yield ReadError(called.name, problem, "give each document an id of its own")
                    continue
                if isinstance(item, Document):
                    seen[item.id] = called.name
                    if language := foreign(item):
                        yield _set_aside(item, language)
                        continue
                yield item
    for (folder, suffix), errors in sorted(missing.items()):
        yield _of_one_kind(folder, suffix, errors)


def named_only(readers: Iterable[Owned[Reader]]) -> frozenset[str]:
    """The suffixes of files that are read where they are named, and not in a folder that is."""
    return frozenset(suffix for owned in readers for suffix in getattr(owned.object, "named_only", ()))


def _of_one_kind(folder: str, suffix: str, errors: Sequence[MissingExtraError]) -> ReadError:
    """One line for all files of a folder that one extra would read."""
    first = errors[0]
    if len(errors) == 1:
        return first
    return ReadError(folder, f"{len(errors)} files of {suffix}: {first.problem}", first.remedy)


def _suffix(name: str, known: Iterable[str]) -> str:
    """The longest of the known suffixes that a name has, as `.warc.gz`; else the one it has."""
    return max((end for end in known if name.lower().endswith(end)), key=len, default=Path(name).suffix)


def _spooled(stdin: BinaryIO | None, path: Path) -> str:
    """Standard input as a file, since a reader reads files; one that is closed is empty."""
    with path.open("wb") as file:
        shutil.copyfileobj(stdin or io.BytesIO(), file)
    return name_of(path)


def _read(source: Source, reader: Owned[Reader]) -> Iterator[Document | ReadError | Finding]:
    """The documents of one source. A reader may go on after a `ReadError`; any other failure ends it."""
    given = name_of(source.path)
    documents: list[Iterator[Document]] = []
    failures = spare = 0

    def following() -> Iterator[Document | ReadError]:
        try:
            if not documents:
                documents.append(iter(reader.object.read(source.path)))
            yield from islice(documents[0], 1)
        except ReadError as error:
            documents[:] = documents or [iter(())]
            yield error

    while failures < MOST_FAILURES + spare:
        read, failed = attempt(reader, source.name, following, doc=source.name)
        yield from failed
        if not read:
            return
        [document] = read
        if isinstance(document, SetAsideError):
            yield finding(SET_ASIDE, f"{source.name}: {document.problem}; {document.remedy}", doc=source.name)
            continue
        if isinstance(document, ReadError):
            failures += 1
            yield replace(document, path=source.name) if document.path == given else document
            continue
        if problem := next(document_problems(document), ""):
            yield finding(FAILED, f"{reader} on {source.name}: {problem}", doc=source.name)
            continue
        spare += 1
        ours = document.id == given or document.id.startswith(f"{given}#")  # the file, or a part of it as "#row=7"
        name = source.name + document.id.removeprefix(given) if ours else document.id
        yield replace(document, id=name, **_missing(document, source.fields))
    problem = f"{failures} of its records cannot be read"
    yield ReadError(source.name, problem, "see that the file is what its suffix says; the rest is left out")


def _set_aside(document: Document, language: str) -> Finding:
    problem = f"{document.id}: is in {language}, for which recon has no grammar, and is set aside"
    hint = f"; to know the language: {INSTALL}" if language == UNKNOWN else ""
    return finding(FOREIGN, problem + hint, doc=document.id)


def _missing(document: Document, fields: Mapping[str, Any]) -> dict[str, Any]:
    """What a table beside a document adds to what the document says of itself."""
    missing = {field: value for field, value in fields.items() if not getattr(document, field)}
    if told := tuple(one for one in fields.get("dates_from", ()) if one[0] in missing):
        known = tuple(one for one in document.dates_from if one[0] not in missing)
        missing["dates_from"] = known + told
    return missing
