"""What the evidence says of one number of the draft: one of six verdicts, with the claims it rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from recon.evidence.likeness import Ground, contradicts, difference, strong
from recon.evidence.numbers import Standing, digits, slip, standing
from recon.evidence.readings import Reading
from recon.evidence.rules import Name
from recon import units
from recon.model import Claim
from recon.series.judging import judge as relation_of
from recon.series.judging import side

SUPPORTS: frozenset[Standing] = frozenset({"equal", "implied"})
ROUNDS: frozenset[Standing] = frozenset({"rounded", "hedged", "coarser", "converted"})
NOBODY = frozenset("officials official authorities local police sources source reports report update it they".split())
"""Words of origins that name nobody whom another could not be."""
TELLING = 3
"""Digits that two numbers of one story hardly share by chance."""
AGES = 1
"""Days after which a toll of the evidence says nothing against a higher one."""
RIVALRY = 5
"""How many times one number may be another that it is in conflict with."""
STEPS = 20
"""How many times a number may be one that it took the place of: tolls grow fast."""


@dataclass(frozen=True, slots=True)
class Held:
    """A claim of the evidence held against the draft's: how the numbers stand, and what tells the two apart ("" where
    nothing does); `strong` where even numbers that differ are of one quantity."""

    reading: Reading
    standing: Standing | None
    apart: str
    strong: bool

    @property
    def claim(self) -> Claim:
        return self.reading.claim


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on a claim of the draft, and its reason in a word; `shown` are the claims it rests on, the weightiest
    first, `apart` what tells the first from the draft's, `notes` what else an editor must know."""

    name: Name
    draft: Claim
    why: str
    shown: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = ()
    apart: str = ""


def judge(draft: Reading, evidence: Sequence[Reading], ground: Ground, series: Mapping[str, str]) -> Verdict:
    """Hold a number of the draft against the claims of the evidence that may speak of it; `series` tells which of
    these speak of one quantity among themselves."""
    held = [
        Held(one, _standing(draft, one), difference(draft, one, ground), strong(draft, one, ground)) for one in evidence
    ]
    alike = [one for one in held if not one.apart and one.standing is not None]
    return (
        _backed(draft, held, ground, series)
        or _off(draft, held)
        or _against(draft, alike)
        or _missing(draft, alike, held)
    )


def _standing(draft: Reading, evidence: Reading) -> Standing | None:
    """How the numbers stand; None for two rates by different times."""
    by = {draft.per, evidence.per} - {""}
    return None if len(by) > 1 else standing(draft.claim, evidence.claim)


def _backed(draft: Reading, held: Sequence[Held], ground: Ground, series: Mapping[str, str]) -> Verdict | None:
    """Supported, rounded or superseded."""
    alike = [one for one in held if not one.apart and one.standing is not None]
    told = [one for one in alike if one.standing in SUPPORTS | ROUNDS and _asserts(one.reading, draft)]
    told = [one for one in told if not contradicts(draft, one.reading)]
    former = [one for one in held if one.apart == "is what it was before" and one.standing in SUPPORTS | ROUNDS]
    if not told and former:
        moved = [one for one in alike if one.claim.doc == former[0].claim.doc and one.standing == "apart"]
        if moved:
            shown = (moved[0].claim, former[0].claim)
            return Verdict("superseded", draft.claim, "former", shown)
    if not told:
        return None
    moved = [one for one in told if one.standing == "implied" and not _one_number(draft.claim, one.claim)]
    if len(moved) < len(told):  # beside the number itself, one that only implies it may be its successor
        told = [one for one in told if one not in moved]
        alike = [replace(one, standing="apart", strong=True) if one in moved else one for one in alike]
    exact = [one for one in told if one.standing in SUPPORTS]
    best = sorted(exact or told, key=_weight, reverse=True)
    newer = _newer(best, [*(one for one in alike if one.strong), *_kin(best, held, ground, series)])
    if newer is not None:
        older = best[0].claim
        told_why = _relation(older, newer.claim)[1]
        return Verdict("superseded", draft.claim, "newer", (newer.claim, older), (told_why,) if told_why else ())
    notes = (*_credit(draft.claim, best[0].claim), *_rivals(best[0], alike))
    shown = tuple(one.claim for one in best)
    if exact:
        return Verdict("supported", draft.claim, str(best[0].standing), shown, notes)
    return Verdict("rounded", draft.claim, str(best[0].standing), shown, notes)


def _one_number(draft: Claim, evidence: Claim) -> bool:
    return draft.value is None or (draft.value, draft.unit) == (evidence.value, evidence.unit)


def _asserts(evidence: Reading, draft: Reading) -> bool:
    """Whether the evidence says it as firmly as the draft: what is foreseen or denied does not back what is."""
    if evidence.denied or draft.denied:
        return evidence.denied == draft.denied
    return draft.ahead or not evidence.ahead


def _weight(one: Held) -> tuple[bool, bool, dt.date, bool]:
    claim = one.claim
    return claim.part == "body", claim.origin_basis == "named", _day(claim), one.standing == "equal"


def _day(claim: Claim) -> dt.date:
    return claim.published or claim.as_of_end or dt.date.min


def _newer(told: Sequence[Held], alike: Iterable[Held]) -> Held | None:
    """The newest claim that takes the place of all that back the draft's number."""
    last = max((_day(one.claim), _end(one.claim)) for one in told)
    later = [
        one
        for one in alike
        if one.standing == "apart"
        and (_day(one.claim), _end(one.claim)) > last
        and one.claim.value is not None
        and _within(told[0].claim, one.claim, STEPS)
        and _day(one.claim) > dt.date.min
        and not one.reading.denied
        and any(_takes_over(one.reading, other.reading) for other in told)
    ]
    return max(later, key=lambda one: (_day(one.claim), one.claim.id), default=None)


def _kin(told: Sequence[Held], held: Iterable[Held], ground: Ground, series: Mapping[str, str]) -> list[Held]:
    """Claims that are of one series with a backing one and speak of its quantity, though not in the draft's words."""
    keys = {series.get(one.claim.id) for one in told} - {None}
    return [
        one
        for one in held
        if one.apart
        and one.standing == "apart"
        and series.get(one.claim.id) in keys
        and strong(told[0].reading, one.reading, ground)
        and not difference(told[0].reading, one.reading, ground)
    ]


def _relation(older: Claim, newer: Claim) -> tuple[str, str]:
    """How the two stand, and why in words; ("", "") where that is not told."""
    a, b = side(older, older.unit), side(newer, older.unit)
    return (relation_of(a, b) if a and b else None) or ("", "")


def _end(claim: Claim) -> dt.date:
    return claim.as_of_end or dt.date.min


def _takes_over(newer: Reading, older: Reading) -> bool:
    """Whether a newer number takes the place of an older one: a named origin's own always does; that of an outlet which
    names nobody, where it is a higher toll, or a newer forecast of the same outlet."""
    unnamed = "outlet" in {newer.claim.origin_basis, older.claim.origin_basis}
    if not unnamed:
        return same_origin(newer.claim, older.claim)
    relation = _relation(older.claim, newer.claim)
    if newer.ahead and older.ahead:
        return same_origin(newer.claim, older.claim)
    return relation[0] == "updated" and bool(newer.role)


def same_origin(one: Claim, other: Claim) -> bool:
    """Whether the origins of two claims are named alike: "police" and "Police in Orsted"."""
    mine, theirs = _words(one.origin), _words(other.origin)
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine)


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in name.lower().replace(",", " ").split() if word not in {"the", "of", "in", "a"})


def _credit(draft: Claim, evidence: Claim) -> tuple[str, ...]:
    unnamed = not (_words(draft.origin) - NOBODY and _words(evidence.origin) - NOBODY)
    if {draft.origin_basis, evidence.origin_basis} != {"named"} or unnamed or same_origin(draft, evidence):
        return ()
    return (f"the draft credits {draft.origin}, the evidence {evidence.origin}",)


def _rivals(best: Held, alike: Iterable[Held]) -> tuple[str, ...]:
    """Other numbers of the same quantity and no earlier day."""
    others = {
        (one.claim.text, one.claim.origin)
        for one in alike
        if one.standing == "apart"
        and one.strong
        and _day(one.claim) >= _day(best.claim)
        and _within(best.claim, one.claim, RIVALRY)
    }
    return tuple(
        f"the evidence has {text} too{f' ({origin})' if origin else ''}" for text, origin in sorted(others)[:2]
    )


def _within(one: Claim, other: Claim, most: float) -> bool:
    """Whether the larger number is at most so many times the smaller; two that differ more count two things."""
    factor = units.factor(other.unit, one.unit)
    mine, theirs = _number(one), (_number(other) or 0.0) * (factor or 0.0)
    return bool(mine and theirs) and 1 / most <= theirs / (mine or 1.0) <= most


def _number(claim: Claim) -> float | None:
    return next((abs(one) for one in (claim.value, claim.low, claim.high) if one), None)


def _off(draft: Reading, held: Sequence[Held]) -> Verdict | None:
    """The same digits of the same quantity in another unit or magnitude."""
    for one in held:
        times = draft.per and one.reading.per and draft.per != one.reading.per
        what = slip(draft.claim, one.claim) or ("unit" if times and one.claim.value == draft.claim.value else "")
        known = one.strong or len(digits(draft.claim)) >= (TELLING if "magnitude" in what else TELLING - 1)
        if what and not one.apart and known and not one.reading.denied:
            return Verdict("off", draft.claim, what, (one.claim,))
    return None


def _against(draft: Reading, alike: Sequence[Held]) -> Verdict | None:
    denied = [one for one in alike if one.reading.denied and one.standing in SUPPORTS | ROUNDS]
    if denied and not draft.denied:
        return Verdict("conflict", draft.claim, "denied", (denied[0].claim,))
    turned = [one for one in alike if one.standing in SUPPORTS | ROUNDS and contradicts(draft, one.reading)]
    if turned:
        return Verdict("conflict", draft.claim, "turned", (turned[0].claim,))
    apart = [
        one
        for one in alike
        if one.standing == "apart"
        and one.strong
        and _asserts(one.reading, draft)
        and _within(draft.claim, one.claim, RIVALRY)
    ]
    if not apart:
        return None
    best = sorted(apart, key=lambda one: (_day(one.claim), _weight(one)), reverse=True)
    printed = draft.claim.published
    if printed and (newer := [one for one in best if _day(one.claim) > printed and _takes_over(one.reading, draft)]):
        why = _relation(draft.claim, newer[0].claim)[1]
        return Verdict("superseded", draft.claim, "newer", (newer[0].claim,), (why,) if why else ())
    if printed and draft.role and all(_outgrown(one, draft, printed) for one in best):
        return Verdict("not found", draft.claim, "older", (best[0].claim,))
    return Verdict(
        "conflict", draft.claim, "apart", tuple(one.claim for one in best), _credit(draft.claim, best[0].claim)
    )


def _outgrown(one: Held, draft: Reading, printed: dt.date) -> bool:
    """Whether the evidence's toll is lower and so much older that it may have grown to the draft's."""
    lower = (_number(one.claim) or 0.0) < (_number(draft.claim) or 0.0)
    return lower and (printed - _day(one.claim)).days > AGES


def _missing(draft: Reading, alike: Sequence[Held], held: Sequence[Held]) -> Verdict:
    ahead = [one for one in alike if one.standing in SUPPORTS | ROUNDS]
    if ahead:
        return Verdict("not found", draft.claim, "ahead", (ahead[0].claim,))
    room = [one for one in alike if one.standing in {"room", "coarser"}]
    if room:
        return Verdict("not found", draft.claim, "room", (room[0].claim,))
    other = [one for one in held if one.apart and one.claim.value == draft.claim.value is not None]
    if other:
        return Verdict("not found", draft.claim, "other", (other[0].claim,), apart=other[0].apart)
    return Verdict("not found", draft.claim, "")
