"""Pieces of lines on a page to lines in the order in which they are read.

Text in columns is read column by column, a table row by row. What tells them apart is what a reader goes by: columns
have lines of words on both sides of a gutter that runs through all of them, tables have cells of a word or two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from recon.readers.justified import put_together
from recon.readers.keyfigures import with_labels
from recon.readers.ruled import Rule, with_tables_read

COLUMN_LINES = 3
"""Lines that each side of a gutter has at least."""
COLUMN_CHARACTERS = 18
"""Characters that half the lines of a column have at least: three words or so."""
GUTTER = 0.7
"""Of the height of a line, the width of a gutter."""
BETWEEN_CELLS = " | "
EDGE = 2
"""Lines at the head and foot of a page among which the running ones are looked for."""
OFTEN, SHARE = 3, 0.6
"""On how many pages, and on what share of them, a line runs."""
LONGEST_RUNNING = 200
DIGITS = re.compile(r"\d{1,9}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A line or a part of one, in points from the lower left corner of the page."""

    left: float
    right: float
    bottom: float
    top: float
    text: str
    of_table: bool = False
    """Whether it is a line of a ruled table, whose place tells its row and not how far from the next it stands."""
    apart: bool = False
    """Whether a paragraph begins with it, however near the line before is."""

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)


Row = list[Piece]
Span = tuple[float, float]


def lines_of_page(pieces: Sequence[Piece], rules: Sequence[Rule] = ()) -> list[Piece]:
    """The lines of a page in reading order; `rules` are the horizontal lines that it draws."""
    read = with_tables_read(pieces, rules, lines_of_page) if rules else pieces
    return _lines(with_labels(put_together(_rows(read))))


def _rows(pieces: Sequence[Piece]) -> list[Row]:
    """The pieces that stand on one line each, from the top, each row from the left."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda one: (-one.middle, one.left)):
        if rows and abs(rows[-1][0].middle - piece.middle) <= 0.4 * min(rows[-1][0].height, piece.height):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _lines(rows: Sequence[Row]) -> list[Piece]:
    lines: list[Piece] = []
    at = 0
    while at < len(rows):
        end, gutter = _columns(rows, at)
        if gutter is None:
            lines.append(_line(rows[at]))
            at += 1
            continue
        middle = sum(gutter) / 2
        for side in (True, False):
            part = [kept for row in rows[at:end] if (kept := [one for one in row if (one.left < middle) is side])]
            lines += _lines(part)
        at = end
    return lines


def _line(row: Row) -> Piece:
    return Piece(
        left=row[0].left,
        right=row[-1].right,
        bottom=min(one.bottom for one in row),
        top=max(one.top for one in row),
        text=BETWEEN_CELLS.join(one.text for one in row),
        of_table=row[0].of_table,
        apart=row[0].apart,
    )


def _columns(rows: Sequence[Row], first: int) -> tuple[int, Span | None]:
    """The end of the longest run of rows from `first` that stand in columns, and the gutter between; None for none."""
    free: list[Span] = [(float("-inf"), float("inf"))]
    best: tuple[int, Span | None] = (first, None)
    for end in range(first, len(rows)):
        if _is_cells(rows[end]) and (end + 1 == len(rows) or _is_cells(rows[end + 1])):
            break
        free = _narrowed(free, rows[end])
        inner = [span for span in free if span[0] != float("-inf") and span[1] != float("inf")]
        if not free:
            break
        run = rows[first : end + 1]
        wide = [span for span in inner if span[1] - span[0] >= GUTTER * run[0][0].height]
        for span in sorted(wide, key=lambda one: one[0] - one[1]):
            if _in_columns(run, span):
                best = (end + 1, span)
                break
    return best


def _is_cells(row: Row) -> bool:
    """Whether a row is one of a table: no line of words among its pieces."""
    return len(row) > 1 and all(len(one.text) < COLUMN_CHARACTERS for one in row)


def _narrowed(free: Sequence[Span], row: Row) -> list[Span]:
    """What of the free spans the row leaves free."""
    gaps = [(float("-inf"), row[0].left), *((a.right, b.left) for a, b in pairwise(row)), (row[-1].right, float("inf"))]
    met = ((max(a[0], b[0]), min(a[1], b[1])) for a in free for b in gaps)
    return [span for span in met if span[1] > span[0]]


def _in_columns(rows: Sequence[Row], gutter: Span) -> bool:
    for side in (True, False):
        pieces = [one for row in rows for one in row if (one.left < gutter[1]) is side]
        lengths = [max(len(one.text), COLUMN_CHARACTERS * one.of_table) for one in pieces]
        if len(lengths) < COLUMN_LINES or median(lengths) < COLUMN_CHARACTERS:
            return False
    return True


def without_running_heads(pages: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The pages without what runs at their heads and feet: of a line that is always the same the first is kept.

    Of lines that differ in their numbers only those go that count the pages: any other number is somebody's.
    """
    enough = max(OFTEN, SHARE * len(pages))
    edges = [{one.text for one in _edges(page)} for page in pages]
    same = {text for text, count in Counter(text for edge in edges for text in edge).items() if count >= enough}
    counting = _counting(edges, enough)
    seen: set[str] = set()
    kept = []
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True), 1):
        gone = {text for text in edge if text in counting or text == str(number) or (text in same and text in seen)}
        seen |= edge & same
        outer = {id(one) for one in _edges(page)}
        kept.append([one for one in page if id(one) not in outer or one.text not in gone])
    return kept


def _counting(edges: Sequence[set[str]], enough: float) -> set[str]:
    """The lines of which the one number that changes is that of the page, from whatever it starts."""
    forms: dict[str, list[tuple[int, str]]] = {}
    for number, edge in enumerate(edges, 1):
        for text in sorted(edge):
            if len(text) <= LONGEST_RUNNING and DIGITS.search(text):
                forms.setdefault(DIGITS.sub("\0", text), []).append((number, text))
    counting: set[str] = set()
    for found in forms.values():
        columns = list(zip(*(DIGITS.findall(text) for _, text in found), strict=True))
        changing = [column for column in columns if len(set(column)) > 1]
        starts = (
            {int(told) - number for (number, _), told in zip(found, changing[0], strict=True)} if changing else set()
        )
        if len(found) >= enough and len(changing) == 1 and len(starts) == 1:
            counting.update(text for _, text in found)
    return counting


def _edges(page: Sequence[Piece]) -> list[Piece]:
    ordered = sorted(page, key=lambda one: -one.middle)
    return [*ordered[:EDGE], *ordered[max(EDGE, len(ordered) - EDGE) :]]
