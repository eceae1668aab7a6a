"""Rows of figures ⇄ columns, and which texts of a document are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from recon.model import Document, Part


class Row(NamedTuple):
    """One figure as the table has it; see `recon.model.Figure`."""

    id: str
    doc: str
    part: str
    start: int
    end: int
    text: str
    kind: str
    bound: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    unit_alternatives: tuple[str, ...]
    step: float
    noun: str
    sentence_start: int
    sentence_end: int


def columns(rows: Iterable[Row]) -> dict[str, list[object]]:
    """Rows turned into one list a column."""
    listed = list(rows)
    sides = zip(*listed, strict=True) if listed else ([] for _ in Row._fields)
    return {name: list(side) for name, side in zip(Row._fields, sides, strict=True)}


def parts(document: Document) -> Iterator[tuple[Part, str, int, int]]:
    """The texts of a document that are read: part, text, what to add to an offset in it, and where to begin."""
    if document.title_start is not None and document.title:
        yield "title", document.title, document.title_start, 0
    yield "body", document.text, 0, document.body_start
