"""The evidence as a whole: its claims read once, and found again by the words near their numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from recon.evidence.likeness import near
from recon.evidence.readings import Reading, read_claims
from recon.evidence.verdicts import Verdict, judge
from recon.model import Claim, Document
from recon.series import align
from recon.series.nesting import Nesting


@dataclass(frozen=True, slots=True)
class Dossier:
    """`series` tells of each claim the one quantity that it is a claim of, among the evidence alone."""

    documents: dict[str, Document]
    readings: tuple[Reading, ...]
    index: dict[str, list[int]]
    series: dict[str, str] = field(default_factory=dict)

    def weigh(self, document: Document, claims: Sequence[Claim]) -> tuple[Verdict, ...]:
        """One verdict for each claim of a draft, in their order."""
        nesting = Nesting((document, *self.documents.values()))
        return tuple(judge(one, self.beside(one), nesting, self.series) for one in read_claims(document, claims))

    def beside(self, draft: Reading) -> list[Reading]:
        """The claims that have a word near the draft's number, in their order; all where it has none near."""
        words = near(draft)
        if not words:
            return list(self.readings)
        return [self.readings[number] for number in sorted({one for word in words for one in self.index.get(word, ())})]


def gather(documents: Sequence[Document], claims: Iterable[Claim]) -> Dossier:
    """Read the claims of the evidence, and bring those of one quantity together."""
    told = tuple(claims)
    of: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        of[claim.doc].append(claim)
    readings = [one for document in documents for one in read_claims(document, of[document.id])]
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(readings):
        for word in sorted(one.words | near(one)):
            index[word].append(number)
    series = {claim.id: one.key for one in align(told, documents) for claim in one.claims}
    return Dossier({one.id: one for one in documents}, tuple(readings), dict(index), series)
