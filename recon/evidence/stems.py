"""A word as the evidence stage compares it: its group, else its stem."""

from __future__ import annotations

import re
from functools import lru_cache

from recon.evidence.vocabulary import CONTRASTS, GROUPS, NEUTRAL

WORD = re.compile(r"[^\W\d_](?:[^\W_]|[’'-](?=[^\W_])){0,40}")
POSSESSIVE = re.compile(r"(?:[’']s|[’'])$")
SHORT = 4
"""Letters that a stem keeps at least."""


def _stem(word: str) -> str:
    """A crude stem, for words that no group names: plural and verb endings off."""
    if word.endswith("ies") and len(word) > SHORT:
        return f"{word[:-3]}y"
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= SHORT - 1:
            return (root[:-1] if root[-1:] == root[-2:-1] and root[-1] not in "sl" else root).removesuffix("e")
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) >= SHORT:
        word = word[:-1]
    return word.removesuffix("e") if len(word) > SHORT else word


def _grouped() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in re.sub(r"\n\s+", " ", GROUPS).strip().splitlines():
        name, _, words = line.partition(":")
        found |= dict.fromkeys(words.split(), name)
    return found


GROUP_OF = _grouped()


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """The group of a lower-case word, else its stem; "" for a neutral one.

    >>> folded("perished"), folded("houses"), folded("tractors"), folded("said")
    ('dead', 'home', 'tractor', '')
    """
    plain = POSSESSIVE.sub("", word.lower())
    if plain in GROUP_OF:
        return GROUP_OF[plain]
    return "" if plain in NEUTRAL or len(plain) < 2 else _stem(plain)


RIVALS = tuple(frozenset(folded(word) or word for word in line.split()) for line in CONTRASTS.strip().splitlines())
"""Sets of folded words of which two that differ make two quantities."""


def rivals(some: frozenset[str], others: frozenset[str]) -> tuple[str, str] | None:
    """A word of each side that no two names of one quantity have, and that the other side lacks."""
    for group in RIVALS:
        mine, theirs = group & some, group & others
        if mine and theirs and not mine & theirs:
            return min(mine), min(theirs)
    return None
