"""Whether numbers of things, not of people in a role, speak of one and the same: the noun alone is too little.

Two papers count "companies" or "films" of many kinds. They mean the same where they print the same number, or their
clauses share a name and a telling word, or several telling words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from recon.geography import COUNTRIES
from recon.model import Claim
from recon.series.counted import canonical
from recon.series.numbers import telling
from recon.series.slots import Slots
from recon.series.stories import names, topics

Member = tuple[Claim, Slots]

BESIDE = 400
"""Characters within which two numbers of one text and one noun are of one thing."""
SHARED = 3
"""How many telling words two clauses with different numbers must share where they share no name; else one will do."""
STANDING = frozenset({"duration", "age", "ratio"})
"""Kinds of number that are not counted anew."""
SIZE = 20.0
"""How many times larger or smaller than the other a number may be without being another thing's."""
MOST = 60
"""The most claims that are compared each with each."""


def kin(members: Sequence[Member]) -> list[list[Member]]:
    """The members in groups that speak of one thing, by single linkage."""
    if len(members) < 2 or len(members) > MOST:
        return [[*members]]
    words = [telling_words(slots) for _, slots in members]
    root = list(range(len(members)))
    for i in range(len(members)):
        for j in range(i):
            if root[i] != root[j] and _linked(members, words, i, j):
                old, new = root[i], root[j]
                root = [new if one == old else one for one in root]
    groups: defaultdict[int, list[Member]] = defaultdict(list)
    for number, member in zip(root, members, strict=True):
        groups[number].append(member)
    return list(groups.values())


def _linked(members: Sequence[Member], words: Sequence[frozenset[str]], i: int, j: int) -> bool:
    (a, mine), (b, theirs) = members[i], members[j]
    same = a.unit == b.unit and (a.value, a.low, a.high) == (b.value, b.low, b.high)
    if same and telling(a):
        return True
    if a.kind not in STANDING and a.doc == b.doc and abs(a.start - b.start) < BESIDE:
        return True
    if not _comparable(a, b):
        return False
    if mine.group and mine.group == theirs.group:
        return True
    shared = words[i] & words[j]
    if same:
        return bool(shared)
    names = sum(word[0].isupper() for word in shared)
    return a.kind not in STANDING and (len(shared) - names >= SHARED or 0 < names < len(shared))


def telling_words(slots: Slots) -> frozenset[str]:
    """The names of the clause that a number stands in, and its plain words but for the noun counted."""
    text = f"{slots.near.before} {slots.near.after}"
    plain = (canonical(word) for word in topics(text))
    return frozenset({*names(f"of {text}"), *(word for word in plain if word != slots.head)} - COUNTRIES)


def _comparable(a: Claim, b: Claim) -> bool:
    x, y = a.value or a.high or a.low or 0.0, b.value or b.high or b.low or 0.0
    return a.unit != b.unit or max(abs(x), abs(y)) <= SIZE * min(abs(x), abs(y))
