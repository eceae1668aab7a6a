"""Wholes and parts in one sentence: "about 12,000 troops, including 500 officers"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from recon.model import Claim, Relation, Series
from recon.series.portions import HEDGE, is_part
from recon.series.seen import Seen
from recon.series.vocabulary import PARTITIVES
from recon.series.wording import said

OF = re.compile(rf"(?: [\w’'-]+){{0,2}} (?:out )?of (?:a total of )?{HEDGE}")
"""What stands between a part and its whole: "112 of the 200"."""


TOTAL = re.compile(r"\b(?:total of|in all|altogether|together|combined|total to) (?:\w+ ){0,2}$")
"""What comes before the sum of the numbers before it."""
THOSE = re.compile(r"[“\"(]?(?:Of|Among) (?:those|these|them|that|this|the total)\b")
"""What opens a sentence that tells the parts of a number before it."""
BEFORE = 300
"""Characters within which that number stands."""
MOST = 6
"""The most numbers that are added up to a total behind them."""


def parts_in_sentences(series: Sequence[Series], places: Mapping[str, Seen]) -> list[Relation]:
    """A `part_of` from each count that its sentence makes a part of another: behind an "including", before or behind
    an "of the", and so on through a list."""
    by_sentence: defaultdict[tuple[str, str, int], list[Claim]] = defaultdict(list)
    for one in series:
        for claim in one.claims:
            if places[claim.id].end:
                by_sentence[claim.doc, claim.part, claim.sentence_start].append(claim)
    found = list(_of_those(series, places))
    for key in sorted(by_sentence):
        if len(by_sentence[key]) > 1:
            claims = sorted(by_sentence[key], key=lambda claim: claim.start)
            found += {
                (one.a, one.b): one for one in (*_sums(claims), *_total(claims, places), *_in_sentence(claims, places))
            }.values()
    return found


def _of_those(series: Sequence[Series], places: Mapping[str, Seen]) -> Iterator[Relation]:
    """The numbers of a sentence that begins "Of those", as parts of the last number before it that is as large."""
    by_text: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for one in series:
        for claim in one.claims:
            if places[claim.id].end:
                by_text[claim.doc, claim.part].append(claim)
    for key in sorted(by_text):
        claims = sorted(by_text[key], key=lambda claim: claim.start)
        for index, part in enumerate(claims):
            if not THOSE.match(places[part.id].text):
                continue
            earlier = [one for one in claims[:index] if one.sentence_start < part.sentence_start][-MOST:]
            near = [one for one in earlier if _fits(part, one) and part.start - one.end < BEFORE]
            if near:
                yield _part(part, near[-1], f"{said(near[-1])}, of those {part.text} {part.noun}".rstrip())


def _sums(claims: Sequence[Claim]) -> Iterator[Relation]:
    """The numbers of a sentence that add up to the one before them: "287 people: 256 passengers and 31 crew"."""
    for index, whole in enumerate(claims):
        rest = [claim for claim in claims[index + 1 :] if (claim.kind, claim.unit) == (whole.kind, whole.unit)]
        for end in range(2, len(rest) + 1):
            values = [claim.value for claim in rest[:end]]
            if whole.value and None not in values and whole.value == sum(filter(None, values)):
                for part in rest[:end]:
                    yield _part(part, whole, f"{said(whole)} is the sum of {end} numbers, of which {part.text} is one")
                return


def _total(claims: Sequence[Claim], places: Mapping[str, Seen]) -> Iterator[Relation]:
    """The numbers of a sentence before their total: "68 in the city and two in the hills, for a total of 70"."""
    for index, whole in enumerate(claims):
        if index < 2 or not TOTAL.search(places[whole.id].before):
            continue
        rest = [claim for claim in claims[:index] if (claim.kind, claim.unit) == (whole.kind, whole.unit)][-MOST:]
        for first in range(len(rest) - 1):
            values = [claim.value for claim in rest[first:]]
            if whole.value and None not in values and whole.value == sum(filter(None, values)):
                for part in rest[first:]:
                    yield _part(part, whole, f"{said(whole)} is the total, of which {part.text} is a part")
                return


def _in_sentence(claims: Sequence[Claim], places: Mapping[str, Seen]) -> Iterator[Relation]:
    whole: Claim | None = None
    for before, claim in pairwise(claims):
        place = places[claim.id]
        between = place.text[places[before.id].end : place.start]
        lower = between.lower()
        if OF.fullmatch(between):
            if _fits(before, claim):
                yield _part(before, claim, f"{said(before)} of {said(claim)}")
            continue
        partitive = next((word for word in PARTITIVES if word in lower), "")
        if partitive or is_part(place):
            whole = before
        elif whole is not None and not _goes_on(lower):
            whole = None
        if whole is not None and _fits(claim, whole):
            words = partitive or "including"
            yield _part(claim, whole, f"{said(whole)}, {words} {claim.text} {claim.noun}".rstrip())


def _part(part: Claim, whole: Claim, why: str) -> Relation:
    return Relation(a=part.id, b=whole.id, kind="part_of", why=why)


def _goes_on(between: str) -> bool:
    """Whether a list of parts goes on: no verb-like break, just "and", "or" or a comma after a short noun."""
    return (
        len(between) <= 40 and (" and " in between or "," in between) and ";" not in between and " but " not in between
    )


def _fits(part: Claim, whole: Claim) -> bool:
    low = part.value if part.value is not None else part.low
    high = whole.value if whole.value is not None else whole.high
    return part.kind == whole.kind and part.unit == whole.unit and low is not None and high is not None and low <= high
