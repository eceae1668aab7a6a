"""Which documents tell of the same happening, so that two floods never share a death toll.

Single-pass clustering of topic detection and tracking (Allan, Papka & Lavrenko 1998): documents are taken in order of
publication; each joins the story whose words it shares most, or begins one. Words weigh by how rare they are, names
more than other words, and likeness fades as the days between document and story grow.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from recon.model import Claim, Document
from recon.series.bags import Bags
from recon.series.numbers import telling

Vector = Mapping[int, float]
"""Words by number, each with its weight."""
Rarity = tuple[Sequence[float], Sequence[float]]
"""By the number of a word, log(1 + documents / documents with it), of fewer documents than `FEW` as of so many; and
what it weighs as a name or as none."""

LIKE = 0.09
"""The least cosine of a document's words with a story's."""
LEAD = 2_500
"""Characters of a document that are read: news says first what it is about."""
PLAIN = 0.35
"""The weight of a word that is no name."""
HEADLINE = 3
"""How many times a word of the headline counts."""
MANY = 20
"""Smaller numbers than this are printed of too many things."""
FEW = 50
"""The number of documents that fewer are weighed as: of two, a word in both is no commoner than others."""
TIGHT = 0.2
"""The mean cosine of a story's documents from which on they tell of one happening."""
FADES = 180.0
"""Days after which likeness counts half."""
CALLERS = 20
"""How many of a document's heaviest words call up the stories it may belong to."""
CANDIDATES = 8
"""How many of those it is held against."""
CALLED = 200
"""The most stories that one word calls up, those last told: a word that calls up more says little."""

NAME = re.compile(r"(?<![\w’'-])[A-Z][A-Za-zÀ-ɏ]{2,30}(?![a-zÀ-ɏ])")
OPENING = re.compile(r"(?:^|[.!?:;…\n\r\t]|[\"“”‘(•*–—|-])\s*$")
WORD = re.compile(r"(?<![\w’'-])[a-z]{4,30}(?![\w’'])")
NO_NAME = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun mr
    mrs ms dr prof president minister prime secretary general director chief officer official mayor governor sheriff
    senator police department ministry state county city national international united nations north south east west
    northern southern eastern western new the this that these those there they their then than when where while what
    who how why and but for from with some many most more all its his her our your his she you not also according
    photo image video read click share facebook twitter instagram youtube copyright rights reserved news press media
    reuters associated agence times post journal daily nbc abc cbs cnn bbc fox""".split()
)
"""Capitalised words that tell no story from another."""
NO_TOPIC = frozenset(
    """that this with from have been were they their there which would about after said says more than also when will
    into over some other people could only first just what because before where while most being those very since told
    such even made many much like down here back still well around between through during under again both each same
    then them your year years week day days time times last late early monday tuesday news report reports reported
    according officials number""".split()
)
"""Plain words that tell no story from another."""


@dataclass(slots=True)
class _Story:
    """The running sum of a story's documents, without the words that only one of all has, the square of its length,
    and its last day."""

    total: dict[int, float] = field(default_factory=dict)
    square: float = 0.0
    last: dt.date | None = None

    def likeness(self, vector: Vector, day: dt.date | None) -> float:
        """The cosine with a document of length 1, faded by the days between them."""
        product = math.fsum(weight * self.total[word] for word, weight in vector.items() if word in self.total)
        days = abs((day - self.last).days) if day and self.last else 0
        return product / math.sqrt(self.square) / (1 + days / FADES) if self.square else 0.0

    def likeness_within(self, documents: int) -> float:
        """The mean cosine of its documents, each of length 1; 1 for a single one."""
        pairs = documents * (documents - 1)
        return (self.square - documents) / pairs if pairs else 1.0

    def add(self, vector: Vector, day: dt.date | None, frequency: Sequence[int]) -> None:
        for word, weight in vector.items():
            before = self.total.get(word, 0.0)
            if frequency[word] > 1:
                self.total[word] = before + weight
            self.square += weight * (2 * before + weight)
        self.last = max(filter(None, (self.last, day)), default=None)


@dataclass(frozen=True, slots=True)
class Stories:
    """The number of the story each document belongs to, by document id; of each story, how many documents it has, and
    their mean cosine."""

    of: Mapping[str, int]
    sizes: Mapping[int, int]
    likeness: Mapping[int, float]
    _words: Mapping[str, int]
    """The number of each name."""
    _named: Mapping[int, array[int]]
    """Of each story, in order, the names of its documents with the place of the document: `_pair` of the two."""
    _shares: dict[tuple[int, str], float] = field(default_factory=dict)

    def tight(self, doc: str) -> bool:
        """Whether the documents of a document's story are so alike that they tell of one happening, not of one
        subject."""
        return self.likeness[self.of[doc]] >= TIGHT

    def share(self, doc: str, name: str) -> float:
        """The share of the documents of a document's story that name a place or a person by any of its words."""
        number = self.of[doc]
        if (number, name) not in self._shares:
            named, places = self._named[number], set[int]()
            for word in {word.capitalize() for word in name.split()} & self._words.keys():
                first, end = (_pair(self._words[word] + more, 0) for more in (0, 1))
                places.update(pair - first for pair in named[bisect_left(named, first) : bisect_left(named, end)])
            self._shares[number, name] = len(places) / self.sizes[number]
        return self._shares[number, name]


def stories(claims: Sequence[Claim], documents: Iterable[Document] = ()) -> Stories:
    """Tell the stories of the documents apart.

    Names are read from the documents where they are given, and otherwise from the claims' places, subjects and
    speakers.
    """
    texts = {document.id: document for document in documents}
    published = {id_: document.published for id_, document in texts.items()}
    untold: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if claim.doc not in texts:
            published.setdefault(claim.doc, claim.published)
            for text in (claim.place, claim.noun, claim.scope, *claim.chain[1:]):
                untold[claim.doc].update(names(f"of {text}"))
    shared = _shared_numbers(claims, texts)
    bags = Bags()
    for id_ in published:
        words = untold[id_] if id_ in untold else _words(texts[id_])
        bags.add(id_, {**words, **dict.fromkeys(shared.get(id_, ()), 1)})
    bags = bags.settled()
    found, told = _single_pass(bags, published)
    sizes = Counter(found.values())
    likeness = {number: told[number].likeness_within(size) for number, size in sizes.items()}
    return Stories(found, sizes, likeness, *_named(bags, found))


def _words(document: Document) -> Counter[str]:
    lead = document.text[document.body_start : document.body_start + LEAD]
    words = Counter(names(lead))
    words.update(names(f"of {document.title}") * 2)
    words.update(topics(lead))
    words.update(topics(document.title.lower()) * HEADLINE)
    return words


def _named(bags: Bags, found: Mapping[str, int]) -> tuple[dict[str, int], dict[int, array[int]]]:
    """The names of all documents, numbered, and of each story the names of its documents."""
    known = {word: number for word, number in bags.words.items() if word[0].isupper()}
    numbers = set(known.values())
    named: defaultdict[int, list[int]] = defaultdict(list)
    for place, (doc, story) in enumerate(found.items()):
        named[story] += [_pair(number, place) for number, _ in bags.of(doc) if number in numbers]
    return known, {story: array("Q", sorted(named[story])) for story in dict.fromkeys(found.values())}


def _pair(word: int, place: int) -> int:
    """The two numbers as one, so that pairs are in the order of the words."""
    return word << 32 | place


def _shared_numbers(claims: Iterable[Claim], texts: Mapping[str, Document]) -> Mapping[str, list[str]]:
    """By document the numbers printed near its beginning that hardly meet by chance, of those that are in two: "109 on
    board" is as good as a name."""
    first: dict[str, str] = {}
    printed: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        begun = claim.start - texts[claim.doc].body_start if claim.doc in texts else 0
        if claim.kind in ("count", "money") and begun < LEAD and (claim.value or 0.0) >= MANY and telling(claim):
            number = f"#{claim.value:g}"
            if first.setdefault(number, claim.doc) != claim.doc:
                printed[number] |= {first[number], claim.doc}
    by_doc: defaultdict[str, list[str]] = defaultdict(list)
    for number, docs in printed.items():
        for doc in docs:
            by_doc[doc].append(number)
    return by_doc


def names(text: str) -> list[str]:
    """The capitalised words of a text; one that opens a sentence counts if it stands elsewhere too."""
    inside: list[str] = []
    opening: list[str] = []
    for match in NAME.finditer(text):
        word = match[0]
        if word.lower() not in NO_NAME:
            (opening if OPENING.search(text, max(match.start() - 4, 0), match.start()) else inside).append(word)
    known = set(inside)
    return inside + [word for word in opening if word in known]


def topics(text: str) -> list[str]:
    """The plain words of a text that may tell what it is about."""
    return [word for word in WORD.findall(text) if word not in NO_TOPIC]


def _single_pass(bags: Bags, published: Mapping[str, dt.date | None]) -> tuple[dict[str, int], list[_Story]]:
    """The story of each document; one that stayed alone is held against the stories that came after it as well."""
    found: list[_Story] = []
    callers: defaultdict[int, dict[int, None]] = defaultdict(dict)
    story_of: dict[str, int] = {}
    rarity, frequency = _rarity(bags), bags.frequency
    ordered = sorted(bags, key=lambda doc: (published.get(doc) or dt.date.min, doc))
    for again in (False, True):
        sizes = Counter(story_of.values())
        for doc in ordered:
            if again and sizes[story_of[doc]] > 1:
                continue
            vector, day = _vector(bags.of(doc), rarity), published.get(doc)
            heaviest = [word for word in _heaviest(vector) if frequency[word] > 1]
            number = _nearest(vector, heaviest, day, found, callers, story_of.get(doc))
            if number is None and again:
                continue
            if number is None:
                number = len(found)
                found.append(_Story())
            if again:
                found[story_of[doc]] = _Story()
                sizes[number] += 1
            _call(callers, heaviest, number)
            found[number].add(vector, day, frequency)
            story_of[doc] = number
    return story_of, found


def _heaviest(vector: Vector) -> list[int]:
    return sorted(vector, key=lambda word: (-vector[word], word))[:CALLERS]


def _nearest(
    vector: Vector,
    heaviest: Sequence[int],
    day: dt.date | None,
    found: Sequence[_Story],
    callers: Mapping[int, Mapping[int, None]],
    own: int | None,
) -> int | None:
    """The story but its own that a document is like; None where it is like none."""
    called: defaultdict[int, float] = defaultdict(float)
    for word in heaviest:
        for number in callers.get(word, ()):
            if number != own and found[number].total:
                called[number] += vector[word] * found[number].total[word] / math.sqrt(found[number].square)
    nearest = sorted(called, key=lambda number: (-called[number], number))[:CANDIDATES]
    like, best = max(((found[number].likeness(vector, day), -number) for number in nearest), default=(0.0, 0))
    return -best if like >= LIKE else None


def _call(callers: defaultdict[int, dict[int, None]], heaviest: Sequence[int], number: int) -> None:
    """A story is called up from now on by the heaviest words of its new document."""
    for word in heaviest:
        called_up = callers[word]
        called_up.pop(number, None)
        called_up[number] = None
        if len(called_up) > CALLED:
            del called_up[next(iter(called_up))]


def _rarity(bags: Bags) -> Rarity:
    documents = max(len(bags), FEW)
    rare = array("d", [math.log(1 + documents / having) for having in bags.frequency])
    return rare, array("d", [1.0 if word[0].isupper() else PLAIN for word in bags.words])


def _vector(counts: Iterable[tuple[int, int]], rarity: Rarity) -> dict[int, float]:
    """Weights of length 1: (1 + log of the count) × the word's rarity."""
    rare, kind = rarity
    weights = {word: (1 + math.log(count)) * rare[word] * kind[word] for word, count in counts}
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()}
