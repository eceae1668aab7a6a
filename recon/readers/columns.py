"""Which column of a table is which field of a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from recon.readers.fields import FieldError

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "full_text", "fulltext", "maintext", "plain_text"),
    "id": ("id", "doc_id", "document_id", "article_id", "guid", "uuid"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "outlet", "source_name", "site"),
    "published": ("published", "date", "published_at", "date_published", "date_publish", "publish_date", "pubdate"),
    "modified": ("modified", "updated", "modified_at", "updated_at", "date_modified", "date_modify", "last_modified"),
    "fetched": ("fetched", "fetched_at", "crawled", "crawl_date", "retrieved", "date_download"),
    "url": ("url", "link", "uri"),
    "language": ("language", "lang"),
}
"""The names under which a field goes in the tables of archives and crawlers, in any case; the first that is there."""


def mapped(columns: Iterable[str], told: Mapping[str, str]) -> dict[str, str]:
    """The column of each field that has one: the one `told`, else the first of its common names.

    Raises `FieldError` for a column told that is not there, and for a table without a text.
    """
    there = list(columns)
    by_name = {column.strip().lower(): column for column in reversed(there)}
    found: dict[str, str] = {}
    for field, names in NAMES.items():
        if wanted := told.get(field, ""):
            if wanted not in there:
                raise FieldError(field, f"has no column {wanted!r}", f"it has {_listed(there)}; mend readers.table")
            found[field] = wanted
        elif column := next((by_name[name] for name in names if name in by_name), ""):
            found[field] = column
    if "text" not in found:
        raise FieldError(
            "text", "has no column of text", f'it has {_listed(there)}; name one, as in readers.table: text = "body"'
        )
    return found


def _listed(columns: list[str]) -> str:
    shown = ", ".join(repr(column[:40]) for column in columns[:8])
    return f"{shown} and {len(columns) - 8} more" if len(columns) > 8 else shown or "none"
