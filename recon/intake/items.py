"""What a reader gives of one source, as it is told: documents by name, and in the place of others their errors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from recon.errors import NoArticleError, ReadError, SetAsideError
from recon.host import Owned
from recon.language import INSTALL, UNKNOWN, foreign
from recon.machinery import FAILED, FOREIGN, SET_ASIDE, finding
from recon.model import Document, Finding, Reader
from recon.readers.files import name_of
from recon.readers.paths import Source
from recon.soundness import document_problems

MOST_FAILURES = 1000
"""Failures of one file, beyond the documents that it had: one of another format than its suffix says fails in every
line, and of a hundred thousand pages of an archive a thousand may be damaged."""

Item = Document | ReadError | Finding
"""A document, or in the place of what cannot be read its error: a `ReadError` where the document is at fault, and an RX
finding where the reader is, or the language."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A document in another language, and the finding in its place."""

    id: str
    finding: Finding


def items_of(source: Source, reader: Owned[Reader], given: Iterable[Item], seen: dict[str, str]) -> Iterator[Item]:
    """What was read of a source, told; `seen`, which is added to, tells the source of every id so far."""
    return once(source, told(source, reader, given), seen)


def told(source: Source, reader: Owned[Reader], given: Iterable[Item]) -> Iterator[Item | Aside]:
    """The same before it is known which ids stand elsewhere: what the source alone decides."""
    for item in _sound(source, reader, given):
        language = foreign(item) if isinstance(item, Document) else ""
        yield Aside(item.id, _foreign(item, language)) if isinstance(item, Document) and language else item


def once(source: Source, given: Iterable[Item | Aside], seen: dict[str, str]) -> Iterator[Item]:
    """Of documents with one id the first, in the place of others an error."""
    for item in given:
        if isinstance(item, Document | Aside):
            if item.id in seen:
                problem = f"the id {item.id!r} stands in {seen[item.id]} already"
                yield ReadError(source.name, problem, "give each document an id of its own")
                continue
            seen[item.id] = source.name
        yield item.finding if isinstance(item, Aside) else item


def _sound(source: Source, reader: Owned[Reader], given: Iterable[Item]) -> Iterator[Item]:
    path = name_of(source.path)
    failures = spare = without = 0
    for item in given:
        if isinstance(item, Finding):
            yield item
        elif isinstance(item, SetAsideError):
            yield _aside(source, item.problem, item.remedy)
        elif isinstance(item, NoArticleError) and item.path != path:  # one page of many
            without += 1
        elif isinstance(item, ReadError):
            failures += 1
            yield replace(item, path=source.name) if item.path == path else item
            if failures == MOST_FAILURES + spare:
                problem = f"{failures} of its records cannot be read"
                yield ReadError(source.name, problem, "see that the file is what its suffix says; the rest is left out")
                return
        elif problem := next(document_problems(item), ""):
            yield finding(FAILED, f"{reader} on {source.name}: {problem}", doc=source.name)
        else:
            spare += 1
            ours = item.id == path or item.id.startswith(f"{path}#")  # the file, or a part of it as "#row=7"
            name = source.name + item.id.removeprefix(path) if ours else item.id
            yield replace(item, id=name, **_missing(item, source.fields))
    if without:
        told = "1 page" if without == 1 else f"{without:,} pages"
        problem = f"{told} without an article set aside"
        yield _aside(source, problem, "nothing to do where they are lists, menus or notices")


def _aside(source: Source, problem: str, remedy: str) -> Finding:
    return finding(SET_ASIDE, f"{source.name}: {problem}; {remedy}", doc=source.name)


def _foreign(document: Document, language: str) -> Finding:
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
