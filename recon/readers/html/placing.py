"""The places of an article's text in the page it was taken from.

The extractor hands over paragraphs without their places. Each is found again in the page by its letters, white space
apart: first those that stand there once, then the others between these, in order. A paragraph that the extractor has
changed is found by its halves.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from recon.readers.html.encoding import Decoded, encoded
from recon.readers.html.source import SEEN, Page, squeezed
from recon.source_map import RUN, SourceMap

WORD = re.compile(r"\S+")
SHORTEST = 3
"""Letters below which half a paragraph is not looked for."""
KEY = 16
"""Letters by which the beginning of a paragraph is looked up."""
MOST = 20
"""Places with the same beginning, of which so many are no help."""
FAR = 100_000
"""Letters of the page that are searched for a paragraph that does not stand there once."""
NEAR = 2_000
"""Letters of the page within which the next part of a changed paragraph stands."""
Run = tuple[int, int, int]
"""The offset of its first character in the text and in the source (-1: none), and how many of the source each takes."""


def found(blocks: Sequence[str], page: Page) -> list[int | None]:
    """For each block the first of its letters in the page; None for one that does not stand there as it is."""
    squeezes = [squeezed(block) for block in blocks]
    places: list[int | None] = [None] * len(blocks)
    beginnings = _beginnings(page)
    at = 0
    for i, letters in enumerate(squeezes):
        known = beginnings.get(letters[:KEY], ())
        here = [one for one in known[:MOST] if page.letters.startswith(letters, one)]
        if len(here) == 1 and len(known) < MOST and here[0] >= at:
            places[i], at = here[0], here[0] + len(letters)
    anchors = [i for i, place in enumerate(places) if place is not None]
    for before, after in pairwise([-1, *anchors, len(blocks)]):
        low = (places[before] or 0) + len(squeezes[before]) if before >= 0 else 0
        high = (places[after] or 0) if after < len(blocks) else len(page.letters)
        _between(squeezes, places, range(before + 1, after), (low, high), page.letters, backwards=before < 0)
    return places


def _beginnings(page: Page) -> dict[str, list[int]]:
    """Where the pieces of a page begin, by their first letters: a paragraph begins behind a tag."""
    beginnings: dict[str, list[int]] = {}
    for start in page.starts:
        beginnings.setdefault(page.letters[start : start + KEY], []).append(start)
    return beginnings


def _between(
    squeezes: Sequence[str],
    places: list[int | None],
    indices: range,
    window: tuple[int, int],
    letters: str,
    *,
    backwards: bool,
) -> None:
    """Place blocks in a window of the page, each at its first fit; or from its end, each at its last."""
    low, high = window
    for i in reversed(indices) if backwards else indices:
        if not squeezes[i]:
            continue
        reach = FAR + len(squeezes[i])
        if backwards:
            at = letters.rfind(squeezes[i], max(low, high - reach), high)
        else:
            at = letters.find(squeezes[i], low, min(high, low + reach))
        if at >= 0:
            places[i] = at
            low, high = (low, at) if backwards else (at + len(squeezes[i]), high)


def source_map(blocks: Sequence[tuple[int, str]], page: Page, read: Decoded) -> SourceMap:
    """The map of a text made of blocks, each with its offset, to the bytes that its page was read from."""
    places = found([block for _, block in blocks], page)
    letters = _Letters(page)
    runs: list[Run] = []
    after = 0
    for (offset, block), place in zip(blocks, places, strict=True):
        runs.append((offset, -1, 0))
        for first, piece, letter in _pieces(offset, block, place, page, after):
            runs += _runs(first, letters.of(piece, letter), page.source)
            runs.append((first + len(piece), -1, 0))
            after = letter + len(squeezed(piece))
    return SourceMap(runs=_packed({run[0]: run for run in runs}.values(), read))


def _pieces(offset: int, block: str, place: int | None, page: Page, after: int) -> Iterator[tuple[int, str, int]]:
    """A block, or those of its parts that stand in the page behind `after`, each with its offset and first letter."""
    if place is not None:
        yield offset, block, place
        return
    words = list(WORD.finditer(block))
    if len(words) < 2:
        return
    cut = words[len(words) // 2].start()
    for begin, half in ((0, block[:cut]), (cut, block[cut:])):
        letters = squeezed(half)
        reach = after + 20 * len(block) + NEAR
        at = page.letters.find(letters, after, reach) if len(letters) >= SHORTEST else -1
        for piece in _pieces(offset + begin, half, None if at < 0 else at, page, after):
            yield piece
            after = piece[2] + len(squeezed(piece[1]))


class _Letters:
    """The places of a page's letters in its source; those of the piece asked for last are kept."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._piece, self._offsets = -1, [0]

    def of(self, text: str, letter: int) -> Iterator[tuple[int, int, int]]:
        """The letters of a text that stands at a letter of the page: offset, and place and length in the source."""
        page = self._page
        piece = bisect_right(page.starts, letter) - 1
        for match in SEEN.finditer(text):
            while piece + 1 < len(page.starts) and page.starts[piece + 1] <= letter:
                piece += 1
            start, end = page.spans[piece]
            if page.decoded[piece]:
                yield match.start(), start, end - start
            else:
                if piece != self._piece:
                    self._piece = piece
                    self._offsets = [one.start() for one in SEEN.finditer(page.source, start, end)]
                yield match.start(), self._offsets[letter - page.starts[piece]], 1
            letter += 1


def _runs(first: int, letters: Iterator[tuple[int, int, int]], source: str) -> Iterator[Run]:
    """The letters of a block that begins at `first` as few runs, in each of which text and source go on in step."""
    begun: tuple[int, int] | None = None
    for offset, place, length in letters:
        at = first + offset
        plain = length == 1 and source[place] < "\x7f"
        if begun is not None and plain and at - begun[0] == place - begun[1] and not _broken(source, place):
            continue
        yield at, place, length
        begun = (at, place) if plain else None


def _broken(source: str, place: int) -> bool:
    """Whether what stands before a letter ends a line, or is not as wide as a letter."""
    return source[place - 1] == "\n" or source[place - 1] > "\x7f"


def _packed(runs: Collection[Run], read: Decoded) -> bytes:
    """The runs with bytes, lines and columns in place of offsets into the source, which is gone through once."""
    source, encoding = read.text, read.encoding
    known: dict[int, tuple[int, int, int]] = {}
    at, byte, line, column = 0, 0, 1, 1
    for place in sorted({run[1] for run in runs if run[1] >= 0}):
        between = source[at:place]
        byte += len(encoded(between, encoding))
        line += between.count("\n")
        newline = between.rfind("\n")
        column = len(between) - newline if newline >= 0 else column + len(between)
        known[place], at = (byte, line, column), place
    packed = bytearray()
    for offset, place, length in runs:
        if place < 0:
            packed += RUN.pack(offset, -1, 0, 0, 0)
        else:
            byte, line, column = known[place]
            packed += RUN.pack(offset, byte, len(encoded(source[place : place + length], encoding)), line, column)
    return bytes(packed)
