"""Which documents print another's text, and that what they say alike has one origin.

Broder's containment (On the resemblance and containment of documents, 1997) of sampled shingles: a copy may be cut, so
that most of the shorter text stands in the longer one says more than how much of both is common. A shingle is some
words in a row that begins at a word whose hash says so, which samples both texts at the same places.
"""

from __future__ import annotations

import datetime as dt
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

from recon.model import Claim, Document

WORDS = 5
"""Words of a shingle."""
SAMPLED = 3
"""One word in so many begins one."""
CONTAINED = 0.5
"""The share of the shingles of the shorter text that the other has, too."""
FEWEST = 6
"""Shingles that two texts share at least: fewer are a sentence that is quoted."""
CALLED = 12
"""The most texts that one shingle calls up: what more have in common is a footer."""
ROOM = 4
"""Bytes for each shingle in which it is remembered whether another text has it: most are of one text alone, and an
index of all would be larger than the texts."""
WORD = re.compile(r"\w+")


@dataclass(slots=True)
class _Text:
    """A text with those that print it: how many shingles they have, and where the first to be published is."""

    first: str
    shingles: int


class _Seen:
    """Which numbers have come up more than once, in a byte or few for each: no number that has is missed, and a few
    that have not are taken for one of those, as in a Bloom filter."""

    def __init__(self, numbers: int) -> None:
        self._mask = (1 << max(10, (ROOM * numbers).bit_length())) - 1
        self._times = bytearray(self._mask + 1)

    def update(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            place = number & self._mask
            self._times[place] = 2 if self._times[place] else 1

    def again(self, number: int) -> bool:
        return self._times[number & self._mask] > 1


def copies(documents: Sequence[Document]) -> dict[str, str]:
    """The documents that print the text of an earlier one, each with the id of the first of them to be published."""
    index: dict[int, list[int]] = {}
    texts: list[_Text] = []
    found: dict[str, str] = {}
    order = sorted(range(len(documents)), key=lambda at: (documents[at].published or dt.date.max, at))
    sampled = [array("Q", set(shingles(document.text[document.body_start :]))) for document in documents]
    seen = _Seen(sum(map(len, sampled)))
    for one in sampled:
        seen.update(one)
    for document, shingled in ((documents[at], sampled[at]) for at in order):
        own = [shingle for shingle in shingled if seen.again(shingle)]
        number = _match(own, len(shingled), index, texts)
        if number is None:
            number = len(texts)
            texts.append(_Text(document.id, len(shingled)))
        else:
            found[document.id] = texts[number].first
        new = len(shingled) - len(own)
        for shingle in own:
            called = index.setdefault(shingle, [])
            if number not in called and len(called) < CALLED:
                called.append(number)
                new += 1
        if document.id in found:
            texts[number].shingles += new
    return found


def shingles(text: str) -> Iterator[int]:
    """The sampled shingles of a text, case and punctuation aside. Numbers are no part of them: an update is a copy."""
    words = [word for word in WORD.findall(text.casefold()) if not word.isdecimal()]
    for start, word in enumerate(words):
        if _begins(word) and len(words) - start >= WORDS:
            shingle = " ".join(words[start : start + WORDS]).encode("utf-8", "replace")
            yield int.from_bytes(blake2b(shingle, digest_size=8).digest())


def one_origin(claims: Sequence[Claim], copied: Mapping[str, str], documents: Iterable[Document]) -> list[Claim]:
    """The claims with one origin for each sentence that copies share, where the outlets themselves vouch for it: whom
    one of them names, else the outlet that published it first. What an outlet has written anew stays its own."""
    if not copied:
        return list(claims)
    texts = {document.id: document for document in documents}
    of_text = {**copied, **{first: first for first in copied.values()}}
    alike: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.doc in of_text and claim.doc in texts:
            alike[of_text[claim.doc], *_sentence(claim, texts[claim.doc])].append(claim)
    changed: dict[str, Claim] = {}
    for group in alike.values():
        group.sort(key=lambda one: (one.published or dt.date.max, one.doc != of_text[one.doc]))
        source = next((one for one in group if one.origin_basis != "outlet"), group[0])
        for claim in group:
            if claim.origin_basis == "outlet" and source.origin and claim.origin != source.origin:
                chain = (*claim.chain[:1], source.origin, *claim.chain[1:])
                changed[claim.id] = replace(claim, origin=source.origin, origin_basis="inferred", chain=chain)
    return [changed.get(claim.id, claim) for claim in claims]


def _match(own: Iterable[int], all_: int, index: Mapping[int, Sequence[int]], texts: Sequence[_Text]) -> int | None:
    """The text that most of the shingles are of, which are those of all that may be of another; the earlier of two."""
    shared = Counter(number for shingle in own for number in index.get(shingle, ()))
    best = max(shared, key=lambda number: (shared[number], -number), default=None)
    if best is None or shared[best] < FEWEST:
        return None
    return best if shared[best] >= CONTAINED * min(all_, texts[best].shingles) else None


def _sentence(claim: Claim, document: Document) -> tuple[str, str, str]:
    """The number as printed, with the words of its sentence before and behind it."""
    text = document.title if claim.part == "title" and not document.title_start else document.text
    before, after = text[claim.sentence_start : claim.start], text[claim.end : claim.sentence_end]
    return " ".join(WORD.findall(before.casefold())), claim.text, " ".join(WORD.findall(after.casefold()))


@lru_cache(maxsize=65_536)
def _begins(word: str) -> bool:
    return crc32(word.encode("utf-8", "replace")) % SAMPLED == 0
