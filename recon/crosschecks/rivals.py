"""RC406: two origins, independent of each other, whose numbers cannot both be right."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from recon.crosschecks.cumulative import is_cumulative
from recon.crosschecks.speakers import independent, names_somebody
from recon.crosschecks.subject import Flag, Subject, chain, day_of, newest
from recon.model import Claim
from recon.series.judging import Side
from recon.series.seen import Seen
from recon.series.wording import said

NEAR = dt.timedelta(days=1)
"""How far apart two counts may be dated of what only grows, or where the one is so many times the other; of all else
both must be of one day."""
TOO_FAST = 3
"""How many times as much hardly comes or goes in a day."""
BESIDE = 400
"""Characters within which an article that gives two numbers sets them against each other."""
OWN_DEED = re.compile(r"\b(?:it|they|we|I|he|she)(?:[’']d|[’']ve| had| has| have| would)?(?: \w+){1,2} $")
"""What a speaker has done itself: two may each have rescued some."""
HOUR = re.compile(r"\b(?:noon|midday|midnight|night|nightfall|dawn|dusk|morning|afternoon|evening|sunrise|sunset)\b")
MOST = 30
"""The most claims of one article that are held against each other."""
LOOSE = frozenset({"money", "percent", "points", "rate", "ratio", "age", "duration", "speed", "frequency", "other"})
"""Kinds that a text has many of: two of them are one quantity only where their words are the same."""


def rivals(subject: Subject) -> Iterator[Flag]:
    """Each pair of numbers that conflict, once, the later one pointed at: of the newest of two origins, and of what an
    article sets side by side."""
    told: set[frozenset[object]] = set()
    for one, other in _pairs(subject.observed):
        relation = subject.relation(one.claim, other.claim)
        if relation is None or relation.kind != "conflict" or frozenset((one.number, other.number)) in told:
            continue
        if not (_together(one, other, subject) and _against(one.claim, other.claim, subject)):
            continue
        if not subject.alike(one, other):
            continue
        told.add(frozenset((one.number, other.number)))
        yield Flag(
            claim=other.claim,
            against=one.claim,
            message=f"{_with_chain(one.claim)} and {_with_chain(other.claim)} cannot both be right",
        )


def _with_chain(claim: Claim) -> str:
    """A number with who has it from whom: "61 on 4 March 2031 (The Courier ← Red Cross)"."""
    return f"{said(replace(claim, origin=''))} ({chain(claim)})"


def _pairs(observed: Sequence[Side]) -> Iterator[tuple[Side, Side]]:
    """The claims that may be rivals, in the order of their days."""
    sides = sorted(
        (one for one in observed if names_somebody(one.claim)),
        key=lambda side: (str(day_of(side.claim)), side.claim.id),
    )
    by_origin: dict[str, list[Side]] = {}
    for one in sides:
        by_origin.setdefault(one.claim.origin, []).append(one)
    last = {newest(own).claim.id for own in by_origin.values()}
    by_doc: dict[str, list[Side]] = {}
    for one in sides:
        by_doc.setdefault(one.claim.doc, []).append(one)
    yield from combinations((one for one in sides if one.claim.id in last), 2)
    for own in by_doc.values():
        yield from combinations(own[:MOST], 2)


def _against(one: Claim, other: Claim, subject: Subject) -> bool:
    """Whether two independent origins speak of one quantity at one time."""
    first, second = subject.seen(one), subject.seen(other)
    if OWN_DEED.search(first.before) or OWN_DEED.search(second.before) or _hour(first) != _hour(second):
        return False
    if not independent(one, first, other, second):
        return False
    if one.doc == other.doc:
        return (one.part == other.part and abs(one.start - other.start) <= BESIDE) and _same_words(one, other)
    if not (subject.leads(one) and subject.leads(other)):
        return False
    placed = any(subject.slots[claim.id].place for claim in (one, other))
    return _same_words(one, other) and (placed or bool(subject.slots[one.id].role))


def _together(one: Side, other: Side, subject: Subject) -> bool:
    """Whether the two hold for one time: what changes may be this today and that next week."""
    first, second = day_of(one.claim), day_of(other.claim)
    far = max(one.top, other.top) >= TOO_FAST * min(one.top, other.top)
    apart = NEAR if far or is_cumulative(subject) else dt.timedelta(0)
    return first is not None and second is not None and abs(second - first) <= apart


def _hour(near: Seen) -> str:
    found = HOUR.search(f"{near.before} {near.after}")
    return found[0] if found else ""


def _same_words(one: Claim, other: Claim) -> bool:
    return one.kind not in LOOSE or (" " in one.subject.strip() and one.subject.lower() == other.subject.lower())
