"""Key figures, as reports set them in a row: large numbers, each with what it counts below it.

Read line by line, three numbers stand in one line and three labels in the next, and none of them counts anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recon.readers.pages import Piece

NUMBER = re.compile(r"[<>~≈+$€£]{0,2} ?\d[\d.,]{0,14}(?: ?(?:%|\+|[KkMm]|bn|million|billion|thousand)){0,2}")
LARGER = 1.3
"""Times the height of its label, from which a number is one that is set off."""
NEAR, PITCH = 2.5, 1.6
"""Times the height of a label, within which it stands below its number, and its next line below the first."""
WIDER = 1.3
"""Times the width of the first line of a label, that its other lines have at most."""
LABEL_LINES = 3


def with_labels(rows: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The rows, each large number in one piece with its label."""
    made: list[list[Piece]] = []
    at = 0
    while at < len(rows):
        count = _labels(rows, at)
        made.append([_labelled(number, rows[at + 1 : at + 1 + count]) for number in rows[at]] if count else rows[at])
        at += 1 + count
    return made


def _labels(rows: Sequence[list[Piece]], at: int) -> int:
    """How many of the rows behind row `at` are lines of labels to the numbers in it."""
    numbers, count = rows[at], 0
    if len(numbers) < 2 or not all(NUMBER.fullmatch(one.text) for one in numbers):
        return 0
    for above, row in pairwise(rows[at : at + 1 + LABEL_LINES]):
        near = (PITCH if count else NEAR) * row[0].height
        if above[0].middle - row[0].middle > near or not _is_label(row, numbers, whole=not count):
            break
        if count and not all(_goes_on(piece, rows[at + 1]) for piece in row):
            break
        count += 1
    return count


def _is_label(row: Sequence[Piece], numbers: Sequence[Piece], *, whole: bool) -> bool:
    """Whether each piece of a row stands below one number, has letters and is smaller; `whole` for one below each."""
    for piece in row:
        over = [number for number in numbers if _is_below(piece, number)]
        if len(over) != 1 or over[0].height < LARGER * piece.height or not any(map(str.isalpha, piece.text)):
            return False
    return len(row) == len(numbers) or not whole


def _goes_on(piece: Piece, first: Sequence[Piece]) -> bool:
    """Whether a piece is no wider than the first line of the label above it: a paragraph of the page is."""
    return any(piece.right - piece.left <= WIDER * (one.right - one.left) for one in first if _is_below(piece, one))


def _is_below(one: Piece, number: Piece) -> bool:
    return one.left < number.right and number.left < one.right


def _labelled(number: Piece, labels: Sequence[list[Piece]]) -> Piece:
    words = [one for row in labels for one in row if _is_below(one, number)]
    return replace(
        number,
        left=min(number.left, *(one.left for one in words)),
        right=max(number.right, *(one.right for one in words)),
        bottom=words[-1].bottom,
        text=" ".join([number.text, *(one.text for one in words)]),
    )
