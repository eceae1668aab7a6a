"""Wholes and parts in one sentence: "about 12,000 troops, including 500 officers"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from recon.model import Claim, Relation, Series
from recon.series.vocabulary import PARTITIVES
from recon.series.wording import said


def parts_in_sentences(series: Sequence[Series], sentences: Mapping[str, str]) -> list[Relation]:
    """A `part_of` from each count behind an "including" to the count before it, and so on through a list."""
    by_sentence: defaultdict[tuple[str, str, int], list[Claim]] = defaultdict(list)
    for one in series:
        for claim in one.claims:
            by_sentence[claim.doc, claim.part, claim.sentence_start].append(claim)
    found: list[Relation] = []
    for key in sorted(by_sentence):
        claims = sorted(by_sentence[key], key=lambda claim: claim.start)
        if len(claims) > 1 and sentences[claims[0].id]:
            found += _in_sentence(claims, sentences[claims[0].id])
    return found


def _in_sentence(claims: Sequence[Claim], sentence: str) -> Iterator[Relation]:
    lower, at = sentence.lower(), 0
    whole: Claim | None = None
    before: Claim | None = None
    for claim in claims:
        place = sentence.find(claim.text, at)
        if place < 0:
            return
        between = lower[at:place]
        partitive = next((word for word in PARTITIVES if word in between), "")
        if partitive and before is not None:
            whole = before
        elif whole is not None and not _goes_on(between):
            whole = None
        if whole is not None and _fits(claim, whole):
            words = partitive or "including"
            yield Relation(
                a=claim.id, b=whole.id, kind="part_of", why=f"{said(whole)}, {words} {claim.text} {claim.noun}".rstrip()
            )
        before, at = claim, place + len(claim.text)


def _goes_on(between: str) -> bool:
    """Whether a list of parts goes on: no verb-like break, just "and", "or" or a comma after a short noun."""
    return (
        len(between) <= 40 and (" and " in between or "," in between) and ";" not in between and " but " not in between
    )


def _fits(part: Claim, whole: Claim) -> bool:
    low = part.value if part.value is not None else part.low
    high = whole.value if whole.value is not None else whole.high
    return part.kind == whole.kind and part.unit == whole.unit and low is not None and high is not None and low <= high
