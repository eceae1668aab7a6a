"""DOCX: the text of a document as it would be printed with all changes accepted.

Read by the standard library. A Word file is a zip of XML, and of python-docx no more than the parsing would be used: it
reads neither footnotes nor tracked changes.
"""

from __future__ import annotations

import datetime as dt
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from recon.errors import ReadError
from recon.model import Document
from recon.readers.files import LIMIT, bytes_of, name_of, too_long
from recon.readers.wordml import Block, blocks
from recon.readers.xmltree import XmlError, tree

EXPANDED = 4 * LIMIT
"""The most bytes that a part may unpack to. Markup takes several times what its text does."""
OLE = b"\xd0\xcf\x11\xe0"
MAIN = "word/document.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
CORE = "docProps/core.xml"
DC = "{http://purl.org/dc/elements/1.1/}"
DCTERMS = "{http://purl.org/dc/terms/}"


def documents(path: Path) -> Iterator[Document]:
    """The document of a Word file."""
    parts = _Parts(path, bytes_of(path))
    main = parts.tree(MAIN)
    if main is None:
        parts.refuse("holds no Word document", "save it as .docx")
    notes = [root for name in NOTES if (root := parts.tree(name)) is not None]
    yield _document(path, list(blocks(main, notes)), parts.tree(CORE))


class _Parts:
    """The parts of a zip that was read whole; none unpacks to more than `EXPANDED`."""

    def __init__(self, path: Path, data: bytes) -> None:
        self._path = path
        if data.startswith(OLE):
            self.refuse("encrypted, or a .doc of old", "save it as .docx without a password")
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError) as error:
            self.refuse("not DOCX (no zip, or a damaged one)", "save it as .docx anew", error)

    def tree(self, part: str) -> Element | None:
        """The part's XML, None where there is no such part."""
        try:
            with self._zip.open(part) as stream:
                data = stream.read(EXPANDED + 1)
        except KeyError:
            return None
        except RuntimeError as error:
            self.refuse("encrypted", "save it without a password", error)
        except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            self.refuse(f"damaged in {part}", "save it as .docx anew", error)
        if len(data) > EXPANDED:
            self.refuse(f"its {part} unpacks to more than {EXPANDED // 1_000_000} MB", "split it into documents")
        try:
            return tree(data)
        except XmlError as error:
            self.refuse(f"damaged in {part}: {error.problem}", "save it as .docx anew", error)

    def refuse(self, problem: str, remedy: str, cause: Exception | None = None) -> NoReturn:
        raise ReadError(name_of(self._path), problem, remedy) from cause


def _document(path: Path, found: list[Block], core: Element | None) -> Document:
    title = found[0].text if found and found[0].is_title and "\n" not in found[0].text else ""
    lines = [f"# {title}", *(block.text for block in found[1:])] if title else [block.text for block in found]
    text = "\n\n".join(lines)
    if len(text) > LIMIT:
        raise too_long(path)
    if not text:
        raise ReadError(name_of(path), "holds no text", "a scan needs text recognition first")
    modified, whence = _dates(core)
    return Document(
        id=name_of(path),
        text=text,
        body_start=min(len(lines[0]) + 2, len(text)) if title else 0,
        title=title or _said(core, f"{DC}title"),
        title_start=2 if title else None,
        modified=modified,
        dates_from=whence,
    )


def _dates(core: Element | None) -> tuple[dt.date | None, tuple[tuple[str, str], ...]]:
    """When the file was last saved. When it was begun says nothing of when it was published, and is told as that."""
    modified = _day(_said(core, f"{DCTERMS}modified"))
    created = _day(_said(core, f"{DCTERMS}created"))
    whence: list[tuple[str, str]] = []
    if created is not None:
        whence.append(("published", f"{CORE} created {created}, when the file was begun, is not used"))
    if modified is not None:
        whence.append(("modified", f"{CORE} modified"))
    return modified, tuple(whence)


def _said(core: Element | None, tag: str) -> str:
    return (core.findtext(tag) or "").strip() if core is not None else ""


def _day(told: str) -> dt.date | None:
    try:
        return dt.datetime.fromisoformat(told).date()
    except ValueError:
        return None
