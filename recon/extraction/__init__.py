"""Documents → figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from recon.extraction.scanner import Scanner
from recon.model import Columns, Document
from recon.units import Lexicon, lexicon

__all__ = ["GrammarExtractor"]


@dataclass(frozen=True)
class GrammarExtractor:
    """recon's own extractor: a grammar of written figures, run over a chunk of documents at a time.

    What it has read once it remembers, within bounds, for as long as the object lives.
    """

    name: str = "recon"
    lexicon: Lexicon = field(default_factory=lexicon, repr=False)
    quantities: bool = False
    """Leave out what is no quantity."""

    def extract(self, documents: Sequence[Document]) -> Columns:
        return self._scanner.scan(documents)

    @cached_property
    def _scanner(self) -> Scanner:
        return Scanner(self.lexicon, quantities=self.quantities)

    def __getstate__(self) -> dict[str, object]:
        return {"name": self.name, "lexicon": self.lexicon, "quantities": self.quantities}
