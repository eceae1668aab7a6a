"""The glyphs of a PDF page to pieces of lines, by PDFium."""

from __future__ import annotations

import re
from ctypes import byref
from itertools import islice
from typing import Any

from pypdfium2 import raw

from recon.readers.pages import Piece
from recon.readers.raised import SUPERSCRIPTS, has_exponent
from recon.readers.ruled import Rule

APART = 0.8
"""Of the height of a line: a gap from which what follows is another cell or column."""
NOISE = 0.1
"""Of the height: how far back a glyph may begin from the one before, as kerning has it."""
OFF_LINE = 0.5
"""Of the height: how far the middle of a glyph may be from that of the line."""
RAISED = 0.15
"""Of the height: how far above the foot of the line a smaller glyph stands that is raised."""
SMALLER = 0.8
MARKS = re.compile(r"[⁰¹²³⁴-⁹]{1,3}(?:, ?[⁰¹²³⁴-⁹]{1,3})*")
HYPHENS = frozenset("\x02\u00ad\u2010\u2011")
"""What PDFium makes of a hyphen at which it takes a word for broken, and those of Unicode, which browsers print."""
UNKNOWN = "\ufffd"
THIN, SHORTEST_RULE = 3.0, 10.0
"""Points: how high what is drawn is at most, and how long at least, to be a rule."""
MOST_DRAWN = 5_000


def pieces_of_page(textpage: Any) -> list[Piece]:
    """The pieces in the order in which the page draws them; a piece has no wide gap and stays on its line."""
    box = raw.FS_RECTF()
    pieces: list[Piece] = []
    line = _Line()
    for index in range(textpage.count_chars()):
        glyph = _glyph(raw.FPDFText_GetUnicode(textpage.raw, index))
        if glyph == " ":
            line.glyphs += " " if line.glyphs else ""
        elif glyph and raw.FPDFText_GetLooseCharBox(textpage.raw, index, byref(box)):
            if not line.goes_on(box):
                pieces += line.ended()
                line = _Line()
            line.add(glyph, box)
    return [*pieces, *line.ended()]


def rules_of_page(page: Any) -> list[Rule]:
    """The horizontal lines that a page draws; none where it draws so much that it is a map."""
    drawn = list(islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3), MOST_DRAWN + 1))
    if len(drawn) > MOST_DRAWN:
        return []
    boxes = (one.get_bounds() for one in drawn)
    return [(left, right, (top + bottom) / 2) for left, bottom, right, top in boxes
            if top - bottom <= THIN and right - left >= SHORTEST_RULE]  # fmt: skip


def _glyph(code: int) -> str:
    """The character of a code, " " for every blank, "" for what is not printed."""
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
        return UNKNOWN
    glyph = chr(code)
    if glyph in HYPHENS:
        return "-"
    if glyph.isspace():
        return " "
    return glyph if glyph.isprintable() or "\ue000" <= glyph <= "\uf8ff" else ""


def _exponent(match: re.Match[str]) -> str:
    return match[0] if has_exponent(match.string[: match.start()]) else ""


class _Line:
    """A piece as it is put together. `last` is where its last glyph begins: both letters of a ligature begin there."""

    __slots__ = ("bottom", "glyphs", "last", "left", "right", "top")

    def __init__(self) -> None:
        self.glyphs = ""
        self.left = self.right = self.last = self.bottom = self.top = 0.0

    def goes_on(self, box: Any) -> bool:
        if not self.glyphs:
            return True
        height = self.top - self.bottom
        near = self.last - NOISE * height <= box.left and box.left - self.right <= APART * height
        return bool(near and abs(box.top + box.bottom - self.top - self.bottom) / 2 <= OFF_LINE * height)

    def add(self, glyph: str, box: Any) -> None:
        if not self.glyphs:
            self.left, self.right, self.bottom, self.top = box.left, box.right, box.bottom, box.top
        height = self.top - self.bottom
        if box.bottom - self.bottom > RAISED * height and box.top - box.bottom < SMALLER * height:
            glyph = glyph.translate(SUPERSCRIPTS)
        self.glyphs += glyph
        self.last, self.right = box.left, max(self.right, box.right)

    def ended(self) -> tuple[Piece, ...]:
        text = " ".join(MARKS.sub(_exponent, self.glyphs).split())
        if not text:
            return ()
        return (Piece(left=self.left, right=self.right, bottom=self.bottom, top=self.top, text=text),)
