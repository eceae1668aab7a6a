"""Error, coverage, width and time of reconcilers and baselines on streams."""

from __future__ import annotations

import datetime as dt
import math
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from recon.model import Claim, Estimate, Reconciler, Series
from recon.ranking.streams import Stream

WITHIN = math.log(1.05)
NEAR = math.log(1.01)

Answer = tuple[float, float | None, float | None]
"""Best, low and high."""
Method = Callable[[Series, dt.date], Answer | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """How one method did: mean |log(best/truth)|, the shares off by more than 1 % and by 5 %, the share of the truths
    that low to high holds, the mean of log(high/low), the share of days answered, and seconds for a thousand days.

    `coverage` and `width` are None where there is no closed interval.
    """

    name: str
    error: float
    off: float
    far: float
    coverage: float | None
    width: float | None
    answered: float
    seconds: float


def ranked(reconcilers: Iterable[tuple[str, Reconciler]], told: Sequence[Stream]) -> list[Score]:
    """Every reconciler and every baseline, the least error first."""
    methods: list[tuple[str, Method]] = [(name, partial(_answer, reconciler)) for name, reconciler in reconcilers]
    methods += [(f"({name})", partial(_by_rule, rule)) for name, rule in BASELINES.items()]
    made = [_score(name, answer, told) for name, answer in methods]
    return sorted(made, key=lambda one: (one.error, one.name))


def _score(name: str, answer: Method, told: Sequence[Stream]) -> Score:
    asked = [(series, day, truth) for one in told for day, truth in one.truth.items() if (series := one.until(day))]
    begun = time.perf_counter()
    answers = [answer(series, day) for series, day, _ in asked]
    spent = time.perf_counter() - begun
    given = [(one, truth) for one, (_, _, truth) in zip(answers, asked, strict=True) if one is not None and one[0] > 0]
    errors = [abs(math.log(best / truth)) for (best, _, _), truth in given] or [math.inf]
    closed = [(low, high, truth) for (_, low, high), truth in given if low is not None and high is not None]
    return Score(
        name=name,
        error=math.fsum(errors) / len(errors),
        off=sum(error > NEAR for error in errors) / len(errors),
        far=sum(error > WITHIN for error in errors) / len(errors),
        coverage=sum(low <= truth <= high for low, high, truth in closed) / len(closed) if closed else None,
        width=math.fsum(math.log(high / low) for low, high, _ in closed if low > 0) / len(closed) if closed else None,
        answered=len(given) / len(asked) if asked else 0.0,
        seconds=1000 * spent / len(asked) if asked else 0.0,
    )


def _answer(reconciler: Reconciler, series: Series, day: dt.date) -> Answer | None:
    """The newest estimate by a day; its best, else the middle of its low and high; None without either."""
    made = [one for one in reconciler.reconcile(series) if one.at is None or one.at <= day]
    return _read(made[-1]) if made else None


def _by_rule(rule: Callable[[Sequence[Claim]], Answer | None], series: Series, _: dt.date) -> Answer | None:
    return rule(series.claims)


def _read(one: Estimate) -> Answer | None:
    ends = [end for end in (one.low, one.high) if end is not None and end > 0]
    best = one.best if one.best is not None else math.exp(math.fsum(map(math.log, ends)) / len(ends)) if ends else None
    return None if best is None else (best, one.low, one.high)


def _numbers(claims: Iterable[Claim]) -> Iterator[float]:
    """The number of each observed claim: of a range its middle, of a bound the bound."""
    for one in claims:
        ends = [end for end in (one.low, one.high) if end is not None]
        if one.status == "observed" and ends:
            yield one.value if one.value is not None else sum(ends) / len(ends)


def _latest(claims: Sequence[Claim]) -> Answer | None:
    numbers = list(_numbers(claims))
    return (numbers[-1], None, None) if numbers else None


def _running_maximum(claims: Sequence[Claim]) -> Answer | None:
    numbers = list(_numbers(one for one in claims if one.bound not in ("at_most", "less_than")))
    return (max(numbers), None, None) if numbers else None


def _median(claims: Sequence[Claim]) -> Answer | None:
    numbers = sorted(_numbers(claims))
    return (numbers[len(numbers) // 2], None, None) if numbers else None


def _isotonic(claims: Sequence[Claim]) -> Answer | None:
    """The end of the rising line nearest to the logarithms: Barlow et al. 1972, pool adjacent violators."""
    blocks: list[tuple[float, int]] = []
    for number in _numbers(claims):
        blocks.append((math.log(max(number, 1e-9)), 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (a, n), (b, m) = blocks[-2:]
            blocks[-2:] = [((a * n + b * m) / (n + m), n + m)]
    return (math.exp(blocks[-1][0]), None, None) if blocks else None


BASELINES: dict[str, Callable[[Sequence[Claim]], Answer | None]] = {
    "latest number": _latest,
    "running maximum": _running_maximum,
    "median": _median,
    "isotonic": _isotonic,
}
