"""Made-up streams of claims about a total that grows, with the truth behind each.

The truth is counted: each of some number still to be found is found on a day with one chance, so the count climbs
steeply and levels off. Outlets print it late, cut, rounded, hedged, repeated, by a rival's books, with a digit too
many, or foretold. No reconciler's own model is followed, and no real event.
"""

from __future__ import annotations

import datetime as dt
import math
import random
from dataclasses import dataclass
from typing import Any

from recon.model import Claim, Series
from recon.ranking.materials import Material, Sitting
from recon.testing import claim, series

FIRST = dt.date(2031, 3, 1)
DAYS = 30
OUTLETS = ("Coastal Radio", "The Courier", "Varn Post", "Northern Wire", "Evening Star", "Harbour Gazette")
OFFICE, RIVAL = "Civil Defence", "Relief Federation"
JUDGED = (2, 6, 12, 20, 28)
"""The days on which estimates are held against the truth."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stream:
    """The claims of one total in the order of publication, and the truth on the days that are judged."""

    name: str
    claims: tuple[Claim, ...]
    truth: dict[dt.date, float]

    def until(self, day: dt.date) -> Series | None:
        """What had been published by a day, as a series; None where nothing had."""
        known = [one for one in self.claims if one.published is not None and one.published <= day]
        return series(known, key=self.name) if any(one.status == "observed" for one in known) else None


def streams(seed: int, count: int) -> list[Stream]:
    """So many streams; the same for the same seed, on any machine."""
    chance = random.Random(seed)  # noqa: S311  (made-up news, no secret)
    return [_stream(chance, f"stream-{number:03}") for number in range(count)]


def simulated(seed: int, count: int) -> Material:
    """So many streams as material: on each of the days that are judged, all of them as they had been told by then."""
    told = streams(seed, count)
    return Material(name=f"streams, seed {seed}", sittings=tuple(_sitting(told, day) for day in JUDGED))


def _sitting(told: list[Stream], number: int) -> Sitting:
    day = FIRST + dt.timedelta(days=number)
    return Sitting(
        series=tuple(series for one in told if (series := one.until(day))),
        truth={one.name: one.truth[day] for one in told},
        day=day,
    )


def _stream(chance: random.Random, name: str) -> Stream:
    total = round(math.exp(chance.gauss(5.5, 1.4))) + 6
    pace, bias = math.exp(chance.gauss(1.7, 0.6)), math.exp(chance.gauss(0.0, 0.25))
    counts, found = [], 0
    for day in range(DAYS):
        left = 1 - math.exp(-((day + 1) / pace))
        found = max(found, round(total * left * math.exp(chance.gauss(0, 0.02))))
        counts.append(max(min(found, total), 1))
    claims: list[Claim] = []
    for day in range(DAYS):
        for _ in range(_how_many(chance, day)):
            claims.append(_claim(chance, name, len(claims), day, counts, bias))
    truth = {FIRST + dt.timedelta(days=day): float(counts[day]) for day in JUDGED}
    return Stream(name=name, claims=tuple(claims), truth=truth)


def _how_many(chance: random.Random, day: int) -> int:
    """Claims of a day: several at first, one in some days later."""
    expected = 2.5 * math.exp(-day / 4) + 0.25
    return sum(chance.random() < expected / 4 for _ in range(4))


def _claim(chance: random.Random, name: str, number: int, day: int, counts: list[int], bias: float) -> Claim:
    outlet, published = chance.choice(OUTLETS), FIRST + dt.timedelta(days=day)
    known: dict[str, Any] = {"doc": f"{name}/{number:03}", "publisher": outlet, "published": published}
    behind = min(day, int(chance.expovariate(1.2)))
    value, kind = float(counts[day - behind]), chance.random()
    known["chain"] = (outlet, OFFICE) if chance.random() < 0.6 else (outlet,)
    if chance.random() < 0.3:
        known["as_of_start"] = known["as_of_end"] = published - dt.timedelta(days=behind)
        known["as_of_basis"] = "stated"
    if kind < 0.05:
        return claim(_cut(value * 2.5, 1, math.ceil), bound="at_most", **known)
    if kind < 0.1:
        return claim(_cut(value * 3, 1, math.ceil), status="forecast", **known)
    if kind < 0.2:
        return claim(max(round(value * bias), 1.0), **{**known, "chain": (outlet, RIVAL)})
    if kind < 0.23:
        return claim(value * chance.choice((10.0, 0.1)) or 1.0, **known)
    if kind < 0.3:
        low, high = _cut(value * 0.9, 1, math.floor), _cut(value * 1.2, 1, math.ceil)
        return claim(None, bound="range", low=low, high=max(high, low), text=f"{low:g} to {high:g}", **known)
    if kind < 0.55:
        return claim(_cut(value, chance.choice((1, 2)), math.floor), bound="at_least", **known)
    if kind < 0.65:
        return claim(_cut(value, 2, round), bound="about", **known)
    return claim(value, **known)


def _cut(value: float, keep: int, how: Any) -> float:
    """The value in so many digits, cut or rounded."""
    place = 10.0 ** max(math.floor(math.log10(max(value, 1.0))) - keep + 1, 0)
    return float(max(how(value / place) * place, 1.0))
