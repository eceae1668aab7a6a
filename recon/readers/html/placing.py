"""The places of an article's text in the page it was taken from.

The extractor hands over paragraphs without their places. Each is found again in the page by its letters, white space
apart: first those that stand there once, then the others between these, in order. A paragraph that the extractor has
changed is found by its halves.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import islice, pairwise

from recon.readers.html.encoding import Decoded, encoded
from recon.readers.html.page import SEEN, Page, squeezed
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
LINE = re.compile(r"\S{1,100}+(?: \S{1,100}+){0,300}+")
"""Words with one space between them, which stand in a page as they do in the text."""
PLAIN = re.compile("[!-~][ -~]*|[^\x00-\x7f\u00ad\u200b-\u200d\u2060\ufeff]")
"""Characters that take one byte each, or a letter that may take more."""
Run = tuple[int, int, int]
"""The offset of its first character in the text and in the source (-1: none), and how many of the source each takes."""


def found(blocks: Sequence[str], page: Page) -> list[int | None]:
    """For each block the first of its letters in the page; None for one that does not stand there as it is."""
    squeezes = [squeezed(block) for block in blocks]
    places: list[int | None] = [None] * len(blocks)
    beginnings = _beginnings(page, {letters[:KEY] for letters in squeezes})
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


def _beginnings(page: Page, wanted: Collection[str]) -> dict[str, list[int]]:
    """Where those pieces of a page begin whose first letters are wanted: a paragraph begins behind a tag."""
    beginnings: dict[str, list[int]] = {}
    letters = page.letters
    for start in page.starts:
        if (key := letters[start : start + KEY]) in wanted:
            beginnings.setdefault(key, []).append(start)
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
            runs += letters.runs(first, piece, letter)
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
    """The places of a page's letters in its source; those of the piece looked into last are kept."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._piece, self._offsets = -1, [0]

    def runs(self, first: int, text: str, letter: int) -> Iterator[Run]:
        """The runs of a text that begins at `first` and stands at a letter of the page."""
        page = self._page
        piece = bisect_right(page.starts, letter) - 1
        at = 0
        while at < len(text) and piece < len(page.starts):
            if page.decoded[piece]:
                made, at = self._reference(text, at, piece, letter)
            else:
                made, at = self._in_step(text, at, piece, letter) or self._one_by_one(text, at, piece, letter)
            yield from ((first + offset, place, width) for offset, place, width in made)
            piece += 1
            letter = page.starts[piece] if piece < len(page.starts) else 0

    def _reference(self, text: str, at: int, piece: int, letter: int) -> tuple[list[Run], int]:
        """The letters of a character reference, which are one as a rule, and how far into the text they go."""
        start, end = self._page.spans[piece]
        runs: list[Run] = []
        for match in islice(SEEN.finditer(text, at), self._page.behind(piece) - letter):
            runs.append((match.start(), start, end - start))
            at = match.end()
        return runs, at if runs else len(text)

    def _in_step(self, text: str, at: int, piece: int, letter: int) -> tuple[list[Run], int] | None:
        """The runs of a piece that goes on as the text does, white space in one place apart; None for any other."""
        source, (start, end) = self._page.source, self._page.spans[piece]
        if letter > self._page.starts[piece]:
            start = self._offsets_of(piece)[letter - self._page.starts[piece]]
        runs: list[Run] = []
        for line in LINE.finditer(source, start, end):
            match = SEEN.search(text, at)
            if match is None:
                return runs, len(text)
            at, words = match.start(), line[0][: len(text) - match.start()]
            if not text.startswith(words, at):
                return None
            if words.isascii():
                runs.append((at, line.start(), 1))
            else:
                runs += [(at + one.start(), line.start() + one.start(), 1) for one in PLAIN.finditer(words)]
            at += len(words)
        return runs, at

    def _one_by_one(self, text: str, at: int, piece: int, letter: int) -> tuple[list[Run], int]:
        """The runs of a piece of which the text has all letters, whatever stands between them."""
        offsets, known = self._offsets_of(piece), letter - self._page.starts[piece]
        runs: list[Run] = []
        for match, place in zip(SEEN.finditer(text, at), islice(offsets, known, None), strict=False):
            runs.append((match.start(), place, 1))
            at = match.end()
        return runs, at if len(runs) == len(offsets) - known else len(text)

    def _offsets_of(self, piece: int) -> list[int]:
        if piece != self._piece:
            start, end = self._page.spans[piece]
            self._piece = piece
            self._offsets = [one.start() for one in SEEN.finditer(self._page.source, start, end)]
        return self._offsets


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
