"""Plain text and Markdown: one document to a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from recon.errors import ReadError
from recon.model import Document
from recon.readers.fields import FieldError, document_fields
from recon.readers.files import name_of, written_text_of
from recon.readers.frontmatter import front_matter


@dataclass(frozen=True)
class TextReader:
    """Text in UTF-8, or in UTF-16 with its byte-order mark; with front matter or without."""

    name: str = "text"
    suffixes: tuple[str, ...] = (".txt", ".md")

    def read(self, path: Path) -> Iterator[Document]:
        yield document_of(name_of(path), written_text_of(path))


def document_of(name: str, text: str) -> Document:
    """The document of a whole text, by its front matter if it has one; raises `ReadError` in that name."""
    head = front_matter(text, name)
    try:
        fields = document_fields({key: entry.value for key, entry in head.entries.items()}, "front matter")
    except FieldError as error:
        raise ReadError(name, error.problem, error.remedy, head.entries[error.key].line) from error
    title = head.entries.get("title")
    title_start = title.start if title is not None and title.value else None
    return Document(id=name, text=text, body_start=head.body_start, title_start=title_start, **fields)
