"""What the page sends, as documents: JSON of known keys and types, and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from recon.errors import ReadError, ReconError
from recon.model import Document
from recon.readers.fields import FieldError, document_fields
from recon.readers.text import document_of

KEYS = ("name", "text", "title", "publisher", "published")
FIELDS = ("title", "publisher", "published")
LONGEST_FIELD = 1000
"""Characters of a name, an outlet or a title: a headline has a hundred."""
MOST_ARTICLES = 200
SURROGATE = re.compile("[\ud800-\udfff]")
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
PATH = re.compile(r".*[/\\]", re.DOTALL)


class RequestError(ReconError):
    """A request that is not one of the page's. Its text is one line that says what is wrong with it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Unread:
    """An article that cannot be read as a document: its id, and why, in the words of the readers."""

    id: str
    problem: str
    line: int


def articles_of(body: bytes) -> tuple[Document | Unread, ...]:
    """The articles of a request, `{"articles": [{text, name, title, publisher, published}]}`; raises `RequestError`."""
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        raise RequestError("the request is not JSON") from None
    rows = given.get("articles") if isinstance(given, dict) else None
    if not isinstance(rows, list) or not rows or len(given) > 1:
        raise RequestError('the request is not of the form {"articles": [{"text": …}]}')
    if len(rows) > MOST_ARTICLES:
        raise RequestError(f"more than {MOST_ARTICLES} articles at once; recon reconcile reads folders of any size")
    fields = [_fields(row) for row in rows]
    return tuple(_article(name, told) for name, told in zip(_names(fields), fields, strict=True))


def _fields(row: object) -> dict[str, str]:
    """All keys of an article, "" for those it leaves out; each a text that can be encoded."""
    if not isinstance(row, dict):
        raise RequestError("an article is not an object")
    for key, value in row.items():
        if key not in KEYS:
            raise RequestError(f"an article has {', '.join(KEYS)}, and no other key")
        if not isinstance(value, str):
            raise RequestError(f"{key} of an article is not a text")
        if key != "text" and len(value) > LONGEST_FIELD:
            raise RequestError(f"{key} of an article is longer than {LONGEST_FIELD:,} characters")
    # As long as before, so that offsets still count in what the page has.
    told = {key: SURROGATE.sub("\ufffd", row.get(key, "")) for key in KEYS}
    return {key: value if key == "text" else CONTROL.sub(" ", value) for key, value in told.items()}


def _names(fields: list[dict[str, str]]) -> Iterator[str]:
    """The id of each article: its file's name without a path, else its number; each once."""
    taken: set[str] = set()
    for number, told in enumerate(fields, 1):
        plain = PATH.sub("", told["name"]).strip() or f"article {number}"
        name, again = plain, 1
        while name in taken:
            again += 1
            name = f"{plain} ({again})"
        taken.add(name)
        yield name


def _article(name: str, told: Mapping[str, str]) -> Document | Unread:
    """The document; what its front matter says goes before what stands in the fields beside it."""
    try:
        read = document_of(name, told["text"])
        beside: dict[str, Any] = document_fields({key: told[key].strip() for key in FIELDS if key != "title"})
    except ReadError as error:
        return Unread(id=name, problem=f"{error.problem}; {error.remedy}", line=error.line or 1)
    except FieldError as error:
        return Unread(id=name, problem=f"{error.problem}; {error.remedy}", line=1)
    if told["title"].strip() and not read.title:
        beside |= {"title": told["title"], "title_start": 0}
    missing = {field: value for field, value in beside.items() if field == "title_start" or not getattr(read, field)}
    return replace(read, **missing)
