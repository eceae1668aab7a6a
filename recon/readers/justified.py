"""Words that justified print has drawn apart, put together again.

In a narrow column a line of few words has gaps as wide as those between the cells of a table or between columns. What
tells them apart: all gaps of such a line are alike, and the lines above and below have none in the same places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recon.readers.pages import Piece

ALIKE, ROUNDING = 0.15, 0.6
"""Of the wider gap, and points: by how much two gaps of one line differ at most."""
WITHIN = 0.75
"""Of the narrower of two gaps: how much of it the other takes in where they are those of a column or a table."""
NEAR = 3.0
"""Times the height of a line, within which its neighbours stand."""
MOST_ROWS = 8
"""Rows to either side that are looked at: columns beside it may have rows of their own between."""


def put_together(rows: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The rows with the words of a justified line in one piece."""
    return [_row(rows, index) if len(row) > 1 else row for index, row in enumerate(rows)]


def _row(rows: Sequence[list[Piece]], index: int) -> list[Piece]:
    row = rows[index]
    support = [_support(rows, index, left, right) for left, right in pairwise(row)]
    inside: set[int] = set()
    for first, last in _chains(row, support):
        if last > first and _is_justified(rows, index, row[first : last + 1], support[first:last]):
            inside.update(range(first + 1, last + 1))
    made: list[Piece] = []
    for at, piece in enumerate(row):
        made = [*made[:-1], _joined(made[-1], piece)] if at in inside else [*made, piece]
    return made


def _chains(row: Sequence[Piece], support: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last of single words that follow each other in gaps alike; none goes over a gap of both sides."""
    first = 0
    for at in range(1, len(row)):
        if not _may_follow(row, support, at):
            yield first, at - 1
            first = at
        elif at - 1 > first and not _is_alike(_gap(row, at), _gap(row, at - 1)):
            yield first, at - 1
            first = at - 1
    yield first, len(row) - 1


def _may_follow(row: Sequence[Piece], support: Sequence[int], at: int) -> bool:
    return support[at - 1] < 2 and " " not in row[at].text and " " not in row[at - 1].text


def _is_alike(gap: float, other: float) -> bool:
    return abs(gap - other) <= ALIKE * max(gap, other) + ROUNDING


def _gap(row: Sequence[Piece], at: int) -> float:
    return row[at].left - row[at - 1].right


def _is_justified(rows: Sequence[list[Piece]], index: int, words: Sequence[Piece], support: Sequence[int]) -> bool:
    """Whether a chain is a line of text: some gap has no like above or below, and no number stands beside another.

    One gap alone has none to be like, so text above or below must run across it.
    """
    if all(support) or any(not (_has_letter(a) or _has_letter(b)) for a, b in pairwise(words)):
        return False
    return len(words) > 2 or any(
        one.left <= words[0].right and words[1].left <= one.right
        for step in (-1, 1)
        for one in _neighbour(rows, index, step, *words)
    )


def _has_letter(word: Piece) -> bool:
    return any(map(str.isalpha, word.text))


def _support(rows: Sequence[list[Piece]], index: int, left: Piece, right: Piece) -> int:
    """Of the nearest lines above and below, how many have a gap where this one has."""
    return sum(_has_gap(_neighbour(rows, index, step, left, right), left.right, right.left) for step in (-1, 1))


def _has_gap(row: Sequence[Piece], begins: float, ends: float) -> bool:
    return any(
        min(b.left, ends) - max(a.right, begins) >= WITHIN * min(b.left - a.right, ends - begins)
        for a, b in pairwise(row)
    )


def _neighbour(rows: Sequence[list[Piece]], index: int, step: int, left: Piece, right: Piece) -> Sequence[Piece]:
    """The nearest row in a direction that stands above or below two pieces; none where that is far."""
    for at in range(index + step, index + step * (MOST_ROWS + 1), step):
        if not 0 <= at < len(rows) or abs(rows[at][0].middle - left.middle) > NEAR * left.height:
            return ()
        if any(one.left < right.right and left.left < one.right for one in rows[at]):
            return rows[at]
    return ()


def _joined(first: Piece, second: Piece) -> Piece:
    return replace(
        first,
        right=second.right,
        bottom=min(first.bottom, second.bottom),
        top=max(first.top, second.top),
        text=f"{first.text} {second.text}",
    )
