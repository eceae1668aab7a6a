"""The slots of the claims of many documents, in order: a bare number counts what an earlier one of its text did."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from recon.model import Claim, Document
from recon.series.counted import COMPARED, HEDGES, canonical, certainty, state_of
from recon.series.numbers import number, telling
from recon.series.owners import owner
from recon.series.seen import Seen, seen
from recon.series.slots import Slots, slots_of
from recon.series.stories import Stories
from recon.series.vocabulary import CARRIERS, NOT_PERSONS, THINGS

Anchor = tuple[object, ...]
"""What a claim that does not say what it counts shares with those of its quantity; empty for one that does."""
Read = tuple[Claim, Slots, Anchor]

NEXT = 350
"""Characters within which a bare number may still count what a number before it did."""
FEW = 20
"""Counts below this are printed of too many things."""
MANY = 8
"""How many numbers back it may reach."""
BROUGHT = re.compile(
    r"\b(?:br(?:ing|ings|inging|ought)|tak(?:e|es|ing)|took|rais(?:es?|ed|ing)|push(?:es|ed|ing)?|lift(?:s|ed|ing)?) "
    rf"(?:the|its|their) (?:\w+ )?(?:total|figure|tally|count)(?: [a-z]+){{0,2}} to {HEDGES}$"
)
"""What makes a number the sum of the one before it and those before that."""
LIKE = {"count": 6.0, "money": 2.0, "rate": 2.0, "area": 6.0, "percent": 3.0}
"""How many times larger or smaller it may be, by kind."""


def read(claims: Iterable[Claim], texts: Mapping[str, Document], told: Stories) -> Iterator[Read]:
    """Each claim with its slots and its anchor. A bare number counts what the last like it in its text did: "won 112
    seats; the other took 71", "from 137", "the 2,500 reported on Friday"."""
    before: deque[Read] = deque(maxlen=MANY)
    for claim in claims:
        if before and before[-1][0].doc != claim.doc:
            before.clear()
        place = seen(claim, texts.get(claim.doc))
        slots = slots_of(claim, place)
        anchor = () if slots.telling else _alone(claim, tight=told.tight(claim.doc))
        found = (_taken_up(claim, slots, place, before) or _meant(claim, slots, place, before)) if place.text else None
        if not found and before and not slots.telling and claim.measure == "increment":
            found = _added_to(claim, before)
        if found:
            slots, anchor = _taken(slots, found[1], place), found[2]
            slots = replace(slots, group=certainty(slots.role, claim.noun, place) or slots.group)
        elif before and slots.part and not slots.role and _in_one_sentence(claim, before[-1][0]):
            role = before[-1][1].role
            slots = replace(slots, role=role, group=certainty(role, claim.noun, place))
        elif before and not slots.stated and (claim.measure == "increment" or not claim.noun):
            last, known, _ = before[-1]
            if known.stated and known.places and claim.part == last.part and claim.start - last.end < NEXT:
                slots = replace(slots, places=known.places)
        one = claim, slots, anchor
        before.append(one)
        yield one


def _alone(claim: Claim, *, tight: bool) -> Anchor:
    """A number that hardly meets by chance is one quantity wherever its story prints it; in a story of one happening
    so is any but a small count. Many people are of one age."""
    numbers = (claim.value, claim.low, claim.high, claim.unit)
    if claim.kind == "age":
        return claim.doc, *numbers
    hardly = telling(claim) or (tight and (claim.kind != "count" or (claim.value or 0.0) >= FEW))
    return numbers if hardly else (claim.doc, *numbers)


def _taken(slots: Slots, earlier: Slots, place: Seen) -> Slots:
    """The slots of a bare number, with what the earlier number counts, and where; what became of things is told anew:
    "destroyed 104 homes and damaged 23"."""
    places = slots.places if slots.stated and slots.places else earlier.places
    stated = slots.stated if places == slots.places else earlier.stated
    group = (state_of(place) if earlier.head in THINGS else "") or earlier.group
    return replace(slots, role=earlier.role, head=earlier.head, group=group, places=places, stated=stated)


def _meant(claim: Claim, slots: Slots, place: Seen, before: deque[Read]) -> Read | None:
    """The earlier number that a bare one stands beside; None where it says itself what it counts."""
    if not _bare(claim):
        return None
    like = [
        one
        for one in reversed(before)
        if (one[0].kind, one[0].unit, one[0].part) == (claim.kind, claim.unit, claim.part)
    ]
    compared = COMPARED.search(place.before) or BROUGHT.search(place.before)
    beside = [one for one in like if one[0].sentence_start == claim.sentence_start]
    if compared and beside:
        return next((one for one in beside if not one[1].part), beside[0])
    if slots.telling:
        return _of_kind(claim, slots, like)
    if claim.kind == "percent" and not owner(place):
        return None
    same = next((one for one in like if number(one[0]) == number(claim) and telling(claim)), None)
    counted = (one for one in like if one[1].telling or claim.kind == "count")
    return same or next((one for one in counted if _comparable(claim, one[0])), None)


def _taken_up(claim: Claim, slots: Slots, place: Seen, before: deque[Read]) -> Read | None:
    """The earlier number of the text that a bare one, whose own words say nothing, has its subject from."""
    if BROUGHT.search(place.before):
        return None
    if claim.noun or not claim.subject or slots.role or slots_of(replace(claim, subject=""), place).telling:
        return None
    head = canonical(claim.subject.split()[-1].lower())
    like = [
        one
        for one in reversed(before)
        if (one[0].kind, one[0].part) == (claim.kind, claim.part) and _comparable(claim, one[0])
    ]
    return next((one for one in like if head in {canonical(word) for word in one[0].noun.lower().split()}), None)


def _added_to(claim: Claim, before: deque[Read]) -> Read | None:
    """The count of people that more people are added to: "the toll rose to 41. Five more people were found"."""
    last = next((one for one in reversed(before) if one[0].kind == "count" and one[1].role), None)
    near = last is not None and last[0].part == claim.part and claim.start - last[0].end < NEXT
    return last if near and claim.kind == "count" else None


def _of_kind(claim: Claim, slots: Slots, like: Sequence[Read]) -> Read | None:
    """The number before a bare one of its role that says of whom: "12 soldiers were killed; the rebels say they killed
    60"."""
    same = [one for one in like if number(one[0]) == number(claim) and telling(claim)] or like
    last = same[0] if same and not claim.noun and slots.role and not slots.head and not slots.part else None
    if last is None or last[1].head in NOT_PERSONS or last[0].measure == "increment" or last[1].role != slots.role:
        return None
    return last if last[1].head and _comparable(claim, last[0]) else None


def _in_one_sentence(a: Claim, b: Claim) -> bool:
    same = (a.doc, a.part, a.sentence_start) == (b.doc, b.part, b.sentence_start)
    return same and (a.kind, a.unit) == (b.kind, b.unit)


def _bare(claim: Claim) -> bool:
    words = re.findall(r"[a-z]+", claim.noun.lower())
    return not words or words[-1] in CARRIERS


def _comparable(claim: Claim, last: Claim) -> bool:
    mine, theirs = claim.value or claim.high or claim.low, last.value or last.high or last.low
    if not mine or not theirs or claim.kind not in LIKE or claim.start - last.end > NEXT:
        return False
    return max(mine, theirs) <= LIKE[claim.kind] * min(mine, theirs)
