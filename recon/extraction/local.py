"""What the grammar reads at one place of a text, whatever stands around it; read once for each distinct print.

A print is the token at the place with the words behind it that the grammar knows, and of the next word only whether it
is capital: no pattern of the grammar sees more, and tests look for one that does.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from recon.extraction import labels, written_numbers
from recon.extraction.grammar import Grammar
from recon.extraction.readings import Surface
from recon.extraction.surfaces import Surfaces
from recon.numerals import ONES, SHORT_MAGNITUDES, TENS
from recon.units import currency_codes

REMEMBERED = 50_000
"""Prints an extractor remembers; twenty megabytes or so."""
_REACH = 64
"""Characters of the longest print that is remembered."""
_SMALL, _CAPITAL, _KNOWN, _END = range(4)
_LINE_ENDS = frozenset("\r\n")
_CLOSED = frozenset(".!?:;”\"'’)")
_CLOSING = ".,;:!?)]”’\"'"


Print = tuple[str | int, ...]
"""Words, and what the word behind them is."""


class Local(NamedTuple):
    """What the grammar reads at a place: a measure, or two that may be one; or a group of what is no measure."""

    group: str
    """The name of a group of `Grammar.other`, "measure", or "" for nothing."""
    length: int = 0
    """Characters of the match; of both measures where two stand side by side."""
    first: int = 0
    """Characters of the first measure."""
    surface: Surface = Surface(())


NOTHING = Local("")
_CONNECTIVES = frozenset("of in to and or a an on from for".split())
"""Words of the grammar that mean nothing to it before a word it does not know."""
_ALONE = re.compile(rf"(?i:half|minus|quarter|tens|{'|'.join(labels.MONTHS)})|PS\d|[-−–]")
"""What is read anew each time, since it rests on words of no list, or on what stands before it; so does "won"."""


_FEET = re.compile(r"[-'’′fF]")
"""What may make inches of "in"."""
_PLAIN = re.compile(
    rf"[£$€]?\d[\d,]{{0,20}}(?:\.\d{{1,8}})?%?[.,;:)]{{0,3}}|(?i:{'|'.join((*ONES, *TENS))})[.,;:)]{{0,3}}"
)
"""A number alone, which before an unknown word can be nothing but a measure."""


class Locals:
    """Reads places by a grammar, and remembers what it read."""

    def __init__(self, grammar: Grammar, surfaces: Surfaces) -> None:
        self._grammar = grammar
        self._surfaces = surfaces
        self._tokens = _Tokens(_vocabulary(grammar))
        self._known: dict[Print, Local] = {}

    def at(self, text: str, start: int) -> Local:
        """What stands at `start`; what stands behind a blank line, or a line that is closed, does not count."""
        head = text[start : start + _REACH]
        line = head.find("\n")
        if line > 0:
            if head[line - 1] in _CLOSED or head[line + 1 : line + 2] in _LINE_ENDS:
                head = head[:line]
            else:
                return self._read(text, start, len(text))
        end = start + len(head) if line > 0 else len(text)
        words = head.split(" ", 4)
        whole = len(head) < _REACH
        if not whole and len(words) < 5:
            words.pop()
        key = self._key(words, whole=whole) if words and not _ALONE.match(head) and "won" not in head else None
        if key is None:
            return self._read(text, start, end)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
                self._tokens.clear()
            plain = len(key) == 2 and _PLAIN.fullmatch(words[0])
            read = self.measure if plain else self._read
            known = self._known[key] = read(text, start, end)
        return known

    def _key(self, words: list[str], *, whole: bool) -> Print | None:
        """The print that some words begin with; None where it may go on beyond them."""
        tokens = self._tokens
        last = len(words) - 1
        for count in range(min(last, 3)):
            word = words[count + 1]
            behind = tokens[word]
            if word in _CONNECTIVES and count + 2 <= last and tokens[words[count + 2]] != _KNOWN:
                feet = word == "in" and (count or _FEET.search(words[0]))
                return (*words[: count + 1], _SMALL) if not feet else None
            if behind != _KNOWN:
                return (*words[: count + 1], behind)
            if words[count][-1:] == "." and word[:1].isupper() and word.lower() in _CONNECTIVES:
                return (*words[: count + 1], _CAPITAL)
        return (*words, _END) if whole and last < 3 else None

    def _read(self, text: str, start: int, end: int) -> Local:
        match = self._grammar.other.match(text, start, end)
        if match and match.lastgroup:
            return Local(match.lastgroup, match.end() - start)
        return self.measure(text, start, end)

    def measure(self, text: str, start: int, end: int) -> Local:
        """The measure at `start`, with one that is joined to it, of the text up to `end`."""
        measure = self._grammar.measure
        one = measure.match(text, start, end)
        if one is None:
            return NOTHING
        first = reach = one.end()
        between = self._grammar.joint.match(text, reach, end)
        if between:
            two = measure.match(text, between.end(), end)
            reach = two.end() if two else reach
        return Local("measure", reach - start, first - start, self._surfaces.read(text[start:reach]))


class _Tokens(dict[str, int]):
    """Tokens → what they are to a print; each is looked at once."""

    def __init__(self, vocabulary: frozenset[str]) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, token: str) -> int:
        if len(self) >= REMEMBERED:
            self.clear()
        parts = _JOINTS.split(token.rstrip(_CLOSING))
        plain = all(part.isascii() and part.isalpha() and part.lower() not in self._vocabulary for part in parts)
        kind = self[token] = (_SMALL if token[0].islower() else _CAPITAL) if plain else _KNOWN
        return kind


_WORD = re.compile(r"[a-z]+")
_CLASSES = re.compile(r"\[[^\]]*\]|\\.|\?[:=!<P]")
_JOINTS = re.compile(r"['’-](?=[a-z]{2})|['’](?=s\Z)")
_LITERALS = """
    of a an i in s us u per each every person head capita share passenger million strong odd plus ish old olds age
    minus x long wide tall high deep thick across earlier ago later before after on from night hand am pm clock
    percentage ps bc bce ce ad n e w hrs hours gmt bst utc cet est edt et pt
    """.split()
"""Words that the grammar speaks of besides those of its lists, or that no list of it spells out."""


def _vocabulary(grammar: Grammar) -> frozenset[str]:
    """Every word of which the grammar speaks, in lower case, each on its own."""
    lexicon = grammar.lexicon
    forms = (
        *lexicon.words,
        *lexicon.signs,
        *lexicon.currency_signs,
        *currency_codes(lexicon),
        *SHORT_MAGNITUDES,
        *_LITERALS,
    )
    numbers = (written_numbers.NUMBER, written_numbers.ROUGH, written_numbers.AND_A_HALF, written_numbers.ODDS)
    spelt = (written_numbers.AGES, written_numbers.SHARE, labels.DATE, labels.TIME, labels.SCORE, labels.ORDINAL)
    patterns = (*numbers, *spelt, grammar.joint.pattern)
    texts = (*forms, *labels.MONTHS, *(_CLASSES.sub(" ", pattern) for pattern in patterns))
    words = {word for text in texts for word in _WORD.findall(text.lower())}
    return frozenset(words | {f"{word}s" for word in words} | {word.removesuffix("s") for word in words})
