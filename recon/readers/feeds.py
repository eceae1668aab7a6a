"""RSS and Atom: a document for each entry that carries its article whole.

Read by the standard library alone. An entry is its article, with nothing around it to cut away, so its HTML needs none
of what a web page does.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

from recon.errors import ReadError, SetAsideError
from recon.model import Document
from recon.readers.files import bytes_of, name_of
from recon.readers.fragments import text_of_fragment
from recon.readers.xmltree import XmlError, tree

ATOM = "{http://www.w3.org/2005/Atom}"
RSS1 = "{http://purl.org/rss/1.0/}"
DC = "{http://purl.org/dc/elements/1.1/}"
DCTERMS = "{http://purl.org/dc/terms/}"
ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PREFIX = re.compile(r"<(/?)[a-z]\w{0,20}:(?=[a-z])")
"""The prefixes that ElementTree gives to names in a namespace, as XHTML's are."""
EARLIEST = 1980
"""The year before which a date is that of an empty clock."""
WHOLE = 800
"""Characters from which a description is taken for the article itself: teasers have a paragraph."""
CUT = ("…", "...", "[…]", "[...]", "…]", "...]", "read more", "continue reading", "read more »", "continue reading →")
"""How a text ends that goes on elsewhere."""


def documents(path: Path) -> Iterator[Document]:
    """The documents of a feed, then `SetAsideError` for its teasers if there are any."""
    name = name_of(path)
    try:
        root = tree(bytes_of(path))
    except XmlError as error:
        remedy = "fetch the feed anew; recon reads none that is not well-formed or declares entities"
        raise ReadError(name, error.problem, remedy, error.line) from error
    entries, channel = _entries(root)
    if entries is None:
        tag = root.tag.rpartition("}")[2][:40]
        raise ReadError(name, f"neither RSS nor Atom but <{tag}>", "name a feed, or convert it to one that is read")
    if not entries:
        raise ReadError(name, "has no entries", "fetch the feed anew, or when there are some")
    teasers = 0
    for number, entry in enumerate(entries, 1):
        document = _document(name, number, entry, channel)
        if document is None:
            teasers += 1
        else:
            yield document
    if teasers:
        problem = f"{teasers} of {len(entries)} entries are teasers, set aside"
        raise SetAsideError(name, problem, "save the articles they link to")


def _entries(root: Element) -> tuple[list[Element] | None, Element]:
    """The entries of a feed, None for what is no feed, and the element that tells of all of them."""
    if root.tag == f"{ATOM}feed":
        return root.findall(f"{ATOM}entry"), root
    if root.tag == "rss" and (channel := root.find("channel")) is not None:
        return channel.findall("item"), channel
    if root.tag.endswith("}RDF"):
        channel = root.find(f"{RSS1}channel")
        return root.findall(f"{RSS1}item"), root if channel is None else channel
    return None, root


def _document(name: str, number: int, entry: Element, channel: Element) -> Document | None:
    text = _whole(entry)
    if not text:
        return None
    title = text_of_fragment(_said(entry, f"{ATOM}title", "title", f"{RSS1}title", f"{DC}title")).replace("\n", " ")
    url = _link(entry)
    key = _said(entry, f"{ATOM}id", "guid") or url or f"entry={number}"
    published = _dated(entry, "published", f"{ATOM}published", "pubDate", f"{DC}date", f"{DCTERMS}issued")
    modified = _dated(entry, "modified", f"{ATOM}updated", f"{DCTERMS}modified")
    source = next((one for tag in (f"{ATOM}source", "source") if (one := entry.find(tag)) is not None), None)
    outlet = "" if source is None else _said(source, f"{ATOM}title") or (source.text or "").strip()
    outlet = outlet or _said(channel, f"{ATOM}title", "title", f"{RSS1}title")
    return Document(
        id=f"{name}#{key}",
        text=text,
        title=title,
        title_start=0 if title else None,
        publisher=text_of_fragment(outlet).replace("\n", " "),
        published=published[0],
        modified=modified[0],
        url=url,
        language=entry.get(LANG) or channel.get(LANG) or _said(channel, "language", f"{DC}language"),
        dates_from=(*published[1], *modified[1]),
    )


def _whole(entry: Element) -> str:
    """The article of an entry; "" where it carries but a teaser of it."""
    content = entry.find(f"{ATOM}content")
    if content is not None and not content.get("src"):
        text = _atom_text(content)
    elif encoded := _marked_up(entry, ENCODED):
        text = text_of_fragment(encoded)
    else:
        summary = entry.find(f"{ATOM}summary")
        told = _marked_up(entry, "description", f"{RSS1}description")
        text = _atom_text(summary) if summary is not None else text_of_fragment(told)
        text = text if len(text) >= WHOLE else ""
    return "" if text.lower().endswith(CUT) else text


def _atom_text(construct: Element) -> str:
    """RFC 4287, 3.1 and 4.1.3: text as it stands, escaped HTML, or XHTML in a div; "" for what is no text."""
    kind = construct.get("type", "text").lower()
    if "html" in kind:
        return text_of_fragment(_markup(construct))
    return (construct.text or "").strip() if kind == "text" or kind.startswith("text/") else ""


def _marked_up(element: Element, *tags: str) -> str:
    """The markup of the first of the children that has any."""
    return next(filter(None, (_markup(one) for tag in tags for one in element.findall(tag))), "")


def _markup(element: Element) -> str:
    """What an element holds as markup: its text, which was escaped; or its elements, where somebody did not escape."""
    if not len(element):
        return (element.text or "").strip()
    markup = tostring(element, encoding="unicode")
    return PREFIX.sub(r"<\1", markup)


def _said(element: Element, *tags: str) -> str:
    """The text of the first of the children that has any."""
    found = ("".join(one.itertext()).strip() for tag in tags for one in element.findall(tag))
    return next(filter(None, found), "")


def _link(entry: Element) -> str:
    for link in entry.findall(f"{ATOM}link"):
        if link.get("rel", "alternate") == "alternate" and link.get("href"):
            return link.get("href", "")
    guid = entry.find("guid")
    permanent = guid is not None and guid.get("isPermaLink", "true") == "true" and (guid.text or "").startswith("http")
    return _said(entry, "link", f"{RSS1}link") or (_said(entry, "guid") if permanent else "")


def _dated(entry: Element, field: str, *tags: str) -> tuple[dt.date | None, tuple[tuple[str, str], ...]]:
    """The day of the first of the children that is there, as written in its zone, and where it is told."""
    for tag in tags:
        if told := _said(entry, tag):
            label = tag.rpartition("}")[2]
            day = _day(told)
            day = day if day is None or day.year >= EARLIEST else None
            return day, ((field, label if day else f"{label} {told[:40]!r} is no date, so not used"),)
    return None, ()


def _day(told: str) -> dt.date | None:
    try:
        return dt.datetime.fromisoformat(told).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(told).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
