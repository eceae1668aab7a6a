"""What the evidence says of one number of the draft: one of six verdicts, with the claims it rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from recon.evidence.likeness import contradicts, difference
from recon.evidence.numbers import Standing, digits, slip, standing
from recon.evidence.readings import Reading
from recon.model import Claim
from recon.series.judging import judge as relation_of
from recon.series.judging import side
from recon.series.nesting import Nesting

Name = Literal["supported", "rounded", "superseded", "conflict", "off", "not found"]

SUPPORTS: frozenset[Standing] = frozenset({"equal", "implied"})
ROUNDS: frozenset[Standing] = frozenset({"rounded", "hedged", "coarser", "converted"})


@dataclass(frozen=True, slots=True)
class Held:
    """A claim of the evidence held against the draft's: how the numbers stand, and what tells the two apart ("" where
    nothing does)."""

    reading: Reading
    standing: Standing | None
    apart: str

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


def judge(draft: Reading, evidence: Sequence[Reading], nesting: Nesting, series: Mapping[str, str]) -> Verdict:
    """Hold a number of the draft against the claims of the evidence that may speak of it; `series` tells which of
    these speak of one quantity among themselves."""
    held = [Held(one, standing(draft.claim, one.claim), difference(draft, one, nesting)) for one in evidence]
    alike = [one for one in held if not one.apart and one.standing is not None]
    return (
        _backed(draft, held, nesting, series)
        or _off(draft, held)
        or _against(draft, alike)
        or _missing(draft, alike, held)
    )


def _backed(
    draft: Reading, held: Sequence[Held], nesting: Nesting, series: Mapping[str, str]
) -> Verdict | None:
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
    exact = [one for one in told if one.standing in SUPPORTS]
    best = sorted(exact or told, key=_weight, reverse=True)
    newer = _newer(best, [*alike, *_kin(best, held, nesting, series)])
    if newer is not None:
        older = best[0].claim
        told_why = how(older, newer.claim)
        return Verdict("superseded", draft.claim, "newer", (newer.claim, older), (told_why,) if told_why else ())
    notes = (*_credit(draft.claim, best[0].claim), *_rivals(alike))
    shown = tuple(one.claim for one in best)
    if exact:
        return Verdict("supported", draft.claim, str(best[0].standing), shown, notes)
    return Verdict("rounded", draft.claim, str(best[0].standing), shown, notes)


def _asserts(evidence: Reading, draft: Reading) -> bool:
    """Whether the evidence says it as firmly as the draft: what is foreseen or denied does not back what is."""
    if "denied" in {evidence.claim.status, draft.claim.status}:
        return evidence.claim.status == draft.claim.status
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
        and _day(one.claim) > dt.date.min
        and one.claim.status != "denied"
        and any(_one_origin(one.reading, other.reading) for other in told)
    ]
    return max(later, key=lambda one: (_day(one.claim), one.claim.id), default=None)


def _kin(
    told: Sequence[Held], held: Iterable[Held], nesting: Nesting, series: Mapping[str, str]
) -> list[Held]:
    """Claims that are of one series with a backing one and speak of its quantity, though not in the draft's words."""
    keys = {series.get(one.claim.id) for one in told} - {None}
    return [
        one
        for one in held
        if one.apart
        and one.standing == "apart"
        and series.get(one.claim.id) in keys
        and not difference(told[0].reading, one.reading, nesting)
    ]


def how(older: Claim, newer: Claim) -> str:
    """How the two stand, in the words of their relation; "" where there is none."""
    a, b = side(older, older.unit), side(newer, older.unit)
    relation = relation_of(a, b) if a and b else None
    return relation[1] if relation else ""


def _end(claim: Claim) -> dt.date:
    return claim.as_of_end or dt.date.min


def _one_origin(one: Reading, other: Reading) -> bool:
    """Whether the two go back to one origin; an outlet that names nobody speaks for the count as it stands."""
    if one.claim.origin_basis == "outlet" or other.claim.origin_basis == "outlet":
        return True
    return same_origin(one.claim, other.claim)


def same_origin(one: Claim, other: Claim) -> bool:
    """Whether the origins of two claims are named alike: "police" and "Police in Orsted"."""
    mine, theirs = _words(one.origin), _words(other.origin)
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine)


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in name.lower().replace(",", " ").split() if word not in {"the", "of", "in", "a"})


def _credit(draft: Claim, evidence: Claim) -> tuple[str, ...]:
    if draft.origin_basis != "named" or evidence.origin_basis != "named" or same_origin(draft, evidence):
        return ()
    return (f"the draft credits {draft.origin}, the evidence {evidence.origin}",)


def _rivals(alike: Sequence[Held]) -> tuple[str, ...]:
    others = sorted({(one.claim.text, one.claim.origin) for one in alike if one.standing == "apart"})
    return tuple(f"the evidence has {text} too{f' ({origin})' if origin else ''}" for text, origin in others[:2])


def _off(draft: Reading, held: Sequence[Held]) -> Verdict | None:
    """The same digits of the same quantity in another unit or magnitude."""
    for one in held:
        what = slip(draft.claim, one.claim)
        if what and not one.apart and one.claim.status != "denied":
            return Verdict("off", draft.claim, what, (one.claim,))
    return None


def _against(draft: Reading, alike: Sequence[Held]) -> Verdict | None:
    denied = [one for one in alike if one.claim.status == "denied" and one.standing in SUPPORTS | ROUNDS]
    if denied and draft.claim.status != "denied":
        return Verdict("conflict", draft.claim, "denied", (denied[0].claim,))
    turned = [one for one in alike if one.standing in SUPPORTS | ROUNDS and contradicts(draft, one.reading)]
    if turned:
        return Verdict("conflict", draft.claim, "turned", (turned[0].claim,))
    apart = [one for one in alike if one.standing == "apart" and _asserts(one.reading, draft)]
    if not apart:
        return None
    best = sorted(apart, key=_weight, reverse=True)
    return Verdict("conflict", draft.claim, "apart", tuple(one.claim for one in best), _credit(draft.claim, best[0].claim))


def _missing(draft: Reading, alike: Sequence[Held], held: Sequence[Held]) -> Verdict:
    ahead = [one for one in alike if one.standing in SUPPORTS | ROUNDS]
    if ahead:
        return Verdict("not found", draft.claim, "ahead", (ahead[0].claim,))
    room = [one for one in alike if one.standing in {"room", "coarser"}]
    if room:
        return Verdict("not found", draft.claim, "room", (room[0].claim,))
    other = [one for one in held if one.apart and digits(one.claim) == digits(draft.claim) and one.standing == "equal"]
    if other:
        return Verdict("not found", draft.claim, "other", (other[0].claim,), apart=other[0].apart)
    return Verdict("not found", draft.claim, "")
