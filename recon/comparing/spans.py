"""Whether a saved figure still stands where it stood, and if not, where it stands now."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from recon.model import Document, Figure

Problem = Literal["document", "title", "text"]
NEAR = 60
"""Characters on either side of a number within which its noun tells it from the same number elsewhere."""
MOST = 200
"""Places of one text in a document after which it is everywhere, and nowhere to be found again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """A saved figure that does not stand where it stood.

    `problem` is what is not there: its `document`, the `title` it stood in, or its `text` at the span. `found` is what
    stands at the span now; `start` is where the text stands now, None where it does not or where that is ambiguous.
    """

    figure: Figure
    problem: Problem
    found: str = ""
    start: int | None = None


def moved(figure: Figure, documents: Mapping[str, Document]) -> Moved | None:
    """What has become of a saved figure in documents by id; None where it stands as it did."""
    document = documents.get(figure.doc)
    if document is None:
        return Moved(figure=figure, problem="document")
    if figure.part == "title" and document.title_start is None:
        return Moved(figure=figure, problem="title")
    text, low, high = _part(figure, document)
    if low <= figure.start and figure.end <= high and text[figure.start : figure.end] == figure.text:
        return None
    found = text[figure.start : figure.end]
    return Moved(figure=figure, problem="text", found=found, start=_elsewhere(figure, text, low, high))


def _part(figure: Figure, document: Document) -> tuple[str, int, int]:
    """The text a figure's offsets count in, and the stretch of it that its part takes."""
    if figure.part == "body":
        return document.text, document.body_start, len(document.text)
    if not document.title_start:  # a title apart from its text
        return document.title, 0, len(document.title)
    line = document.text.find("\n", document.title_start)
    return document.text, document.title_start, line if line >= 0 else len(document.text)


def _elsewhere(figure: Figure, text: str, low: int, high: int) -> int | None:
    """The one place where the text stands now, or the one of them with its noun beside it."""
    places: list[int] = []
    for match in _whole(figure.text).finditer(text, low, high):
        places.append(match.start())
        if len(places) > MOST:
            return None
    if len(places) > 1 and figure.noun:
        noun = figure.noun.lower()
        size = len(figure.text)
        places = [at for at in places if noun in text[max(at - NEAR, low) : at + size + NEAR].lower()]
    return places[0] if len(places) == 1 else None


@lru_cache(maxsize=4096)
def _whole(text: str) -> re.Pattern[str]:
    """The text as a number of its own: not the 3 of 13, 3.5 or 3,000."""
    return re.compile(
        rf"(?<![\w.,]){re.escape(text)}(?![\w]|[.,]\d)" if text[:1].isdigit() else rf"(?<!\w){re.escape(text)}(?!\w)"
    )
