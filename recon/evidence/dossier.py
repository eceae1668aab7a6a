"""The evidence as a whole: its claims read once, and found again by the words near their numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recon.evidence.likeness import Ground
from recon.evidence.readings import Reading, near, read_claims
from recon.evidence.verdicts import Verdict, judge
from recon.model import Claim, Document
from recon.series import align
from recon.series.nesting import Nesting

MANY = 60
"""Claims from which on the evidence tells which of its words say little."""
COMMON = 0.08
"""The share of the claims that have such a word near them or in their sentence."""

Number = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Dossier:
    """`index` finds claims by their words and `numbers` by their numbers; `series` tells the quantity of
    each, among the evidence alone; `common` are words that much of the evidence has."""

    documents: dict[str, Document]
    readings: tuple[Reading, ...]
    index: dict[str, list[int]]
    numbers: dict[Number, list[int]]
    series: dict[str, str]
    common: frozenset[str]

    def weigh(self, document: Document, claims: Sequence[Claim]) -> tuple[Verdict, ...]:
        """One verdict for each claim of a draft, in their order."""
        ground = Ground(Nesting((document, *self.documents.values())), self.common)
        return tuple(judge(one, self.beside(one), ground, self.series) for one in read_claims(document, claims))

    def beside(self, draft: Reading) -> list[Reading]:
        """The claims with a word that stands near the draft's number, or with the number; all where none does."""
        words = near(draft)
        if not words:
            return list(self.readings)
        found = {one for word in words for one in self.index.get(word, ())}
        found.update(self.numbers.get(_number(draft.claim), ()))
        return [self.readings[number] for number in sorted(found)]


def gather(documents: Sequence[Document], claims: Iterable[Claim]) -> Dossier:
    """Read the claims of the evidence, and bring those of one quantity together."""
    told = tuple(claims)
    of: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        of[claim.doc].append(claim)
    readings = [one for document in documents for one in read_claims(document, of[document.id])]
    index: defaultdict[str, list[int]] = defaultdict(list)
    numbers: defaultdict[Number, list[int]] = defaultdict(list)
    for number, one in enumerate(readings):
        numbers[_number(one.claim)].append(number)
        for word in sorted(one.words | near(one)):
            index[word].append(number)
    series = {claim.id: one.key for one in align(told, documents) for claim in one.claims}
    most = COMMON * len(readings)
    common = {word for word, found in index.items() if len(found) > most} if len(readings) >= MANY else set()
    return Dossier(
        {one.id: one for one in documents}, tuple(readings), dict(index), dict(numbers), series, frozenset(common)
    )


def _number(claim: Claim) -> Number:
    return (claim.value, None) if claim.value is not None else (claim.low, claim.high)
