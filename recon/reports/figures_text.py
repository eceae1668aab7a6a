"""Figures as a table to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recon.model import Document, Figure
from recon.reports.layout import clipped, counted, printable, table
from recon.reports.numbers import interval, number, place

HEAD = ("at", "text", "kind", "bound", "value", "unit", "noun")


def figures_text(figures: Sequence[Figure], documents: Mapping[str, Document]) -> str:
    """A row for each figure: place, text, kind, bound, value or interval, unit, noun."""
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
    lines = table([HEAD, *rows], "llllrll") if rows else []
    return "\n".join([*lines, f"{counted(len(rows), 'figure')} in {counted(len(documents), 'document')}."]) + "\n"


def _value(figure: Figure) -> str:
    return number(figure.value) if figure.value is not None else interval(figure.low, figure.high)
