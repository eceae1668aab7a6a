"""The first half of the stage: every claim into exactly one series.

Claims are blocked by story and by what they count, so that only claims of one block are ever compared; `quantities`
cuts a block.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
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


def align(claims: Sequence[Claim], documents: Iterable[Document] = ()) -> Aligned:
    """Series in the order of their first claims as given; in each, claims by as-of, then publication, then id.

    `documents` are the texts the claims come from. With them stories are told apart by all their words, and a place
    that the sentence does not name weighs less.
    """
    claims = folded(claims)
    texts = {document.id: document for document in documents}
    told = stories(claims, texts.values())
    blocks: defaultdict[tuple[object, ...], list[Member]] = defaultdict(list)
    for claim, slots, alone in read(claims, texts, told):
        definite = claim.bound != "indefinite"
        blocks[told.of[claim.doc], *slots.core, definite, *alone].append((claim, slots))
    order = {claim.id: index for index, claim in enumerate(claims)}
    nesting = Nesting(texts.values())
    groups = [
        group
        for block in blocks.values()
        for group in quantities(block, _prominence(block, told), nesting, tight=told.tight(block[0][0].doc))
    ]
    groups.sort(key=lambda group: min(order[claim.id] for claim, _ in group))
    titles = [title_of(group) for group in groups]
    series = Aligned(_series(key, title, group) for key, title, group in zip(keys(titles), titles, groups, strict=True))
    series.told = told
    series.slots = {claim.id: slots for block in blocks.values() for claim, slots in block}
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
