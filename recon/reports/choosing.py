"""Which series are shown, and which of them first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from recon.model import Reconciliation, Series

Order = Literal["claims", "conflicts"]


def matching(series: Sequence[Series], words: Sequence[str]) -> list[Series]:
    """The series in which every word stands, in any case: in title, key, subjects, places, outlets or speakers."""
    wanted = [word.casefold() for word in words]
    return [one for one in series if not wanted or all(word in text for text in [_told(one)] for word in wanted)]


def narrowed(result: Reconciliation, series: Sequence[Series]) -> Reconciliation:
    """The reconciliation with some of its series alone, and what else is of them; in its own order."""
    keys = {one.key for one in series}
    if len(keys) == len(result.series):
        return result
    ids = {claim.id for one in series for claim in one.claims}
    return replace(
        result,
        series=tuple(one for one in result.series if one.key in keys),
        relations=tuple(one for one in result.relations if one.a in ids or one.b in ids),
        estimates=tuple(one for one in result.estimates if one.series in keys),
        overrides=tuple(one for one in result.overrides if ids.intersection((*one.claims, *one.left))),
    )


def about(result: Reconciliation, series: Sequence[Series]) -> Reconciliation:
    """The same with the documents alone that speak of those series, and what was found on them."""
    own = narrowed(result, series)
    if own is result:
        return result
    docs = {claim.doc for one in series for claim in one.claims}
    return replace(
        own,
        documents=tuple(one for one in result.documents if one.id in docs),
        findings=tuple(one for one in result.findings if one.doc in docs),
    )


def is_told_twice(series: Series) -> bool:
    """Whether two sentences or more speak of it."""
    return len({(claim.doc, claim.part, claim.sentence_start) for claim in series.claims}) > 1


def _told(series: Series) -> str:
    names = [series.title, series.key]
    for claim in series.claims:
        names += (claim.subject, claim.noun, claim.place, claim.publisher, claim.origin, claim.said_by, *claim.chain)
    return "\n".join(names).casefold()


def ordered(series: Sequence[Series], result: Reconciliation, order: Order) -> list[Series]:
    """Most claims first; or those first in which most pairs of origins give numbers that nothing explains, and then
    those of which an origin took back a number."""
    if order == "claims":
        return sorted(series, key=lambda one: (-len(one.claims), one.key))
    home = {claim.id: (one.key, claim.origin) for one in series for claim in one.claims}
    pairs = {
        (kind, home[one.a][0], frozenset((home[one.a][1], home[one.b][1])))
        for one in result.relations
        for kind in [one.kind]
        if kind in ("conflict", "revised_down") and one.a in home and one.b in home and home[one.a][0] == home[one.b][0]
    }
    weight = Counter((kind, key) for kind, key, _ in pairs)
    return sorted(
        series,
        key=lambda one: (-weight["conflict", one.key], -weight["revised_down", one.key], -len(one.claims), one.key),
    )
