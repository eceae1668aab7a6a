"""Which claims of a series stand in one text that several outlets print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recon.model import Series
from recon.reports.layout import WIDTH, hung


def copies_text(series: Series, copies: Mapping[str, str], folder: str, width: int = WIDTH) -> Iterator[str]:
    """A line for each text behind claims of several documents; `copies` tells whose text a document prints."""
    firsts: dict[str, list[int]] = {}
    docs: dict[str, set[str]] = {}
    for number, claim in enumerate(series.claims, 1):
        first = copies.get(claim.doc, claim.doc)
        firsts.setdefault(first, []).append(number)
        docs.setdefault(first, set()).add(claim.doc)
    for first, numbers in firsts.items():
        copied = [number for number in numbers if series.claims[number - 1].doc != first]
        if copied and len(docs[first]) > 1:
            shown = " ".join(f"[{number}]" for number in copied)
            yield from hung(f"copies        {shown}  same text as {first.removeprefix(folder)}", width, 14)
