"""Which documents tell of the same happening, so that two floods never share a death toll.

Single-pass clustering of topic detection and tracking (Allan, Papka & Lavrenko 1998): documents are taken in order of
publication; each joins the story whose words it shares most, or begins one. Words weigh by how rare they are, names
more than other words, and likeness fades as the days between document and story grow.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from recon.model import Claim, Document
from recon.series.numbers import telling

Vector = Mapping[str, float]

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
    """The running sum of a story's documents, the square of its length, and its last day."""

    total: dict[str, float] = field(default_factory=dict)
    square: float = 0.0
    last: dt.date | None = None

    def likeness(self, vector: Vector, day: dt.date | None) -> float:
        """The cosine with a document of length 1, faded by the days between them."""
        product = math.fsum(weight * self.total.get(word, 0.0) for word, weight in vector.items())
        days = abs((day - self.last).days) if day and self.last else 0
        return product / math.sqrt(self.square) / (1 + days / FADES) if self.square else 0.0

    def likeness_within(self, documents: int) -> float:
        """The mean cosine of its documents, each of length 1; 1 for a single one."""
        pairs = documents * (documents - 1)
        return (self.square - documents) / pairs if pairs else 1.0

    def add(self, vector: Vector, day: dt.date | None) -> None:
        for word, weight in vector.items():
            before = self.total.get(word, 0.0)
            self.total[word] = before + weight
            self.square += weight * (2 * before + weight)
        self.last = max(filter(None, (self.last, day)), default=None)


@dataclass(frozen=True, slots=True)
class Stories:
    """The number of the story each document belongs to, by document id; of each story, how many documents it has,
    which of them have each name, and their mean cosine."""

    of: Mapping[str, int]
    sizes: Mapping[int, int]
    named: Mapping[int, Mapping[str, Sequence[str]]]
    likeness: Mapping[int, float]
    _shares: dict[tuple[int, str], float] = field(default_factory=dict)

    def tight(self, doc: str) -> bool:
        """Whether the documents of a document's story are so alike that they tell of one happening, not of one
        subject."""
        return self.likeness[self.of[doc]] >= TIGHT

    def share(self, doc: str, name: str) -> float:
        """The share of the documents of a document's story that name a place or a person by any of its words."""
        number = self.of[doc]
        if (number, name) not in self._shares:
            wanted = {word.capitalize() for word in name.split()}
            having = [self.named[number].get(word, ()) for word in wanted]
            self._shares[number, name] = len(set().union(*having)) / self.sizes[number]
        return self._shares[number, name]


def stories(claims: Sequence[Claim], documents: Iterable[Document] = ()) -> Stories:
    """Tell the stories of the documents apart.

    Names are read from the documents where they are given, and otherwise from the claims' places, subjects and
    speakers.
    """
    words: dict[str, Counter[str]] = {claim.doc: Counter() for claim in claims}
    published: dict[str, dt.date | None] = {}
    texts = {document.id: document for document in documents}
    words |= {id_: Counter() for id_ in texts if id_ not in words}
    published |= {id_: document.published for id_, document in texts.items()}
    for claim in claims:
        published.setdefault(claim.doc, claim.published)
        if claim.doc not in texts:
            for text in (claim.place, claim.noun, claim.scope, *claim.chain[1:]):
                words[claim.doc].update(names(f"of {text}"))
    for id_, document in texts.items():
        lead = document.text[document.body_start : document.body_start + LEAD]
        words[id_].update(names(lead))
        words[id_].update(names(f"of {document.title}") * 2)
        words[id_].update(topics(lead))
        words[id_].update(topics(document.title.lower()) * HEADLINE)
    for shared, docs in _shared_numbers(claims, texts).items():
        for id_ in docs:
            words[id_][shared] = 1
    frequency = Counter(word for counts in words.values() for word in counts)
    found, told = _single_pass(words, published, frequency)
    named: defaultdict[int, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for doc, number in found.items():
        for word in words[doc]:
            if word[0].isupper():
                named[number][word].append(doc)
    sizes = Counter(found.values())
    likeness = {number: told[number].likeness_within(size) for number, size in sizes.items()}
    return Stories(found, sizes, named, likeness)


def _shared_numbers(claims: Iterable[Claim], texts: Mapping[str, Document]) -> dict[str, set[str]]:
    """The documents that print each number near their beginning that hardly meets by chance, of those that are in two:
    "109 on board" is as good as a name."""
    printed: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        begun = claim.start - texts[claim.doc].body_start if claim.doc in texts else 0
        if claim.kind in ("count", "money") and begun < LEAD and (claim.value or 0.0) >= MANY and telling(claim):
            printed[f"#{claim.value:g}"].add(claim.doc)
    return {number: docs for number, docs in printed.items() if len(docs) > 1}


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


def _single_pass(
    words: Mapping[str, Counter[str]], published: Mapping[str, dt.date | None], frequency: Mapping[str, int]
) -> tuple[dict[str, int], list[_Story]]:
    """The story of each document; one that stayed alone is held against the stories that came after it as well."""
    found: list[_Story] = []
    callers: defaultdict[str, dict[int, None]] = defaultdict(dict)
    story_of: dict[str, int] = {}
    ordered = sorted(words, key=lambda doc: (published.get(doc) or dt.date.min, doc))
    for again in (False, True):
        sizes = Counter(story_of.values())
        for doc in ordered:
            if again and sizes[story_of[doc]] > 1:
                continue
            vector, day = _vector(words[doc], frequency, len(words)), published.get(doc)
            number = _nearest(vector, day, found, callers, story_of.get(doc))
            if number is None and again:
                continue
            if number is None:
                number = len(found)
                found.append(_Story())
            if again:
                found[story_of[doc]] = _Story()
                sizes[number] += 1
            _call(callers, vector, number)
            found[number].add(vector, day)
            story_of[doc] = number
    return story_of, found


def _heaviest(vector: Vector) -> list[str]:
    return sorted(vector, key=lambda word: (-vector[word], word))[:CALLERS]


def _nearest(
    vector: Vector,
    day: dt.date | None,
    found: Sequence[_Story],
    callers: Mapping[str, Mapping[int, None]],
    own: int | None,
) -> int | None:
    """The story but its own that a document is like; None where it is like none."""
    called: defaultdict[int, float] = defaultdict(float)
    for word in _heaviest(vector):
        for number in callers.get(word, ()):
            if number != own and found[number].total:
                called[number] += vector[word] * found[number].total[word] / math.sqrt(found[number].square)
    nearest = sorted(called, key=lambda number: (-called[number], number))[:CANDIDATES]
    like, best = max(((found[number].likeness(vector, day), -number) for number in nearest), default=(0.0, 0))
    return -best if like >= LIKE else None


def _call(callers: defaultdict[str, dict[int, None]], vector: Vector, number: int) -> None:
    """A story is called up from now on by the heaviest words of its new document."""
    for word in _heaviest(vector):
        called_up = callers[word]
        called_up.pop(number, None)
        called_up[number] = None
        if len(called_up) > CALLED:
            del called_up[next(iter(called_up))]


def _vector(counts: Mapping[str, int], frequency: Mapping[str, int], documents: int) -> dict[str, float]:
    """Weights of length 1: (1 + log of the count) × log(1 + documents / documents with the word), of fewer documents
    than `FEW` as of so many."""
    documents = max(documents, FEW)
    weights = {
        word: (1 + math.log(number)) * math.log(1 + documents / frequency[word]) * (1 if word[0].isupper() else PLAIN)
        for word, number in sorted(counts.items())
    }
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()}
