"""A document as paragraphs, quotations and utterances: the units in which a newspaper says who speaks.

An utterance is a sentence that is never split inside quotation marks, so that a quotation of four sentences and the
"..., Smith said" behind it are one unit.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from recon.abbreviations import ABBREVIATIONS
from recon.model import Document, Part

LINE = re.compile(r"[^\r\n]+")
QUOTE_MARK = re.compile(r"[“”„\"]|''|``")
STOP = re.compile(r"[.!?…](?:[\"”’')\]]|''){0,3}(?=\s)|(?<=[a-z]{2})[.!?][\"”]?(?=[A-Z][a-z’']{0,20}[ ,])")
"""The end of a sentence; where pages were stripped of their mark-up, the next begins right behind it."""
NEXT_WORD = re.compile(r"\s*([\"“‘'(\[]{0,2})(\w[\w'’.-]{0,30})?")
LAST_WORD = re.compile(r"([\w.&-]{1,20})[.!?…]$")

LONGEST = 1_500
"""Characters of the longest utterance; what is longer is cut, so that no text costs more than its length."""

STARTERS = frozenset(
    """the a an on in at by for from he she it they we i this that these those but and as after before when while if
    since although though however meanwhile officials police earlier later there his her its their our some many
    more most all no other another separately according with so one two three""".split()
)


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands between quotation marks, marks included; `open` where the paragraph ends before it does."""

    start: int
    end: int
    open: bool = False


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence, with the quotations in it. Offsets are those of the figures of its part."""

    index: int
    paragraph: int
    part: Part
    start: int
    end: int
    text: str
    quotes: tuple[Quote, ...]

    @property
    def bare(self) -> str:
        """The text with every quotation blanked to one mark and spaces, so that offsets stay."""
        chars = list(self.text)
        for quote in self.quotes:
            first, last = max(quote.start - self.start, 0), min(quote.end, self.end) - self.start
            chars[first:last] = "“" + " " * max(last - first - 2, 0) + "”" * (last - first > 1)
        return "".join(chars)


@dataclass(frozen=True, slots=True)
class Page:
    """The utterances of a document in order, the title first."""

    utterances: tuple[Utterance, ...]
    starts: tuple[int, ...]
    titles: int

    def at(self, part: Part, offset: int) -> int:
        """The index of the utterance that holds an offset; -1 where none does."""
        if part == "title":
            return 0 if self.titles else -1
        index = bisect_right(self.starts, offset) - 1 + self.titles
        return index if index >= self.titles and offset < self.utterances[index].end else -1


def page(document: Document) -> Page:
    """Cut a document into utterances."""
    found: list[Utterance] = []
    if document.title and document.title_start is not None:
        found += _paragraph(document.title, document.title_start, "title", 0, 0)
    titles = len(found)
    if titles > 1:
        first, last = found[0], found[-1]
        quotes = tuple(quote for piece in found for quote in piece.quotes)
        found = [Utterance(0, 0, "title", first.start, last.end, document.title, quotes)]
        titles = 1
    body = document.text
    for number, match in enumerate(LINE.finditer(body, document.body_start), start=1):
        if not match[0].isspace():
            found += _paragraph(match[0], match.start(), "body", number, len(found))
    return Page(tuple(found), tuple(u.start for u in found[titles:]), titles)


def _paragraph(text: str, offset: int, part: Part, number: int, index: int) -> list[Utterance]:
    quotes = _quotes(text)
    starts = [quote.start for quote in quotes]
    cuts = [0]
    for match in STOP.finditer(text):
        inside = bisect_left(starts, match.end()) - 1
        quoted = inside >= 0 and match.end() < quotes[inside].end
        while match.end() - cuts[-1] > LONGEST:
            cuts.append(cuts[-1] + LONGEST)
        if (not quoted or match.end() - cuts[-1] > LONGEST // 2) and _ends_sentence(text, match):
            cuts.append(match.end())
    while len(text) - cuts[-1] > LONGEST:
        cuts.append(cuts[-1] + LONGEST)
    pieces: list[Utterance] = []
    for first, last in zip(cuts, [*cuts[1:], len(text)], strict=True):
        piece = text[first:last]
        start = first + len(piece) - len(piece.lstrip())
        piece = piece.strip()
        if piece:
            end = start + len(piece)
            near = quotes[max(0, bisect_left(starts, start) - 1) : bisect_left(starts, end)]
            mine = tuple(Quote(offset + q.start, offset + q.end, q.open) for q in near if start < q.end)
            pieces.append(Utterance(index + len(pieces), number, part, offset + start, offset + end, piece, mine))
    return pieces


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    following = NEXT_WORD.match(text, match.end())
    word = following[2] if following else None
    if word is None or not (word[0].isupper() or word[0].isdigit() or (following and following[1])):
        return word is None
    if text[match.start()] != "." or match.end() - match.start() > 1:
        return True
    last = LAST_WORD.search(text, max(0, match.start() - 21), match.start() + 1)
    before = last[1] if last else ""
    bare = before.lower().strip(".")
    if bare in ABBREVIATIONS or (len(bare) == 1 and bare.isalpha()):
        return word.lower() in STARTERS and bare.count(".") + (bare in {"inc", "ltd", "corp", "co"}) > 0
    return True


def _quotes(text: str) -> list[Quote]:
    quotes: list[Quote] = []
    opened: int | None = None
    for match in QUOTE_MARK.finditer(text):
        mark, at = match[0], match.start()
        opens = at + 1 < len(text) and not text[at + 1].isspace() and (at == 0 or text[at - 1] in " \t\u00a0([—–-")
        if opened is None:
            if mark != "”" and (mark != '"' or opens):
                opened = at
        elif mark != "“" and not (mark == '"' and opens):
            quotes.append(Quote(opened, match.end()))
            opened = None
        else:
            quotes.append(Quote(opened, at, open=True))
            opened = at
    if opened is not None:
        quotes.append(Quote(opened, len(text), open=True))
    return quotes
