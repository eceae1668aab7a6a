"""The sentences of one version of a text beside those of another: the same, edited, or on one side only.

A sentence that has only changed its place is the same sentence; edited ones are known by the words that they share when
their numbers are covered.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from recon.model import Figure

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|#")
LIKE = 0.5
"""The least share of their words, repeats counted (Dice), that two versions of a sentence have in common."""
COMMON = 40
"""A word of more sentences than this leads only to those about the same place: "the" would lead from each to all."""
AROUND = 4
"""How many of them on either side."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its figures in order; `text` and `masked`, which has "#" for them, are white-space folded."""

    part: str
    text: str
    masked: str
    figures: tuple[Figure, ...]


Pairs = list[tuple[Sentence, Sentence]]


def alike(old: Sequence[Sentence], new: Sequence[Sentence]) -> tuple[Pairs, Pairs, list[Sentence], list[Sentence]]:
    """The pairs that are the same word for word, those that were edited, and what stands on one side only."""
    same, old, new = _same(old, new)
    edited: Pairs = []
    taken: tuple[set[int], set[int]] = set(), set()
    for _, _, i, j in sorted(_candidates(old, new)):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            edited.append((old[i], new[j]))
    left = [[one for k, one in enumerate(side) if k not in used] for side, used in zip((old, new), taken, strict=True)]
    return same, edited, left[0], left[1]


def _same(old: Sequence[Sentence], new: Sequence[Sentence]) -> tuple[Pairs, list[Sentence], list[Sentence]]:
    waiting: defaultdict[tuple[str, str], list[Sentence]] = defaultdict(list)
    for one in reversed(new):
        waiting[one.part, one.text].append(one)
    same: Pairs = []
    gone: list[Sentence] = []
    for one in old:
        others = waiting[one.part, one.text]
        if others:
            same.append((one, others.pop()))
        else:
            gone.append(one)
    left = {id(one) for others in waiting.values() for one in others}
    return same, gone, [one for one in new if id(one) in left]


def _candidates(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[tuple[float, float, int, int]]:
    """(-likeness, how far the place moved, index in old, index in new) of what may be an edited sentence."""
    words = [[Counter(WORD.findall(one.masked.lower())) for one in side] for side in (old, new)]
    having: defaultdict[str, list[int]] = defaultdict(list)
    for j, counts in enumerate(words[1]):
        for word in counts:
            having[word].append(j)
    found = []
    for i, counts in enumerate(words[0]):
        at = i * len(new) // len(old)
        called = {j for word in counts for j in _about(having[word], at)}
        for j in sorted(called):
            both = (counts & words[1][j]).total()
            like = 2 * both / (counts.total() + words[1][j].total())
            if like >= LIKE and old[i].part == new[j].part:
                found.append((-like, abs(i / len(old) - j / len(new)), i, j))
    return found


def _about(having: Sequence[int], at: int) -> Sequence[int]:
    """The sentences that have a word; of one that many have, those nearest to a place."""
    if len(having) <= COMMON:
        return having
    middle = bisect_left(having, at)
    return having[max(middle - AROUND, 0) : middle + AROUND]
