"""The first half of the stage: every claim into exactly one series.

Claims are blocked by story and by what they count, so that only claims of one block are ever compared; `quantities`
cuts a block.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from recon.model import Claim, Document, Series
from recon.series.naming import keys, title_of
from recon.series.nesting import Nesting
from recon.series.origins import folded
from recon.series.quantities import Member, quantities
from recon.series.reading import read
from recon.series.slots import Slots
from recon.series.stories import Stories, stories
from recon.series.wording import when


class Aligned(tuple[Series, ...]):
    """Series, with the stories that were told apart for them and the slots of each claim by its id."""

    told: Stories
    slots: Mapping[str, Slots]


def align(claims: Sequence[Claim], documents: Iterable[Document] = (), placed: Container[str] = frozenset()) -> Aligned:
    """Series in the order of their first claims as given; in each, claims by as-of, then publication, then id.

    `documents` are the texts the claims come from. With them stories are told apart by all their words, and a place
    that the sentence does not name weighs less, but for those claims whose ids are `placed`: somebody says where.
    """
    texts = {document.id: document for document in documents}
    claims = folded(claims, texts.values())
    told = stories(claims, texts.values())
    blocks: defaultdict[tuple[object, ...], list[Member]] = defaultdict(list)
    for claim, given, alone in read(claims, texts, told):
        slots = replace(given, stated=True) if claim.id in placed else given
        definite = claim.bound != "indefinite"
        blocks[told.of[claim.doc], *slots.core, definite, *alone].append((claim, slots))
    nesting = Nesting(texts.values())
    groups = [
        group
        for block in blocks.values()
        for group in quantities(block, _prominence(block, told), nesting, tight=told.tight(block[0][0].doc))
    ]
    return _in_order(claims, groups, told)


def regroup(
    groups: Iterable[Sequence[Claim]], series: tuple[Series, ...], claims: Sequence[Claim]
) -> tuple[Series, ...]:
    """The claims of some aligned series put together in other groups, ordered, titled and keyed as `align` does it with
    those claims; a group that is one of the series keeps its title. What was not aligned stays as it is."""
    if not isinstance(series, Aligned):
        return series
    titles = {frozenset(claim.id for claim in one.claims): one.title for one in series}
    members = [[(claim, series.slots[claim.id]) for claim in group] for group in groups]
    return _in_order(claims, members, series.told, titles)


def _in_order(
    claims: Sequence[Claim],
    groups: list[list[Member]],
    told: Stories,
    known: Mapping[frozenset[str], str] | None = None,
) -> Aligned:
    """The groups as series, in the order of their first claims; `known` are titles by the claims they stand over."""
    order = {claim.id: index for index, claim in enumerate(claims)}
    groups.sort(key=lambda group: min(order[claim.id] for claim, _ in group))
    titles = [(known or {}).get(frozenset(claim.id for claim, _ in group)) or title_of(group) for group in groups]
    series = Aligned(_series(key, title, group) for key, title, group in zip(keys(titles), titles, groups, strict=True))
    series.told = told
    series.slots = {claim.id: slots for group in groups for claim, slots in group}
    return series


def _prominence(block: Sequence[Member], told: Stories) -> dict[str, float]:
    """The share of the story's documents that name each place of a block."""
    names = {slots.place for _, slots in block if slots.place}
    return {name: told.share(block[0][0].doc, name) for name in names}


def _series(key: str, title: str, group: Sequence[Member]) -> Series:
    claims = sorted((replace(claim, series=key) for claim, _ in group), key=when)
    units = Counter(claim.unit for claim in claims)
    unit = max(sorted(units), key=lambda unit: units[unit])
    return Series(key=key, title=title, kind=claims[0].kind, unit=unit, claims=tuple(claims))
