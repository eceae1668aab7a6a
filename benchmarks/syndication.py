"""Made-up syndicated copies, and how well and fast methods find them.

    python -m benchmarks.syndication 10000

An agency's story is printed by several outlets: cut, under another headline, with a byline, its paragraphs in another
order, its numbers brought up to date, a paragraph rewritten. Beside the copies stand stories of the same events in
other words, and many that nothing relates. datasketch and rensa are measured where they are installed.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from itertools import combinations, islice
from random import Random
from typing import Any

from benchmarks.articles import article
from benchmarks.stories import stories
from recon.model import Document
from recon.series.copies import copies

Method = Callable[[list[Document]], Mapping[str, str]]
COPIED = 4
"""One story in so many is syndicated."""
PERMUTATIONS = 128
ALIKE = 0.5


def made(number: int, seed: int = 1) -> tuple[list[Document], dict[str, str]]:
    """So many documents, and of each the story whose text it prints."""
    rng, found, of = Random(seed), [], {}
    for index, row in enumerate(islice(stories(seed), number)):
        title, *paragraphs = _paragraphs(row["text"], rng)
        told = [("", title, paragraphs)]
        if index % COPIED == 0:
            told += [
                _printed(title, paragraphs, Random(f"{seed}-{index}-{copy}")) for copy in range(rng.randrange(1, 8))
            ]
        for copy, (_, headline, body) in enumerate(told):
            document = Document(id=f"{index}-{copy}", text="\n\n".join([headline, *body]), publisher=f"Outlet {copy}")
            found.append(document)
            of[document.id] = str(index)
        if len(found) >= number:
            break
    rng.shuffle(found)
    return found, of


def _paragraphs(text: str, rng: Random) -> list[str]:
    title, lead, *rest = text.split("\n\n")
    sentences = re.split(r"(?<=\.) ", " ".join(rest)) if rest else []
    pieces = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    rng.shuffle(pieces)
    return [title, lead, *pieces]


def _printed(title: str, paragraphs: list[str], rng: Random) -> tuple[str, str, list[str]]:
    """What one outlet makes of the text."""
    body = list(paragraphs)
    for change in rng.sample(["cut", "headline", "byline", "order", "numbers", "rewritten"], rng.randrange(1, 4)):
        if change == "cut":
            body = body[: max(2, round(len(body) * rng.uniform(0.3, 0.8)))]
        elif change == "headline":
            title = f"What we know of {title.split(maxsplit=1)[0].lower()} number {rng.randrange(99)}"
        elif change == "byline":
            body = [f"By {rng.choice(['Ada', 'Ivo', 'Mara'])} Holt and staff of the city desk", *body]
        elif change == "order":
            body = [body[0], *rng.sample(body[1:], len(body) - 1)]
        elif change == "numbers":
            body = [
                re.sub(r"\d+", lambda found: str(int(found[0]) + rng.randrange(1, 9)), part, count=3) for part in body
            ]
        elif len(body) > 2:
            body[rng.randrange(1, len(body))] = article(rng.randrange(1_000_000), 99).text[:400]
    return "", title, body


def by_minhash(documents: list[Document]) -> Mapping[str, str]:
    """datasketch: MinHash and locality-sensitive hashing."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415

    index: Any = MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)
    found: dict[str, str] = {}
    for document in documents:
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in _shingles(document.text)])
        first = min(index.query(sketch), default=None)
        if first is None:
            index.insert(document.id, sketch)
        else:
            found[document.id] = first
    return found


def by_rensa(documents: list[Document]) -> Mapping[str, str]:
    """rensa: the same in Rust."""
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415

    index: Any = RMinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS, num_bands=32)
    found: dict[str, str] = {}
    for number, document in enumerate(documents):
        sketch: Any = RMinHash(num_perm=PERMUTATIONS, seed=42)
        sketch.update(list(_shingles(document.text)))
        called = sorted(index.query(sketch))
        if called:
            found[document.id] = documents[called[0]].id
        else:
            index.insert(number, sketch)
    return found


def by_simhash(documents: list[Document]) -> Mapping[str, str]:
    """64-bit simhash of words, at most three bits apart (Manku, Jain & Das Sarma 2007), blocked by four bands."""
    index: defaultdict[tuple[int, int], list[tuple[int, str]]] = defaultdict(list)
    found: dict[str, str] = {}
    for document in documents:
        sums = [0] * 64
        for word, times in Counter(_shingles(document.text)).items():
            bits = hash(word)
            for bit in range(64):
                sums[bit] += times if bits >> bit & 1 else -times
        value = sum(1 << bit for bit, total in enumerate(sums) if total > 0)
        bands = [(band, value >> 16 * band & 0xFFFF) for band in range(4)]
        near = [id_ for band in bands for other, id_ in index[band] if (other ^ value).bit_count() <= 3]
        if near:
            found[document.id] = near[0]
        else:
            for band in bands:
                index[band].append((value, document.id))
    return found


def _shingles(text: str) -> set[str]:
    words = re.findall(r"\w+", text.casefold())
    return {" ".join(words[at : at + 5]) for at in range(max(1, len(words) - 4))}


def score(found: Mapping[str, str], of: Mapping[str, str]) -> tuple[float, float]:
    """Recall and precision of the pairs that print one text."""
    wanted, told = _pairs(of), _pairs({id_: found.get(id_, id_) for id_ in of})
    right = len(wanted & told)
    return right / len(wanted), right / len(told) if told else 1.0


def _pairs(group_of: Mapping[str, str]) -> set[tuple[str, str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for id_, group in group_of.items():
        groups[group].append(id_)
    return {pair for members in groups.values() for pair in combinations(sorted(members), 2)}


def methods() -> Iterator[tuple[str, Method]]:
    """What is measured here."""
    yield "recon: containment of sampled shingles", copies
    yield "simhash, 64 bits, 3 apart", by_simhash
    if find_spec("datasketch"):
        yield "datasketch MinHashLSH, 128 permutations, 0.5", by_minhash
    if find_spec("rensa"):
        yield "rensa RMinHashLSH, 128 permutations, 0.5", by_rensa


def main(number: int) -> None:
    """Print a row for each method."""
    documents, of = made(number)
    print(f"{len(documents):,} documents, {len(documents) - len(set(of.values())):,} of them copies")
    print("| method | recall | precision | CPU s for 10,000 |\n|---|---|---|---|")
    for name, method in methods():
        begun = time.process_time()
        recall, precision = score(method(documents), of)
        took = (time.process_time() - begun) * 10_000 / len(documents)
        print(f"| {name} | {recall:.3f} | {precision:.3f} | {took:.1f} |", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
