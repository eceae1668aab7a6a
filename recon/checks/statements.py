"""A sentence as arithmetic sees it: its figures as tokens, its hedges and conversions left out, the words kept.

"Some 12 of the 40 pupils (30%) failed." is "<n0> of the <n1> pupils (<p2>) failed." The letter tells the kind, the
number which figure it is; patterns over such text say in one line what they would otherwise ask of every gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from recon.checks.rule import text_of
from recon.model import NO_QUANTITY, Document, Figure

LETTERS = {
    "count": "n", "percent": "p", "points": "q", "ratio": "r", "money": "m", "rate": "t", "duration": "d",
    "age": "a", "ordinal": "o",
}  # fmt: skip
"""Kinds that patterns tell apart; every other measure is "v", and what is no quantity stays as it is printed."""

WORD = r"(?: [\w'./&-]+)"
"""One word with the blank before it, to be repeated a bounded number of times."""
DASH = r"(?: [-–—]+ |—)"

_LONGEST = 1200
_MOST_FIGURES = 40
_HEDGES = re.compile(
    r"\b(?:(?:about|around|approximately|roughly|some|nearly|almost|just|only|(?:over|under)(?= (?:a |an )"
    r"?<[nmpvt])|more than|less than|fewer than|"
    r"at least|at most|up to|as many as|as much as|an estimated|a record|close to|well|exactly|barely|even|"
    r"slightly|little|a little|another|or so|an?(?= (?:estimated|massive|further)?)(?= <[m])) )+(?=<)",
    re.IGNORECASE,
)
_CONVERSION = re.compile(r"(<([mv])\d+>) ?\((?:[^()<>]{0,15})<\2\d+>[^()<>]{0,15}\)")
_SPACE = re.compile(r"\s+")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": "", "”": "", '"': "", "<": "‹", ">": "›"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with its figures as tokens: `figures[2]` is what "<p2>" stands for."""

    text: str
    figures: tuple[Figure, ...]

    def named(self, match: re.Match[str]) -> dict[str, Figure]:
        """The figures of a match's groups, by the groups' names."""
        return {
            name: self.figures[int(number)]
            for name, number in match.groupdict().items()
            if number and number.isdecimal()
        }


def token(name: str, letters: str) -> str:
    """The pattern of one figure of these kinds, its number in a group of that name."""
    return rf"<[{letters}](?P<{name}>\d+)>"


def statements(
    document: Document, figures: Sequence[Figure], letters: str, least: int = 2, word: str = ""
) -> Iterator[Statement]:
    """The sentences with so many figures, of which one is of these kinds, and that have the word; in reading order."""
    wanted = frozenset(letters)
    for (part, _), group in groupby(figures, key=lambda figure: (figure.part, figure.sentence_start)):
        members = tuple(
            figure for figure in group if figure.kind not in NO_QUANTITY or LETTERS.get(figure.kind) in wanted
        )
        ends = len(members) + sum(figure.bound == "range" for figure in members)
        if ends < least or len(members) > _MOST_FIGURES or not members:
            continue
        if not any(LETTERS.get(figure.kind, "v") in letters for figure in members):
            continue
        text = text_of(document, part)
        if members[0].sentence_end - members[0].sentence_start > _LONGEST:
            continue
        if word and word not in text[members[0].sentence_start : members[0].sentence_end]:
            continue
        yield statement(text, members)


def statement(text: str, figures: Sequence[Figure]) -> Statement:
    """One sentence's statement; `text` is what the figures' offsets count in."""
    pieces: list[str] = []
    last = figures[0].sentence_start
    held: list[Figure] = []
    for figure in figures:
        if figure.start < last:
            continue
        pieces.append(text[last : figure.start].translate(_PLAIN))
        for one in _ends(text, figure):
            pieces += (" to " if one is not figure and held and held[-1].id == one.id else "", _token(one, len(held)))
            held.append(one)
        last = figure.end
    pieces.append(text[last : figures[0].sentence_end].translate(_PLAIN))
    plain = _HEDGES.sub("", _SPACE.sub(" ", "".join(pieces)))
    return Statement(_CONVERSION.sub(r"\1", plain), tuple(held))


def _token(figure: Figure, number: int) -> str:
    return f"<{LETTERS.get(figure.kind, 'v')}{number}>"


def _ends(text: str, figure: Figure) -> tuple[Figure, ...]:
    """The figure; both ends of "200 to 300", which "rose from 200 to 300" tells apart; points where a noun says so."""
    if figure.bound == "range" and figure.low is not None and figure.high is not None and " to " in figure.text:
        one, _, other = figure.text.partition(" to ")
        return (
            replace(figure, text=one, value=figure.low, high=figure.low, bound="exact"),
            replace(figure, text=other, value=figure.high, low=figure.high, bound="exact"),
        )
    if figure.kind == "count" and text.startswith((" points", " point "), figure.end):
        return (replace(figure, kind="points"),)
    return (figure,)
