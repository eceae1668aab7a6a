"""PDF: the text of a report in reading order, page by page.

A PDF does not know when it was published. `CreationDate` is when a program wrote the file, and is told as that;
`ModDate` is when the file was last changed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from recon.errors import ReadError, SetAsideError
from recon.model import Document
from recon.readers.extras import imported
from recon.readers.files import LIMIT, name_of, too_long, unreadable
from recon.readers.pages import Piece, lines_of_page, without_running_heads
from recon.readers.prose import paragraphs

PAGES = 500
"""A page takes some fifteen milliseconds; a document has half a minute."""
PASSWORD = 4
"""FPDF_ERR_PASSWORD."""
DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")
UNMAPPED = re.compile(r"[\ufffd\ue000-\uf8ff]")
"""What stands for glyphs of which the font does not tell the character."""
FILE_NAME = re.compile(r"(?i)^microsoft |\.(?:docx?|pdf|indd|xlsx?|pptx?|odt|qxd)$|^untitled")


def documents(path: Path) -> Iterator[Document]:
    """The document of a PDF."""
    pdfium = imported("pypdfium2", path, what="PDF", extra="pdf")
    name = name_of(path)
    with closing(_opened(path, pdfium)) as file:
        count = len(file)
        if count > PAGES:
            raise ReadError(name, f"has {count:,} pages, more than {PAGES:,}", "split it into reports")
        pages, pictures = _pages(path, file, pdfium)
        told = file.get_metadata_dict()
    text, starts = _joined(without_running_heads(pages))
    if not text:
        problem = f"no text in its {count} pages, as in a scan" if count > 1 else "no text in its page, as in a scan"
        raise ReadError(name, problem, "recognise the text first, as with ocrmypdf IN OUT")
    if len(UNMAPPED.findall(text)) * 10 > len(text):
        problem = "its fonts do not tell which characters they print"
        raise ReadError(name, problem, "recognise the text anew, as with ocrmypdf --force-ocr IN OUT")
    yield _document(name, text, starts, told)
    if pictures:
        problem = f"{pictures} of {count} pages are pictures, set aside"
        raise SetAsideError(name, problem, "recognise their text first, as with ocrmypdf --skip-text IN OUT")


def _opened(path: Path, pdfium: Any) -> Any:
    try:
        with path.open("rb"):
            pass  # what the system says of the file is plainer than what PDFium does
        return pdfium.PdfDocument(path)
    except OSError as error:
        raise unreadable(path, error) from error
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD or "password" in str(error).lower():
            raise ReadError(name_of(path), "encrypted", "open it with its password and save a copy without") from error
        raise ReadError(name_of(path), "not PDF, or damaged", "fetch the file anew") from error


def _pages(path: Path, file: Any, pdfium: Any) -> tuple[list[list[Piece]], int]:
    """The lines of each page in reading order, and the number of pages that are but pictures."""
    from recon.readers.glyphs import pieces_of_page, rules_of_page  # noqa: PLC0415 - of the extra

    pages, pictures, characters = [], 0, 0
    for index in range(len(file)):
        try:
            with closing(file[index]) as page, closing(page.get_textpage()) as textpage:
                characters += textpage.count_chars()
                if characters > LIMIT:
                    raise too_long(path)
                pieces = pieces_of_page(textpage)
                pictures += not pieces and _has_picture(page)
                rules = rules_of_page(page) if pieces else []
        except pdfium.PdfiumError as error:
            raise ReadError(name_of(path), f"page {index + 1} is damaged", "fetch the file anew") from error
        pages.append(lines_of_page(pieces, rules))
    return pages, pictures


def _has_picture(page: Any) -> bool:
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE  # noqa: PLC0415 - of the extra

    return next(iter(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE])), None) is not None


def _joined(pages: Sequence[Sequence[Piece]]) -> tuple[str, tuple[int, ...]]:
    """The text of all pages, and where each begins in it. What a page breaks off goes on in the next line."""
    text = ""
    starts = []
    for page in paragraphs(pages):
        if text and page:
            text += "\n" if page[0].islower() and text[-1] not in ".!?:" else "\n\n"
        starts.append(len(text))
        text += page
    return text, tuple(starts)


def _document(name: str, text: str, starts: tuple[int, ...], told: dict[str, str]) -> Document:
    created, modified = _day(told.get("CreationDate", "")), _day(told.get("ModDate", ""))
    whence = []
    if created is not None:
        whence.append(("published", f"CreationDate {created}, when the file was made, is not used"))
    if modified is not None:
        whence.append(("modified", "ModDate"))
    title = " ".join(told.get("Title", "").split())
    return Document(
        id=name,
        text=text,
        pages=starts,
        title="" if FILE_NAME.search(title) else title,
        modified=modified,
        dates_from=tuple(whence),
    )


def _day(told: str) -> dt.date | None:
    match = DATE.match(told)
    if match is None:
        return None
    try:
        return dt.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None
