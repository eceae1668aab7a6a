"""Every trial of every object: what it was, whether it passed, and how long the longest took."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from recon.conformance.isolation import Watch
from recon.conformance.trials import Trial, trials_of
from recon.host import Owned
from recon.machinery import described
from recon.model import UnitDefinition


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """One trial of one object: `problem` is "" where it passed, `seconds` what it took."""

    owned: Owned[Any]
    trial: str
    problem: str = ""
    seconds: float = 0.0


def outcomes(declared: Iterable[Owned[Any]]) -> Iterator[Outcome]:
    """The outcome of each trial, object by object; each is made twice, so that chance shows."""
    watch, declared = Watch(), tuple(declared)
    for owned in declared:
        asked: list[str] = []
        for name, trial in trials_of(owned, beside(owned, declared)):
            begun = time.perf_counter()
            with watch.on():
                problem = _problem(trial)
            asked += watch.asked
            yield Outcome(owned=owned, trial=name, problem=problem, seconds=time.perf_counter() - begun)
        if asked or owned.kind != "unit":
            yield Outcome(owned=owned, trial="no network", problem=asked[0] if asked else "")


def beside(owned: Owned[Any], declared: Iterable[Owned[Any]]) -> tuple[UnitDefinition, ...]:
    """The units of the same plugin, in order."""
    return tuple(one.object for one in declared if one.kind == "unit" and one.owner == owned.owner)


def _problem(trial: Trial) -> str:
    try:
        told, failures = trial()
        again, _ = trial()
    except AssertionError as error:
        return str(error)
    except Exception as error:  # whatever a plugin does is told, and the next is tried
        return described(error)
    if failures:
        return failures[0].message
    return "" if told == again else "the second time it gives something else"
