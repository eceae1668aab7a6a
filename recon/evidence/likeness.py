"""Whether a number of the draft and one of the evidence speak of the same quantity.

They do where nothing tells them apart (who or what, role, place, period, measure, the words nearest to the number) and
enough holds them together. Two claims are taken for different quantities rather than for one: a fact-checker who is
told "not found" looks again, one who is told "supported" does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from recon.evidence.readings import Reading
from recon.evidence.stems import rivals
from recon.series.nesting import Nesting

NEW = re.compile(r"\s*new\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
FEW = 2
"""Words beyond those near the number without which a nameless draft is taken to tell the evidence's story."""
ALIKE = 0.75
"""The share of the shorter sentence's words by which two sentences tell one thing."""
SMALL = 10
"""Below this a count is one of many of its sort."""
SHARED = 0.5
"""The share of the draft's words that the evidence must have where no name holds the two together."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What all pairs are judged on: which place lies in which, and the words that much of the evidence has."""

    nesting: Nesting
    common: frozenset[str] = frozenset()


def difference(draft: Reading, evidence: Reading, ground: Ground) -> str:
    """What tells the two apart, in words for a message; "" where they speak of one quantity."""
    rules: tuple[Callable[[Reading, Reading], str], ...] = (
        _what,
        _measure,
        lambda d, e: _place(d, e, ground.nesting),
        _period,
        _names,
        _owner,
        _share,
        _nearest,
        lambda d, e: _core(d, e, ground.common),
        _kinds,
        _topic,
        _time,
        _former,
    )
    return next(filter(None, (rule(draft, evidence) for rule in rules)), "")


def strong(draft: Reading, evidence: Reading, ground: Ground) -> bool:
    """Whether the two are so much alike that even two numbers that differ are taken for claims of one quantity."""
    if draft.ahead != evidence.ahead or "increment" in {draft.slots.measure, evidence.slots.measure} - _changes(draft):
        return False
    if draft.role and draft.role == evidence.role:
        return True
    strangers = _stranger(draft.holder, evidence) or _stranger(evidence.holder, draft)
    # Where there is much evidence, small counts are of one story and yet of many things.
    little = ground.common and any((one.claim.value or SMALL) < SMALL for one in (draft, evidence))
    if draft.anchors.borrowed or strangers or (little and draft.claim.kind == "count"):
        return False
    shared = near(draft) & near(evidence)
    known = near(draft) & (evidence.words | shared), near(evidence) & (draft.words | shared)
    both = draft.words & evidence.words
    alike = len(both) >= SHARED * len(draft.words | evidence.words)
    return bool(shared - ground.common) and (alike or len(known[0] | known[1]) > 1)


def _stranger(holder: frozenset[str], other: Reading) -> bool:
    """Whether a number that a name holds among several stands beside a sentence of other names."""
    return bool(holder and other.names) and not any(holder & name for name in other.names)


def _changes(draft: Reading) -> frozenset[str]:
    """A change of a level is one however often it is told; what is added to a count is another each time."""
    return frozenset({"increment"}) if draft.claim.kind in {"percent", "points", "money"} else frozenset()


def _core(draft: Reading, evidence: Reading, common: frozenset[str]) -> str:
    """What is counted must agree, and not only the story: in its role, or its noun and a word beside it."""
    heads = draft.nouns[-1:], evidence.nouns[-1:]
    role = draft.role
    if role and role == evidence.role:
        mine = {*draft.nouns[-1:]} - {*evidence.nouns, *evidence.words, role}
        theirs = {*evidence.nouns[-1:]} - {*draft.nouns, *draft.words, role}
        return f"counts {evidence.claim.noun}" if theirs else f"does not count {draft.claim.noun}" if mine else ""
    a, b = draft.anchors, evidence.anchors
    first = {*a.left[:1], *a.right[:1]}, {*b.left[:1], *b.right[:1]}
    linked = ((first[0] & near(evidence)) | (first[1] & near(draft))) - common
    if linked:
        return ""
    if heads[0] and heads[0] == heads[1]:
        sides = {*a.left, *a.right} & evidence.words, {*b.left, *b.right} & draft.words
        return "" if (sides[0] | sides[1]) - common or not all(first) else "is of something else"
    bare = not first[1] and not evidence.nouns and draft.periods.told & evidence.periods.told
    if bare and near(draft) & evidence.nearby:  # "In 1998 there were 1,100."
        return ""
    return "is of something else" if any(first) else ""


def contradicts(draft: Reading, evidence: Reading) -> bool:
    """Whether the one rises and the other falls."""
    ways = {draft.motion.way, evidence.motion.way}
    return ways == {"up", "down"} and draft.motion.change == evidence.motion.change


def _what(draft: Reading, evidence: Reading) -> str:
    """Role, then noun."""
    if draft.role and evidence.role:
        if draft.role != evidence.role:
            return f"counts the {evidence.role}"
        heads = draft.slots.head, evidence.slots.head
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
    heads = {one for one in (draft.slots.head, evidence.slots.head) if one}
    return heads <= {*draft.words, *draft.nouns} and heads <= {*evidence.words, *evidence.nouns}


def _measure(draft: Reading, evidence: Reading) -> str:
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


def _former(draft: Reading, evidence: Reading) -> str:
    if draft.motion.former == evidence.motion.former:
        return ""
    if draft.motion.former and evidence.periods.told and draft.periods.told & evidence.periods.told:
        return ""
    return "is what it was before" if evidence.motion.former else "is what it is now"


def _place(draft: Reading, evidence: Reading, nesting: Nesting) -> str:
    mine, theirs = _stated(draft), _stated(evidence)
    if not mine or not theirs or set(mine) & set(theirs):
        return ""
    docs = (draft.claim.doc, evidence.claim.doc)
    if nesting.within(mine[0], theirs[0], docs) or nesting.within(theirs[0], mine[0], docs):
        return ""
    if any(words & frozenset(theirs[0].split()) for words in draft.names) and not _both(mine, evidence):
        return ""
    return f"is of {theirs[0].title()}"


def _both(places: Iterable[str], reading: Reading) -> bool:
    lower = reading.sentence.lower()
    return any(place in lower for place in places)


def _stated(reading: Reading) -> tuple[str, ...]:
    """The places that the sentence itself names for the number, those of its speaker left out."""
    found = reading.slots.places
    told = f"{reading.claim.origin} {reading.claim.said_by}".lower()
    return found if found and found[0] in reading.sentence.lower() and found[0] not in told else ()


def _period(draft: Reading, evidence: Reading) -> str:
    if draft.periods.clash(evidence.periods):
        return "is of another time"
    mine = {value for sort, value in draft.periods.told if sort == "year"}
    theirs = {int(value) for sort, value in evidence.periods.told if sort == "year"}
    published = evidence.claim.published
    if mine and not theirs and published and max(mine) < published.year - 1:
        return "is of another year"
    if theirs and not mine and published and max(theirs) < published.year - 1 and not draft.periods.told:
        return f"is of {max(theirs)}"
    told = f"{draft.claim.as_of_text} {evidence.claim.as_of_text}"
    dated = draft.claim.published and published and not YEAR.search(told)
    return "is of another year" if dated and draft.slots.year != evidence.slots.year else ""


def _names(draft: Reading, evidence: Reading) -> str:
    """The names of each sentence must not all be strangers to the other's document."""
    known = draft.page.names & evidence.page.names
    if _strangers(draft.names, evidence) or (draft.page.names and not known and _strangers(evidence.names, draft)):
        named = ", ".join(sorted(" ".join(sorted(name)) for name in evidence.names)).title()
        return f"is of {named}" if named else f"is not of {_first(draft)}"
    return ""


def _first(draft: Reading) -> str:
    return " ".join(sorted(draft.names[0])).title() if draft.names else "it"


def _strangers(names: tuple[frozenset[str], ...], other: Reading) -> bool:
    return bool(names) and not any(name & other.page.names or _printed(name, other.page.lower) for name in names)


def _printed(name: frozenset[str], text: str) -> bool:
    return any(len(word) > 2 and word in text for word in name)


def _owner(draft: Reading, evidence: Reading) -> str:
    """The names nearest before the two numbers: two that differ tell them apart where both texts know both, or
    neither knows the other's."""
    mine, theirs = draft.owner, evidence.owner
    plain = draft.page.plain | evidence.page.plain
    if not mine or not theirs or mine & theirs or mine <= plain or theirs <= plain:
        return ""
    known = _printed(theirs, draft.page.lower), _printed(mine, evidence.sentence.lower())
    both = all(known) and _printed(theirs, draft.sentence.lower())
    alien = not known[0] and (known[1] or not _printed(mine, evidence.page.lower))
    others = theirs in draft.owners or mine in evidence.owners
    return f"is of {' '.join(sorted(theirs)).title()}" if both or alien or others else ""


def _nearest(draft: Reading, evidence: Reading) -> str:
    """The words nearest to the numbers: one on each side that the other sentence has not."""
    pair = rivals(near(draft), near(evidence)) or _apart(draft, evidence)
    if pair is None:
        return ""
    return f"speaks of “{pair[1]}”, not “{pair[0]}”"


def _share(draft: Reading, evidence: Reading) -> str:
    """ "61 of the 120 seats": a part is not held against a whole."""
    if "part" in {draft.share, evidence.share} and "whole" in {draft.share, evidence.share}:
        return f"is the {evidence.share}"
    return ""


def _kinds(draft: Reading, evidence: Reading) -> str:
    """One noun near both numbers with two words before it that tell it apart: a chip factory, a furniture factory."""
    for noun in sorted(draft.kinds.keys() & evidence.kinds.keys()):
        mine, theirs = draft.kinds[noun] - evidence.words, evidence.kinds[noun] - draft.words
        if mine and theirs and not draft.kinds[noun] & evidence.kinds[noun]:
            return f"speaks of “{min(theirs)} {noun}”, not “{min(mine)} {noun}”"
    return ""


def _time(draft: Reading, evidence: Reading) -> str:
    return "is of what was, not of what will be" if draft.ahead and evidence.past else ""


def near(reading: Reading) -> frozenset[str]:
    """The folded words by which a number is known: the nearest on both its sides, what is counted, its role."""
    said = (*reading.anchors.left, *reading.anchors.right, *reading.nouns, reading.role)
    return frozenset(filter(None, said))


def _apart(draft: Reading, evidence: Reading) -> tuple[str, str] | None:
    known = {*evidence.words, *evidence.nouns, evidence.role}, {*draft.words, *draft.nouns, draft.role}
    if _one_telling(draft, evidence):
        return None
    a, b = draft.anchors, evidence.anchors
    for mine, theirs in ((a.left, b.left), (a.right, b.right)):
        for x, y in zip(mine, theirs, strict=False):
            if x not in known[0] and y not in known[1]:
                return x, y
    # "Destroyed 240 houses" is held against "240 houses were damaged" too.
    first = [*a.left[:1], *a.right[:1]], [*b.left[:1], *b.right[:1]]
    if all(first) and known[0].isdisjoint(first[0]) and known[1].isdisjoint(first[1]):
        return first[0][0], first[1][0]
    return None


def _one_telling(draft: Reading, evidence: Reading) -> bool:
    """Whether the two sentences tell so much alike, or another number too, that they tell one thing in other words."""
    both = draft.words & evidence.words
    least = min(len(draft.words), len(evidence.words))
    other = bool(draft.beside & evidence.beside) and not draft.share
    return other or (len(both) > FEW + 1 and len(both) >= ALIKE * least)


def _topic(draft: Reading, evidence: Reading) -> str:
    """Something must hold the two together: a word near the number, and beyond it a name or enough of the words."""
    mine = near(draft)
    theirs = {*evidence.words, *evidence.nouns, evidence.role}
    if mine and not mine & theirs:
        return "is of something else"
    core = {*draft.nouns, draft.role}
    rest = draft.words - core or draft.nearby - core
    around = theirs | evidence.nearby
    plain = draft.page.plain | evidence.page.plain
    known = draft.page.names - plain
    proper = [name for name in draft.names if not name <= plain]
    if any(name & evidence.page.names for name in proper) or (not proper and known & evidence.page.names):
        return ""
    if not known and (len(mine & theirs) > 1 or len(rest) < FEW):
        return ""
    enough = len(rest & around) >= SHARED * len(rest) if rest else bool(core & theirs)
    back = evidence.words - core
    again = len(back & (draft.words | draft.nearby)) >= SHARED * len(back) if back else False
    return "" if enough or again else "is of another story"
