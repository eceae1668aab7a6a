"""The second half of the stage: which claims are compared, within a series and across series."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice

from recon.model import Claim, Document, Relation, Series
from recon.series.across import ALL_PAIRS, partners, relations_across
from recon.series.judging import Side, judge, side
from recon.series.nesting import Nesting
from recon.series.parts import parts_in_sentences
from recon.series.vocabulary import CUTS
from recon.series.wording import sentence, when

RUN = 8
"""Words in a row that two documents hardly print alike unless one has them from the other, or both from a third."""
ORIGINS = 8
"""In a series too large for all pairs, the origins that spoke last before a claim whose last claims it is held
against."""


def relate(series: Sequence[Series], documents: Iterable[Document] = ()) -> tuple[Relation, ...]:
    """The relations within each series, then those across series, in the order of the series and their claims.

    `documents` are the texts the claims come from; with them, sentences printed word for word and numbers said to be
    lowered show.
    """
    texts = {document.id: document for document in documents}
    sentences = {claim.id: sentence(claim, texts.get(claim.doc)) for one in series for claim in one.claims}
    found = [relation for one in series for relation in _within(one, sentences)]
    found += parts_in_sentences(series, sentences)
    known = {frozenset((relation.a, relation.b)) for relation in found}
    nesting = Nesting(texts.values())
    for one, other, docs in partners(series):
        for relation in relations_across(one, other, nesting, docs):
            pair = frozenset((relation.a, relation.b))
            if pair not in known:
                known.add(pair)
                found.append(relation)
    return tuple(found)


def _within(series: Series, sentences: Mapping[str, str]) -> Iterator[Relation]:
    sides = [one for claim in sorted(series.claims, key=when) if (one := side(claim, series.unit))]
    runs = {one.claim.id: _runs(one.claim, sentences[one.claim.id]) for one in sides}
    lowered = {one.claim.id for one in sides if _lowered(sentences[one.claim.id])}
    for earlier, later in _pairs(sides):
        a, b = (later, earlier) if _comes_first(later, earlier) else (earlier, later)
        verbatim = not runs[a.claim.id].isdisjoint(runs[b.claim.id])
        judged = judge(a, b, verbatim=verbatim, lowered=b.claim.id in lowered)
        if judged:
            yield Relation(a=a.claim.id, b=b.claim.id, kind=judged[0], why=judged[1])


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


def _comes_first(b: Side, a: Side) -> bool:
    """Of two claims of one day and one day of printing a forecast is taken first, then the lower: counts rise through
    a day."""
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


def _lowered(text: str) -> bool:
    return not CUTS.isdisjoint(re.findall(r"[a-z]+", text.lower()))
