"""What the evidence says of one number of the draft: one of six verdicts, with the claims it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from recon.evidence.held import BEARS, SUPPORTS, Held, day_of, standing_of, weight, within
from recon.evidence.likeness import Ground, contradicts, difference, strong
from recon.evidence.numbers import digits, slip
from recon.evidence.origins import credit
from recon.evidence.readings import Reading, near
from recon.evidence.rules import Name
from recon.evidence.successors import came_later, end_of, kin, newest_after, outgrown, relation, takes_over
from recon.model import Claim

TELLING = 3
"""Digits that two numbers of one story hardly share by chance."""
NEAR = 1.5
"""How many times a number may be another that is worth a note beside it."""
CLOSE, FAR = 2, 20
"""With more words near both numbers than the first, one may be so many times the other and in conflict with it."""
RIVALRY = 5
"""How many times one number may be another that it is in conflict with."""


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
    held = [_held(draft, one, ground) for one in evidence]
    alike = [one for one in held if not one.apart and one.standing is not None]
    return (
        _backed(draft, held, ground, series)
        or _off(draft, held)
        or _against(draft, alike)
        or _missing(draft, alike, held)
    )


def _held(draft: Reading, evidence: Reading, ground: Ground) -> Held:
    apart = difference(draft, evidence, ground)
    return Held(evidence, standing_of(draft, evidence), apart, not apart and strong(draft, evidence, ground))


def _backed(draft: Reading, held: Sequence[Held], ground: Ground, series: Mapping[str, str]) -> Verdict | None:
    """Supported, rounded or superseded."""
    alike = [one for one in held if not one.apart and one.standing is not None]
    told = [one for one in alike if one.standing in BEARS and _asserts(one.reading, draft)]
    # "Thousands" are said of many things: it takes more to bear them out than a number takes.
    vague = draft.claim.bound == "indefinite"
    told = [one for one in told if not contradicts(draft, one.reading) and (one.strong or not vague)]
    former = [one for one in held if one.apart == "is what it was before" and one.standing in BEARS]
    if not told and former:
        now = [one for one in alike if one.claim.doc == former[0].claim.doc and one.standing == "apart"]
        return Verdict("superseded", draft.claim, "former", (now[0].claim, former[0].claim)) if now else None
    if not told:
        return None
    moved = [one for one in told if one.standing == "implied" and not _one_number(draft.claim, one.claim)]
    if len(moved) < len(told):  # beside the number itself, one that only implies it may be its successor
        told = [one for one in told if one not in moved]
        alike = [replace(one, standing="apart", strong=True) if one in moved else one for one in alike]
    exact = [one for one in told if one.standing in SUPPORTS]
    best = sorted(exact or told, key=lambda one: weight(one, draft), reverse=True)
    newer = newest_after(best, [*(one for one in alike if one.strong), *kin(best, held, ground, series)])
    if newer is not None and not came_later(newer, draft):
        older = best[0].claim
        told_why = relation(older, newer.claim)[1]
        return Verdict("superseded", draft.claim, "newer", (newer.claim, older), (told_why,) if told_why else ())
    notes = (*credit(draft.claim, best[0].claim), *_rivals(best[0], alike))
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


def _rivals(best: Held, alike: Iterable[Held]) -> tuple[str, ...]:
    """Other numbers of the same quantity and no earlier day."""
    others = {
        (one.claim.text, one.claim.origin)
        for one in alike
        if one.standing == "apart"
        and one.strong
        and (day_of(one.claim), end_of(one.claim)) >= (day_of(best.claim), end_of(best.claim))
        and within(best.claim, one.claim, NEAR)
    }
    return tuple(
        f"the evidence has {text} too{f' ({origin})' if origin else ''}" for text, origin in sorted(others)[:2]
    )


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
    denied = [one for one in alike if one.reading.denied != draft.denied and one.standing in BEARS]
    if denied:
        return Verdict("conflict", draft.claim, "asserted" if draft.denied else "denied", (denied[0].claim,))
    turned = [one for one in alike if one.standing in BEARS and one.strong and contradicts(draft, one.reading)]
    if turned:
        return Verdict("conflict", draft.claim, "turned", (turned[0].claim,))
    apart = [
        one
        for one in alike
        if one.standing == "apart"
        and one.strong
        and _asserts(one.reading, draft)
        and not came_later(one, draft)
        and within(draft.claim, one.claim, FAR if len(near(draft) & near(one.reading)) > CLOSE else RIVALRY)
    ]
    if not apart:
        return None
    best = sorted(apart, key=lambda one: (day_of(one.claim), weight(one, draft)), reverse=True)
    printed = draft.claim.published
    if printed and (newer := [one for one in best if day_of(one.claim) > printed and takes_over(one.reading, draft)]):
        why = relation(draft.claim, newer[0].claim)[1]
        return Verdict("superseded", draft.claim, "newer", (newer[0].claim,), (why,) if why else ())
    if printed and draft.role and all(outgrown(one, draft, printed) for one in best):
        return Verdict("not found", draft.claim, "older", (best[0].claim,))
    return Verdict(
        "conflict", draft.claim, "apart", tuple(one.claim for one in best), credit(draft.claim, best[0].claim)
    )


def _missing(draft: Reading, alike: Sequence[Held], held: Sequence[Held]) -> Verdict:
    ahead = [one for one in alike if one.standing in BEARS]
    if ahead:
        return Verdict("not found", draft.claim, "ahead", (ahead[0].claim,))
    room = [one for one in alike if one.standing == "room" and within(draft.claim, one.claim, RIVALRY)]
    if room:
        return Verdict("not found", draft.claim, "room", (room[0].claim,))
    other = [one for one in held if one.apart and one.claim.value == draft.claim.value is not None]
    if other:
        return Verdict("not found", draft.claim, "other", (other[0].claim,), apart=other[0].apart)
    return Verdict("not found", draft.claim, "")
