"""Where a figure, or what looks like one, may begin: one pattern, run by `re` or as `recon.extraction.marking` does.

The pattern has no look-around: what stands behind a sign or a letter, to tell that a number follows, is part of the
match, and may begin a figure too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recon.extraction import labels, trie, written_numbers
from recon.extraction.marking import CLOSE, MARK, marked
from recon.units import Lexicon, currency_codes

_BLANKS = r" \t\r\n\u00a0\u2009\u202f"
_SPACE = f"[{_BLANKS}]"
_DIGITS = "0-9０-９٠-٩۰-۹०-९০-৯"
"""Decimal digits of the scripts that news is printed in; `\\d` is not the same in both engines."""
_BEFORE_DIGITS = "-−–.+"


class Starts:
    """Finds the places of texts at which the grammar is tried."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._source = _source(lexicon)
        self._pattern = re.compile(self._source, re.ASCII)

    def of(self, text: str) -> list[int]:
        """The places of one text, ascending."""
        found: list[int] = []
        for match in self._pattern.finditer(lowered(text)):
            found.append(match.start())
            if _opens(match[0]):
                found.append(match.end() - 1)
        return found

    def of_each(self, texts: Sequence[str]) -> Iterator[list[int]]:
        """The places of each of many texts, as `of` gives them, in bulk where they are many."""
        found = marked([lowered(text) for text in texts], self._source, f"{MARK}${{0}}{CLOSE}")
        if found is None:
            yield from map(self.of, texts)
            return
        for text, pieces in zip(texts, found, strict=True):
            yield self.of(text) if pieces is None else _places(pieces.split(MARK))


def _places(pieces: list[str]) -> list[int]:
    """The places in a text from its pieces, each but the first a match, the closing mark and what follows."""
    found: list[int] = []
    place = len(pieces[0])
    for piece in pieces[1:]:
        found.append(place)
        if piece[0] not in "0123456789":
            length = piece.index(CLOSE)
            if _opens(piece[:length]):
                found.append(place + length - 1)
        place += len(piece) - 1
    return found


def _opens(match: str) -> bool:
    """Whether the last character of a match is there to tell that a number follows, and may begin one."""
    return len(match) > 1 and not match[0].isdigit() and not match[-1].isalpha() and match[-1] not in ":."


def lowered(text: str) -> str:
    """The text in lower case, each character in its place: "İ" alone would become two."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(one if len(one := char.lower()) == 1 else char for char in text)


def _source(lexicon: Lexicon) -> str:
    """Digits, signs before digits, currency signs, and the words with which a figure can begin, in lower case.

    Every branch begins with a literal, which lets `re` skip all other characters at once.
    """
    tails: dict[str, list[str]] = {"h": ["ttps?:"], "w": [r"ww\."]}
    words: dict[str, list[str]] = {}
    for word in (*written_numbers.FIRST_WORDS, *labels.FIRST_WORDS):
        words.setdefault(word[0], []).append(word[1:])
    for letter, rest in words.items():
        tails.setdefault(letter, []).append(rf"{trie.pattern(rest)}\b")
    for month in labels.MONTHS:
        tails.setdefault(month[0], []).append(rf"{month[1:]}\.?,?{_SPACE}(?:of{_SPACE})?[{_DIGITS}]")
    for part in written_numbers.PARTS_OF_A_DECADE:
        tails.setdefault(part[0], []).append(rf"{part[1:]}[{_BLANKS}-][2-9]")
    signs = {sign.lower() for sign in lexicon.currency_signs}
    lettered = {sign for sign in signs if "a" <= sign[0] <= "z"} | {"us", "u.s.", "nz", "hk", "ca", "au", "a", "c", "s"}
    for sign in sorted(lettered):
        tails.setdefault(sign[0], []).append(rf"{re.escape(sign[1:])}{_SPACE}?[{_DIGITS}$¥]")
    for code in sorted(currency_codes(lexicon)):
        tails.setdefault(code[0].lower(), []).append(rf"{code[1:].lower()}{_SPACE}?[{_DIGITS}]")
    branches = "|".join(rf"{first}(?:{'|'.join(rest)})" for first, rest in sorted(tails.items()))
    plain = "".join(sorted({sign[0] for sign in signs if not "a" <= sign[0] <= "z"}))
    source = (
        rf"\b(?:[0-9]+|{branches})|[{re.escape(plain)}¼-¾⅓-⅞]|[{_BEFORE_DIGITS}][{_DIGITS}$£€]|[’'‘][0-9]0s"
        rf"|[{_DIGITS[3:]}]+"
    )
    return source.replace(r"[\s", f"[{_BLANKS}")
