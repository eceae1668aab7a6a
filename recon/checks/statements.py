"""A sentence as arithmetic sees it: its figures as tokens, its hedges and conversions left out, the words kept.

"Some 12 of the 40 pupils (30%) failed." is "<n0> of the <n1> pupils (<p2>) failed." The letter tells the kind, the
number which figure it is; patterns over such text say in one line what they would otherwise ask of every gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from recon.checks.rule import text_of
from recon.model import NO_QUANTITY, Document, Figure, Part

LETTERS = {
    "count": "n", "percent": "p", "points": "q", "ratio": "r", "money": "m", "rate": "t", "duration": "d",
    "age": "a", "ordinal": "o",
}  # fmt: skip
"""Kinds that patterns tell apart; every other measure is "v", and what is no quantity stays as it is printed."""

WORD = r"(?: [\w'./&-]+)"
"""One word with the blank before it, to be repeated a bounded number of times."""

_RARE = frozenset("o")
"""What is no quantity, and a token only for the rule that asks for it."""

_LONGEST = 1200
_MOST_FIGURES = 40
_HEDGES = re.compile(
    r"(?:\b(?:about|around|approximately|roughly|some|nearly|almost|just|only|more than|less than|fewer than|at least|"
    r"at most|up to|as many as|as much as|an estimated|a record|close to|well|exactly|barely|even|slightly|little|"
    r"a little|another|or so) )+$"
)
_OVER = re.compile(r"\b(?:over|under) (?:an? )?$")
"""A hedge of an amount: "over £3m", and no hedge of a time: "over three years"."""
_NEAR = 40
_CONVERSION = re.compile(r"(<([mv])\d+>) ?\((?:[^()<>]{0,15})<\2\d+>(?:; ?<\2\d+>)?[^()<>]{0,15}\)")
_SPACE = re.compile(r"\s+")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": "", "”": "", '"': "", "<": "‹", ">": "›"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with its figures as tokens: `figures[2]` is what "<p2>" stands for."""

    text: str
    figures: tuple[Figure, ...]
    letters: frozenset[str]

    @property
    def numbers(self) -> int:
        """How many numbers it prints."""
        return len(self.figures)

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
    document: Document, figures: Sequence[Figure], letters: str, has: re.Pattern[str], least: int = 2
) -> Iterator[Statement]:
    """The sentences with so many numbers, one of these kinds, and a word that the rule looks for; in reading order."""
    read = _read if "o" in letters else _remembered
    for one in read(_Page(document, figures, frozenset(letters) & _RARE, has)):
        if one.numbers >= least and not one.letters.isdisjoint(letters) and has.search(one.text):
            yield one


class _Page:
    """A document with its figures, known again by being the same objects: every rule reads the same page."""

    __slots__ = ("document", "figures", "has", "rare")

    def __init__(
        self, document: Document, figures: Sequence[Figure], rare: frozenset[str], has: re.Pattern[str]
    ) -> None:
        self.document, self.figures, self.rare, self.has = document, figures, rare, has

    def __hash__(self) -> int:
        return id(self.figures)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Page) and self.document is other.document and self.figures is other.figures


def _read(page: _Page) -> tuple[Statement, ...]:
    found = []
    for (part, _), group in groupby(page.figures, key=_sentence):
        kept = [figure for figure in group if figure.kind not in NO_QUANTITY or LETTERS.get(figure.kind) in page.rare]
        if not kept or len(kept) > _MOST_FIGURES:
            continue
        text, start, end = text_of(page.document, part), kept[0].sentence_start, kept[0].sentence_end
        if end - start <= _LONGEST and (not page.rare or page.has.search(text, start, end)):
            found.append(statement(text, kept))
    return tuple(found)


_remembered = lru_cache(maxsize=1)(_read)


def _sentence(figure: Figure) -> tuple[Part, int]:
    return figure.part, figure.sentence_start


def statement(text: str, figures: Sequence[Figure]) -> Statement:
    """One sentence's statement; `text` is what the figures' offsets count in."""
    pieces: list[str] = []
    last = figures[0].sentence_start
    held: list[Figure] = []
    for figure in figures:
        if figure.start < last:
            continue
        pieces.append(_unhedged(text[last : figure.start].translate(_PLAIN), figure))
        for one in _ends(text, figure):
            pieces += (" to " if one is not figure and held and held[-1].id == one.id else "", _token(one, len(held)))
            held.append(one)
        last = figure.end
    pieces.append(text[last : figures[0].sentence_end].translate(_PLAIN))
    plain = "".join(pieces)
    if "\n" in plain or "  " in plain or "\t" in plain or "\xa0" in plain:
        plain = _SPACE.sub(" ", plain)
    letters = frozenset(LETTERS.get(figure.kind, "v") for figure in held)
    return Statement(_CONVERSION.sub(r"\1", plain) if ")" in plain else plain, tuple(held), letters)


def _unhedged(before: str, figure: Figure) -> str:
    """What stands before a figure, without the hedges that its bound already tells."""
    tail = before[-_NEAR:].lower()
    hedge = _HEDGES.search(tail)
    if hedge is None and figure.kind not in {"duration", "age"}:
        hedge = _OVER.search(tail)
    return before[: len(before) - len(hedge[0])] if hedge else before


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
