"""Figures as a table to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recon.model import Document, Figure
from recon.reports.layout import clipped, columns_of_text, counted, printable, table
from recon.reports.numbers import interval, number, place

HEAD = ("at", "text", "kind", "bound", "value", "unit", "noun")


def figures_text(figures: Sequence[Figure], documents: Mapping[str, Document], terminal: int | None = None) -> str:
    """A row for each figure: place, text, kind, bound, value or interval, unit, noun.

    Where a `terminal` has no room for the whole path in each row, it stands above those of its document.
    """
    rows = [
        (
            place(figure, documents),
            clipped(printable(figure.text), 30),
            figure.kind,
            figure.bound,
            _value(figure),
            figure.unit,
            clipped(printable(figure.noun), 40),
        )
        for figure in figures
    ]
    lines = table([HEAD, *rows], "llllrll", terminal=terminal) if rows else []
    if terminal is not None and any(columns_of_text(part) > terminal for line in lines for part in line.split("\n")):
        lines = _by_document(figures, rows, terminal)
    return "\n".join([*lines, f"{counted(len(rows), 'figure')} in {counted(len(documents), 'document')}."]) + "\n"


def _by_document(figures: Sequence[Figure], rows: Sequence[Sequence[str]], terminal: int) -> list[str]:
    short = [
        (f"  {at.removeprefix(printable(figure.doc)).removeprefix(':')}", *rest)
        for figure, (at, *rest) in zip(figures, rows, strict=True)
    ]
    head, *lines = table([HEAD, *short], "llllrll", terminal=terminal)
    text, before = [head], None
    for figure, line in zip(figures, lines, strict=True):
        if figure.doc != before:
            before = figure.doc
            text.append(printable(before))
        text.append(line)
    return text


def _value(figure: Figure) -> str:
    return number(figure.value) if figure.value is not None else interval(figure.low, figure.high)
