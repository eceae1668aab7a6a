"""The readers of formats that take code of their own, which is imported with the first file of the format.

Who reads text alone would wait for it at every start.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from recon.model import Document

if TYPE_CHECKING:
    from recon.readers.answers import Answer


class _InOnePart:
    """A file takes long and cannot be divided: it is the one part of itself."""

    def read(self, path: Path) -> Iterator[Document]:
        raise NotImplementedError

    def parts(self, path: Path) -> Iterator[Path]:
        yield path

    def read_part(self, part: Path) -> Iterator[Document]:
        return self.read(part)


@dataclass(frozen=True)
class HtmlReader(_InOnePart):
    """Saved web pages, of which the article is read; takes the extra "html"."""

    name: str = "html"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def read(self, path: Path) -> Iterator[Document]:
        from recon.readers.html import documents  # noqa: PLC0415

        return documents(path)


@dataclass(frozen=True)
class PdfReader(_InOnePart):
    """One document to a PDF. A page that is a picture is counted and told; a file of nothing else is refused."""

    name: str = "pdf"
    suffixes: tuple[str, ...] = (".pdf",)

    def read(self, path: Path) -> Iterator[Document]:
        from recon.readers.pdf import documents  # noqa: PLC0415

        return documents(path)


@dataclass(frozen=True)
class DocxReader(_InOnePart):
    """Word documents: paragraphs, tables row by row, notes behind the paragraph that has them."""

    name: str = "docx"
    suffixes: tuple[str, ...] = (".docx",)

    def read(self, path: Path) -> Iterator[Document]:
        from recon.readers.docx import documents  # noqa: PLC0415

        return documents(path)


@dataclass(frozen=True)
class FeedReader:
    """The entries of a feed that are whole; the others are counted and set aside."""

    name: str = "feeds"
    suffixes: tuple[str, ...] = (".rss", ".atom", ".xml")
    named_only: tuple[str, ...] = (".xml",)

    def read(self, path: Path) -> Iterator[Document]:
        from recon.readers.feeds import documents  # noqa: PLC0415

        return documents(path)


@dataclass(frozen=True)
class WarcReader:
    """The HTML pages of a web archive. A bad record raises `ReadError`, and the next call goes on after it."""

    name: str = "warc"
    suffixes: tuple[str, ...] = (".warc", ".warc.gz")

    def read(self, path: Path) -> Iterator[Document]:
        from recon.readers.warc import documents  # noqa: PLC0415

        return documents(path)

    def parts(self, path: Path) -> Iterator[Answer]:
        from recon.readers.answers import answers  # noqa: PLC0415

        return answers(path)

    def read_part(self, part: Answer) -> Iterator[Document]:
        from recon.readers.warc import document  # noqa: PLC0415

        yield document(part)
