"""WARC: a document for each HTML page that a server answered with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from recon.budget import Overrun, limited
from recon.errors import ReadError
from recon.machinery import described
from recon.model import Document
from recon.readers.answers import SAID, Answer, answers, bad_record
from recon.readers.bodies import BodyError, unpacked
from recon.readers.extras import imported
from recon.readers.files import LIMIT
from recon.readers.html import article

PAGE_SECONDS = 10.0
"""For one page, a third of what a document has: the others are waiting behind it."""


def document(answer: Answer) -> Document:
    """The article of a page; `NoArticleError` where it holds none."""
    streams = imported("fastwarc.stream_io", Path(answer.path), what="WARC", extra="warc")
    try:
        page = unpacked(answer.body, answer.transfer_encoding, answer.content_encoding, streams)
    except BodyError as error:
        raise bad_record(answer.path, answer.at, f"cannot be read ({error})") from error
    if max(len(answer.body), len(page)) > LIMIT:
        raise bad_record(answer.path, answer.at, f"is longer than {LIMIT // 1_000_000} MB")
    try:
        with limited(PAGE_SECONDS):
            read = article(page, url=answer.url, charset=answer.charset, id=f"{answer.path}#{answer.key}")
    except ReadError:
        raise
    except Overrun as error:
        raise bad_record(answer.path, answer.at, f"takes over {PAGE_SECONDS:g} seconds") from error
    except Exception as error:  # libraries on hostile pages: it costs the page, and not the archive
        raise bad_record(answer.path, answer.at, f"cannot be read ({described(error)[:SAID]})") from error
    fetched = _day(answer.fetched)
    if fetched is None:
        return replace(read, url=answer.url or read.url)
    others = tuple(one for one in read.dates_from if one[0] != "fetched")
    dates = (*others, ("fetched", "WARC-Date"))
    return replace(read, url=answer.url or read.url, fetched=fetched, dates_from=dates)


def documents(path: Path) -> Iterator[Document]:
    """The documents of a web archive; an iterator that goes on after an error."""
    return map(document, answers(path))


def _day(written: str) -> dt.date | None:
    try:
        return dt.datetime.fromisoformat(written).date()
    except ValueError:
        return None
