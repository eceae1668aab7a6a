"""A page's source, read once: the text it shows with the place of every piece, and the tags that tell of the page.

A scanner and no tree, since no tree keeps where its text stood. It takes time in step with the page: every search that
can fail to the end of the page fails once.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from recon.readers.raised import set_plainly

TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/<>]{0,40})((?:[^<>"']++|"[^"<>]*+"|'[^'<>]*+')*+)>""")
"""A tag of the usual kind; what it passes over, quotes with an angle in them, `_end_of_tag` looks at."""
ANGLE = re.compile(r"<(?=[!?]|/?[a-zA-Z])")
"""Where markup begins; any other "<" is text."""
BREAK = re.compile(r"<(?:br|/?p|/?div)\b[^<>]*>", re.IGNORECASE)
MARKUP = re.compile(r"<!--[^<>]*-->|</?[a-zA-Z][^<>]*>")
OPENING = re.compile(r"</?([a-zA-Z][^\s/<>]{0,40})")
DELIMITER = re.compile(r"""[>"']""")
ATTRIBUTE = re.compile(r"""([a-zA-Z][\w:.-]{0,60})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")
"""White space, and characters that no reader sees; extractors drop or add them at will."""
SEEN = re.compile(r"[^\s\u00ad\u200b-\u200d\u2060\ufeff]")
RAW = frozenset({"script", "style", "textarea", "iframe", "noembed", "noframes", "xmp"})
"""Elements whose content is no markup, and no text of the page."""
TELLING = frozenset({"html", "meta", "link", "time"})
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
DECLARATION = re.compile(r"[\ufeff\s]{0,99}<\?xml[^>]{0,200}>")
LONGEST = 2_000
"""Characters of a heading, its tags included."""
NOTHING = "\u2060"
"""WORD JOINER, which takes no place and has no look."""
LONGEST_RAISED = 300
"""Characters of raised text that may be the mark of a note, its tags and the address they lead to included."""
KEPT = 2_000
"""Tags that tell of the page, and comments: what has more of them is not telling."""


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
    """Where that stands which a parser would not read, or not as it is printed, and what is left of each in `markup`:
    tags too long or too many, templates, raised numbers, links without a text."""

    @property
    def markup(self) -> str:
        """The source as it may be handed to a parser."""
        parts, at = ["<!DOCTYPE html>"], 0
        if (match := DECLARATION.match(self.source)) is not None:
            at = match.end()
        for start, end, short in self.long_tags:
            parts += [self.source[at:start], short]
            at = end
        return "".join([*parts, self.source[at:]])


def squeezed(text: str) -> str:
    """The text without white space and what else no reader sees."""
    return UNSEEN.sub("", text)


def scanned(source: str) -> Page:
    """The page of a source, whatever it holds."""
    return _Scanner(source).page()


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.lower = source.lower() if len(source.lower()) == len(source) else source
        self.found = Page(source=source)
        self.pieces: list[str] = []
        self.size = 0
        self.exhausted: set[str] = set()
        self.inline: Counter[str] = Counter()
        self.linked = -1
        """The letters there were where the last link began."""

    def page(self) -> Page:
        at, end = 0, len(self.source)
        inside: list[tuple[str, int]] = []
        while at < end:
            match = ANGLE.search(self.source, at)
            angle = end if match is None else match.start()
            self._text(at, angle)
            at = end if match is None else self._markup(angle, inside)
        self.found.letters = "".join(self.pieces)
        return self.found

    def _markup(self, at: int, inside: list[tuple[str, int]]) -> int:
        """Past the markup at `at`."""
        if (match := TAG.match(self.source, at)) is not None:
            end, name = match.end(), match[2].lower()
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
        self._changed(name, at, end)
        if self.source[at + 1] == "/":
            if name in ("title", "h1") and inside and inside[-1][0] == name:
                self._heading(*inside.pop())
            return end
        return self._opened(name, at, end, inside)

    def _opened(self, name: str, at: int, end: int, inside: list[tuple[str, int]]) -> int:
        if name in TELLING and len(self.found.elements) < KEPT:
            self.found.elements.append(Element(tag=name, attributes=_attributes(self.source[at:end])))
        elif name in ("title", "h1"):
            inside[:] = [(name, len(self.pieces))]
        elif name == "sup" and self.inline[name] <= MOST_INLINE:
            return self._raised(at, end)
        elif name == "template":  # for scripts to show or not
            close = self._find("</template", end)
            self.found.long_tags.append((end, close, ""))
            return close
        elif name in RAW:
            close = self._find(f"</{name}", end)
            if name == "script" and "ld+json" in self.lower[at:end] and len(self.found.data) < KEPT:
                self.found.data.append(self.source[end:close])
            return close
        return end

    def _changed(self, name: str, at: int, end: int) -> None:
        """Note what of a tag a parser does not get. A link that shows nothing gets what nobody sees: trafilatura would
        drop the paragraph around it."""
        if name in INLINE:
            self.inline[name] += 1
            if self.inline[name] > MOST_INLINE:
                self.found.long_tags.append((at, end, ""))
                return
        if end - at > LONGEST_TAG:
            self.found.long_tags.append((at, end, _shortened(self.source[at:end], name)))
        if name == "a":
            if self.source[at + 1] != "/":
                self.linked = self.size
            elif self.linked == self.size:
                self.found.long_tags.append((at, at, NOTHING))

    def _raised(self, at: int, end: int) -> int:
        """Past the raised text behind the tag at `at`, where it is read otherwise than it stands; else past the tag."""
        close = self.lower.find("</sup", end, end + LONGEST_RAISED)
        behind = self.source.find(">", close) + 1 if close >= 0 else 0
        if not behind:
            return end
        raised = html.unescape(MARKUP.sub("", self.source[end:close]))
        before = html.unescape(MARKUP.sub("", self.source[max(at - 60, 0) : at]))
        plain = set_plainly(raised, before, self.source[behind : behind + 2])
        if plain == raised:
            return end
        self.found.long_tags.append((at, behind, plain))
        self._piece(end, close, plain, decoded=True)
        return behind

    def _heading(self, name: str, first: int) -> None:
        texts = self.found.titles if name == "title" else self.found.headings
        if len(texts) < KEPT:
            spans = self.found.spans[first:]
            raw = self.source[spans[0][0] : min(spans[-1][1], spans[0][0] + LONGEST)] if spans else ""
            raw = MARKUP.sub("", BREAK.sub(" ", raw))
            texts.append(" ".join(html.unescape(raw).split()))

    def _text(self, start: int, end: int) -> None:
        """Add the text between two tags, with a piece for each character reference."""
        source = self.source
        at = source.find("&", start, end)
        while at >= 0:
            match = ENTITY.match(source, at, end)
            if match is not None and (plain := html.unescape(match[0])) != match[0]:
                self._piece(start, at, source[start:at], decoded=False)
                self._piece(at, match.end(), plain, decoded=True)
                start = match.end()
            at = source.find("&", max(at + 1, start), end)
        self._piece(start, end, source[start:end], decoded=False)

    def _piece(self, start: int, end: int, text: str, *, decoded: bool) -> None:
        letters = squeezed(text)
        if letters:
            self.found.starts.append(self.size)
            self.found.spans.append((start, end))
            self.found.decoded.append(decoded)
            self.pieces.append(letters)
            self.size += len(letters)

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

    def _find(self, what: str, at: int) -> int:
        """Where it stands next, the end of the page for nowhere; what is nowhere once is not looked for again."""
        found = -1 if what in self.exhausted else self.lower.find(what, at)
        if found < 0:
            self.exhausted.add(what)
            return len(self.source)
        return found


def _shortened(tag: str, name: str) -> str:
    """A tag with no attributes but the structural."""
    if tag[1] == "/":
        return f"</{name}>"
    kept = {key: value[:500] for key, value in _attributes(tag).items() if key in STRUCTURAL}
    return " ".join([f"<{name}", *(f'{key}="{html.escape(value)}"' for key, value in kept.items())]) + ">"


def _attributes(tag: str) -> dict[str, str]:
    return dict(reversed(list(_pairs(tag[:100_000]))))


def _pairs(tag: str) -> Iterator[tuple[str, str]]:
    for match in ATTRIBUTE.finditer(tag):
        value = match[2] if match[2] is not None else match[3] if match[3] is not None else match[4]
        yield match[1].lower(), html.unescape(value)
