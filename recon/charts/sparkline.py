"""A series in one line of a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

BLOCKS = "▁▂▃▄▅▆▇█"
ASCII = "_.-=+*#@"
GAP = " "


def sparkline(values: Sequence[float | None], width: int = 24, *, ascii_only: bool = False) -> str:
    """The values as blocks of eight heights in at most `width` columns, lowest to highest; a blank where none is known.

    Where there are more values than columns, each column has the last that is known of its share.

    >>> sparkline([1, 2, None, 8])
    '▁▂ █'
    >>> sparkline([5, 5, 5]), sparkline([]), sparkline([1, 2, 3, 4], 2, ascii_only=True)
    ('▄▄▄', '', '_@')
    """
    steps = ASCII if ascii_only else BLOCKS
    columns = _columns(values, width)
    known = [value for value in columns if value is not None]
    if not known:
        return GAP * len(columns)
    low, high = min(known), max(known)
    return "".join(GAP if value is None else steps[_height(value, low, high, len(steps))] for value in columns)


def _columns(values: Sequence[float | None], width: int) -> list[float | None]:
    if len(values) <= width:
        return list(values)
    edges = [round(column * len(values) / width) for column in range(width + 1)]
    shares = (values[start:end] for start, end in pairwise(edges))
    return [next((value for value in reversed(share) if value is not None), None) for share in shares]


def _height(value: float, low: float, high: float, steps: int) -> int:
    """Which of so many heights; the middle where all are alike."""
    if low == high:
        return (steps - 1) // 2
    return min(int((value - low) / (high - low) * steps), steps - 1)
