"""What the grammar reads at one place of a text, whatever stands around it; read once for each distinct print.

A print is the token at the place with the words behind it that the grammar knows, and of the next word only whether it
is capital: no pattern of the grammar sees more. Two in three figures of a day's news are printed as an earlier one was.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from recon.extraction import labels, written_numbers
from recon.extraction.grammar import Grammar
from recon.extraction.surfaces import Surface, Surfaces

REMEMBERED = 200_000
"""Prints an extractor remembers; fifty megabytes or so."""
_REACH = 64
"""Characters of the longest print that is remembered."""
_SMALL, _CAPITAL, _KNOWN, _BROKEN = range(4)
_CLOSED = frozenset(".!?:;”\"'’)")
_CLOSING = ".,;:!?)]”’\"'"


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


class Locals:
    """Reads places by a grammar, and remembers what it read."""

    def __init__(self, grammar: Grammar, surfaces: Surfaces) -> None:
        self._grammar = grammar
        self._surfaces = surfaces
        self._tokens = _Tokens(_vocabulary(grammar))
        self._known: dict[tuple[str | int, ...], Local] = {}

    def at(self, text: str, start: int) -> Local:
        """What stands at `start`."""
        head = text[start : start + _REACH]
        line = head.find("\n")
        if line > 0:
            if head[line - 1] not in _CLOSED:
                return self._read(text, start)
            head = head[:line]
        words, tokens = head.split(" ", 4), self._tokens
        count, key = len(words), (words[0], _BROKEN)
        if count > 1 and (behind := tokens[words[1]]) != _KNOWN:
            key = (words[0], behind)
        elif count > 2 and (behind := tokens[words[2]]) != _KNOWN:
            key = (words[0], words[1], behind)
        elif count > 3 and (behind := tokens[words[3]]) != _KNOWN:
            key = (words[0], words[1], words[2], behind)
        elif count > 1 or line < 0:
            return self._read(text, start)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
                tokens.clear()
            known = self._known[key] = self._read(text, start)
        return known

    def _read(self, text: str, start: int) -> Local:
        match = self._grammar.other.match(text, start)
        if match and match.lastgroup:
            return Local(match.lastgroup, match.end() - start)
        return self.measure(text, start)

    def measure(self, text: str, start: int) -> Local:
        """The measure at `start`, with one that is joined to it."""
        measure = self._grammar.measure
        one = measure.match(text, start)
        if one is None:
            return NOTHING
        first = end = one.end()
        between = self._grammar.joint.match(text, end)
        if between:
            two = measure.match(text, between.end())
            end = two.end() if two else end
        return Local("measure", end - start, first - start, self._surfaces.read(text[start:end]))


class _Tokens(dict[str, int]):
    """Tokens → what they are to a print; each is looked at once."""

    def __init__(self, vocabulary: frozenset[str]) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, token: str) -> int:
        word = token.strip(_CLOSING)
        known = not (word.isascii() and word.isalpha()) or word.lower() in self._vocabulary
        kind = self[token] = _KNOWN if known else _SMALL if token[0].islower() else _CAPITAL
        return kind


_WORD = re.compile(r"[a-z]+")


def _vocabulary(grammar: Grammar) -> frozenset[str]:
    """Every word of which the grammar speaks, in lower case, and each on its own."""
    lexicon = grammar.lexicon
    forms = (*lexicon.words, *lexicon.signs, *lexicon.currency_signs, *written_numbers.FIRST_WORDS, *labels.MONTHS)
    named = {word for form in forms for word in _WORD.findall(form.lower())}
    patterns = (grammar.other, grammar.measure, grammar.joint, grammar.short)
    spelt = {word for pattern in patterns for word in _WORD.findall(pattern.pattern.lower())}
    return frozenset(named | spelt | {"a", "an", "i", "in", "s"})
