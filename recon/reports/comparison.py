"""Two extractors side by side, figure by figure."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from recon.model import Document, Figure
from recon.reports.layout import clipped, counted, printable, table
from recon.reports.numbers import SIGNS, interval, number, place

Pair = tuple[Figure | None, Figure | None]
COMPARED = ("text", "bound", "value", "low", "high", "unit")


def pairs(ours: Sequence[Figure], theirs: Sequence[Figure]) -> list[Pair]:
    """The figures of two extractors, joined where their spans overlap (the longest overlap first); by place."""
    joined: dict[int, int] = {}
    taken: set[int] = set()
    for _, a, b in sorted(_overlaps(ours, theirs)):
        if a not in joined and b not in taken:
            joined[a] = b
            taken.add(b)
    found: list[Pair] = [(one, theirs[joined[a]] if a in joined else None) for a, one in enumerate(ours)]
    found += [(None, one) for b, one in enumerate(theirs) if b not in taken]
    order = {doc: rank for rank, doc in enumerate(dict.fromkeys(one.doc for one in (*ours, *theirs)))}
    return sorted(found, key=lambda pair: _place_in_text(pair, order))


def comparison_text(found: Sequence[Pair], documents: Mapping[str, Document], names: tuple[str, str]) -> str:
    """A row for each pair, marked "=" where number and unit are the same, and a tally."""
    rows = [(place(_either(pair), documents), _cell(pair[0]), _mark(pair), _cell(pair[1])) for pair in found]
    lines = table([("at", names[0], "", names[1]), *rows], "llll") if rows else []
    marks = Counter(mark for _, _, mark, _ in rows)
    tally = f"{marks['=']} the same, {marks['≠']} different, {marks['<']} only {names[0]}, {marks['>']} only {names[1]}"
    return "\n".join([*lines, f"{counted(len(rows), 'figure')}: {tally}."]) + "\n"


def comparison_jsonl(found: Sequence[Pair], names: tuple[str, str]) -> Iterator[str]:
    """A line for each pair: its place, whether number and unit are the same, and each reading or null."""
    for pair in found:
        one = _either(pair)
        row: dict[str, Any] = {"doc": one.doc, "part": one.part, "start": one.start, "end": one.end}
        row["same"] = _mark(pair) == "="
        for name, figure in zip(names, pair, strict=True):
            row[name] = figure and {key: getattr(figure, key) for key in COMPARED}
        yield json.dumps(row, ensure_ascii=False) + "\n"


def _overlaps(ours: Sequence[Figure], theirs: Sequence[Figure]) -> Iterator[tuple[int, int, int]]:
    """(-shared characters, index in ours, index in theirs); the figures of one extractor do not overlap."""
    by_part: dict[tuple[str, str], list[int]] = {}
    for index, figure in enumerate(theirs):
        by_part.setdefault((figure.doc, figure.part), []).append(index)
    ends = {part: [theirs[b].end for b in those] for part, those in by_part.items()}
    for a, figure in enumerate(ours):
        part = (figure.doc, figure.part)
        those = by_part.get(part, [])
        for b in those[bisect_right(ends.get(part, []), figure.start) :]:
            if theirs[b].start >= figure.end:
                break
            yield max(figure.start, theirs[b].start) - min(figure.end, theirs[b].end), a, b


def _either(pair: Pair) -> Figure:
    figure = pair[0] or pair[1]
    assert figure is not None  # noqa: S101  (a pair has one at least)
    return figure


def _place_in_text(pair: Pair, order: Mapping[str, int]) -> tuple[int, bool, int]:
    figure = _either(pair)
    return order[figure.doc], figure.part == "body", figure.start


def _mark(pair: Pair) -> str:
    ours, theirs = pair
    if ours is None or theirs is None:
        return ">" if ours is None else "<"
    return "=" if all(getattr(ours, key) == getattr(theirs, key) for key in ("value", "low", "high", "unit")) else "≠"


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return ""
    one = figure.value
    value = interval(figure.low, figure.high) if one is None else SIGNS[figure.bound] + number(one)
    return f"{clipped(printable(figure.text), 24)} → {value} {figure.unit}".rstrip()
