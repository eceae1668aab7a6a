"""Whether the quantities found are those that were printed, so that a fast wrong answer shows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.articles import Quantity
from benchmarks.contenders import Run


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Shares of the printed quantities that were found with their value, and of those found that were printed."""

    recall: float
    precision: float


def accuracy(run: Run) -> Accuracy | None:
    """None for articles whose quantities are not known."""
    known = [(article.gold, found) for article, found in zip(run.articles, run.found, strict=True) if article.gold]
    right = sum(_right(gold, found) for gold, found in known)
    printed, said = sum(len(gold) for gold, _ in known), sum(len(found) for _, found in known)
    return Accuracy(right / printed, right / max(1, said)) if printed else None


def _right(gold: Sequence[Quantity], found: Sequence[Quantity]) -> int:
    """How many printed quantities a found one overlaps that has their value; each counts once."""
    left = list(found)
    right = 0
    for wanted in gold:
        match = next((one for one in left if _same(wanted, one)), None)
        if match is not None:
            left.remove(match)
            right += 1
    return right


def _same(one: Quantity, other: Quantity) -> bool:
    return one.start < other.end and other.start < one.end and math.isclose(one.value, other.value, rel_tol=1e-6)
