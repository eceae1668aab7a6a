"""Rows of figures ⇄ columns, and which texts of a document are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import NamedTuple

from recon.model import Document, Figure, Part

FIELDS = tuple(field.name for field in fields(Figure))

Row = tuple[
    str, str, str, int, int, str, str, str, float | None, float | None, float | None, str, tuple[str, ...],
    float | None, str, int, int,
]  # fmt: skip
"""One figure as the table has it, the fields of `recon.model.Figure` in their order."""


class Piece(NamedTuple):
    """A text of a document that is read: what to add to an offset in it, and where to begin."""

    doc: str
    part: Part
    text: str
    offset: int
    first: int


def columns(rows: Iterable[Row]) -> dict[str, list[object]]:
    """Rows turned into one list a column."""
    sides = list(zip(*rows, strict=True)) or [()] * len(FIELDS)
    return {name: list(side) for name, side in zip(FIELDS, sides, strict=True)}


def pieces(document: Document) -> Iterator[Piece]:
    """The texts of a document that are read."""
    if document.title_start is not None and document.title:
        yield Piece(document.id, "title", document.title, document.title_start, 0)
    yield Piece(document.id, "body", document.text, 0, document.body_start)
