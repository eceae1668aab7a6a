"""JSON lines: one document to a line, with `id`, `text` and the fields that front matter has."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from recon.errors import ReadError
from recon.model import Document
from recon.readers.fields import FieldError, document_fields
from recon.readers.files import LIMIT, decoded, name_of, too_long, unreadable


@dataclass(frozen=True)
class JsonLinesReader:
    """Records of `{"id": …, "text": …}`; a line that is none raises `ReadError`, and the next call goes on after it."""

    name: str = "jsonl"
    suffixes: tuple[str, ...] = (".jsonl",)

    def read(self, path: Path) -> Iterator[Document]:
        # Not a generator, which would end at its first error.
        return map(_Records(path).document, _numbered(path))


@dataclass
class _Records:
    path: Path
    seen: dict[str, int] = field(default_factory=dict)

    def document(self, numbered: tuple[int, bytes]) -> Document:
        line, data = numbered
        try:
            return self._document(line, data)
        except FieldError as error:
            raise ReadError(name_of(self.path), error.problem, error.remedy, line) from error

    def _document(self, line: int, data: bytes) -> Document:
        if len(data) > LIMIT:
            raise too_long(self.path, line)
        record = _object(decoded(data.rstrip(), self.path, line, "the line"))
        doc, text = record.get("id"), record.get("text")
        doc = str(doc) if type(doc) is int else doc
        if not isinstance(doc, str) or not doc:
            raise FieldError("id", "the record has no id", 'give it one, as in "id": "a1"')
        if not isinstance(text, str):
            raise FieldError("text", "the record has no text", 'give it one, as in "text": "…"')
        first = self.seen.setdefault(doc, line)
        if first != line:
            raise FieldError("id", f"id {doc!r} stands in line {first} already", "give each record an id of its own")
        fields = document_fields(record, "record")
        return Document(id=doc, text=text, title_start=0 if fields.get("title") else None, **fields)


def _object(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        where = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise FieldError("", f"not JSON{where}", "put one whole JSON object on each line") from None
    if not isinstance(record, dict):
        raise FieldError("", "not a JSON object", 'write it as in {"id": "a1", "text": "…"}')
    try:
        "".join(value for value in record.values() if isinstance(value, str)).encode()
    except UnicodeEncodeError:  # an escape like \ud800 alone: a character that no output could carry
        raise FieldError("", "the record holds half of a surrogate pair", "write the whole character") from None
    return record


def _numbered(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers; of one over the limit only its beginning."""
    try:
        with path.open("rb") as file:
            number = 0
            while data := file.readline(LIMIT + 1):
                number += 1
                rest = data
                while len(rest) > LIMIT and not rest.endswith(b"\n"):
                    rest = file.readline(LIMIT + 1)
                data = data.removeprefix(b"\xef\xbb\xbf") if number == 1 else data
                if data.strip():
                    yield number, data
    except OSError as error:
        raise unreadable(path, error) from error
