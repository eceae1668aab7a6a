"""The reconciler: one forward pass over the claims by as-of day, one estimate for each day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recon import Estimate, Series, SetAside
from recon_rising.evidence import UNDATED, Evidence, admit, lowered, shrinks, strays, tidy
from recon_rising.passes import Belief, Grid, mixture, quantile, start

BEST = 0.62
"""The share of the belief below the best number. A count so far is told late more often than early, so a little above
the middle errs least, on streams and on real tolls alike."""
AT_HAND = 0.06
"""How near a printed number must be to be given for the best: nobody should read 52 where 50 was counted."""
STEPS_BACK = 32
"""Claims that can be taken back, when one turns out a slip, without starting anew."""


@dataclass(frozen=True, kw_only=True)
class Rising:
    """Low, best and high of a total that mostly grows, on each day for which something was claimed.

    `kinds` are the kinds of quantity that it follows; `coverage` is how often low to high should hold the true total.
    """

    name: str = "rising"
    kinds: tuple[str, ...] = ("count", "money", "area", "volume", "mass")
    coverage: float = 0.8

    def __post_init__(self) -> None:
        if not 0 < self.coverage < 1:
            raise ValueError(f"coverage is a share between 0 and 1, not {self.coverage:g}")

    def reconcile(self, series: Series) -> Iterator[Estimate]:
        """Estimates by as-of day, each from the claims of that day and before; none for a series without a count."""
        if series.kind not in self.kinds or shrinks(series):
            return
        evidence, aside = admit(series.claims)
        past: list[_State] = []
        for day in sorted({day for one in evidence for day in (one.day, one.told)}):
            known = [one for one in evidence if one.day <= day]
            dropped = lowered(known) | strays(known)
            kept = tuple(one for one in known if one.claim not in dropped)
            state = _heard(kept, past)
            left_out = [note for since, note in aside if since <= day]
            left_out += [SetAside(claim=claim, why=why) for claim, why in dropped.items()]
            low, best, high = self._read(state, day, whole=series.kind == "count")
            yield Estimate(
                series=series.key,
                at=None if day == UNDATED else day,
                low=low,
                best=best,
                high=high,
                support=tuple(one.claim for one in kept),
                set_aside=tuple(sorted(left_out, key=lambda note: note.claim)),
                why=_why(kept, len(left_out), self.coverage),
            )

    def _read(self, state: _State, day: dt.date, *, whole: bool) -> tuple[float, float, float]:
        """Low, best and high of what is believed on a day, to whole numbers where whole things are counted.

        Best and low are carried from the last claim as they were believed then; high rises with what may have come.
        """
        chances, points = mixture(state.on(day)), state.grid.points
        tail = (1 - self.coverage) / 2
        heard = mixture(state.beliefs)
        low, high = quantile(heard, points, tail), quantile(chances, points, 1 - tail)
        middle = quantile(heard, points, BEST)
        best = _printed(tidy(middle), state.heard)
        low, high = _bounded(min(low, best), max(high, best), best, state.heard, day)
        if whole:
            return float(round(low)), float(round(best)), float(round(high))
        return min(tidy(low), best), best, max(tidy(high), best)


@dataclass(frozen=True, slots=True)
class _State:
    """What is believed after what has been heard."""

    grid: Grid
    heard: tuple[Evidence, ...]
    beliefs: tuple[Belief, ...]

    def on(self, day: dt.date) -> tuple[Belief, ...]:
        """The beliefs carried to a day, with the growth still to be expected by then."""
        days = (day - self.heard[-1].day).days if self.heard else 0
        return tuple(belief.later(belief.age + days) for belief in self.beliefs)


def _heard(kept: tuple[Evidence, ...], past: list[_State]) -> _State:
    """The state after all of `kept`, from the latest state of `past` that goes with it; adds the states on the way."""
    grid = Grid.around(kept)
    while past and not (past[-1].grid == grid and kept[: len(past[-1].heard)] == past[-1].heard):
        past.pop()
    state = past[-1] if past else _State(grid, (), tuple(start(grid)))
    for one in kept[len(state.heard) :]:
        beliefs = tuple(belief.given(one, grid.points) for belief in state.on(one.day))
        state = _State(grid, (*state.heard, one), beliefs)
        past.append(state)
    del past[:-STEPS_BACK]
    return state


def _printed(best: float, heard: Sequence[Evidence]) -> float:
    """The latest printed number that can hardly be told apart from `best`, a count before a bound: it lies at hand, or
    `best` within what the rounding of the number leaves open. Else `best` itself."""
    near = [
        one
        for one in heard
        if abs(one.printed / best - 1) <= AT_HAND or (one.shape == "about" and one.low <= best <= one.high)
    ]
    near = [one for one in near if one.shape == "about"] or near
    return near[-1].printed if near else best


def _bounded(low: float, high: float, best: float, kept: Sequence[Evidence], day: dt.date) -> tuple[float, float]:
    """The interval within the bounds that were stated: a floor holds from its day on, a ceiling on its day."""
    floors = [one.printed for one in kept if one.shape == "at_least" and one.printed <= best]
    ceilings = [one.printed for one in kept if one.shape == "at_most" and one.day == day and one.printed >= best]
    return max([low, *floors]), min([high, *ceilings])


def _why(kept: Sequence[Evidence], left_out: int, coverage: float) -> str:
    floors = sum(one.shape == "at_least" for one in kept)
    ceilings = sum(one.shape == "at_most" for one in kept)
    bounds = [f"{count} {word}" for count, word in ((floors, "from below"), (ceilings, "from above")) if count]
    text = f"modelled from {len(kept)} claim{'s' * (len(kept) != 1)} of a total that mostly grows"
    if bounds:
        text += f" ({' and '.join(bounds)})"
    text += f"; low to high should hold it {coverage:.0%} of the time"
    return text + (f"; {left_out} left out" if left_out else "")
