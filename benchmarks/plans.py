"""How much a run measures: short for every change, long for what is published."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """Sizes in bytes of text, times in CPU seconds.

    `baseline` and `budget` are what quantulum3 and each other contender may spend on a corpus; `runs` is how often a
    command is run; `length` the seconds for each growing document, up to `longest` characters; `reconcile` the
    numbers of articles.
    """

    made: int
    runs: int
    baseline: float
    budget: float
    growth: tuple[int, ...]
    length: float
    longest: int
    parallel: int
    parallel_runs: int
    reconcile: tuple[int, ...]


PLANS = {
    "short": Plan(
        made=2 * MB, runs=3, baseline=10, budget=6, growth=(1 * MB, 2 * MB, 5 * MB, 10 * MB),
        length=1, longest=131_072, parallel=10 * MB, parallel_runs=1,
        reconcile=(250, 500, 1_000),
    ),
    "long": Plan(
        made=5 * MB, runs=5, baseline=250, budget=40,
        growth=(5 * MB, 10 * MB, 20 * MB, 50 * MB, 100 * MB, 200 * MB),
        length=5, longest=1_048_576, parallel=50 * MB, parallel_runs=2,
        reconcile=(1_000, 2_000, 5_000, 10_000, 20_000),
    ),
}  # fmt: skip
