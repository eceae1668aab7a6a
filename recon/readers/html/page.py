"""What the scanner finds in a page: the text it shows with the place of every piece, and what tells of the page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

HIDDEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+")
"""Characters that no reader sees, beside white space; extractors drop or add them at will."""
SEEN = re.compile(r"[^\s\u00ad\u200b-\u200d\u2060\ufeff]")
EMPTY_LINK = re.compile(r"<a\b[^<>]*+>(?:\s++|&nbsp;|<(?!/?a\b)/?[a-zA-Z][^<>]*+>)*+(?=</a\b)", re.IGNORECASE)
NOTHING = "\u2060"
"""WORD JOINER, which takes no place and has no look. trafilatura drops the paragraph of a link that shows nothing."""
DRAWING = re.compile(
    r"""<svg(?=[\s>])(?:[^<>"']++|"[^"<>]*+"|'[^'<>]*+')*+(?<!/)>"""
    r"(?:[^<>]++|<!--(?:[^<>-]++|-(?!->))*+-->|</?(?i:a|animate\w*+|circle|clippath|defs|desc|ellipse|fe\w++|filter|g|image|line|lineargradient"
    r"|marker|mask|metadata|path|pattern|polygon|polyline|radialgradient|rect|set|stop|style|symbol|text|textpath|title|tspan"
    r"""|use)(?=[\s/>])(?:[^<>"']++|"[^"<>]*+"|'[^'<>]*+')*+>)*+</svg>"""
)
"""A drawing in SVG with nothing but a drawing's elements within, of which foreignObject, which holds HTML, is none.

An angle that is none of such a tag ends it: it may be that "<svg" or "</svg>" stands in a comment or an attribute.
"""
DECLARATION = re.compile(r"[\ufeff\s]{0,99}<\?xml[^>]{0,200}>")


@dataclass(frozen=True, kw_only=True, slots=True)
class Element:
    """A tag that tells of the page, its attributes by lower-case name."""

    tag: str
    attributes: Mapping[str, str]


@dataclass(kw_only=True, slots=True)
class Page:
    """What the scanner found.

    `letters` is the text of the page, as it is shown, without white space. Piece `i` of it begins at `starts[i]` and is
    made of `source[spans[i][0] : spans[i][1]]`, as it stands or, where `decoded[i]`, by a character reference.
    """

    source: str
    letters: str = ""
    starts: list[int] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    decoded: list[bool] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    """The JSON of `application/ld+json` scripts."""
    comments: list[str] = field(default_factory=list)
    long_tags: list[tuple[int, int, str]] = field(default_factory=list)
    """Where that stands which a parser would not read, or not as it is printed, and what is left of each for it: tags
    too long or too many, templates, raised numbers."""
    unread: list[tuple[int, int]] = field(default_factory=list)
    """Where the contents of scripts and styles stand, and the tags of the page's head that have no content."""

    def behind(self, piece: int) -> int:
        """The letter behind a piece."""
        return self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.letters)

    def markup(self, *, whole: bool = False) -> str:
        """The source as it may be handed to a parser, without what `unread` has or `whole`."""
        parts, at = ["<!DOCTYPE html>"], 0
        if (match := DECLARATION.match(self.source)) is not None:
            at = match.end()
        unread = () if whole else ((start, end, "") for start, end in self.unread)
        shown = ((match.end(), match.end(), NOTHING) for match in EMPTY_LINK.finditer(self.source))
        drawn = ((*match.span(), "") for match in DRAWING.finditer(self.source))
        for start, end, short in sorted([*self.long_tags, *unread, *shown, *drawn]):
            if start >= at:
                parts += [self.source[at:start], short]
                at = end
        return "".join([*parts, self.source[at:]])


def squeezed(text: str) -> str:
    """The text without white space and what else no reader sees."""
    letters = "".join(text.split())
    return letters if letters.isascii() else HIDDEN.sub("", letters)
