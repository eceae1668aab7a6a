"""Made-up news articles whose every number is known: the same seed gives the same articles.

Each article has a generator of its own, seeded with its place, so that a batch of any size streams and its beginning is
the smaller batch. Names are made of syllables, so that the vocabulary grows with the text as it does in news and a memo
of words or sentences helps no more than there.
"""

from __future__ import annotations

import json
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate, count
from pathlib import Path
from random import Random

from benchmarks.gold import Article, Quantity, quantities_line
from benchmarks.sentences import NUMBERED, PLAIN, Sentence, compiled, written

DENSITY = 5.0
"""Numbers, with dates and ordinals, for every thousand characters: 4.95 in 2,225 news articles of 5.04 MB."""
LENGTH, SPREAD, SHORTEST, LONGEST = 1970, 0.45, 500, 25_000
"""An article's characters: a log-normal with the median and the deciles (1,125 to 3,630) of the same articles."""

_PLAIN = tuple(map(compiled, PLAIN))
_NUMBERED = tuple(tuple(map(compiled, templates)) for _, templates in NUMBERED)
_WEIGHTS = tuple(accumulate(weight for weight, _ in NUMBERED))


def generated(seed: int = 1, density: float = DENSITY) -> Iterator[Article]:
    """Articles without end."""
    return (article(index, seed, density) for index in count())


def article(index: int, seed: int = 1, density: float = DENSITY) -> Article:
    """One of them; numbers are printed wherever the text so far has fewer than the density asks for."""
    rng = Random(f"{seed}-{index}")
    length = min(LONGEST, max(SHORTEST, LENGTH * rng.lognormvariate(0, SPREAD)))
    headline, _ = written(_PLAIN[int(len(_PLAIN) * rng.random())], rng, 0)
    texts, gold, at = [headline[:-1]], list[Quantity](), len(headline) - 1
    while at < length:
        joint = "\n\n" if rng.random() < 0.28 or len(texts) == 1 else " "
        short = len(gold) + 2 * rng.random() < density * (at + 110) / 1000
        sentence, quantities = written(
            _numbered(rng) if short else _PLAIN[int(len(_PLAIN) * rng.random())], rng, at + len(joint)
        )
        texts += (joint, sentence)
        gold += quantities
        at += len(joint) + len(sentence)
    return Article(f"generated-{seed}-{index}", "".join(texts), tuple(gold))


def write_batch(size: int, articles: Path, gold: Path, seed: int = 1, density: float = DENSITY) -> int:
    """Write articles of together so many bytes of text, and their numbers; how many articles there are."""
    left = size
    with articles.open("w", encoding="utf-8") as texts, gold.open("w", encoding="utf-8") as numbers:
        for index, made in enumerate(generated(seed, density)):
            if left <= 0:
                return index
            texts.write(json.dumps({"id": made.id, "text": made.text}, ensure_ascii=False) + "\n")
            numbers.write(quantities_line(made.id, made.gold or ()) + "\n")
            left -= len(made.text.encode())
    return 0


def _numbered(rng: Random) -> Sentence:
    templates = _NUMBERED[bisect(_WEIGHTS, rng.random() * _WEIGHTS[-1])]
    return templates[int(len(templates) * rng.random())]
