"""Relations between series of one story: a part and its whole, a forecast and what came, the same count elsewhere."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice, product

from recon.geography import NATIONS
from recon.model import Claim, Relation, Series
from recon.series.judging import side
from recon.series.nesting import Nesting
from recon.series.quantities import FRACTION
from recon.series.slots import EVERYWHERE, Slots
from recon.series.stories import Stories
from recon.series.vocabulary import FAMILIES, NOT_PERSONS
from recon.series.wording import said, when

NEAR = dt.timedelta(days=7)
"""How far apart two claims of different series may be printed and still be held against each other."""
MOST = 400
"""The most pairs of two series that are told."""
CROWD = 40
"""The most series of one kind and one document that are held against each other."""
ALL_PAIRS = 80
"""Claims up to which a series has every pair related; beyond, across series only those of one document."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A series with its claims by document, the slots of its first claim, and the place and the measure of most of its
    claims."""

    series: Series
    by_doc: Mapping[str, Sequence[Claim]]
    slots: Slots
    place: str
    measure: str
    stated: bool
    nations: frozenset[str] = frozenset()


def partners(
    series: Sequence[Series], slots: Mapping[str, Slots], told: Stories
) -> Iterator[tuple[Topic, Topic, list[str]]]:
    """Series that look alike: of one role or head, and of one story or told in one document; and the documents that
    tell their story."""
    alike: defaultdict[tuple[object, ...], list[Topic]] = defaultdict(list)
    beside: defaultdict[str, set[str]] = defaultdict(set)
    nations: defaultdict[str, set[str]] = defaultdict(set)
    for one in series:
        docs = {claim.doc for claim in one.claims[:CROWD]}
        for doc in docs:
            beside[doc] |= docs
        topic = _topic(one, slots)
        if topic.place in NATIONS:
            for doc in docs:
                nations[doc].add(topic.place)
        if topic.slots.telling:
            story = told.of[one.claims[0].doc]
            alike[story, topic.slots.dimension, family(topic.slots)].append(topic)
    for group in alike.values():
        for i, j in _held(group):
            docs = {claim.doc for index in (i, j) for claim in group[index].series.claims[:CROWD]}
            around = docs.union(*(beside[doc] for doc in docs))
            known = frozenset().union(*(nations[doc] for doc in around))
            yield replace(group[i], nations=known), replace(group[j], nations=known), sorted(around)


def _held(group: Sequence[Topic]) -> list[tuple[int, int]]:
    """Which series of a story are held against each other: of people in a role all, else those of one document."""
    if group[0].slots.role and len(group) <= CROWD:
        return [*combinations(range(len(group)), 2)]
    by_doc: defaultdict[str, list[int]] = defaultdict(list)
    for index, topic in enumerate(group):
        for doc in sorted({claim.doc for claim in topic.series.claims}):
            by_doc[doc].append(index)
    return sorted({pair for indices in by_doc.values() for pair in combinations(indices[:CROWD], 2)})


def family(slots: Slots) -> str:
    """What series must share to be held against each other: roles that are mistaken for one another count as one."""
    return FAMILIES.get(slots.role, slots.role) or FAMILIES.get(slots.head, slots.head)


def relations_across(one: Topic, other: Topic, nesting: Nesting, docs: Sequence[str]) -> Iterator[Relation]:
    """The relation of each pair of claims printed within a week of each other, or where there are many, in one
    document; `docs` tell which place lies in which."""
    part = _part(one, other, nesting, docs)
    whole = _part(other, one, nesting, docs)
    for a, b in islice(_pairs(one, other), MOST):
        if part or whole:
            yield _nested(a, b, part) if part else _nested(b, a, whole)
        else:
            yield _apart(a, b, one, other)


def _pairs(one: Topic, other: Topic) -> Iterator[tuple[Claim, Claim]]:
    if max(len(one.series.claims), len(other.series.claims)) > ALL_PAIRS:
        for doc in _shared(one, other):
            yield from product(one.by_doc[doc], other.by_doc[doc])
        return
    for a, b in product(one.series.claims, other.series.claims):
        if not (a.published and b.published) or abs(a.published - b.published) <= NEAR:
            yield a, b


def _shared(one: Topic, other: Topic) -> list[str]:
    """The documents that both have claims in."""
    few, many = sorted((one.by_doc, other.by_doc), key=len)
    return sorted(doc for doc in few if doc in many)


def _topic(series: Series, slots_of: Mapping[str, Slots]) -> Topic:
    read = [slots_of[claim.id] for claim in series.claims]
    named = Counter(slots.place for slots in read if slots.place and slots.stated)
    named = named or Counter(slots.place for slots in read if slots.place)
    place = min(named, key=lambda name: (name not in NATIONS, -named[name], name), default="")
    measures = Counter(slots.measure for slots in read)
    stated = sum(slots.stated and slots.place == place for slots in read) * 2 >= len(read)
    by_doc: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in series.claims:
        by_doc[claim.doc].append(claim)
    measure = max(sorted(measures), key=lambda name: measures[name])
    return Topic(series, by_doc, read[0], place, measure, stated)


def _nested(part: Claim, whole: Claim, what: str) -> Relation:
    """A count in another's part: a part of it where it can be; a forecast of the one or the other; else of another
    scope."""
    if part.status != whole.status and "observed" in {part.status, whole.status}:
        a, b = (part, whole) if whole.status == "observed" else (whole, part)
        if when(a)[0] <= when(b)[0]:
            return Relation(a=a.id, b=b.id, kind="forecast_of", why=f"{said(a)} foresaw {said(b)}")
    inner, outer = side(part, whole.unit), side(whole, whole.unit)
    held = inner is not None and outer is not None and inner.bottom <= outer.high
    if held and whole.status in {part.status, "forecast"}:
        return Relation(a=part.id, b=whole.id, kind="part_of", why=f"{said(part)} counts {what} of {said(whole)}")
    why = f"{said(part)} counts {what} of what {said(whole)} counts, at another time"
    return Relation(a=part.id, b=whole.id, kind="other_scope", why=why)


def _apart(a: Claim, b: Claim, one: Topic, other: Topic) -> Relation:
    differ = _differ(one, other)
    if (b.as_of_end or dt.date.max, b.id) < (a.as_of_end or dt.date.max, a.id):
        a, b = b, a
    return Relation(a=a.id, b=b.id, kind="other_scope", why=f"{said(a)} and {said(b)} differ in {differ}")


def _part(part: Topic, whole: Topic, nesting: Nesting, docs: Sequence[str]) -> str:
    """What of the whole the part counts, in words; "" where it is no part: what was added, a narrower place, noun or
    scope, what its own sentence calls a part, or a count so small beside the whole of the same text that it can be
    nothing else."""
    a, b = part.slots, whole.slots
    if a.year != b.year or a.role != b.role:
        return "those in hospital" if (a.year, a.role, b.role) == (b.year, "hospitalized", "injured") else ""
    if a.group != b.group:
        return "the confirmed" if a.group == "confirmed" else ""
    if part.measure != whole.measure:
        return "what was added" if part.measure == "increment" and whole.measure == "total" else ""
    inside = bool(part.place) and _inside(part, whole, nesting, docs)
    one_place = part.place == whole.place or not part.place or not whole.place
    if a.scope != b.scope and (inside or one_place):
        return "a part" if b.scope.startswith("with ") or a.scope.startswith("without ") else ""
    if inside and not one_place:
        return f"the part in {part.place.title()}"
    kind = a.head if not b.head and a.head not in NOT_PERSONS - {"bodies"} else ""
    if not one_place and (not kind or {part.place, whole.place} <= NATIONS):
        return ""
    if a.head != b.head:
        return f"the {kind}" if kind else ""
    return "a part" if (a.part and not b.part) or _fraction(part, whole) else ""


def _inside(part: Topic, whole: Topic, nesting: Nesting, docs: Sequence[str]) -> bool:
    """Whether the place of the part lies in that of the whole: the texts say so, or the whole's is the one country
    that the story counts in."""
    if whole.place == EVERYWHERE:
        return part.place != EVERYWHERE
    if part.place in NATIONS or part.place == whole.place:
        return False
    if whole.place in part.slots.places[1:] or nesting.within(part.place, whole.place, docs):
        return True
    if part.stated and not whole.stated and bool(_shared(part, whole)):
        return True
    alone = whole.nations == {whole.place} and part.slots.places[1:] == ()
    return alone and nesting.together(part.place, whole.place, docs)


def _fraction(part: Topic, whole: Topic) -> bool:
    return any(
        (claim.value or 0.0) > FRACTION * (part.by_doc[doc][-1].value or 0.0)
        for doc in _shared(part, whole)
        for claim in whole.by_doc[doc]
    )


def _differ(one: Topic, other: Topic) -> str:
    a, b = one.slots, other.slots
    differences = [
        name
        for name, x, y in (
            ("year", a.year, b.year),
            ("place", one.place, other.place),
            ("group", a.group, b.group),
            ("what is counted", (a.role, a.head), (b.role, b.head)),
            ("measure", one.measure, other.measure),
        )
        if x != y
    ]
    return " and ".join(differences) or "what is included"
