"""Which claims bear on a total, what each asserts about it, and which are left out and why."""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_left, bisect_right
from calendar import month_name
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from recon import Claim, Series, SetAside

Shape = Literal["about", "at_least", "at_most"]
FAR = 5.0
"""How many times its neighbours a number must be before it is taken for a slip: more than rounding, delay or a rival
office explain, less than a misplaced digit."""
ENOUGH = 5
"""The fewest numbers that can tell a slip from news."""
FELL = 1.25
"""How many times what came next a number must be for its rise to have been taken back."""
CORRECTED = 1.25
"""How many times its newest count an origin's earlier one may be for the newest to be a correction of it; one further
off is more likely a slip."""
NEIGHBOURS = 4
"""How many claims before and after tell what stands around one."""
NO_FACT = {
    "forecast": "a forecast, not a count",
    "planned": "planned, not yet so",
    "denied": "denied by the one who is quoted",
}
UNDATED = dt.date.min
"""The day of a claim without any, which counts only where no claim has one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """What one claim asserts of the total on one day: that it lies about, above or below [low, high].

    `told` is the day it was published, never before the day it holds for; `printed` is the number, of a range its
    middle; `origin` is empty where it is not known.
    """

    claim: str
    origin: str
    printed: float
    day: dt.date
    told: dt.date
    shape: Shape
    low: float
    high: float


SHRINKING = frozenset(
    "missing unaccounted trapped stranded displaced evacuated evacuees homeless hospitalized hostages critical".split()
)
"""Words for those whose number falls as they are found, go home or are freed."""


def shrinks(series: Series) -> bool:
    """Whether most claims count those whose number falls in time, so that no total of them grows."""
    words = [f"{claim.subject} {claim.noun}".lower().split() for claim in series.claims]
    return sum(not SHRINKING.isdisjoint(said) for said in words) * 2 > len(words)


def day_of(claim: Claim) -> dt.date:
    """The last day the count holds for; the day of publication where that is not known; else `UNDATED`."""
    return claim.as_of_end or claim.as_of_start or claim.published or UNDATED


def admit(claims: Iterable[Claim]) -> tuple[list[Evidence], list[tuple[dt.date, SetAside]]]:
    """The evidence by day, and the claims that are none, each with its day and the reason."""
    ordered = sorted(claims, key=lambda claim: (day_of(claim), claim.published or UNDATED, claim.id))
    dated = any(day_of(claim) != UNDATED for claim in ordered)
    evidence: list[Evidence] = []
    aside: list[tuple[dt.date, SetAside]] = []
    first: dict[tuple[float | None, ...], list[Claim]] = {}
    for claim in ordered:
        read = "has no date, and others have" if dated and day_of(claim) == UNDATED else read_claim(claim)
        if not isinstance(read, str):
            number = (claim.value,) if claim.value is not None else (claim.low, claim.high)
            told = first.setdefault(number, [])
            before = next((c for c in told if c.origin == claim.origin or day_of(c) < day_of(claim)), None)
            told.append(claim)
            if before is None:
                evidence.append(read)
                continue
            read = _again(before)
        aside.append((day_of(claim), SetAside(claim=claim.id, why=read)))
    return evidence, aside


def _again(before: Claim) -> str:
    day = day_of(before)
    since = "" if day == UNDATED else f" for {day.day} {month_name[day.month]} {day.year}"
    return f"says again what {before.origin or before.doc} had said{since}, and counts once"


def read_claim(claim: Claim) -> Evidence | str:
    """What a claim asserts, or why it asserts nothing of a total so far."""
    if claim.status in NO_FACT:
        return NO_FACT[claim.status]
    if claim.measure != "total":
        return "what was added, not the total" if claim.measure == "increment" else "what flows, not the total"
    ends = [end for end in (claim.value, claim.low, claim.high) if end is not None]
    if not ends or min(ends) <= 0:
        return "not a number above zero"
    low, high = _span(claim)
    if not 0 < low <= high:
        return "not a number above zero" if low <= high else "a range that ends before it begins"
    shape: Shape = "about"
    if claim.high is None:
        shape = "at_least"
    elif claim.low is None and claim.bound != "nearly":
        shape = "at_most"
    day = day_of(claim)
    return Evidence(
        claim=claim.id,
        origin=claim.origin,
        printed=claim.value if claim.value is not None else tidy(math.sqrt(low * high)),
        day=day,
        told=max(day, claim.published or day),
        shape=shape,
        low=low,
        high=high,
    )


def _span(claim: Claim) -> tuple[float, float]:
    """The numbers that a writer would have printed so: an exact one to its unit, a round one to its place."""
    if claim.value is None and claim.low is not None and claim.high is not None:
        return claim.low, claim.high
    value = next(end for end in (claim.value, claim.low, claim.high) if end is not None)
    place = max(claim.step, _place(value))
    if claim.high is None:
        return value, value + place
    if claim.low is None:
        return max(value - place, value / 2), value
    half = (claim.step if claim.bound == "exact" else place) / 2
    return max(value - half, value / 2), value + half


def _place(value: float) -> float:
    """The largest power of ten that divides a number and is at most a tenth of it: 10 for 300, 100 for 5,300."""
    place = 10.0 ** math.floor(math.log10(value) - 1)
    while place >= 1 and value % place:
        place /= 10
    return place if place >= 1 else 0.0


def tidy(value: float) -> float:
    """Three significant digits: more would say more than a model knows."""
    return round(value, 2 - math.floor(math.log10(value))) if value > 0 else value


def strays(evidence: Sequence[Evidence]) -> dict[str, str]:
    """The claims far off all that stands around them in time, by id, and the reason; none among fewer than five.

    Too high is a number far above what came after it, or far above all before and not borne out by what came next. Too
    low is one far below both what came before it and what came after.
    """
    counts = [e for e in evidence if e.shape != "at_most"]
    if len(counts) < ENOUGH:
        return {}
    found = {}
    days = [one.day for one in counts]
    for one in counts:
        first, last = bisect_left(days, one.day), bisect_right(days, one.day)
        earlier = [e.printed for e in counts[max(last - NEIGHBOURS - 1, 0) : last] if e is not one][-NEIGHBOURS:]
        later = [e.printed for e in counts[first : first + NEIGHBOURS + 1] if e is not one][:NEIGHBOURS]
        if _too_high(one, earlier, later):
            beside = median(later) if later and one.printed > FAR * median(later) else max(earlier)
            found[one.claim] = f"{one.printed:,.0f} is more than {FAR:.0f} times the {beside:,.0f} around it"
        elif earlier and one.printed * FAR < median(earlier) and one.printed * FAR < min(later, default=math.inf):
            found[one.claim] = f"{one.printed:,.0f} is less than a {_nth(FAR)} of the {median(earlier):,.0f} before it"
    return found


def lowered(evidence: Sequence[Evidence]) -> dict[str, str]:
    """The counts that their own origin has since corrected downwards, by claim id, and the reason."""
    newest = {one.origin: one for one in evidence if one.origin and one.shape == "about"}
    found = {}
    for one in evidence:
        last = newest.get(one.origin)
        if last and one.shape == "about" and last.high < one.low and one.printed <= CORRECTED * last.printed:
            found[one.claim] = f"{one.origin} has lowered it to {last.printed:,.10g}"
    return found


def _too_high(one: Evidence, earlier: Sequence[float], later: Sequence[float]) -> bool:
    if len(later) >= 2 and one.printed > FAR * median(later):
        return True
    risen = bool(earlier) and max(len(earlier), len(later)) >= 2 and one.printed > FAR * max(earlier)
    return risen and one.printed > FELL * max(later[:2], default=0.0)


def _nth(times: float) -> str:
    return "fifth" if times == 5 else f"{times:g}th part"
