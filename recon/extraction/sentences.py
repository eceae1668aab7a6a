"""Where sentences begin and end, for news text: paragraphs, headlines, quotations and abbreviations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from recon.abbreviations import ABBREVIATIONS
from recon.extraction.marking import MARK, marked

_BLANKS = r" \t\r\u00a0\u2002-\u200a\u202f\u2028\u3000"
_SOURCE = rf"([.!?…]{{1,9}}[\"'”’)\]]{{0,3}})([{_BLANKS}]{{1,99}}[\"'“‘(\[]{{0,2}}[A-Z0-9À-Þ])|(\n)"
"""A full stop, and what shows that a sentence begins behind it; or the end of a line."""
_STOP = re.compile(_SOURCE)
_QUOTES = "\"'”’)]"
_LAST_WORD = re.compile(r"([^\s\"'“‘(\[]{1,12})$")
_CLOSED = frozenset('.!?:"”')
SAMPLE = 8000
"""Characters of a text that tell whether its lines are broken at a fixed width."""


def stops(text: str) -> list[int]:
    """Where sentences may end in a text, ascending."""
    return [match.end((match.lastindex == 3 and 3) or 1) for match in _STOP.finditer(text)]


def stops_of_each(texts: Sequence[str]) -> Iterator[list[int]]:
    """The same for each of many texts, in bulk where they are many."""
    found = marked(texts, _SOURCE, f"${{1}}${{3}}{MARK}${{2}}")
    if found is None:
        yield from map(stops, texts)
        return
    for text, pieces in zip(texts, found, strict=True):
        yield stops(text) if pieces is None else list(accumulate(map(len, pieces.split(MARK)[:-1])))


class Sentences:
    """The sentences of one text, found around one offset after another, in ascending order.

    `places` are those where sentences may end; `wrapped` tells that lines are broken at a fixed width. Only what lies
    next to an offset is judged: most sentences of most articles hold no figure.
    """

    def __init__(self, text: str, places: Sequence[int], *, wrapped: bool = False) -> None:
        self._text = text
        self._places = places
        self._wrapped = wrapped
        self._end = 0
        self._span = (0, 0)

    def span(self, offset: int) -> tuple[int, int]:
        """The sentence around `offset`, white space trimmed."""
        if offset >= self._end:
            places, begin = self._places, self._end
            behind = bisect_right(places, offset)
            ahead = behind - 1
            while ahead >= 0 and places[ahead] > begin:
                if self._ends(places[ahead]):
                    begin = places[ahead]
                    break
                ahead -= 1
            while behind < len(places) and not self._ends(places[behind]):
                behind += 1
            self._end = places[behind] if behind < len(places) else len(self._text)
            piece = self._text[begin : self._end]
            self._span = (begin + len(piece) - len(piece.lstrip()), begin + len(piece.rstrip()))
        return self._span

    def _ends(self, place: int) -> bool:
        """Whether a sentence ends at one of the places."""
        text = self._text
        mark = text[place - 1]
        if mark == "\n":
            return not self._wrapped or self._breaks(place - 1)
        while mark in _QUOTES:
            place -= 1
            mark = text[place - 1]
        return mark != "." or not _abbreviated(text, place - 1)

    def _breaks(self, line_end: int) -> bool:
        """Whether the end of a line ends a sentence in hard-wrapped text: at a blank line, or behind a closing mark."""
        text = self._text
        before = text[max(0, line_end - 8) : line_end].rstrip()
        blank = text[line_end + 1 : line_end + 99].lstrip(" \t\r")[:1] == "\n"
        return blank or before[-1:] in _CLOSED


def _abbreviated(text: str, stop: int) -> bool:
    last = _LAST_WORD.search(text, stop - 12 if stop > 12 else 0, stop)
    if not last:
        return False
    word = last[1]
    return (
        word.lower() in ABBREVIATIONS
        or (len(word) == 1 and word.isupper())
        or (word[-2:-1] == "." and word[-1].isupper())
    )


def is_wrapped(text: str, start: int) -> bool:
    """Whether most lines are broken at a fixed width, as in a text file set to 60 to 90 columns."""
    lines = text[start : start + SAMPLE].split("\n")
    lengths = [len(line) for line in lines if line and not line.isspace()]
    return len(lengths) > 4 and sum(55 <= length <= 95 for length in lengths) > 0.6 * len(lengths)
