"""How two claims of one quantity stand to each other, and the sentence that says why.

Numbers are compared as the intervals they leave open (recon.grain), never as points.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from recon import grain, units
from recon.model import Claim, RelationKind
from recon.series.wording import day, said

NEARLY = 0.9
"""What "nearly" and "almost" reach down to, as a share of the number."""
OPEN = frozenset({"at_least", "more_than"})
ROUND = 100
"""From here on "more than" a round number rounds what is more."""
WEIGHTY = 1000
"""From here on a count is read as rounded even without a hedge; a smaller one is taken at its word."""


@dataclass(frozen=True, slots=True)
class Side:
    """One claim as the judge sees it: its words, its number in the common unit, and the interval it leaves open."""

    claim: Claim
    words: str
    value: float | None
    low: float
    high: float
    grain: float
    step: float

    @property
    def number(self) -> tuple[float | None, ...]:
        return (self.value,) if self.value is not None else (self.low, self.high)

    @property
    def top(self) -> float:
        """The highest number printed; for an open bound the bound itself."""
        if self.value is None:
            return self.high if math.isfinite(self.high) else self.low
        return self.value if math.isinf(self.high) else self.high

    @property
    def bottom(self) -> float:
        if self.value is None:
            return self.low if math.isfinite(self.low) else self.high
        return self.value if math.isinf(self.low) else self.low

    @property
    def printed(self) -> dt.date | None:
        return self.claim.published or self.claim.as_of_end


def side(claim: Claim, unit: str) -> Side | None:
    """The claim in a unit; None where it gives no number or its unit does not convert by a factor."""
    factor = units.factor(claim.unit, unit)
    if factor is None or (claim.value is None and claim.low is None and claim.high is None):
        return None
    low, high = _interval(claim)
    value = None if claim.value is None else claim.value * factor
    size = 0.0 if claim.value is None else grain.grain(claim.value, claim.step) * factor
    return Side(claim, said(claim), value, low * factor, high * factor, size, claim.step * factor)


def _interval(claim: Claim) -> tuple[float, float]:
    """What the words and the rounding of a number leave open, in its own unit; infinite on an open side."""
    value = claim.value
    if value is None:
        return (-math.inf if claim.low is None else claim.low), (math.inf if claim.high is None else claim.high)
    if claim.bound in {"at_least", "more_than", "indefinite"}:
        return value, math.inf
    if claim.bound in {"at_most", "less_than"}:
        return -math.inf, value
    if claim.bound == "nearly":
        return value * NEARLY, value
    if claim.bound == "exact" and claim.kind == "count" and value < WEIGHTY:
        return value, value
    if claim.bound == "exact" and claim.kind == "percent":
        return value - claim.step / 2, value + claim.step / 2
    return grain.interval(value, claim.step)


def judge(
    a: Side, b: Side, *, verbatim: bool = False, lowered: bool = False, rivals: bool = False, fixed: bool = False
) -> tuple[RelationKind, str] | None:
    """The first relation that fits; `a` is the earlier. `verbatim`: both stand in the same sentence, word for word,
    of two documents; `lowered`: the words around `b` say that the number was brought down; `rivals`: one sentence
    gives both and tells of no change; `fixed`: what is counted is what it was, such as how many were on a ferry.

    None where none fits: a count and a lower forecast for a later day neither agree nor contradict each other, and
    a number that was denied stands only against those of its day.
    """
    if "denied" in {a.claim.status, b.claim.status}:
        return _denied(a, b, verbatim=verbatim)
    one, other = a.words, b.words
    foreseen = a.claim.status in {"forecast", "planned"} and b.claim.status == "observed"
    if _equal(a, b) and not foreseen:
        return _again(a, b, verbatim=verbatim)
    coarse = _rounds(a, b)
    if coarse and a.claim.status == b.claim.status:
        return "rounded", f"{one} and {other} are one number at two grains"
    if foreseen:
        return "forecast_of", f"{one} foresaw {other}"
    how = _unequal(a, b, lowered=lowered, rivals=rivals, fixed=fixed)
    other_day = a.claim.status == "observed" != b.claim.status
    return None if other_day and how[0] in {"conflict", "revised_down"} else how


def _denied(a: Side, b: Side, *, verbatim: bool) -> tuple[RelationKind, str] | None:
    """Two numbers of which somebody denied one."""
    if "observed" not in {a.claim.status, b.claim.status}:
        return None
    if _equal(a, b):
        return _again(a, b, verbatim=verbatim)
    if _meets(a, b) or a.claim.as_of_end is None or a.claim.as_of_end != b.claim.as_of_end:
        return None
    return "conflict", f"{a.words} and {b.words} do not meet, and one was denied"


def _unequal(a: Side, b: Side, *, lowered: bool, rivals: bool, fixed: bool) -> tuple[RelationKind, str]:
    """How two different numbers stand, of which neither rounds or foresaw the other."""
    one, other = a.words, b.words
    ordered = _ordered(a, b)
    same_origin = bool(a.claim.origin) and a.claim.origin == b.claim.origin and ordered
    later, climbs = ordered and _later(a, b), _climbs(a, b)
    if _meets(a, b) and not (climbs and later):
        return "agrees", f"{other} is within {one}" if _within(b, a) else f"{one} and {other} leave room for one number"
    if fixed and a.claim.origin != b.claim.origin:
        return "conflict", f"{one} and {other} do not meet, and this does not change with time"
    if rivals and not _later_by_day(a, b):
        return "conflict", f"{one} and {other} stand against each other in one {_in_one(a, b)}"
    if b.top < a.bottom and (same_origin or lowered):
        how = "by the same origin" if same_origin else "in words that say it was lowered"
        return "revised_down", f"{one}, then lower {how}: {other}"
    if climbs and (later or same_origin):
        return "updated", f"{one}, then higher{'' if later else ' by the same origin'}: {other}"
    if same_origin and a.claim.status == b.claim.status != "observed":
        return "updated", f"{one}, then a newer forecast by the same origin: {other}"
    return "conflict", f"{one} and {other} do not meet{'' if ordered else '; which was first is not known'}"


def _in_one(a: Side, b: Side) -> str:
    return "sentence" if a.claim.sentence_start == b.claim.sentence_start else "article"


def _again(a: Side, b: Side, *, verbatim: bool) -> tuple[RelationKind, str]:
    one, other = a.words, b.words
    if a.claim.doc == b.claim.doc:
        return "same", f"{one} and {other} in one document"
    if a.printed and b.printed and a.printed != b.printed:
        return "restated", f"{one}, printed on {day(a.printed)}, and again on {day(b.printed)}"
    if a.claim.origin and a.claim.origin == b.claim.origin:
        return "restated", f"{one} goes back to the same origin as {other}: {a.claim.origin}"
    if verbatim:
        return "restated", f"{one} and {other} stand in the same sentence, word for word"
    return "same", f"{one} and {other}{' on one day' if _ordered(a, b) else ', of days that are not both known'}"


def _equal(a: Side, b: Side) -> bool:
    if len(a.number) != len(b.number):
        return False
    pairs = zip(a.number, b.number, strict=True)
    return all(x is not None and y is not None and math.isclose(x, y, rel_tol=1e-6) for x, y in pairs)


def _rounds(a: Side, b: Side) -> bool:
    """Whether the coarser number is the finer one, rounded or cut: it is hedged or large, and its words allow the
    finer."""
    if a.value is None or b.value is None or a.grain == b.grain:
        return False
    coarse, rounded, fine = (a, a.value, b.value) if a.grain > b.grain else (b, b.value, a.value)
    if coarse.claim.bound in OPEN and _open_rounds(coarse, fine, b):
        return True
    measured = coarse.claim.kind != "count" and coarse.claim.bound == "exact"
    size = coarse.step if measured else coarse.grain
    within = rounded - size / 2 <= fine <= rounded + size
    weighs = coarse.claim.bound != "exact" or abs(rounded) >= WEIGHTY or measured
    return weighs and within and coarse.low <= fine <= coarse.high


def _open_rounds(coarse: Side, fine: float, later: Side) -> bool:
    """Whether "more than 700" is said of 743: on the same day or afterwards, by the place of its last digit."""
    if coarse is not later and coarse.claim.as_of_end != later.claim.as_of_end:
        return False
    value, place = abs(coarse.value or 0.0), 1.0
    while value and value % (place * 10) == 0:
        place *= 10
    return bool(value) and value >= ROUND and value <= fine < value + place


def _ordered(a: Side, b: Side) -> bool:
    """Whether the text or the days of the two tell which was first."""
    days = (a.claim.as_of_end or a.printed, b.claim.as_of_end or b.printed)
    return a.claim.doc == b.claim.doc or None not in days


def _later_by_day(a: Side, b: Side) -> bool:
    first, second = a.claim.as_of_end or a.printed, b.claim.as_of_end or b.printed
    return first is not None and second is not None and first < second


def _later(a: Side, b: Side) -> bool:
    """Whether `b` holds for a later day. Of one day, another document's higher number is news, and so is another
    exact tally of the same page; round numbers side by side are rivals."""
    first, second = a.claim.as_of_end or a.printed, b.claim.as_of_end or b.printed
    if first and second and first != second:
        return first < second
    return a.claim.doc != b.claim.doc or (a.low == a.high and b.low == b.high)


def _climbs(a: Side, b: Side) -> bool:
    """Whether `b` asserts a higher number: above all that `a` leaves open, or above the number that `a` is at least."""
    if math.isinf(b.low):
        return False
    highest = a.top + (a.grain if math.isinf(a.high) and a.grain > 1 else 0.0)
    return b.bottom > highest


def _meets(a: Side, b: Side) -> bool:
    """Whether the two intervals share more than an end, or one is a number within the other."""
    low, high = max(a.low, b.low), min(a.high, b.high)
    return low < high or (low == high and (a.low == a.high or b.low == b.high))


def _within(inner: Side, outer: Side) -> bool:
    return outer.low <= inner.bottom and inner.top <= outer.high
