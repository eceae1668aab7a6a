"""The claims of a series as points: which stand for which claims, where, and of what shape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recon.charts.axes import milliseconds
from recon.charts.glyphs import HOLLOW, OTHER_SHAPE, SHAPES
from recon.charts.palette import ORIGINS
from recon.grain import interval
from recon.model import Claim, Series

NOT_KNOWN = "not known"
OTHERS = "others"


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """How an origin is drawn: a shape, and a colour by its custom property."""

    origin: str
    colour: str
    shape: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """One point for the claims that print one number of one origin for one day, in one status.

    `at` is the number the point stands on and `to` the other end of a range. `low` to `high` is what "about" leaves
    open. `day` is in milliseconds, None without a date; `since` and `until` are the as-of days, None where open.
    """

    claims: tuple[Claim, ...]
    style: Style
    at: float
    to: float | None
    low: float | None
    high: float | None
    day: float | None
    since: float | None
    until: float | None

    @property
    def hollow(self) -> bool:
        """Not observed: foreseen, planned or denied."""
        return self.claims[0].status in HOLLOW


def origin(claim: Claim) -> str:
    """Whose number it is."""
    return claim.origin or claim.publisher or NOT_KNOWN


def styles(series: Series) -> Mapping[str, Style]:
    """Each origin's style; those with most claims have colours, and only where all do not fit the last share one."""
    counts = Counter(origin(claim) for claim in series.claims)
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    own = len(ranked) if len(ranked) <= ORIGINS else ORIGINS - 1
    coloured = {
        name: Style(origin=name, colour=f"--origin-{place}", shape=SHAPES[place])
        for place, name in enumerate(ranked[:own])
    }
    others = Style(origin=OTHERS, colour="--origin-other", shape=OTHER_SHAPE)
    return coloured | dict.fromkeys(ranked[own:], others)


def marks(series: Series) -> tuple[Mark, ...]:
    """The points in the order of the claims; claims without a number have none."""
    known = styles(series)
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in series.claims:
        if _ends(claim):
            groups.setdefault(_same(claim), []).append(claim)
    return tuple(_mark(group, known[origin(group[0])]) for group in groups.values())


def undrawn(series: Series) -> int:
    """How many claims give no number to draw ("dozens", "a few")."""
    return sum(not _ends(claim) for claim in series.claims)


def numbers(drawn: Iterable[Mark]) -> list[float]:
    """All that the axis has to reach."""
    return [number for one in drawn for number in (one.at, one.to, one.low, one.high) if number is not None]


def _ends(claim: Claim) -> list[float]:
    if claim.bound == "range" and claim.low is not None and claim.high is not None:
        return [claim.low, claim.high]
    return [number for number in (claim.value, claim.low, claim.high) if number is not None][:1]


def _same(claim: Claim) -> tuple[object, ...]:
    return (
        origin(claim), claim.bound, claim.value, claim.low, claim.high, claim.status, claim.measure,
        claim.as_of_start, claim.as_of_end, claim.as_of_basis, _day(claim),
    )  # fmt: skip


def _day(claim: Claim) -> float | None:
    """The last day it holds for, as the reconcilers reckon, or else the day it was published."""
    day = claim.as_of_end or claim.as_of_start or claim.published
    return None if day is None else milliseconds(day)


def _mark(claims: Sequence[Claim], style: Style) -> Mark:
    claim, ends = claims[0], _ends(claims[0])
    low, high = _loose(claim)
    start, end = claim.as_of_start, claim.as_of_end
    return Mark(
        claims=tuple(claims),
        style=style,
        at=ends[0],
        to=ends[1] if len(ends) > 1 and ends[1] != ends[0] else None,
        low=low,
        high=high,
        day=_day(claim),
        since=None if start is None else milliseconds(start),
        until=None if end is None else milliseconds(end),
    )


def _loose(claim: Claim) -> tuple[float | None, float | None]:
    """What a hedge leaves open: the grain of "about", its lower half for "nearly"."""
    if claim.value is None or claim.bound not in ("about", "nearly"):
        return None, None
    low, high = interval(claim.value, claim.step)
    return low, high if claim.bound == "about" else claim.value
