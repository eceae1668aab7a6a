"""A page's source, read once.

A scanner and no tree, since no tree keeps where its text stood. What is plain between two tags that tell of the page is
gone through in stretches, and only the rest tag by tag. It takes time in step with the page: every search that can
fail to the end of the page fails once.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from itertools import accumulate, compress

from recon.readers.html.page import HIDDEN, Element, Page
from recon.readers.raised import set_plainly

TAG = re.compile(r"""</?[a-zA-Z][^<>"']*+(?:(?:"[^"<>]*+"|'[^'<>]*+')[^<>"']*+)*+>""")
"""A tag of the usual kind; what it passes over, quotes with an angle in them, `_end_of_tag` looks at."""
ANGLE = re.compile(r"<(?=[!?]|/?[a-zA-Z])")
"""Where markup begins; any other "<" is text."""
STRETCH = re.compile(rf"((?:{TAG.pattern}\s*+)*+)([^<]*+(?:<(?![!?]|/?[a-zA-Z])[^<]*+)*+)")
"""Tags of the usual kind, and the text behind them."""
LOOKED_AT = re.compile(
    r"<(?=[!?]|/[th]|[hbmlstinx][t1oeicyfrmu])"  # by which most are passed over
    r"(?:[!?]|/?(?:title|h1)\b|/head\b|(?:html|body|meta|link|script|style|textarea|iframe|noembed|noframes|xmp|sup|template)\b)",
    re.IGNORECASE,
)
"""Markup that tells of the page, whose content is no markup, or is not read as it stands."""
BREAK = re.compile(r"<(?:br|/?p|/?div)\b[^<>]*>", re.IGNORECASE)
MARKUP = re.compile(r"<!--[^<>]*-->|</?[a-zA-Z][^<>]*>")
OPENING = re.compile(r"</?([a-zA-Z][^\s/<>]{0,40})")
SHORT_NAME = re.compile(r"</?([a-zA-Z]{1,6})\b")
DELIMITER = re.compile(r"""[>"']""")
ATTRIBUTE = re.compile(r"""([a-zA-Z][\w:.-]{0,60})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
RAW = frozenset({"script", "style", "template", "textarea", "iframe", "noembed", "noframes", "xmp"})
"""Elements whose content is no markup, and no text of the page."""
BETWEEN = "\0"
"""A character that no source has."""
UNREAD = frozenset({"script", "style"})
"""Those of them in which no library looks for an article; data of JSON-LD apart."""
TELLING = frozenset({"html", "meta", "link"})
"""Tags that are kept with their attributes; of links those to the page's own address."""
LONGEST_TAG = 4_000
"""Characters of a tag, beyond which parsers of HTML take time with the square of its attributes."""
INLINE = frozenset(
    "a abbr b big bdi bdo cite code del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup"
    " time tt u var wbr".split()
)
MOST_INLINE = 10_000
"""Tags of one such element, opening and closing, after which they are left out: to take them out of a tree takes time
with the square of their number."""
STRUCTURAL = ("class", "id", "itemprop", "role", "href", "datetime")
"""The attributes that tell an article from what is around it."""
RAISED_END = re.compile(r"</sup\s{0,9}>", re.IGNORECASE)
LONGEST_RAISED = 300
"""Characters of raised text that may be the mark of a note, its tags and the address they lead to included."""
LONGEST = 2_000
"""Characters of a heading, its tags included."""
KEPT = 2_000
"""Tags that tell of the page, and comments: what has more of them is not telling."""


def scanned(source: str) -> Page:
    """The page of a source, whatever it holds."""
    return _Scanner(source).page()


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.found = Page(source=source)
        self.made: dict[int, str] = {}
        """What those pieces say that do not stand in the source as they are read."""
        self.exhausted: set[str] = set()
        self.inline: Counter[str] = Counter()
        self.inside: list[tuple[str, int]] = []
        """The heading that is open, and the piece that it begins with."""
        self.head: list[tuple[int, int]] | None = []
        """Tags that may stand in the page's head, until it ends."""
        self.many = source.count("<") > MOST_INLINE and _has_many(source)
        """Whether there may be too many tags of one element; then each is counted."""

    def page(self) -> Page:
        at, end = 0, len(self.source)
        looked_at, stop = ANGLE if self.many else LOOKED_AT, -1
        while at < end:
            if stop < at:
                match = looked_at.search(self.source, at)
                stop = end if match is None else match.start()
            at = self._plain(at, stop)
            at = self._markup(at) if at < end else at
        return self._gathered()

    def _gathered(self) -> Page:
        """The page with its letters, and no piece without any."""
        found, made = self.found, self.made
        texts = [self.source[start:end] for start, end in found.spans]
        for piece, text in made.items():
            texts[piece] = text
        pieces = "".join(BETWEEN.join(texts).split()).split(BETWEEN) if texts else []  # all at once, in half the time
        letters = [piece if piece.isascii() else HIDDEN.sub("", piece) for piece in pieces]
        found.decoded = [piece in made for piece, one in enumerate(letters) if one]
        found.spans = [*compress(found.spans, letters)]
        found.letters = "".join(letters)
        found.starts = [*accumulate(filter(None, map(len, letters)), initial=0)][:-1]
        return found

    def _plain(self, start: int, stop: int) -> int:
        """Past text and tags that tell nothing of the page, to the first tag of an unusual kind."""
        source, add = self.source, self.found.spans.append
        for match in STRETCH.finditer(source, start, stop):
            begun = match.start()
            first, last = span = match.span(2)
            if begun == last:
                return begun
            if first - begun > LONGEST_TAG:
                self._shorten(begun, first)
            if source.find("&", first, last) >= 0:
                self._text(first, source[first:last])
            elif first < last:
                add(span)
        return stop

    def _shorten(self, start: int, end: int) -> None:
        """Note the tags within that are too long."""
        for tag in TAG.finditer(self.source, start, end):
            if len(tag[0]) > LONGEST_TAG:
                self.found.long_tags.append((*tag.span(), _shortened(tag[0], _name(tag[0]))))

    def _markup(self, at: int) -> int:
        """Past the markup at `at`."""
        if (match := TAG.match(self.source, at)) is not None:
            end, name = match.end(), _name(match[0])
        elif self.source.startswith("<!--", at):
            end = self._find("-->", at + 4)
            if len(self.found.comments) < KEPT:
                self.found.comments.append(self.source[at + 4 : min(end, at + 1000)])
            return min(end + 3, len(self.source))
        elif self.source.startswith(("<!", "<?"), at):
            return self._find(">", at) + 1
        else:
            match = OPENING.match(self.source, at)
            assert match is not None  # noqa: S101 - it is what ANGLE found
            end, name = self._end_of_tag(match.end()), match[1].lower()
        if self.many and name in INLINE:
            self.inline[name] += 1
        if self.inline[name] > MOST_INLINE:
            self.found.long_tags.append((at, end, ""))
        elif end - at > LONGEST_TAG:
            self.found.long_tags.append((at, end, _shortened(self.source[at:end], name)))
        return self._closed(name, end) if self.source[at + 1] == "/" else self._opened(name, at, end)

    def _closed(self, name: str, end: int) -> int:
        if name == "head":
            self._behind_head()
        elif self.inside and self.inside[-1][0] == name:
            self._heading(*self.inside.pop())
        return end

    def _behind_head(self) -> None:
        self.found.unread += self.head or ()
        self.head = None

    def _opened(self, name: str, at: int, end: int) -> int:
        if name in TELLING:
            if name == "html" and self.source.startswith("/>", end - 2):
                self.found.long_tags.append((end - 2, end, ">"))  # to a parser the page would be closed with it
            elif self.head is not None and name != "html":
                self.head.append((at, end))
            tag = self.source[at:end]
            if len(self.found.elements) < KEPT and (name != "link" or "canonical" in tag.lower()):
                self.found.elements.append(Element(tag=name, attributes=_attributes(tag)))
        elif name == "body":
            self._behind_head()
        elif name in ("title", "h1"):
            self.inside = [(name, len(self.found.spans))]
        elif name == "sup" and self.inline[name] <= MOST_INLINE:
            return self._raised(at, end)
        elif name in RAW:
            return self._raw(name, at, end)
        return end

    def _raw(self, name: str, at: int, end: int) -> int:
        """Past the content of an element that has no markup of the page."""
        close = self._closing(name, end)
        if name == "template":
            self.found.long_tags.append((end, close, ""))
        elif name == "script" and "ld+json" in self.source[at:end].lower():
            if len(self.found.data) < KEPT:
                self.found.data.append(self.source[end:close])
        elif name in UNREAD:
            self.found.unread.append((end, close))
        return close

    def _raised(self, at: int, end: int) -> int:
        """Past the raised text behind the tag at `at`, where it is read otherwise than it stands; else past the tag."""
        match = RAISED_END.search(self.source, end, end + LONGEST_RAISED)
        if match is None:
            return end
        close, behind = match.span()
        raised = html.unescape(MARKUP.sub("", self.source[end:close]))
        before = html.unescape(MARKUP.sub("", self.source[max(at - 60, 0) : at]))
        plain = set_plainly(raised, before, self.source[behind : behind + 2])
        if plain == raised:
            return end
        self.found.long_tags.append((at, behind, plain))
        self._made(end, close, plain)
        return behind

    def _heading(self, name: str, first: int) -> None:
        texts = self.found.titles if name == "title" else self.found.headings
        if len(texts) < KEPT:
            spans = self.found.spans[first:]
            raw = self.source[spans[0][0] : min(spans[-1][1], spans[0][0] + LONGEST)] if spans else ""
            raw = MARKUP.sub("", BREAK.sub(" ", raw))
            texts.append(" ".join(html.unescape(raw).split()))

    def _text(self, start: int, text: str) -> None:
        """Add the text between two tags, with a piece for each character reference."""
        done = start
        for match in ENTITY.finditer(text):
            if (plain := html.unescape(match[0])) != match[0]:
                self.found.spans.append((done, start + match.start()))
                done = start + match.end()
                self._made(start + match.start(), done, plain)
        self.found.spans.append((done, start + len(text)))

    def _made(self, start: int, end: int, text: str) -> None:
        """Add a piece that is read otherwise than it stands."""
        self.made[len(self.found.spans)] = text
        self.found.spans.append((start, end))

    def _end_of_tag(self, at: int) -> int:
        """Past the tag whose name ends at `at`; a quote opens a value only behind "=", and only where it is closed."""
        while (match := DELIMITER.search(self.source, at)) is not None:
            at = match.end()
            if match[0] == ">":
                return at
            if self.source[max(at - 9, 0) : at - 1].rstrip()[-1:] == "=" and match[0] not in self.exhausted:
                close = self._find(match[0], at)
                at = at if close == len(self.source) else close + 1
        return len(self.source)

    def _closing(self, name: str, at: int) -> int:
        """Where an element whose content is no markup ends."""
        while (at := self._find("</", at)) < len(self.source) and name not in self.exhausted:
            if self.source[at + 2 : at + 2 + len(name)].lower() == name:
                return at
            at += 2
        self.exhausted.add(name)
        return len(self.source)

    def _find(self, what: str, at: int) -> int:
        """Where it stands next, the end of the page for nowhere; what is nowhere once is not looked for again."""
        found = -1 if what in self.exhausted else self.source.find(what, at)
        if found < 0:
            self.exhausted.add(what)
            return len(self.source)
        return found


def _has_many(source: str) -> bool:
    names = Counter(name.lower() for name in SHORT_NAME.findall(source))
    return any(names[name] > MOST_INLINE for name in INLINE)


def _name(tag: str) -> str:
    match = OPENING.match(tag)
    return match[1].lower() if match is not None else ""


def _shortened(tag: str, name: str) -> str:
    """A tag with no attributes but the structural."""
    if tag[1] == "/":
        return f"</{name}>"
    kept = {key: value[:500] for key, value in _attributes(tag).items() if key in STRUCTURAL}
    return " ".join([f"<{name}", *(f'{key}="{html.escape(value)}"' for key, value in kept.items())]) + ">"


def _attributes(tag: str) -> dict[str, str]:
    """By lower-case name; of two the first stands."""
    attributes: dict[str, str] = {}
    for name, *values in ATTRIBUTE.findall(tag[:100_000]):
        attributes.setdefault(name.lower(), html.unescape("".join(values)))
    return attributes
