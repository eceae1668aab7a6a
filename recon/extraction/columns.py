"""Figures → columns, and which texts of a document are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import NamedTuple

from recon.model import Document, Figure, Part

FIELDS = tuple(field.name for field in fields(Figure))

Row = tuple[
    int, int, str, str, str, float | None, float | None, float | None, str, tuple[str, ...], float | None, str, int, int
]
"""A figure as the table has it, from its start on: start, end, text, kind, bound, value, low, high, unit, alternatives,
step, noun, start and end of its sentence; offsets are in the text that was read."""


class Piece(NamedTuple):
    """A text of a document that is read: what to add to an offset in it, and where to begin."""

    doc: str
    part: Part
    text: str
    offset: int
    first: int


def pieces(document: Document) -> Iterator[Piece]:
    """The texts of a document that are read."""
    if document.title_start is not None and document.title:
        yield Piece(document.id, "title", document.title, document.title_start, 0)
    yield Piece(document.id, "body", document.text, 0, document.body_start)


def columns(read: Iterable[tuple[Piece, Iterable[tuple[tuple[Row, ...], int]]]]) -> dict[str, list[object]]:
    """One list a column, of texts with their figures and what to add to the offsets of those."""
    figures: list[Row] = []
    docs: list[str] = []
    parts: list[str] = []
    shifts: list[int] = []
    for piece, found in read:
        before = len(figures)
        for some, shift in found:
            if some:
                figures += some
                shifts += [shift] * len(some)
        count = len(figures) - before
        docs += [piece.doc] * count
        parts += [piece.part] * count
    starts, ends, *others, begins, stops = [list(side) for side in zip(*figures, strict=True)] or [[]] * _OWN
    starts, ends, begins, stops = (
        [offset + shift for offset, shift in zip(offsets, shifts, strict=True)]
        for offsets in (starts, ends, begins, stops)
    )
    ids = [f"{doc}#{part}:{start}-{end}" for doc, part, start, end in zip(docs, parts, starts, ends, strict=True)]
    return dict(zip(FIELDS, (ids, docs, parts, starts, ends, *others, begins, stops), strict=True))


_OWN = len(FIELDS) - 3
"""Columns that a figure itself fills; the others say where it stands."""
