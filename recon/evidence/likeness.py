"""Whether a number of the draft and one of the evidence speak of the same quantity.

They do where nothing tells them apart (who or what, role, place, period, measure, the words nearest to the number) and
enough holds them together. Two claims are taken for different quantities rather than for one: a fact-checker who is
told "not found" looks again, one who is told "supported" does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from recon.evidence import slot_rules as slots
from recon.evidence import word_rules as words
from recon.evidence.readings import Reading, near
from recon.series.nesting import Nesting

SHARED = 0.5
"""The share of all words of two sentences that they have in common where they are alike."""
REVISED = re.compile(r"(?i)\b(?:now|revised|raised|lowered|updated|latest)\b")
"""Words that say that a number is the newest of several."""
NAMES = 3
"""Names that two texts of one story have in common."""
SMALL = 10
"""Below this a count is one of many of its sort."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What all pairs are judged on: which place lies in which, and the words that much of the evidence has."""

    nesting: Nesting
    common: frozenset[str] = frozenset()


def difference(draft: Reading, evidence: Reading, ground: Ground) -> str:
    """What tells the two apart, in words for a message; "" where they speak of one quantity."""
    rules: tuple[Callable[[Reading, Reading], str], ...] = (
        slots.what_differs,
        slots.measure_differs,
        lambda d, e: slots.place_differs(d, e, ground.nesting),
        slots.period_differs,
        slots.names_differs,
        slots.owner_differs,
        slots.share_differs,
        words.nearest_differs,
        lambda d, e: words.core_differs(d, e, ground.common),
        words.kinds_differs,
        words.topic_differs,
        words.cause_differs,
        slots.time_differs,
        slots.former_differs,
    )
    return next(filter(None, (rule(draft, evidence) for rule in rules)), "")


def strong(draft: Reading, evidence: Reading, ground: Ground) -> bool:
    """Whether the two are so much alike that even two numbers that differ are taken for claims of one quantity."""
    if (draft.ahead != evidence.ahead and not REVISED.search(evidence.sentence)) or "increment" in {
        draft.slots.measure,
        evidence.slots.measure,
    } - _changes(draft):
        return False
    if not _one_story(draft, evidence):
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


def _one_story(draft: Reading, evidence: Reading) -> bool:
    """Whether a name of either sentence is known to the other's text; where none has one, whether the texts share
    names, as many as tell."""
    if draft.names or evidence.names:
        mine = any(name & evidence.page.names for name in draft.names)
        return mine or any(name & draft.page.names for name in evidence.names) or not draft.page.names
    shared = draft.page.names & evidence.page.names
    return len(shared) >= min(NAMES, len(draft.page.names), len(evidence.page.names))


def _stranger(holder: frozenset[str], other: Reading) -> bool:
    """Whether a number that a name holds among several stands beside a sentence of other names."""
    return bool(holder and other.names) and not any(holder & name for name in other.names)


def _changes(draft: Reading) -> frozenset[str]:
    """A change of a level is one however often it is told; what is added to a count is another each time."""
    return frozenset({"increment"}) if draft.claim.kind in {"percent", "points", "money"} else frozenset()


def contradicts(draft: Reading, evidence: Reading) -> bool:
    """Whether the one rises and the other falls."""
    ways = {draft.motion.way, evidence.motion.way}
    return ways == {"up", "down"} and draft.motion.change == evidence.motion.change
