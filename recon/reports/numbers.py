"""Numbers, bounds, dates and places as a reader takes them in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from recon.model import Claim, Document, Figure
from recon.reports.layout import printable
from recon.wording import number

__all__ = ["SIGNS", "as_of", "chain", "common_folder", "interval", "number", "place", "quantity", "sentence"]

LONG_PATH = 40
"""Characters of a path that leave room for the speakers beside it."""
SIGNS = {
    "exact": "",
    "range": "",
    "indefinite": "",
    "about": "~",
    "nearly": "nearly ",
    "at_least": "≥",
    "more_than": ">",
    "at_most": "≤",
    "less_than": "<",
}


def quantity(figure: Figure) -> str:
    """The figure with its bound as a sign: ≥3,000, ~12,000, 20–30; one with a unit as printed."""
    sign = SIGNS[figure.bound]
    if figure.unit or figure.bound == "indefinite":
        return sign + printable(" ".join(figure.text.split()))
    if figure.bound == "range":
        return interval(figure.low, figure.high)
    return sign + number(figure.value) if figure.value is not None else printable(figure.text)


def interval(low: float | None, high: float | None) -> str:
    """An interval, open sides included: 20–30, ≥20, ≤30."""
    if low is None or high is None:
        return f"≥{number(low)}" if low is not None else f"≤{number(high)}" if high is not None else "?"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def as_of(claim: Claim) -> str:
    """The day or days the claim speaks of; in brackets where that is only the day of publication, "?" if unknown."""
    days = _days(claim.as_of_start, claim.as_of_end)
    return f"({days})" if claim.as_of_basis == "published" else days


def _days(start: dt.date | None, end: dt.date | None) -> str:
    if start is None and end is None:
        return "?"
    if start is None:
        return f"to {end}"
    if end is None:
        return f"from {start}"
    if start == end:
        return str(start)
    shared = 8 if (start.year, start.month) == (end.year, end.month) else 5 if start.year == end.year else 0
    return f"{start}/{str(end)[shared:]}"


def chain(claim: Claim) -> str:
    """Who said it, from the outlet inwards; an origin that is not named with the number but inferred has a "?"."""
    inferred = claim.origin if claim.origin_basis == "inferred" else None
    names = [f"{name}?" if name == inferred else name for name in claim.chain]
    return printable(" ← ".join(names) or claim.said_by or claim.publisher or "outlet not known")


def place(figure: Figure, documents: Mapping[str, Document]) -> str:
    """path:line:column; of a title that stands apart from its text, path:title:column."""
    document = documents[figure.doc]
    if figure.part == "title" and document.title_start == 0:
        return f"{printable(figure.doc)}:title:{figure.start + 1}"
    line, column = document.position(figure.start)
    return f"{printable(figure.doc)}:{line}:{column}"


def common_folder(ids: Iterable[str]) -> str:
    """The folder that all documents stand in, with its slash, where one has a path too long to repeat; else ""."""
    names = list(ids)
    if max(map(len, names), default=0) <= LONG_PATH:
        return ""
    first, last = min(names), max(names)
    shared = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[: first.rfind("/", 0, shared) + 1]


def sentence(figure: Figure, document: Document) -> str:
    """The sentence the figure stands in, on one line."""
    text = document.title if figure.part == "title" and document.title_start == 0 else document.text
    return printable(" ".join(text[figure.sentence_start : figure.sentence_end].split()))
