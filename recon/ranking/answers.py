"""What a reconciler answers to every question of a material, as the engine would run it."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from recon.engine import estimate, fitted
from recon.host import Owned
from recon.machinery import OVERRUN
from recon.model import Estimate, Finding, Reconciler, Series
from recon.ranking.materials import Material, Scale, Sitting

Answer = tuple[float, float | None, float | None]
"""Best, low and high."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answers:
    """An answer or None to each of the material's questions, in their order.

    CPU `seconds` went into so many `runs`, which is how many series were estimated, learning included; `findings` are
    what went wrong.
    """

    answers: tuple[Answer | None, ...]
    seconds: float
    runs: int
    findings: tuple[Finding, ...] = ()


def answered(owned: Owned[Reconciler], material: Material) -> Answers:
    """Each sitting's answers; a series that says no more than at an earlier sitting is not estimated again.

    A reconciler that learns across series is run at every sitting: what it has learnt may have changed. Whoever
    overruns is not asked further.
    """
    given: list[Answer | None] = []
    found: list[Finding] = []
    known: dict[tuple[str, ...], tuple[Estimate, ...]] = {}
    seconds, runs = 0.0, 0
    for sitting in material.sittings:
        begun = time.process_time()
        learnt, failures = (None, ()) if _overran(found) else fitted(owned, sitting.series)
        found += failures
        if learnt is not owned:
            known.clear()
        for series in sitting.asked:
            said = _said(series)
            if learnt is not None and said not in known and not _overran(found):
                known[said], failures = estimate(learnt, series)
                found += failures
                runs += 1
            given.append(_newest(known.get(said, ()), sitting, material.scale))
        seconds += time.process_time() - begun
    return Answers(answers=tuple(given), seconds=seconds, runs=runs, findings=tuple(found))


def answers_of(
    methods: Sequence[Owned[Reconciler]],
    materials: Sequence[Material],
    doing: Callable[[str], None] = lambda _: None,
) -> list[list[Answers]]:
    """The answers of each of the methods to each of the materials; `doing` is told who is at work.

    Whoever overruns on one material is not asked on the next.
    """
    made = []
    for number, owned in enumerate(methods, 1):
        doing(f"ranking {owned.key}, {number} of {len(methods)}")
        row: list[Answers] = []
        for material in materials:
            over = any(_overran(one.findings) for one in row)
            row.append(_silence(material) if over else answered(owned, material))
        made.append(row)
    return made


def _silence(material: Material) -> Answers:
    return Answers(answers=(None,) * len(material.asked), seconds=0.0, runs=0)


def _said(series: Series) -> tuple[str, ...]:
    return (series.key, *(claim.id for claim in series.claims))


def _overran(found: Sequence[Finding]) -> bool:
    return any(one.code == OVERRUN.code for one in found)


def _newest(made: Sequence[Estimate], sitting: Sitting, scale: Scale) -> Answer | None:
    """The newest estimate by the day of a sitting; its best, else the middle of its low and high; None without."""
    until = [one for one in made if one.at is None or sitting.day is None or one.at <= sitting.day]
    if not until:
        return None
    one = until[-1]
    best = one.best if one.best is not None else _middle(one, scale)
    return None if best is None else (best, one.low, one.high)


def _middle(one: Estimate, scale: Scale) -> float | None:
    ends = [end for end in (one.low, one.high) if end is not None and (scale == "difference" or end > 0)]
    if not ends:
        return None
    if scale == "difference":
        return math.fsum(ends) / len(ends)
    return math.exp(math.fsum(map(math.log, ends)) / len(ends))
