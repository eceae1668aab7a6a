"""Documents of any length: news as one article, and texts that are made to make an extractor slow."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from benchmarks.articles import generated

Text = Callable[[int], str]


def _repeated(unit: str, end: str = "") -> Text:
    """A text of so many characters, the unit over and over."""
    return lambda size: (unit * (size // len(unit) + 1))[: size - len(end)] + end


def _news(size: int) -> str:
    return "\n\n".join(one.text for one in islice(generated(), size // 1000 + 1))[:size]


def _nested(size: int) -> str:
    return "(" * (size // 2) + "7 km" + ")" * (size // 2 - 4)


def _nested_numbers(size: int) -> str:
    """'1 (2 (3 (…)))'."""
    return _repeated("12 km (")(size // 8 * 7) + ")" * (size - size // 8 * 7)


INPUTS: dict[str, Text] = {
    "news, one article": _news,
    "news, no sentence ends": lambda size: _news(size).replace(".", ",").replace("\n", " "),
    "digits": _repeated("7"),
    "a line without spaces": _repeated("reconfigures7km"),
    "letters without spaces": _repeated("a"),
    "spaces": lambda size: "7" + " " * (size - 4) + " km",
    "line breaks": lambda size: "7" + "\n" * (size - 4) + " km",
    "nested parentheses": _nested,
    "numbers in nested parentheses": _nested_numbers,
    "parentheses never closed": _repeated("(7 "),
    "one million million …": lambda size: "one " + _repeated("million ")(size - 4),
    "twenty-one-twenty-one-…": _repeated("twenty-one-"),
    "two hundred and two hundred and …": _repeated("two hundred and "),
    "1,1,1,…": _repeated("1,"),
    "1,000,000,…": lambda size: "1" + _repeated(",000")(size - 1),
    "1.1.1.…": _repeated("1."),
    "1-2-3/4-…": _repeated("1-2-3/4-"),
    "1 to 2 to 3 to …": _repeated("1 to 2 to 3 to "),
    "between 1 and between 1 and …": _repeated("between 1 and "),
    "$$$…": _repeated("$"),
    "$1 $1 …": _repeated("$1 "),
    "5 km / km / km …": lambda size: "5 km" + _repeated(" / km")(size - 4),
    "5 kilometers per hour per hour …": lambda size: "5 kilometers" + _repeated(" per hour")(size - 12),
    "about about … 5": lambda size: _repeated("about ")(size - 2) + " 5",
    "more than at least …": lambda size: _repeated("more than at least ")(size - 2) + " 5",
    "1e999": _repeated("1e999 "),
    "quotation marks never closed": _repeated('"7 men said '),
    "dates": _repeated("May 3, 2004, "),
    "initials": _repeated("U.S. J. P. 7 "),
    "NULs": _repeated("7\0km "),
    "control characters": _repeated("7 \x01\x08\x1bkm\x7f "),
    "lone surrogates": _repeated("7 km \ud800 "),
    "right to left": _repeated("\u202e7 km\u202c ٣٤ \u05d0 "),
    "combining marks": _repeated("7\u0301 km\u0301 "),
    "zero-width spaces": _repeated("7\u200b000\u200bkm "),
    "fullwidth digits": _repeated("７００ km "),
    "emoji": _repeated("👩‍👩‍👧 7 km "),
}
"""What a text is, and how to make it of so many characters."""
