"""What anyone would try first: the rules of thumb that a reconciler should do better than."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from recon.host import DISTRIBUTION, Owned, Owner
from recon.model import Claim, Estimate, Reconciler, Series


@dataclass(frozen=True, kw_only=True)
class Baseline:
    """A rule as a reconciler: one number from all claims, without low and high."""

    name: str
    rule: Callable[[Sequence[Claim]], float | None]

    def reconcile(self, series: Series) -> Iterator[Estimate]:
        """One estimate, or none where the rule finds nothing to go by."""
        best = self.rule(series.claims)
        if best is not None:
            ids = tuple(claim.id for claim in series.claims)
            yield Estimate(series=series.key, at=None, low=None, best=best, high=None, support=ids, why=self.name)


def baselines() -> tuple[Owned[Reconciler], ...]:
    """Every baseline, its name in brackets so that it is told from a reconciler's."""
    owner = Owner(distribution=DISTRIBUTION)
    return tuple(
        Owned(owner=owner, kind="baseline", key=f"({name})", object=Baseline(name=name, rule=rule))
        for name, rule in RULES.items()
    )


REFERENCE = "(median)"
"""The baseline whose error others' are told in: it answers wherever a number was claimed."""


def _numbers(claims: Iterable[Claim]) -> Iterator[tuple[Claim, float]]:
    """Each observed claim with its number: of a range its middle, of a bound the bound."""
    for one in claims:
        ends = [end for end in (one.low, one.high) if end is not None]
        if one.status == "observed" and (ends or one.value is not None):
            yield one, one.value if one.value is not None else sum(ends) / len(ends)


def _latest(claims: Sequence[Claim]) -> float | None:
    """None where no claim has a date: the last of a list is not the newest."""
    numbers = [number for one, number in _numbers(claims) if one.as_of_end or one.published]
    return numbers[-1] if numbers else None


def _running_maximum(claims: Sequence[Claim]) -> float | None:
    numbers = [number for one, number in _numbers(claims) if one.bound not in ("at_most", "less_than")]
    return max(numbers, default=None)


def _median(claims: Sequence[Claim]) -> float | None:
    numbers = [number for _, number in _numbers(claims)]
    return statistics.median(numbers) if numbers else None


def _isotonic(claims: Sequence[Claim]) -> float | None:
    """The end of the rising line nearest to the numbers, to their logarithms where all are above zero: Barlow et al.,
    "Statistical Inference under Order Restrictions" (1972), pool adjacent violators."""
    numbers = [number for _, number in _numbers(claims)]
    logs = bool(numbers) and min(numbers) > 0
    blocks: list[tuple[float, int]] = []
    for number in numbers:
        blocks.append((math.log(number) if logs else number, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (a, n), (b, m) = blocks[-2:]
            blocks[-2:] = [((a * n + b * m) / (n + m), n + m)]
    if not blocks:
        return None
    return math.exp(blocks[-1][0]) if logs else blocks[-1][0]


def _vote(claims: Sequence[Claim]) -> float | None:
    """The number that most origins said last; of equals the one nearest to the median, then the least."""
    last = {one.origin or one.doc: number for one, number in _numbers(claims)}
    if not last:
        return None
    votes, middle = Counter(last.values()), statistics.median(last.values())
    return min(votes, key=lambda number: (-votes[number], abs(number - middle), number))


RULES: dict[str, Callable[[Sequence[Claim]], float | None]] = {
    "latest number": _latest,
    "running maximum": _running_maximum,
    "median": _median,
    "isotonic": _isotonic,
    "vote": _vote,
}
