"""What a sentence says of a number beside the words for it: who or what, how it is measured, where, when and whose.

Each rule gives what tells two numbers apart, in words that follow "the number", or "".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from recon.evidence.readings import Reading, near, one_story
from recon.evidence.stems import folded
from recon.geography import COUNTRIES, NATIONS
from recon.series.nesting import Nesting

LANDS = frozenset(word for name in COUNTRIES for word in name.lower().split())
"""The words of the names of countries."""
NEW = re.compile(r"\s*new\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def what_differs(draft: Reading, evidence: Reading) -> str:
    """Role, then noun."""
    if draft.role and evidence.role:
        if draft.role != evidence.role:
            return f"counts the {evidence.role}"
        heads = draft.slots.head, evidence.slots.head
        if _one_toll(draft, evidence):
            return ""
        return f"counts {heads[1] or 'all'}" if heads[0] != heads[1] and not _told_both(draft, evidence) else ""
    for one, other in ((draft, evidence), (evidence, draft)):
        if one.nouns and other.people and one.nouns[-1] not in near(other) | other.words:
            return f"counts {evidence.claim.noun}"
    head, its = draft.nouns[-1:], evidence.nouns[-1:]
    if head and its and head != its and draft.claim.kind == evidence.claim.kind:
        known = {*evidence.nouns, *evidence.words}, {*draft.nouns, *draft.words}
        if not (head[0] in known[0] and its[0] in known[1]):
            return f"counts {evidence.claim.noun}"
    if draft.role or evidence.role:
        one, other = (draft, evidence) if draft.role else (evidence, draft)
        beside = one.role in (*one.anchors.left, *one.anchors.right, *one.nouns)
        if one.role not in near(other) and (beside or not head or head != its):
            return f"counts {evidence.claim.noun or evidence.role}".rstrip()
    return ""


def _told_both(draft: Reading, evidence: Reading) -> bool:
    heads = {folded(one) or one for one in (draft.slots.head, evidence.slots.head) if one}
    return heads <= {*draft.words, *draft.nouns} and heads <= {*evidence.words, *evidence.nouns}


def measure_differs(draft: Reading, evidence: Reading) -> str:
    """A rate, a change and what was added are no totals; nor is what one takes in what the other leaves out."""
    if draft.slots.measure != evidence.slots.measure and "flow" in {draft.slots.measure, evidence.slots.measure}:
        return "is a rate" if evidence.slots.measure == "flow" else "is no rate"
    if draft.slots.scope != evidence.slots.scope and draft.slots.scope and evidence.slots.scope:
        return "differs in what it takes in"
    if draft.motion.change != evidence.motion.change and draft.motion.way and evidence.motion.way:
        return "is a change" if evidence.motion.change else "is a level"
    added = _added(draft), _added(evidence)
    if added[0] != added[1] and not (draft.motion.change and evidence.motion.change):
        return "was added" if added[1] else "is a total"
    return ""


def _added(reading: Reading) -> bool:
    """Whether the number comes on top of another; "500 new officers" may be all there are."""
    return reading.slots.measure == "increment" and not NEW.match(reading.sentence, reading.span[1])


def former_differs(draft: Reading, evidence: Reading) -> str:
    """What a number was before is not what it is, unless both name the time."""
    if draft.motion.former == evidence.motion.former:
        return ""
    if draft.motion.former and evidence.periods.told and draft.periods.told & evidence.periods.told:
        return ""
    return "is what it was before" if evidence.motion.former else "is what it is now"


def place_differs(draft: Reading, evidence: Reading, nesting: Nesting) -> str:
    """Two places that the sentences name for their numbers, of which none lies in the other."""
    mine, theirs = _stated(draft), _stated(evidence)
    if not mine or not theirs or set(mine) & set(theirs):
        return ""
    docs = (draft.claim.doc, evidence.claim.doc)
    if nesting.within(mine[0], theirs[0], docs) or nesting.within(theirs[0], mine[0], docs):
        return ""
    if any(words & frozenset(theirs[0].split()) for words in draft.names) and not _both(mine, evidence):
        return ""
    if (mine[0] in NATIONS) != (theirs[0] in NATIONS) and _one_toll(draft, evidence):
        return ""
    return f"is of {theirs[0].title()}"


def _one_toll(draft: Reading, evidence: Reading) -> bool:
    """Whether it is a toll that two texts of one story print alike; one may name the country, the other the place."""
    same = draft.claim.value == evidence.claim.value is not None and bool(draft.role) and draft.role == evidence.role
    return same and one_story(draft, evidence)


def _both(places: Iterable[str], reading: Reading) -> bool:
    lower = reading.sentence.lower()
    return any(place in lower for place in places)


def _stated(reading: Reading) -> tuple[str, ...]:
    """The places that the sentence itself names for the number, those of its speaker left out."""
    found = reading.slots.places
    told = f"{reading.claim.origin} {reading.claim.said_by}".lower()
    return found if found and found[0] in reading.sentence.lower() and found[0] not in told else ()


def period_differs(draft: Reading, evidence: Reading) -> str:
    """Two times, or the time of one and the present."""
    if draft.periods.clash(evidence.periods):
        return "is of another time"
    mine, theirs = draft.periods.years, evidence.periods.years
    published = evidence.claim.published
    if mine and not theirs and published and max(mine) < published.year - 1:
        return "is of another year"
    if theirs and not mine and published and max(theirs) < published.year - 1 and not draft.periods.told:
        return f"is of {max(theirs)}"
    told = f"{draft.claim.as_of_text} {evidence.claim.as_of_text}"
    dated = draft.claim.published and published and not YEAR.search(told)
    return "is of another year" if dated and draft.slots.year != evidence.slots.year else ""


def names_differs(draft: Reading, evidence: Reading) -> str:
    """The names of each sentence must not all be strangers to the other's document; a toll of one story is that of all
    its names."""
    if draft.role and draft.role == evidence.role and one_story(draft, evidence):
        return ""
    known = draft.page.names & evidence.page.names
    # A text that names no country may still tell of a place in the one that the other names.
    theirs = tuple(name for name in evidence.names if draft.page.names & LANDS or not name <= LANDS)
    if _strangers(draft.names, evidence) or (draft.page.names and not known and _strangers(theirs, draft)):
        named = ", ".join(sorted(" ".join(sorted(name)) for name in evidence.names)).title()
        return f"is of {named}" if named else f"is not of {_first(draft)}"
    return ""


def _first(draft: Reading) -> str:
    return " ".join(sorted(draft.names[0])).title() if draft.names else "it"


def _strangers(names: tuple[frozenset[str], ...], other: Reading) -> bool:
    return bool(names) and not any(name & other.page.names or _printed(name, other.page.lower) for name in names)


def _printed(name: frozenset[str], text: str) -> bool:
    return any(len(word) > 2 and word in text for word in name)


def owner_differs(draft: Reading, evidence: Reading) -> str:
    """The names nearest before the two numbers: two that differ tell them apart where both texts know both, or
    neither knows the other's."""
    mine, theirs = draft.owner, evidence.owner
    plain = draft.page.plain | evidence.page.plain
    if not mine or not theirs or mine & theirs or mine <= plain or theirs <= plain:
        return ""
    if (mine <= LANDS or theirs <= LANDS) and _one_toll(draft, evidence):
        return ""
    known = _printed(theirs, draft.page.lower), _printed(mine, evidence.sentence.lower())
    both = all(known) and _printed(theirs, draft.sentence.lower())
    alien = not known[0] and (known[1] or not _printed(mine, evidence.page.lower))
    others = theirs in draft.owners or mine in evidence.owners
    return f"is of {' '.join(sorted(theirs)).title()}" if both or alien or others else ""


def share_differs(draft: Reading, evidence: Reading) -> str:
    """ "61 of the 120 seats": a part is not held against a whole."""
    if "part" in {draft.share, evidence.share} and "whole" in {draft.share, evidence.share}:
        return f"is the {evidence.share}"
    return ""


def time_differs(draft: Reading, evidence: Reading) -> str:
    """What has been does not bear out what is to come."""
    return "is of what was, not of what will be" if draft.ahead and evidence.past else ""
