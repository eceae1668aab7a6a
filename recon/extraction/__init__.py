"""Documents → figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from recon.extraction import scanner
from recon.model import Columns, Document
from recon.units import Lexicon, lexicon

__all__ = ["GrammarExtractor"]


@dataclass(frozen=True)
class GrammarExtractor:
    """recon's own extractor: a grammar of written figures, run over a chunk of documents at a time."""

    name: str = "recon"
    lexicon: Lexicon = field(default_factory=lexicon)

    def extract(self, documents: Sequence[Document]) -> Columns:
        return scanner.scan(documents)
