"""The article of a page, without what stands around it, by trafilatura (see docs/why.md for why that one)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from recon.readers.html.tree import parsed

CUTS = frozenset(
    {"p", "head", "item", "quote", "code", "ab", "div", "list", "table", "main", "body", "row", "cell", "lb"}
)
"""The elements of trafilatura's tree (TEI's, mostly) before and after which a paragraph ends."""
OPTIONS: Mapping[str, Any] = {
    "comments": False,
    "tables": True,
    "links": True,
    "with_metadata": False,
    "output_format": "txt",
}
"""What trafilatura is asked for: a tree, which it gives in any format; the text it would make only for "python". It is
not told the page's address, by which it would complete every link: of these only the length is looked at."""
BETWEEN_CELLS = " | "
LINKED = 0.6
"""The part of a paragraph that, in links, makes it a way to another article: its numbers are that one's."""
PROSE = 200
"""Characters of a table's cell that make it no cell but a column of the page."""
ELSEWHERE = frozenset({
    "related", "related stories", "related articles", "related content", "related topics", "read more", "read next",
    "more on this story", "more on this topic", "more stories", "more news", "more from", "also read", "see also",
    "recommended", "recommended for you", "most read", "most popular", "trending", "latest news",
    "you may also like", "you might also like", "what to read next", "top stories",
})  # fmt: skip
"""Headings that end an article, with what little may stand below them."""
END = 0.25
WALL = re.compile(
    r"(?:please )?(?:subscribe|sign (?:in|up)|log ?in|register|become a subscriber|start your (?:free )?trial)"
    r"\b.{0,100}\b(?:read|reading|access|article|story|continue|unlimited)\b"
    r"|already (?:an? |have an? )?(?:subscriber|subscribed|member|account)\s?\?|to (?:continue|go on|keep) reading\b"
    r"|(?:this (?:article|story|content) is )?(?:only )?for (?:our )?(?:members|subscribers) only\b",
    re.IGNORECASE,
)
"""How a paywall begins to speak to the reader, below the last paragraph of an article that it lets through."""
ASKING = 160
"""Characters of what asks for a subscription, at most."""
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]+")
"""Characters that no reader sees, such as the place where a word or a number may be broken."""


class Paragraph(NamedTuple):
    """A paragraph as it is read, and as it is printed: of a table's row without the bars, at the same offsets."""

    text: str
    printed: str
    heading: bool = False


def paragraphs(markup: str) -> list[Paragraph]:
    """The paragraphs of a page's article, subheadings, items and rows of tables among them; none if it has none."""
    body = cleaned(markup)
    return _ended(list(_Walk().paragraphs(body))) if body is not None else []


def cleaned(markup: str) -> Any:
    """The article of a page as trafilatura's tree, None for none; the markup is what `Page.markup` gives."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - of the extra, and 0.7 s to import

    tree = parsed(markup)
    found = bare_extraction(tree, options=_options()) if tree is not None else None
    return getattr(found, "body", None)


@cache
def _options() -> Any:
    """What trafilatura would make of `OPTIONS` anew for every page."""
    from trafilatura.settings import Extractor  # noqa: PLC0415

    return Extractor(**OPTIONS)


def _ended(read: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs without a paywall, and before the last heading where that leads to other articles."""
    walled = len(read)
    while walled > 1 and len(read[walled - 1].text) < ASKING and WALL.match(read[walled - 1].text):
        walled -= 1
    if walled < len(read):
        while walled > 1 and read[walled - 1].heading:  # with its price, and nothing of the article below it
            walled -= 1
        read = read[:walled]
    last = next((i for i in reversed(range(len(read))) if read[i].heading), 0)
    if last and read[last].text.casefold().rstrip(":") in ELSEWHERE:
        size = sum(len(one.text) for one in read)
        if sum(len(one.text) for one in read[last:]) < END * size:
            return read[:last]
    return read


class _Walk:
    """Goes through a tree and gathers text, of which it knows how much stands in links."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._linked = 0
        self._cells: list[str] = []
        self._cell: list[tuple[str, bool]] | None = None
        """What of the cell that is open was read, paragraph by paragraph, and whether each leads elsewhere."""
        self._told = False
        """Whether one of the cells is more than a link: a row of links leads to other articles."""

    def paragraphs(self, root: Any) -> Iterator[Paragraph]:
        """The text of a tree, cut where paragraphs begin and end; the cells of a row make one."""
        waiting: list[tuple[Any, bool, bool]] = [(root, True, False)]
        while waiting:
            here, opening, within = waiting.pop()
            tag = here.tag if isinstance(here.tag, str) else ""
            linked = within or tag == "ref"
            if tag in CUTS:
                yield from self._cut(tag, closing=not opening)
            if opening:
                self._add(here.text, linked=linked)
                waiting.append((here, False, within))
                waiting += [(child, True, linked) for child in reversed(here)]
            else:
                self._add(here.tail, linked=within)

    def _add(self, text: str | None, *, linked: bool) -> None:
        if text:
            self._parts.append(text)
            self._linked += len(text.strip()) * linked

    def _cut(self, tag: str, *, closing: bool) -> Iterator[Paragraph]:
        text = " ".join(UNSEEN.sub("", "".join(self._parts)).split())
        elsewhere = self._linked > LINKED * len(text)
        self._parts, self._linked = [], 0
        if self._cell is not None:
            self._cell += [(text, elsewhere)] if text and (tag == "cell" or not elsewhere) else []
        elif text and not elsewhere:
            yield from self._row()
            yield Paragraph(text, text, heading=closing and tag == "head")
        if tag == "cell":
            yield from self._ended_cell()
            self._cell = None if closing else []
        elif self._cell is None:
            yield from self._row()

    def _ended_cell(self) -> Iterator[Paragraph]:
        """The cell that ends becomes one of its row; one of prose stands alone, in its paragraphs."""
        own = [part for part, elsewhere in self._cell or () if not elsewhere]
        text = " ".join(part for part, _ in self._cell or ())
        if len(text) < PROSE:
            self._cells += [text] if text else []
            self._told |= bool(own)
            return
        yield from self._row()
        yield from (Paragraph(part, part) for part in own)

    def _row(self) -> Iterator[Paragraph]:
        if self._told:
            yield Paragraph(BETWEEN_CELLS.join(self._cells), (" " * len(BETWEEN_CELLS)).join(self._cells))
        self._cells, self._told = [], False
