"""Tables that a page draws with rules, to lines: a row to a line, or where it has cells of prose, cell by cell.

A table of two or three columns of prose looks like a page in columns. The rules between its rows tell it: read by
columns, what is said of a district would stand behind what is said of all the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recon.readers.pages import Piece

Rule = tuple[float, float, float]
"""A horizontal line of a page: its left and right end, and its height above the foot of the page."""
THICK = 1.5
"""Points within which two rules are one, drawn twice."""
NEAR = 3.0
"""Points that the ends of a table's rules differ by at most, and between which a rule goes on."""
ROWS = 2
"""Rows between rules that make a table: two rules alone frame anything."""
GUTTER = 0.7
"""Of the height of a line, what is at least free between two cells."""
SHORT, LEVEL = 18, 0.4
"""Characters of the cell of a table of numbers at most; of the height of a line, what two on one level differ by."""
PROSE = 60
"""Characters of a cell from which it is prose, and stands for itself."""
BETWEEN_CELLS = " | "


def with_tables_read(
    pieces: Sequence[Piece], rules: Iterable[Rule], lines_of: Callable[[Sequence[Piece]], list[Piece]]
) -> list[Piece]:
    """The pieces of a page, those of ruled tables as lines, each below the other where the row is.

    `lines_of` gives the lines of a cell in reading order.
    """
    rest = list(pieces)
    made: list[Piece] = []
    for table in _tables(rules):
        rows = [_inside(rest, table, top, bottom) for top, bottom in pairwise(table)]
        cells = [[] if _has_rows(row) else _cells(row) for row in rows]
        if sum(len(row) > 1 for row in cells) < ROWS:
            continue
        for row, (top, bottom) in zip(cells, pairwise(table), strict=True):
            made += _placed(_row([lines_of(cell) for cell in row]), top, bottom)
        taken = {id(one) for row in cells for cell in row for one in cell}
        rest = [one for one in rest if id(one) not in taken]
    return rest + made


def _tables(rules: Iterable[Rule]) -> list[list[Rule]]:
    """The rules of each table from the top: those of the same ends."""
    tables: list[list[Rule]] = []
    for rule in _whole(rules):
        above = next((one for one in tables if abs(one[-1][0] - rule[0]) + abs(one[-1][1] - rule[1]) <= NEAR), None)
        if above is None:
            tables.append([rule])
        else:
            above.append(rule)
    return [table for table in tables if len(table) > ROWS]


def _whole(rules: Iterable[Rule]) -> list[Rule]:
    """Rules from the top, each in one piece, which a page draws cell by cell."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda one: -one[2]):
        if levels and levels[-1][0][2] - rule[2] <= THICK:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    whole: list[Rule] = []
    for level in levels:
        first = len(whole)
        for left, right, height in sorted(level):
            if len(whole) > first and left <= whole[-1][1] + NEAR:
                whole[-1] = (whole[-1][0], max(right, whole[-1][1]), whole[-1][2])
            else:
                whole.append((left, right, height))
    return whole


def _inside(pieces: Iterable[Piece], table: Sequence[Rule], top: Rule, bottom: Rule) -> list[Piece]:
    left, right, _ = table[0]
    return [
        one
        for one in pieces
        if bottom[2] < one.middle < top[2] and left - NEAR <= one.left and one.right <= right + NEAR
    ]


def _cells(row: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces of a row by cell, from the left: between two cells no line of the row has anything."""
    cells: list[list[Piece]] = []
    end = 0.0
    for piece in sorted(row, key=lambda one: one.left):
        if cells and piece.left - end < GUTTER * piece.height:
            cells[-1].append(piece)
        else:
            cells.append([piece])
            end = piece.right
        end = max(end, piece.right)
    return cells


def _has_rows(pieces: Sequence[Piece]) -> bool:
    """Whether between two rules stand rows of a table themselves: several lines of more than one short piece."""
    levels: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: -one.middle):
        if levels and levels[-1][0].middle - piece.middle <= LEVEL * piece.height:
            levels[-1].append(piece)
        else:
            levels.append([piece])
    return sum(len(level) > 1 and max(len(one.text) for one in level) < SHORT for level in levels) > 1


def _row(cells: Sequence[list[Piece]]) -> list[Piece]:
    """The lines of a row: cells that are no prose beside each other in one line, those of prose as they are printed."""
    made: list[Piece] = []
    for prose, group in groupby(cells, key=lambda cell: sum(len(line.text) + 1 for line in cell) > PROSE):
        lines = list(group)
        if prose:
            made += [replace(line, apart=not at) for cell in lines for at, line in enumerate(cell)]
        else:
            text = BETWEEN_CELLS.join(" ".join(line.text for line in cell) for cell in lines)
            made.append(replace(lines[0][0], text=text, apart=len(lines) < len(cells)))
    return made


def _placed(lines: Sequence[Piece], top: Rule, bottom: Rule) -> list[Piece]:
    """The lines one below the other between two rules, each as wide as the table."""
    step = (top[2] - bottom[2]) / max(len(lines), 1)
    return [
        replace(line, left=top[0], right=top[1], top=top[2] - at * step, bottom=top[2] - (at + 1) * step, of_table=True)
        for at, line in enumerate(lines)
    ]
