"""The words nearest to two numbers: what is counted must agree, and not only the story.

Each rule gives what tells two numbers apart, in words that follow "the number", or "".
"""

from __future__ import annotations

from recon.evidence.readings import Reading, near, one_story
from recon.evidence.stems import WORD, folded, rivals
from recon.evidence.vocabulary import NARROWING

FEW = 2
"""Words beyond those near the number without which a nameless draft is taken to tell the evidence's story."""
SHARED = 0.5
"""The share of the draft's words that the evidence must have where no name holds the two together."""
ALIKE = 0.75
"""The share of the shorter sentence's words by which two sentences tell one thing."""


def kinds_differs(draft: Reading, evidence: Reading) -> str:
    """One noun near both numbers with two words before it that tell it apart: a chip factory, a furniture factory."""
    for noun in sorted(draft.kinds.keys() & evidence.kinds.keys()):
        mine, theirs = draft.kinds[noun] - evidence.words, evidence.kinds[noun] - draft.words
        if mine and theirs and not draft.kinds[noun] & evidence.kinds[noun]:
            return f"speaks of “{min(theirs)} {noun}”, not “{min(mine)} {noun}”"
    return ""


def nearest_differs(draft: Reading, evidence: Reading) -> str:
    """The words nearest to the numbers: one on each side that the other sentence has not."""
    if only := _narrower(draft) ^ _narrower(evidence):
        return f"is of all, or of others than the “{min(only)}”"
    pair = rivals(near(draft), near(evidence)) or rivals(_next(draft), _next(evidence)) or _apart(draft, evidence)
    if pair is None:
        return ""
    return f"speaks of “{_as_printed(evidence, pair[1])}”, not “{_as_printed(draft, pair[0])}”"


def _narrower(reading: Reading) -> frozenset[str]:
    """The words of the sentence that make of a quantity a part of it, the one it opens with among them."""
    return frozenset(map(str.lower, WORD.findall(reading.sentence))) & NARROWING


def _next(reading: Reading) -> frozenset[str]:
    """The word right before the number and the one right behind it."""
    return frozenset((*reading.anchors.left[:1], *reading.anchors.right[:1]))


def _as_printed(reading: Reading, word: str) -> str:
    """The first word of the sentence that is folded to this one."""
    return next((printed for printed in WORD.findall(reading.sentence) if folded(printed) == word), word)


def _apart(draft: Reading, evidence: Reading) -> tuple[str, str] | None:
    known = evidence.words | near(evidence), draft.words | near(draft)
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


def core_differs(draft: Reading, evidence: Reading, common: frozenset[str]) -> str:
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


def topic_differs(draft: Reading, evidence: Reading) -> str:
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
    if one_story(draft, evidence):
        return ""
    if not known and (len(mine & theirs) > 1 or len(rest) < FEW):
        return ""
    enough = len(rest & around) >= SHARED * len(rest) if rest else bool(core & theirs)
    back = evidence.words - core
    again = len(back & (draft.words | draft.nearby)) >= SHARED * len(back) if back else False
    return "" if enough or again else "is of another story"


def cause_differs(draft: Reading, evidence: Reading) -> str:
    """Of two tolls that share no word but who was counted, each with a word that the other's text has not: the one of
    cholera, the other of measles."""
    if not draft.role or draft.role != evidence.role or one_story(draft, evidence):
        return ""
    core = {draft.role, *draft.nouns, *evidence.nouns}
    mine, theirs = _told(draft) - core, _told(evidence) - core
    strange = mine - evidence.page.words - evidence.page.names, theirs - draft.page.words - draft.page.names
    shared = (draft.words & evidence.words) - core
    return f"speaks of “{_as_printed(evidence, min(strange[1]))}”" if all(strange) and not shared else ""


def _told(reading: Reading) -> frozenset[str]:
    """The words of a sentence, and the names of one word, which at its beginning may be no names at all."""
    return reading.words | frozenset(word for name in reading.names if len(name) == 1 for word in name)
