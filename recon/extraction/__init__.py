"""Documents → figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recon.extraction import scanner
from recon.model import Columns, Document

__all__ = ["GrammarExtractor"]


@dataclass(frozen=True)
class GrammarExtractor:
    """recon's own extractor: a grammar of written figures, run over a chunk of documents at a time."""

    name: str = "recon"

    def extract(self, documents: Sequence[Document]) -> Columns:
        return scanner.scan(documents)
