"""Where sentences begin and end, for news text: paragraphs, headlines, quotations and abbreviations."""

from __future__ import annotations

import re
from bisect import bisect_right

from recon.abbreviations import ABBREVIATIONS

_CLOSES = r"(?<![\r\n])[.!?…]{0,8}[\"'”’)\]]{0,3}(?=\s+[\"'“‘(\[]{0,2}[A-Z0-9À-Þ])"
_STOP = re.compile(rf"[.!?…\r\n](?:{_CLOSES}|(?<=\r)\n|(?<=\n)[ \t\r]*\n|(?<=\n))")
_LAST_WORD = re.compile(r"([^\s\"'“‘(\[]{1,12})$")


def boundaries(text: str, start: int = 0) -> list[int]:
    """The offsets at which sentences begin, ascending, from `start` on; each ends where the next begins."""
    wrapped = _is_wrapped(text, start)
    found = [start]
    for stop in _STOP.finditer(text, start):
        mark = stop[0]
        if (mark[0] == "." and _abbreviated(text, stop.start())) or (
            wrapped and _single(mark) and _goes_on(text, stop)
        ):
            continue
        found.append(stop.end())
    return found


def span(starts: list[int], text: str, offset: int) -> tuple[int, int]:
    """The sentence around `offset`, white space trimmed; `starts` as `boundaries` gives them."""
    place = bisect_right(starts, offset)
    first = starts[place - 1] if place else 0
    last = starts[place] if place < len(starts) else len(text)
    piece = text[first:last]
    return first + len(piece) - len(piece.lstrip()), last - (len(piece) - len(piece.rstrip()))


def _abbreviated(text: str, stop: int) -> bool:
    last = _LAST_WORD.search(text, max(0, stop - 12), stop)
    if not last:
        return False
    word = last[1]
    return (
        word.lower() in ABBREVIATIONS
        or (len(word) == 1 and word.isupper())
        or (word[-2:-1] == "." and word[-1].isupper())
    )


def _single(mark: str) -> bool:
    return mark.strip(" \t\r") == "\n"


def _goes_on(text: str, stop: re.Match[str]) -> bool:
    """In hard-wrapped text a line end is no sentence end, unless the line before closes one."""
    return text[max(0, stop.start() - 8) : stop.start()].rstrip()[-1:] not in '.!?:"”'


def _is_wrapped(text: str, start: int) -> bool:
    """Whether most lines are broken at a fixed width, as in a text file set to 60 to 90 columns."""
    lines = [len(line) for line in text[start : start + 8000].splitlines() if line.strip()]
    return len(lines) > 4 and sum(55 <= length <= 95 for length in lines) > 0.6 * len(lines)
