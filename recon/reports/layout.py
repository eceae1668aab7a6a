"""Text in columns: widths as a terminal shows them, and nothing that could steer the terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from itertools import zip_longest
from textwrap import wrap

WIDTH = 80
"""Columns of what is written to no terminal."""
NARROWEST_CELL = 10
"""Columns of a table that a cell has at least, where words must be broken to fit it in a terminal."""

STYLES = {
    "error": "31;1", "warning": "33;1", "info": "36;1", "strong": "1", "faint": "2", "gutter": "34;1",
    "added": "32", "removed": "31",
}  # fmt: skip
"""ANSI SGR codes, ECMA-48 section 8.3.117."""

Paint = Callable[[str, str], str]
"""(style, text) → the text in that style."""


def plain(style: str, text: str) -> str:  # noqa: ARG001
    """No colour."""
    return text


def ansi(style: str, text: str) -> str:
    """Colour for a terminal."""
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m"


def printable(text: str) -> str:
    """The text on one line, with what could steer a terminal replaced: articles and file names are not ours."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if char in "\t\n\r\u2028\u2029" else "�" if _steers(char) else char for char in text)


def _steers(char: str) -> bool:
    return (
        unicodedata.category(char) in ("Cc", "Cs") or char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


def columns_of_text(text: str) -> int:
    """How many columns a terminal gives the text: two to a wide character, none to a combining one."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def left(text: str, width: int) -> str:
    """Padded on the right."""
    return text + " " * (width - columns_of_text(text))


def right(text: str, width: int) -> str:
    """Padded on the left."""
    return " " * (width - columns_of_text(text)) + text


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns, cut at blanks; one line at least."""
    return hung(text, width, 0)


def hung(text: str, width: int, indent: int) -> list[str]:
    """The same, with the second and later lines indented, and the blanks within the first kept."""
    text = printable(text)
    body = text.lstrip(" ")
    lines, line = [], text[: len(text) - len(body)]
    empty = True
    for word in body.split(" "):
        if not empty and columns_of_text(line) + 1 + columns_of_text(word) > width:
            lines.append(line.rstrip())
            line, empty = " " * indent, True
        line += word if empty else f" {word}"
        empty = False
    return [*lines, line.rstrip()]


def clipped(text: str, width: int) -> str:
    """The text cut to `width` columns, with an ellipsis where it is cut."""
    if columns_of_text(text) <= width:
        return text
    while text and columns_of_text(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def table(rows: Sequence[Sequence[str]], aligned: str, gap: str = "  ", *, terminal: int | None = None) -> list[str]:
    """Rows of printable cells as lines; `aligned` has an "l" or "r" for each column.

    For a `terminal` of so many columns cells are broken, in the widest column first, as far as it takes; a row of
    several lines is one text all the same. The first column is broken at blanks only: it may be a path.
    """
    widths = [max(map(columns_of_text, column)) for column in zip(*rows, strict=True)]
    if terminal is None:
        return [_line(row, widths, aligned, gap) for row in rows]
    room = terminal - len(gap) * (len(widths) - 1)
    words = [max(map(columns_of_text, " ".join(column).split(" "))) for column in zip(*rows, strict=True)]
    for least in (words, [words[0], *(min(NARROWEST_CELL, width) for width in words[1:])]):
        while sum(widths) > room and (spare := [at for at, width in enumerate(widths) if width > least[at]]):
            widths[max(spare, key=lambda at: widths[at])] -= 1
    return [_broken(row, widths, aligned, gap) for row in rows]


def _broken(row: Sequence[str], widths: Sequence[int], aligned: str, gap: str) -> str:
    cells = [wrapped(_cut(cell, width), width) for cell, width in zip(row, widths, strict=True)]
    return "\n".join(_line(line, widths, aligned, gap) for line in zip_longest(*cells, fillvalue=""))


def _cut(cell: str, width: int) -> str:
    """The cell with blanks in those words that are wider than the column."""
    if columns_of_text(cell) <= width:
        return cell
    wide = (word if columns_of_text(word) <= width else " ".join(wrap(word, width)) for word in cell.split(" "))
    return " ".join(wide)


def _line(row: Sequence[str], widths: Sequence[int], aligned: str, gap: str) -> str:
    pad = {"l": left, "r": right}
    cells = (pad[way](cell, width) for cell, width, way in zip(row, widths, aligned, strict=True))
    return gap.join(cells).rstrip()


def counted(number: int, noun: str) -> str:
    """ "1 claim", "2 claims", "3 series"."""
    plural = noun if number == 1 or noun.endswith("s") else f"{noun}s"
    return f"{number:,} {plural}"
