"""The article of a page, without what stands around it, by trafilatura (see docs/why.md for why that one)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

CUTS = frozenset(
    {"p", "head", "item", "quote", "code", "ab", "div", "list", "table", "main", "body", "row", "cell", "lb"}
)


BETWEEN_CELLS = " | "


class Paragraph(NamedTuple):
    """A paragraph as it is read, and as it is printed: of a table's row without the bars, at the same offsets."""

    text: str
    printed: str


def paragraphs(markup: str, url: str = "") -> list[Paragraph]:
    """The paragraphs of a page's article, subheadings, items and rows of tables among them; none if it has none."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - of the extra, and 0.7 s to import

    found = bare_extraction(markup, url=url or None, include_comments=False, include_tables=True, with_metadata=False)
    body = getattr(found, "body", None)
    return list(_blocks(body)) if body is not None else []


def _blocks(element: Any) -> Iterator[Paragraph]:
    """The text of an element, cut where paragraphs begin and end; the cells of a row make one."""
    parts: list[str] = []
    cells: list[str] = []
    waiting: list[tuple[Any, bool]] = [(element, True)]
    while waiting:
        here, opening = waiting.pop()
        tag = here.tag if isinstance(here.tag, str) else ""
        if tag in CUTS:
            cells += filter(None, [" ".join("".join(parts).split())])
            parts.clear()
            if cells and tag != "cell":
                yield Paragraph(BETWEEN_CELLS.join(cells), (" " * len(BETWEEN_CELLS)).join(cells))
                cells.clear()
        if opening:
            parts.append(here.text or "")
            waiting.append((here, False))
            waiting += [(child, True) for child in reversed(here)]
        else:
            parts.append(here.tail or "")
