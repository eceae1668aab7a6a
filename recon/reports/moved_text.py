"""Saved figures that do not stand where they stood: for people, by document, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from recon.model import Document, Figure
from recon.reports.json_text import MARGIN, json_text
from recon.reports.layout import clipped, counted, hung, printable
from recon.reports.numbers import place

WIDTH = 80
TOLD = {"document": "its document is not among those given", "title": "its document has no title that is read now"}
"""Each problem but the text's in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One figure that does not stand where it stood; `start` is where it stands now."""

    figure: Figure
    problem: str
    found: str
    start: int | None


def moved_text(rows: Iterable[Row], documents: Mapping[str, Document]) -> Iterator[str]:
    """A line or two for each, under its document; of a document that is missing one line for all its figures."""
    before, missing = "", 0
    for row in rows:
        if row.figure.doc != before:
            yield from _missing(missing)
            before, missing = row.figure.doc, 0
            yield f"{printable(before)}\n"
        if row.problem == "document":
            missing += 1
            continue
        yield from (f"{line}\n" for line in hung(f"  {_told(row, documents[row.figure.doc])}", WIDTH, 4))
    yield from _missing(missing)


def closing(standing: int, rows: int, elsewhere: int) -> str:
    """How many stand where they did."""
    if not rows:
        return f"{counted(standing, 'figure')}, each where it stood.\n"
    told = f"{counted(standing + rows, 'figure')}: {standing:,} where they stood, {rows:,} not"
    return f"{told}; {elsewhere:,} of those found elsewhere.\n" if elsewhere else f"{told}.\n"


def moved_json(rows: Iterable[Row]) -> Iterator[str]:
    """Each as an item of the list `moved`; what follows is the caller's."""
    comma = ""
    yield '{\n "moved": ['
    for row in rows:
        yield f"{comma}\n  {json_text(_row(row), MARGIN + '  ')}"
        comma = ","
    yield "\n ]" if comma else "]"


def _missing(figures: int) -> Iterator[str]:
    if figures:
        yield f"  {TOLD['document']}: {counted(figures, 'figure')}\n"


def _told(row: Row, document: Document) -> str:
    figure = row.figure
    what = f"“{clipped(printable(figure.text), 40)}” at {figure.part}:{figure.start}-{figure.end}"
    if row.problem != "text":
        return f"{what}: {TOLD[row.problem]}"
    there = f"now “{clipped(printable(row.found), 40)}” stands there" if row.found else "the text ends before it"
    if row.start is None:
        return f"{what}: {there}"
    line = (
        place(replace(figure, start=row.start), {document.id: document})
        .removeprefix(printable(document.id))
        .lstrip(":")
    )
    return f"{what}: moved to {row.start}-{row.start + len(figure.text)} ({line})"


def _row(row: Row) -> dict[str, Any]:
    figure = row.figure
    keys = ("id", "doc", "part", "start", "end", "text")
    now = None if row.start is None else {"start": row.start, "end": row.start + len(figure.text)}
    found = row.found if row.problem == "text" else None
    return {key: getattr(figure, key) for key in keys} | {"problem": row.problem, "found": found, "now": now}
