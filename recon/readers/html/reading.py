"""One page to one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from recon.errors import MissingExtraError, NoArticleError, ReadError
from recon.model import Document
from recon.readers.files import bytes_of, name_of
from recon.readers.html.dates import dates
from recon.readers.html.encoding import Decoded, decoded, readable
from recon.readers.html.foreign import in_another_language
from recon.readers.html.maintext import Paragraph, paragraphs
from recon.readers.html.metadata import about
from recon.readers.html.placing import source_map
from recon.readers.html.source import scanned
from recon.source_map import SourceMap

INSTALL = "install what reads them: pip install 'recon-figures[html]'"
GAP = "\n\n"
REPLACED = "\ufffd".encode()
"""A character that stands for a wrong byte, written by whoever saved the page; the byte is gone."""


def documents(path: Path) -> Iterator[Document]:
    """The article of a file."""
    yield article(bytes_of(path), id=name_of(path))


def article(data: bytes, *, url: str = "", charset: str = "", id: str) -> Document:  # noqa: A002 - the field of Document
    """The article of a page as a document; its `source` leads from its text to the bytes of `data`.

    `url` is where the page is known to be from; else what it says of that itself. `charset` is what the server said.
    Raises `ReadError` (whose path is `id`) where the extra is not installed, where the page holds no article, and for
    wrong bytes within the article. Of a page that is plainly in another language its prose is given, to be set aside.
    """
    if find_spec("trafilatura") is None:
        raise MissingExtraError(id, "a web page needs an extra", INSTALL)
    read = decoded(data, charset)
    page = scanned(readable(read, data))
    said = about(page)
    if (other := in_another_language(page, said.language, id)) is not None:
        return other
    address = url or said.url
    blocks = paragraphs(page.markup())
    title = said.title
    if blocks and blocks[0].text.casefold() == title.casefold():
        blocks = blocks[1:]
    if not blocks:
        raise NoArticleError(id, "no article in the page", "save the page of one article, or its text as .txt")
    text, placed = _set(title, blocks)
    source = source_map(placed, page, read)
    _refuse_wrong_bytes(id, data, text, source, read)
    days = dates(page, said)
    return Document(
        id=id,
        text=text,
        body_start=placed[1][0] if title else 0,
        title=title,
        title_start=2 if title else None,
        publisher=said.publisher,
        published=days.published,
        modified=days.modified,
        fetched=days.fetched,
        url=address,
        language=said.language,
        dates_from=days.whence,
        source=source,
    )


def _set(title: str, blocks: Sequence[Paragraph]) -> tuple[str, list[tuple[int, str]]]:
    """The text of a document, and of its title and paragraphs the offset of each and how it is printed."""
    text = f"# {title}" if title else ""
    placed = [(2, title)] if title else []
    for block in blocks:
        text += GAP if text else ""
        placed.append((len(text), block.printed))
        text += block.text
    return text, placed


def _refuse_wrong_bytes(name: str, data: bytes, text: str, source: SourceMap, read: Decoded) -> None:
    """ReadError for the first byte within the article that its encoding does not have; elsewhere it harms nobody."""
    at = text.find("\ufffd")
    while at >= 0:
        place = source.place(at)
        if place is not None and data[place[0]] >= 0x80 and data[place[0] : place[1]] != REPLACED:
            said = f"not {read.encoding}, as its {read.whence} says: byte {place[0]:,} is 0x{data[place[0]]:02x}"
            raise ReadError(name, said, "save the page again, or mend its charset", place[2])
        at = text.find("\ufffd", at + 1)
