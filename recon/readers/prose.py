"""Lines of print to running text: paragraphs set apart, words put together that a line has broken.

A word is put together on the line where it begins, so that every line stays the line it was on the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from recon.readers.pages import Piece

NEW_PARAGRAPH = 1.45
"""Times the usual distance of two lines, from which there is room for more than a line."""
OTHER_SIZE = 1.15
"""Times the height of the line before, from which it is set in another size."""
BROKEN = re.compile(r"([^\W\d_]+)-$")
AFTER_NUMBER = re.compile(r"[\d.,]*\d-$")
REST = re.compile(r"([^\W\d_]\S*)")
COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
HYPHENATED = frozenset(
    """all anti co cross ex far half high ill long low mid mini multi near non one post pre pro quarter self semi short
    so three two vice well""".split()
)
"""What is written before a hyphen and not part of a longer word; of Fowler's list the usual ones of news."""


def paragraphs(pages: Sequence[Sequence[Piece]]) -> list[str]:
    """The text of each page."""
    written = {word.lower() for page in pages for line in page for word in COMPOUND.findall(line.text)}
    return [_text(_mended([line.text for line in page], written), page) for page in pages]


def _mended(lines: list[str], written: set[str]) -> list[str]:
    """The lines with their broken words whole, each on the line where it begins."""
    mended = list(lines)
    for index in range(len(mended) - 1):
        rest = REST.match(mended[index + 1])
        if rest is None or not rest[1][0].islower():
            continue
        if AFTER_NUMBER.search(mended[index]):
            joined = mended[index]  # a 15-year-old
        elif broken := BROKEN.search(mended[index]):
            joined = mended[index] if _keeps_hyphen(broken[1], rest[1], written) else mended[index][:-1]
        else:
            continue
        whole = mended[index + 1].split(" ", 1)
        mended[index] = joined + whole[0]
        mended[index + 1] = whole[1] if len(whole) > 1 else ""
    return mended


def _keeps_hyphen(first: str, rest: str, written: set[str]) -> bool:
    """Whether the hyphen is the word's own and not the line's."""
    word = rest.rstrip(".,;:!?)”’\"'").lower()
    return first.lower() in TENS | HYPHENATED or f"{first}-{word}".lower() in written


def _text(lines: Sequence[str], places: Sequence[Piece]) -> str:
    pitches = [
        a.middle - b.middle for a, b in pairwise(places) if a.middle > b.middle and not (a.of_table or b.of_table)
    ]
    usual = median(pitches) if pitches else 0.0
    text = ""
    for index, line in enumerate(lines):
        if index:
            text += "\n\n" if _begins(places[index - 1], places[index], usual) else "\n"
        text += line
    return text.strip("\n")


def _begins(before: Piece, here: Piece, usual: float) -> bool:
    """Whether a paragraph begins there. At the head of a column one goes on, unless it is set in another size."""
    if before.of_table or here.of_table:
        return here.apart or before.of_table is not here.of_table
    sizes = sorted((before.height, here.height))
    return sizes[1] > OTHER_SIZE * sizes[0] or before.middle - here.middle > NEW_PARAGRAPH * usual
