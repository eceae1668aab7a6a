"""The ranking as a table for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recon.model import Reconciler
from recon.ranking.scores import Score, ranked
from recon.ranking.streams import streams
from recon.reports.layout import table

STREAMS, SEED = 60, 1
"""How many made-up streams a reconciler is ranked on, and which."""


def standings(reconcilers: Iterable[tuple[str, Reconciler]]) -> str:
    """Every reconciler of those, by its name, and every baseline on streams whose truth is known."""
    return "\n".join(table(list(_rows(ranked(reconcilers, streams(SEED, STREAMS)))), "lrrrrrrr")) + "\n"


def _rows(scores: Iterable[Score]) -> Iterator[tuple[str, ...]]:
    yield "on made-up streams", "error", "off >1 %", "off >5 %", "covered", "width", "answered", "s per 1,000"
    for one in scores:
        yield (
            one.name,
            f"{one.error:.3f}",
            f"{one.off:.3f}",
            f"{one.far:.3f}",
            "" if one.coverage is None else f"{one.coverage:.2f}",
            "" if one.width is None else f"{one.width:.2f}",
            f"{one.answered:.2f}",
            f"{one.seconds:.1f}",
        )
