"""quantulum3 as a second extractor, to compare with (https://github.com/nielstron/quantulum3).

Its readings are taken as they are: no hedges, nouns or kinds beyond those of its units. It is imported when first
used.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from recon.extraction.columns import Row, columns, parts
from recon.extraction.sentences import Sentences, stops
from recon.model import Columns, Document, Part
from recon.units import lexicon

_NO_UNIT = ("", "count")


@dataclass(frozen=True)
class QuantulumExtractor:
    """The figures that quantulum3 finds, in recon's columns."""

    name: str = "quantulum3"

    def extract(self, documents: Sequence[Document]) -> Columns:
        return columns(row for document in documents for row in _rows(document))


def _rows(document: Document) -> Iterator[Row]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns on import that its classifier, an extra, is not installed
        from quantulum3 import parser  # noqa: PLC0415 - a comparison, imported when asked for by name

    for part, text, offset, first in parts(document):
        sentences = Sentences(text, stops(text), first)
        for quantity in parser.parse(text[first:]):
            span = (quantity.span[0] + first, quantity.span[1] + first)
            sentence = sentences.span(span[0])
            yield _row(document.id, part, offset, text[slice(*span)], quantity, span, sentence)


def _row(
    doc: str, part: Part, offset: int, written: str, quantity: Any, span: tuple[int, int], sentence: tuple[int, int]
) -> Row:
    """One row; quantulum3 knows ranges as a value and an uncertainty, and prints its units by name."""
    start, end = (place + offset for place in span)
    value, margin = float(quantity.value), float(quantity.uncertainty or 0)
    unit, kind = _unit(quantity.unit.name)
    return Row(
        id=f"{doc}#{part}:{start}-{end}",
        doc=doc,
        part=part,
        start=start,
        end=end,
        text=written,
        kind=kind,
        bound="range" if margin else "exact",
        value=None if margin else value,
        low=value - margin,
        high=value + margin,
        unit=unit,
        unit_alternatives=(),
        step=1.0,
        noun="",
        sentence_start=sentence[0] + offset,
        sentence_end=sentence[1] + offset,
    )


def _unit(name: str) -> tuple[str, str]:
    """ "kilometre per hour" → ("kilometer / hour", "rate"); a unit that recon does not know is left out."""
    words = lexicon().words
    known = [words.get("percent" if part == "percentage" else part.lower()) for part in name.split(" per ")]
    units = [unit for unit in known if unit]
    if len(units) < len(known):
        return _NO_UNIT
    return " / ".join(unit.expression for unit in units), units[0].kind if len(units) == 1 else "rate"
