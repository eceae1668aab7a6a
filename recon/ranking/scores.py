"""Error, coverage, width and time of reconcilers and baselines on claims whose truth is known."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from recon.host import Owned
from recon.model import Finding, Reconciler
from recon.ranking.answers import Answer, Answers, answers_of
from recon.ranking.baselines import REFERENCE, baselines
from recon.ranking.materials import Material, Scale, on

NEAR = 0.01
"""A best that is off by more than this share of the truth is off."""
OUTSIDE = 0.2
"""How often the truth may lie outside low to high: `Estimate` says that they are an 80 % interval."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """How one method did on one material.

    `error` is the mean distance of best from truth on the material's scale, of what was answered; `relative` is that
    over the median's on the same questions, so that nobody gains by leaving the hard ones out, and `sampling` its
    standard error, were other series of the kind asked for; `off` the share of
    what was asked whose answer is off by more than 1 % of the truth, or missing. `coverage` is the share of the
    intervals that hold the truth, `width` their mean width on the scale, and `interval_score` the mean of Winkler's
    score for 80 % intervals; all three are None without an interval that is closed on both sides. `intervals` counts
    these, and `of_series` the series they are of. `seconds` are CPU seconds for a thousand series.
    """

    error: float | None
    relative: float | None
    sampling: float | None
    off: float
    coverage: float | None
    width: float | None
    interval_score: float | None
    intervals: int
    of_series: int
    answered: float
    seconds: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """One method's scores, one for each of the materials that it was ranked on, and its place by relative error on
    each; `distribution` is "" for a baseline."""

    name: str
    scores: tuple[Score, ...]
    places: tuple[int, ...]
    distribution: str = ""
    findings: tuple[Finding, ...] = ()

    def mean(self, field: str) -> float | None:
        """The mean of a field over the materials; None where it is None on one."""
        values = [getattr(score, field) for score in self.scores]
        return None if None in values else math.fsum(values) / len(values)

    @property
    def spread(self) -> float | None:
        """How far `relative` may be chance: its standard deviation from one material to the next, or on a single one
        its standard error; None where there is no telling."""
        if len(self.scores) == 1:
            return self.scores[0].sampling
        ratios = [score.relative for score in self.scores if score.relative is not None]
        return statistics.stdev(ratios) if len(ratios) == len(self.scores) and all(map(math.isfinite, ratios)) else None


def ranked(
    reconcilers: Sequence[Owned[Reconciler]],
    materials: Sequence[Material],
    doing: Callable[[str], None] = lambda _: None,
) -> list[Standing]:
    """Every reconciler and every baseline on each of the materials, which are of one kind; the least relative
    error first.

    `doing` is told who is at work, for those who wait.
    """
    methods = (*reconcilers, *baselines())
    return placed(methods, answers_of(methods, materials, doing), materials)


def placed(
    methods: Sequence[Owned[Reconciler]], made: Sequence[Sequence[Answers]], materials: Sequence[Material]
) -> list[Standing]:
    """The standings that some answers come to, the least relative error first and the silent last."""
    reference = next(row for owned, row in zip(methods, made, strict=True) if owned.key == REFERENCE)
    scores = [[score(*one) for one in zip(row, materials, reference, strict=True)] for row in made]
    standings = [
        Standing(
            name=owned.key,
            scores=tuple(own),
            places=tuple(1 + sum(_rank(other[n]) < _rank(own[n]) for other in scores) for n in range(len(materials))),
            distribution=owned.owner.distribution if owned.kind == "reconciler" else "",
            findings=tuple(finding for one in row for finding in one.findings),
        )
        for owned, own, row in zip(methods, scores, made, strict=True)
    ]
    return sorted(standings, key=lambda one: (_or_last(one.mean("relative")), one.name))


def score(given: Answers, material: Material, reference: Answers) -> Score:
    """What the answers to a material come to, beside those of the reference."""
    scale, asked = material.scale, material.asked
    told = [(key, truth, one) for (key, truth), one in zip(asked, given.answers, strict=True) if one is not None]
    truths = [truth for _, truth in asked]
    distances = [_distance(scale, one, truth) for one, truth in zip(given.answers, truths, strict=True)]
    others = [_distance(scale, one, truth) for one, truth in zip(reference.answers, truths, strict=True)]
    errors = [error for error in distances if error is not None]
    both: dict[str, tuple[float, float]] = {}
    for (key, _), mine, other in zip(asked, distances, others, strict=True):
        if mine is not None and other is not None:
            a, b = both.get(key, (0.0, 0.0))
            both[key] = (a + mine, b + other)
    relative, sampling = _ratio(list(both.values()))
    near = sum(abs(best - truth) <= NEAR * abs(truth) for _, truth, (best, _, _) in told)
    closed = [
        (key, left, right, at)
        for key, truth, (_, low, high) in told
        if (left := on(scale, low)) is not None
        and (right := on(scale, high)) is not None
        and (at := on(scale, truth)) is not None
    ]
    return Score(
        error=_mean(errors),
        relative=relative,
        sampling=sampling,
        off=1 - near / len(asked) if asked else 0.0,
        coverage=_mean([float(left <= at <= right) for _, left, right, at in closed]),
        width=_mean([right - left for _, left, right, _ in closed]),
        interval_score=_mean([interval_score(left, right, at) for _, left, right, at in closed]),
        intervals=len(closed),
        of_series=len({key for key, *_ in closed}),
        answered=len(errors) / len(asked) if asked else 0.0,
        seconds=1000 * given.seconds / given.runs if given.runs else 0.0,
    )


def _distance(scale: Scale, answer: Answer | None, truth: float) -> float | None:
    """How far a best lies from the truth; None where there is none, or where it has no place on the scale."""
    here, there = on(scale, answer[0] if answer else None), on(scale, truth)
    return None if here is None or there is None else abs(here - there)


def interval_score(low: float, high: float, truth: float) -> float:
    """The width, and ten times what the truth lies outside of it: whoever says what he believes does best.

    Winkler, "A Decision-Theoretic Approach to Interval Estimation", JASA 67 (1972), with the 2/α of Gneiting and
    Raftery, "Strictly Proper Scoring Rules, Prediction, and Estimation", JASA 102 (2007), equation 43, for α = 0.2.
    """
    return (high - low) + 2 / OUTSIDE * (max(low - truth, 0.0) + max(truth - high, 0.0))


def _rank(one: Score) -> float:
    return _or_last(one.relative)


def _or_last(value: float | None) -> float:
    return math.inf if value is None else value


def _ratio(errors: Sequence[tuple[float, float]]) -> tuple[float | None, float | None]:
    """The errors over the reference's, of so many series, and the standard error of that; where the reference makes
    none, any is infinitely worse.

    Series are drawn and not questions, since those of one series go together: the variance of a ratio estimator under
    cluster sampling, Cochran, "Sampling Techniques" (1977), chapter 9.
    """
    mine, other, count = math.fsum(a for a, _ in errors), math.fsum(b for _, b in errors), len(errors)
    if not count:
        return None, None
    if not other:
        return (math.inf if mine else 1.0), None
    ratio = mine / other
    residual = math.fsum((a - ratio * b) ** 2 for a, b in errors)
    return ratio, math.sqrt(residual * count / (count - 1)) / other if count > 1 else None


def _mean(values: Sequence[float]) -> float | None:
    return math.fsum(values) / len(values) if values else None
