"""quantulum3 as a second extractor, to compare with (https://github.com/nielstron/quantulum3).

Its readings are taken as they are: no hedges, nouns or kinds beyond those of its units. It is imported when first
used.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from recon.extraction.columns import Piece, Row, columns, pieces
from recon.extraction.sentences import Sentences, is_wrapped, stops
from recon.model import Columns, Document
from recon.units import lexicon

_NO_UNIT = ("", "count")


@dataclass(frozen=True)
class QuantulumExtractor:
    """The figures that quantulum3 finds, in recon's columns."""

    name: str = "quantulum3"

    def extract(self, documents: Sequence[Document]) -> Columns:
        return columns(
            (piece, [(tuple(_figures(piece)), piece.offset + piece.first)])
            for document in documents
            for piece in pieces(document)
        )


def _figures(piece: Piece) -> Iterator[Row]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns on import that its classifier, an extra, is not installed
        from quantulum3 import parser  # noqa: PLC0415 - a comparison, imported when asked for by name

    text = piece.text[piece.first :]
    sentences = Sentences(text, stops(text), wrapped=is_wrapped(text, 0))
    for quantity in parser.parse(text):
        yield _figure(text, quantity, sentences.span(quantity.span[0]))


def _figure(text: str, quantity: Any, sentence: tuple[int, int]) -> Row:
    """quantulum3 knows ranges as a value and an uncertainty, and prints its units by name."""
    start, end = quantity.span
    value, margin = float(quantity.value), float(quantity.uncertainty or 0)
    unit, kind = _unit(quantity.unit.name)
    return (
        start, end, text[start:end], kind, "range" if margin else "exact", None if margin else value, value - margin,
        value + margin, unit, (), 1.0, "", *sentence,
    )  # fmt: skip


def _unit(name: str) -> tuple[str, str]:
    """ "kilometre per hour" → ("kilometer / hour", "rate"); a unit that recon does not know is left out."""
    words = lexicon().words
    known = [words.get("percent" if part == "percentage" else part.lower()) for part in name.split(" per ")]
    units = [unit for unit in known if unit]
    if len(units) < len(known):
        return _NO_UNIT
    return " / ".join(unit.expression for unit in units), units[0].kind if len(units) == 1 else "rate"
