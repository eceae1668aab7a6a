"""Every trial of every object: what it was, whether it passed, and how long it took."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from recon.budget import SECONDS, Overrun
from recon.conformance.isolation import Watch
from recon.conformance.trials import Trial, trials_of
from recon.errors import Interrupted
from recon.host import Owned
from recon.machinery import OVERRUN, described
from recon.model import UnitDefinition


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """One trial of one object: `problem` is "" where it passed, `seconds` what it took, once."""

    owned: Owned[Any]
    trial: str
    problem: str = ""
    seconds: float = 0.0


def outcomes(declared: Iterable[Owned[Any]]) -> Iterator[Outcome]:
    """The outcome of each trial, object by object; each is made twice, so that chance shows.

    An object that takes too long in one is not tried further.
    """
    watch, declared = Watch(), tuple(declared)
    for owned in declared:
        asked: list[str] = []
        for name, trial in trials_of(owned, beside(owned, declared)):
            try:
                with watch.on():
                    problem, seconds, stopped = _tried(trial, f"{owned} ")
            except KeyboardInterrupt as error:
                raise Interrupted(str(error) or f"{owned} was tried: {name}") from None
            asked += watch.asked
            yield Outcome(owned=owned, trial=name, problem=problem, seconds=seconds)
            if stopped:
                break
        if asked or owned.kind != "unit":
            yield Outcome(owned=owned, trial="no network and no other program", problem=asked[0] if asked else "")


def beside(owned: Owned[Any], declared: Iterable[Owned[Any]]) -> tuple[UnitDefinition, ...]:
    """The units of the same plugin, in order."""
    return tuple(one.object for one in declared if one.kind == "unit" and one.owner == owned.owner)


def _tried(trial: Trial, prefix: str) -> tuple[str, float, bool]:
    """What is wrong, the seconds that the first making took, and whether it was stopped for the time it takes."""
    begun = time.perf_counter()
    try:
        told, failures = trial()
        seconds = time.perf_counter() - begun
        if failures:
            stopped = any(failure.code == OVERRUN.code for failure in failures)
            return failures[0].message.removeprefix(prefix).removeprefix("on "), seconds, stopped
        again, _ = trial()
    except Overrun:
        return f"it takes more than {SECONDS:g} seconds", SECONDS, True
    except AssertionError as error:
        return str(error), time.perf_counter() - begun, False
    except Exception as error:  # whatever a plugin does is told, and the next is tried
        return described(error), time.perf_counter() - begun, False
    return "" if told == again else "the second time it gives something else", seconds, False
