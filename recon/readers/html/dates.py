"""When a page was published, changed and saved, each with where that is told.

The day of publication is the outlet's own: the day as written, in the zone it is written in. Of one moment told twice,
in universal time and in a zone, the zone is the outlet's.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from recon.readers.html.metadata import About
from recon.readers.html.page import Page
from recon.readers.html.tree import parsed

PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate",
    "publish-date", "publication_date", "article.published", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.created", "dc.date", "citation_publication_date",
    "originalpublicationdate",
)  # fmt: skip
MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified",
    "dcterms.modified", "dc.date.modified", "article.updated", "revision_date",
)  # fmt: skip
WRITTEN = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{1,2}:?\d{2}(?::?\d{2})?(?:[.,]\d{1,9})?)\s?(Z|[+-]\d{2}:?\d{2})?)?"
)
EARLIEST = 1980
"""The year before which a date is that of an empty clock."""
ARCHIVED = re.compile(r"FILE ARCHIVED ON \d{1,2}:\d{2}:\d{2} (\w{3} \d{1,2}, \d{4})")
SINGLE_FILE = re.compile(r"saved date: \w{3} (\w{3} \d{1,2} \d{4})")
HTTRACK = re.compile(r"by HTTrack [^,]{1,80}, (\w{3}, \d{1,2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Dates:
    """The days of a page; `whence` has pairs of a field and where it is told, or why what is told is not used."""

    published: dt.date | None = None
    modified: dt.date | None = None
    fetched: dt.date | None = None
    whence: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Told:
    """One date as the page tells it; `moment` is None for a day without a time or a zone."""

    day: dt.date
    where: str
    moment: dt.datetime | None = None


def dates(page: Page, about: About) -> Dates:
    """The dates of a page; where its data names no day of publication, htmldate looks at all of it."""
    fetched = _fetched(page)
    published = _chosen([*_linked(about, "datePublished"), *_metas(about, PUBLISHED)])
    published = published or _guessed(page.markup(whole=True), about.url, fetched)
    modified = _chosen([*_linked(about, "dateModified"), *_metas(about, MODIFIED)])
    return _checked(published, modified, fetched)


def _checked(published: _Told | None, modified: _Told | None, fetched: _Told | None) -> Dates:
    """Of dates that cannot all be right, those that are used; what is left out says so. A zone makes a day at most."""
    whence: dict[str, str] = {}
    kept: dict[str, dt.date] = {}
    slack = dt.timedelta(days=1)
    for field, told in (("fetched", fetched), ("published", published), ("modified", modified)):
        if told is None:
            continue
        taken, first = kept.get("fetched"), kept.get("published")
        if taken is not None and told.day > taken + slack:
            whence[field] = f"not used: {told.where} {told.day} is after the page was saved, {taken}"
        elif field == "modified" and first is not None and told.day < first - slack:
            whence[field] = f"not used: {told.where} {told.day} is before publication, {first}"
        else:
            kept[field], whence[field] = told.day, told.where
    order = ("published", "modified", "fetched")
    return Dates(**kept, whence=tuple((field, whence[field]) for field in order if field in whence))


def _chosen(told: Iterable[_Told]) -> _Told | None:
    """The first, in the outlet's zone where another tells the same moment in one; a note where another day is told."""
    all_told = list(told)
    if not all_told:
        return None
    first = all_told[0]
    if first.moment is not None and not first.moment.utcoffset():
        same = (one for one in all_told if one.moment == first.moment and one.moment.utcoffset())
        first = next(same, first)
    other = next((one for one in all_told if abs(one.day - first.day) > dt.timedelta(days=1)), None)
    note = f"; {other.where} has {other.day}" if other is not None else ""
    return _Told(first.day, first.where + note, first.moment)


def _linked(about: About, key: str) -> Iterator[_Told]:
    value = about.linked.get(key)
    for one in value if isinstance(value, list) else [value]:
        yield from _read(one, f"JSON-LD {key}")


def _metas(about: About, names: Iterable[str]) -> Iterator[_Told]:
    for name in names:
        yield from _read(about.metas.get(name), f"meta {name}")


def _read(written: object, where: str) -> Iterator[_Told]:
    """An ISO 8601 date, with a time and a zone or without; an RFC 822 one, as servers write them."""
    if not isinstance(written, str):
        return
    text = written.strip()[:60]
    moment: dt.datetime | None = None
    with suppress(ValueError, TypeError, OverflowError):
        if (match := WRITTEN.match(text)) is not None:
            day = dt.date(int(match[1]), int(match[2]), int(match[3]))
            with suppress(ValueError):
                moment = dt.datetime.fromisoformat(f"{day}T{match[4]}{match[5]}") if match[4] and match[5] else None
        elif re.match(r"[A-Za-z]{3}, ", text):
            moment = _mailed(text)
            day = moment.date()
        else:
            return
        if day.year >= EARLIEST:
            yield _Told(day, where, moment if moment is not None and moment.tzinfo is not None else None)


def _fetched(page: Page) -> _Told | None:
    """The day on which the page was saved, where the program that saved it wrote it into a comment."""
    for text in page.comments:
        for pattern, form, name in (
            (ARCHIVED, "%b %d, %Y", "Internet Archive"),
            (SINGLE_FILE, "%b %d %Y", "SingleFile"),
        ):
            if (match := pattern.search(text)) is not None:
                with suppress(ValueError):
                    return _Told(dt.datetime.strptime(match[1], form).date(), f"comment of {name}")
        if (match := HTTRACK.search(text)) is not None:
            with suppress(ValueError, TypeError):
                return _Told(_mailed(match[1]).date(), "comment of HTTrack")
    return None


def _mailed(text: str) -> dt.datetime:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - 10 ms, for few pages

    return parsedate_to_datetime(text)


def _guessed(markup: str, url: str, fetched: _Told | None) -> _Told | None:
    """What htmldate reads from the page's text and address."""
    from htmldate import find_date  # noqa: PLC0415 - of the extra

    tree = parsed(markup)
    if tree is None:
        return None
    latest = (fetched.day if fetched is not None else dt.date(2100, 1, 1)).isoformat()
    found = find_date(
        tree,
        extensive_search=False,
        original_date=True,
        url=url or None,
        max_date=latest,
        min_date=f"{EARLIEST}-01-01",
    )
    return _Told(dt.date.fromisoformat(found), "htmldate, from the page's text or address") if found else None
