"""HTML that is an article and little else, as feeds carry it, to text: paragraphs, items and rows, each on its own.

As in web pages, a paragraph that is nearly all link leads to another article, and captions are not read.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from recon.readers.raised import LOWER, RAISE, all_set_plainly

BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul""".split()
)
CELLS = frozenset({"td", "th"})
RAISING = frozenset({"sup"})
UNREAD = frozenset("script style template noscript iframe object svg textarea select title figcaption button".split())
LINKED = 0.6
"""The part of a paragraph that, in links, makes it a way to another article."""
BETWEEN_CELLS = " | "
UNSEEN = re.compile(f"[{RAISE}{LOWER}\u00ad\u200b\u2060\ufeff]+")
"""Characters that no reader sees, and what is left of a raised part that does not end."""


def text_of_fragment(markup: str) -> str:
    """The text, a blank line between paragraphs, the cells of a row in one line."""
    reading = _Reading()
    reading.feed(markup)
    reading.close()
    return "\n\n".join(reading.paragraphs())


class _Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._done: list[str] = []
        self._cells: list[str] = []
        self._parts: list[str] = []
        self._unread = 0
        self._within = False
        """Whether a link is open."""
        self._linked = 0
        """Characters of the paragraph so far that stand in links."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in UNREAD:
            self._unread += 1
        elif tag in CELLS:
            self._end_of_cell()
        elif tag in BLOCKS:
            self._end_of_block()
        elif tag in RAISING:
            self._parts.append(RAISE)
        elif tag == "a":
            self._within = True
        elif tag == "br":
            self._parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNREAD:
            self._unread = max(self._unread - 1, 0)
        elif tag in CELLS:
            self._end_of_cell()
        elif tag in BLOCKS:
            self._end_of_block()
        elif tag in RAISING:
            self._parts.append(LOWER)
        elif tag == "a":
            self._within = False

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in UNREAD:
            self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._parts.append(" ".join(data.split("\n")))
            self._linked += self._within * len(data.strip())

    def paragraphs(self) -> list[str]:
        self._end_of_block()
        return self._done

    def _end_of_cell(self) -> None:
        if text := _tidy("".join(self._parts)).replace("\n", " "):
            self._cells.append(text)
        self._parts.clear()
        self._linked = 0

    def _end_of_block(self) -> None:
        if self._cells:
            self._end_of_cell()
            self._done.append(BETWEEN_CELLS.join(self._cells))
            self._cells.clear()
        elif (text := _tidy("".join(self._parts))) and self._linked <= LINKED * len(text):
            self._done.append(text)
        self._parts.clear()
        self._linked = 0


def _tidy(text: str) -> str:
    text = UNSEEN.sub("", all_set_plainly(text))
    return "\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)
