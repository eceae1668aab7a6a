"""The second half of the stage: which claims are compared, within a series and across series."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice

from recon.model import Claim, Document, Relation, Series
from recon.series.across import ALL_PAIRS, partners, relations_across
from recon.series.alignment import Aligned
from recon.series.judging import Side, judge, side
from recon.series.nesting import Nesting
from recon.series.parts import parts_in_sentences
from recon.series.reading import read
from recon.series.retold import brought_down, moved, moves, taken_back
from recon.series.seen import Seen
from recon.series.slots import Slots
from recon.series.stories import stories
from recon.series.vocabulary import FIXED, SHRINKING
from recon.series.wording import when

RUN = 8
"""Words in a row that two documents hardly print alike unless one has them from the other, or both from a third."""
SIDE_BY_SIDE = 500
"""Characters within which a text sets the numbers of two speakers against each other."""
ORIGINS = 8
"""In a series too large for all pairs, the origins that spoke last before a claim whose last claims it is held
against."""


def relate(series: Sequence[Series], documents: Iterable[Document] = ()) -> tuple[Relation, ...]:
    """The relations within each series, then those across series, in the order of the series and their claims.

    `documents` are the texts the claims come from; with them, sentences printed word for word and numbers said to be
    lowered show.
    """
    texts = {document.id: document for document in documents}
    if isinstance(series, Aligned):
        told, slots = series.told, series.slots
    else:
        claims = [claim for one in series for claim in one.claims]
        told = stories(claims, texts.values())
        slots = {claim.id: found for claim, found, _ in read(sorted(claims, key=_printed), texts, told)}
    places = {id_: one.near for id_, one in slots.items()}
    parts = parts_in_sentences(series, places)
    known = {_pair(relation) for relation in parts}
    dead = _dead(series, slots)
    within = (relation for one in series for relation in _within(one, slots, dead))
    found = [relation for relation in within if _pair(relation) not in known] + parts
    nesting = Nesting(texts.values())
    for one, other, docs in partners(series, slots, told):
        across = relations_across(one, other, nesting, docs)
        found += (relation for relation in across if _pair(relation) not in known)
    return tuple(found)


def _pair(relation: Relation) -> tuple[str, ...]:
    return tuple(sorted((relation.a, relation.b)))


def _printed(claim: Claim) -> tuple[str, bool, int]:
    return claim.doc, claim.part == "body", claim.start


def _within(series: Series, slots: Mapping[str, Slots], dead: Mapping[str, float]) -> Iterator[Relation]:
    sides = [one for claim in sorted(series.claims, key=when) if (one := side(claim, series.unit))]
    if len(sides) < 2:
        return
    places = {one.claim.id: slots[one.claim.id].near for one in sides}
    runs = {one.claim.id: _runs(one.claim, places[one.claim.id].text) for one in sides}
    old = {one.claim.id for one in sides if taken_back(places[one.claim.id])}
    lowers = {one.claim.id: _own_before(one, sides) for one in sides if brought_down(places[one.claim.id])}
    for earlier, later in _pairs(sides):
        a, b = (later, earlier) if _comes_first(later, earlier, old) else (earlier, later)
        replaced = a.claim.doc == b.claim.doc and a.claim.id in old and b.claim.id not in old
        judged = judge(
            a,
            b,
            verbatim=not runs[a.claim.id].isdisjoint(runs[b.claim.id]),
            lowered=replaced
            or (b.claim.id in lowers and (not lowers[b.claim.id] or a.number in lowers[b.claim.id]))
            or slots[b.claim.id].role in SHRINKING
            or _died_since(a, b, slots, dead),
            rivals=not replaced and _rivals(a.claim, b.claim, places[b.claim.id]),
            fixed=slots[b.claim.id].role in FIXED,
        )
        if judged:
            yield Relation(a=a.claim.id, b=b.claim.id, kind=judged[0], why=judged[1])


def _own_before(lower: Side, sides: Sequence[Side]) -> set[tuple[float | None, ...]]:
    """The higher numbers that the origin of a number brought down has given before: those are what it lowers."""
    return {
        one.number
        for one in sides
        if one.claim.origin == lower.claim.origin and one.bottom > lower.top and when(one.claim) < when(lower.claim)
    }


def _died_since(a: Side, b: Side, slots: Mapping[str, Slots], dead: Mapping[str, float]) -> bool:
    """Whether the document of `b` counts fewer injured than that of `a` because it counts as many more dead."""
    fewer, more = a.bottom - b.top, dead.get(b.claim.doc, 0.0) - dead.get(a.claim.doc, math.inf)
    return slots[b.claim.id].role == "injured" and 0 < fewer <= more


def _dead(series: Iterable[Series], slots: Mapping[str, Slots]) -> dict[str, float]:
    """The most dead that each document counts."""
    most: dict[str, float] = {}
    for one in series:
        for claim in one.claims:
            if slots[claim.id].role == "dead" and slots[claim.id].year is None and claim.status == "observed":
                most[claim.doc] = max(most.get(claim.doc, 0.0), claim.value or 0.0)
    return most


def _rivals(a: Claim, b: Claim, place: Seen) -> bool:
    """Whether two numbers stand against each other: in one sentence, or side by side or of one day with a name to
    each; not where the words, of which those around `b` are given, tell of a change."""
    if (a.doc, a.part) != (b.doc, b.part):
        return False
    if a.sentence_start == b.sentence_start:
        return not moves(place)
    named = a.origin_basis == b.origin_basis == "named" and a.origin != b.origin
    beside = abs(a.start - b.start) < SIDE_BY_SIDE or a.as_of_end == b.as_of_end
    return named and beside and not moved(place)


def _pairs(sides: Sequence[Side]) -> Iterator[tuple[Side, Side]]:
    """All pairs; of more than `ALL_PAIRS` claims each with the last claims of the origins that spoke last before it,
    the last of its own origin, and the first that gives its number."""
    if len(sides) <= ALL_PAIRS:
        yield from combinations(sides, 2)
        return
    last: dict[str, int] = {}
    first: dict[tuple[float | None, ...], int] = {}
    for index, b in enumerate(sides):
        origin = b.claim.origin or b.claim.doc
        before = {*islice(reversed(last.values()), ORIGINS)}
        before |= {known for known in (last.pop(origin, None), first.get(b.number)) if known is not None}
        for a in sorted(before):
            yield sides[a], b
        last[origin] = index
        first.setdefault(b.number, index)


def _comes_first(b: Side, a: Side, old: Container[str]) -> bool:
    """Of two claims of one document the one taken back comes first; of two of one day and one day of printing a
    forecast, then the lower: counts rise through a day."""
    if a.claim.doc == b.claim.doc and (a.claim.id in old) != (b.claim.id in old):
        return b.claim.id in old
    if b.claim.status in {"forecast", "planned"} and a.claim.status == "observed":
        start, printed, counted = b.claim.as_of_start, b.claim.published, a.claim.as_of_end
        due = bool(start and counted and start <= counted) or b.bottom > a.top
        if due and printed and counted and printed < counted:
            return True
    if when(a.claim)[:2] != when(b.claim)[:2]:
        return False
    return (b.claim.status == "observed", b.top) < (a.claim.status == "observed", a.top)


def _runs(claim: Claim, sentence: str) -> set[tuple[str, ...]]:
    """The runs of `RUN` words that the number stands in: two documents that share one print one sentence."""
    words = sentence.split()
    at = next((i for i, word in enumerate(words) if claim.text.split()[0] in word), None)
    if at is None:
        return set()
    return {tuple(words[i : i + RUN]) for i in range(max(at - RUN + 1, 0), at + 1) if i + RUN <= len(words)}
