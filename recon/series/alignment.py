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
from recon.series.slots import slots_of
from recon.series.stories import Stories, stories
from recon.series.wording import sentence, when


def align(
    claims: Sequence[Claim], documents: Iterable[Document] = (), placed: Container[str] = frozenset()
) -> tuple[Series, ...]:
    """Series in the order of their first claims as given; in each, claims by as-of, then publication, then id.

    `documents` are the texts the claims come from. With them stories are told apart by all their words, and a place
    that the sentence does not name weighs less, but for those claims whose ids are `placed`: somebody says where.
    """
    claims = folded(claims)
    texts = {document.id: document for document in documents}
    told = stories(claims, texts.values())
    blocks: defaultdict[tuple[object, ...], list[Member]] = defaultdict(list)
    for claim in claims:
        slots = slots_of(claim, sentence(claim, texts.get(claim.doc)))
        slots = replace(slots, stated=True) if claim.id in placed else slots
        alone = () if slots.telling else (claim.doc, claim.value, claim.low, claim.high, claim.unit)
        definite = claim.bound != "indefinite"
        blocks[told.of[claim.doc], *slots.core, definite, *alone].append((claim, slots))
    nesting = Nesting(texts.values())
    groups = [group for block in blocks.values() for group in quantities(block, _prominence(block, told), nesting)]
    return _in_order(claims, groups)


def regroup(
    groups: Iterable[Sequence[Claim]],
    series: Sequence[Series],
    claims: Sequence[Claim],
    documents: Iterable[Document] = (),
) -> tuple[Series, ...]:
    """The claims of some series put together in other groups, ordered, titled and keyed as `align` does it with those
    claims; a group that is one of the series keeps its title."""
    texts = {document.id: document for document in documents}
    titles = {frozenset(claim.id for claim in one.claims): one.title for one in series}
    members = [[(claim, slots_of(claim, sentence(claim, texts.get(claim.doc)))) for claim in group] for group in groups]
    return _in_order(claims, members, titles)


def _in_order(
    claims: Sequence[Claim], groups: list[list[Member]], known: Mapping[frozenset[str], str] | None = None
) -> tuple[Series, ...]:
    """The groups as series, in the order of their first claims; `known` are titles by the claims they stand over."""
    order = {claim.id: index for index, claim in enumerate(claims)}
    groups.sort(key=lambda group: min(order[claim.id] for claim, _ in group))
    titles = [(known or {}).get(frozenset(claim.id for claim, _ in group)) or title_of(group) for group in groups]
    return tuple(_series(key, title, group) for key, title, group in zip(keys(titles), titles, groups, strict=True))


def _prominence(block: Sequence[Member], told: Stories) -> dict[str, float]:
    """The share of the story's documents that name each place of a block."""
    names = {slots.place for _, slots in block if slots.place}
    return {name: told.share(block[0][0].doc, name) for name in names}


def _series(key: str, title: str, group: Sequence[Member]) -> Series:
    claims = sorted((replace(claim, series=key) for claim, _ in group), key=when)
    units = Counter(claim.unit for claim in claims)
    unit = max(sorted(units), key=lambda unit: units[unit])
    return Series(key=key, title=title, kind=claims[0].kind, unit=unit, claims=tuple(claims))
