"""What front matter, records and `documents.csv` may say of a document, and how each is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

ALIASES: Mapping[str, str] = {
    "source": "publisher",
    "publisher": "publisher",
    "date": "published",
    "published": "published",
    "title": "title",
    "url": "url",
    "modified": "modified",
    "fetched": "fetched",
    "language": "language",
}
"""The key as written to the field of `Document`; of two keys for one field the later in this list stands."""

DATES = ("published", "modified", "fetched")


@dataclass
class FieldError(ValueError):
    """A value that its field cannot take."""

    key: str
    problem: str
    remedy: str


def document_fields(written: Mapping[str, object], whence: str) -> dict[str, Any]:
    """The fields of `Document` that `written` states, dates from `whence`; unknown keys and empty values are left out.

    Raises `FieldError` for a value that is no text, or no date where a date belongs.
    """
    fields: dict[str, Any] = {}
    for key, field in ALIASES.items():
        value = written.get(key)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            raise FieldError(key, f"{key} is not text", 'write it in quotes, as in "2024-10-28"')
        fields[field] = _date(key, value) if field in DATES else value
    if told := tuple((field, whence) for field in DATES if field in fields):
        fields["dates_from"] = told
    return fields


def _date(key: str, value: str) -> dt.date:
    try:
        return dt.datetime.fromisoformat(value.strip()).date()
    except ValueError:
        shown = value if len(value) <= 40 else f"{value[:40]}…"
        raise FieldError(key, f"{key} {shown!r} is not an ISO 8601 date", "write it as in 2024-10-28") from None
