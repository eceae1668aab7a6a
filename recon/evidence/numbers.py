"""How the number of a draft stands to a number of the evidence, as far as numbers go.

Numbers are compared as the intervals they leave open (recon.grain), never as points.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import Literal

from recon import grain, units
from recon.model import Claim

Standing = Literal["equal", "implied", "rounded", "hedged", "coarser", "converted", "room", "apart"]
"""`equal`: the same number in the same words; `implied`: the draft says less than the evidence; `rounded`: the draft's
is the evidence's at a coarser grain; `hedged`: the evidence gives it with a bound that the draft leaves out;
`coarser`: the evidence's is the draft's at a coarser grain; `converted`: the same in another unit; `room`: the
evidence leaves it open; `apart`: neither can be the other."""

SHARE_STEP = 2.0
"""How finely "a third" is meant, in percent."""
CURRENCY = re.compile("[A-Z]{3}")
OPEN_TOP, OPEN_BOTTOM = frozenset({"at_least", "more_than"}), frozenset({"at_most", "less_than"})
ROUGH = frozenset({"exact", "about", "nearly"})
FAR = 1.5
"""How many times its bound a number may be and still be what "more than" speaks of."""
SPREAD = 10
""" "Hundreds" are fewer than ten hundred."""
HEDGED = 0.05
"""What "about" leaves open at most, as a share of the number."""
NEARLY = 0.9
"""What "nearly" and "almost" reach down to, as a share of the number."""
COARSEST = 0.5
"""The coarsest grain of a number, as a share: half of it lies on each side."""
CONVERTED = 0.1
"""How far a rounded conversion may be off, as a share."""
ROUND = 1000
"""From here on a count is rounded without a word; a smaller one is taken at its word."""


def standing(draft: Claim, evidence: Claim) -> Standing | None:
    """None where the two give no numbers of one dimension."""
    draft = _as(draft, evidence)
    evidence = _as(evidence, draft)
    factor = units.factor(evidence.unit, draft.unit)
    if factor is None or _point(draft) is None or _point(evidence) is None:
        return None
    if draft.unit != evidence.unit:
        return _across(draft, evidence, factor)
    if draft.value is None or evidence.value is None:
        return _open(draft, evidence)
    if math.isclose(draft.value, evidence.value, rel_tol=1e-9):
        return _same(draft, evidence)
    return _valued(draft, evidence, draft.value, evidence.value)


def _as(claim: Claim, other: Claim) -> Claim:
    """The claim in the other's unit, where that is another reading of what it prints ("$", "pound", "ton"), or where it
    is a share: "a third" beside "34 percent"."""
    money = next((unit for unit in claim.unit_alternatives if CURRENCY.fullmatch(unit)), "")
    if money and other.kind == "money" != claim.kind:
        return replace(claim, unit=money, kind="money")
    if (claim.kind, other.kind) == ("ratio", "percent") and not claim.unit:
        value, low, high = (None if one is None else one * 100 for one in (claim.value, claim.low, claim.high))
        return replace(claim, value=value, low=low, high=high, step=SHARE_STEP, unit=other.unit, kind="percent")
    if claim.unit != other.unit and other.unit in claim.unit_alternatives:
        return replace(claim, unit=other.unit, kind=other.kind)
    return claim


def _point(claim: Claim) -> float | None:
    return next((one for one in (claim.value, claim.low, claim.high) if one is not None), None)


def _same(draft: Claim, evidence: Claim) -> Standing:
    """One number with the words that bound it."""
    if draft.bound == evidence.bound:
        return "equal"
    if evidence.bound == "exact" or (evidence.bound == "at_least" and draft.bound == "about"):
        return "implied" if draft.bound in {"about", "at_least", "at_most"} else "hedged"
    return "hedged"


def _valued(draft: Claim, evidence: Claim, said: float, known: float) -> Standing:
    """Two numbers that are not equal."""
    if draft.bound in OPEN_TOP and evidence.bound not in OPEN_BOTTOM:
        return "implied" if said < known <= said * FAR else _open_at_one_end(draft, evidence, known)
    if draft.bound in OPEN_BOTTOM and evidence.bound not in OPEN_TOP:
        return "implied" if said / FAR <= known < said else _open_at_one_end(draft, evidence, known)
    if _reaches(draft, known) and (draft.bound in {"about", "nearly"} or _finer(evidence, draft)):
        return "rounded"
    if evidence.bound in ROUGH and _reaches(evidence, said) and _finer(draft, evidence):
        return "coarser"
    if (evidence.bound in OPEN_TOP and said > known) or (evidence.bound in OPEN_BOTTOM and said < known):
        return "room"
    return "apart"


def _open_at_one_end(draft: Claim, evidence: Claim, known: float) -> Standing:
    """Two bounds on one side are one number where the draft's is the evidence's rounded."""
    alike = draft.bound == evidence.bound and _reaches(replace(draft, bound="exact", kind="other"), known)
    return "rounded" if alike else "apart"


def _reaches(claim: Claim, number: float) -> bool:
    """Whether the claim's number may be `number`, rounded."""
    low, high = reach(claim)
    return low <= number <= high


def reach(claim: Claim) -> tuple[float, float]:
    """The numbers that a writer may have rounded to this one, hedges taken in."""
    value = claim.value or 0.0
    if claim.bound == "exact" and claim.kind == "count" and abs(value) < ROUND:
        return value, value
    # "1 billion" is printed to the billion, and hardly ever meant so.
    size = min(grain.grain(value, claim.step), abs(value) * COARSEST)
    if claim.bound == "exact":
        return value - size / 2, value + size / 2
    most = max(size / 2, min(_place(value) / 2, abs(value) * HEDGED))
    if claim.bound == "nearly":
        return value * NEARLY, value
    return value - most, value + most


def _place(value: float) -> float:
    """The place of the last digit that is not zero: 1,000 for 5,000."""
    if not value:
        return 1.0
    mantissa, _, power = f"{abs(value):.14e}".partition("e")
    kept = mantissa.replace(".", "").rstrip("0")
    return 10.0 ** (int(power) - len(kept) + 1)


def _finer(one: Claim, other: Claim) -> bool:
    """Whether the first is meant more finely."""
    return grain.grain(one.value or 0.0, one.step) < grain.grain(other.value or 0.0, other.step) or (
        _place(one.value or 0.0) < _place(other.value or 0.0)
    )


def _open(draft: Claim, evidence: Claim) -> Standing:
    """Where one of the two is a range, or an indefinite number such as "dozens"."""
    if (draft.low, draft.high, draft.bound) == (evidence.low, evidence.high, evidence.bound):
        return "equal"
    low, high = _ends(draft)
    if evidence.value is not None:
        return "implied" if low <= evidence.value <= high else "apart"
    first, last = _ends(evidence)
    if draft.value is not None:
        return "room" if first <= draft.value <= last else "apart"
    if low <= first and last <= high:
        return "implied"
    return "room" if max(low, first) <= min(high, last) else "apart"


def _ends(claim: Claim) -> tuple[float, float]:
    low, high = claim.low, claim.high
    if claim.bound == "indefinite" and low is not None:
        return low, (high if high is not None else low * SPREAD)
    return (-math.inf if low is None else low), (math.inf if high is None else high)


def _across(draft: Claim, evidence: Claim, factor: float) -> Standing:
    """Two numbers in two units of one dimension."""
    if draft.value is None or evidence.value is None:
        return "room"
    low, high = grain.interval(draft.value, draft.step)
    first, last = (end * factor for end in grain.interval(evidence.value, evidence.step))
    known = evidence.value * factor
    if max(low, first) <= min(high, last) and math.isclose(draft.value, known, rel_tol=CONVERTED):
        return "converted"
    if draft.bound in OPEN_TOP and draft.value < known <= draft.value * FAR:
        return "implied"
    return "apart"


def digits(claim: Claim) -> str:
    """The digits of the printed number without its zeros at the end: "64" of 640, "6" of 0.6."""
    if claim.value is None or not claim.value:
        return ""
    return f"{abs(claim.value):.12e}".partition("e")[0].replace(".", "").rstrip("0")


def slip(draft: Claim, evidence: Claim) -> str:
    """In what the two are off if they are meant to be one: "unit", "magnitude" or ""; the digits are the same."""
    draft, evidence = _as(draft, evidence), _as(evidence, draft)
    if draft.value is None or evidence.value is None or digits(draft) != digits(evidence):
        return ""
    if draft.unit == evidence.unit:
        return "magnitude" if _shifted(draft.value, evidence.value, digits(draft)) else ""
    if draft.kind != evidence.kind and {draft.kind, evidence.kind} != {"percent", "points"}:
        return ""
    if math.isclose(draft.value, evidence.value, rel_tol=1e-9):
        return "unit"
    return "unit and magnitude" if _shifted(draft.value, evidence.value, digits(draft)) else ""


def _shifted(one: float, other: float, said: str) -> bool:
    """Whether the two differ by a zero, which takes two digits to tell, or by a thousand or a million."""
    ratio = round(max(abs(one), abs(other)) / min(abs(one), abs(other)))
    return ratio in {1_000, 1_000_000} or (ratio == 10 and len(said) > 1)
