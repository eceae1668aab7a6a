"""A claim with what its sentence and its document say, as far as it tells one quantity from another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recon.evidence.periods import Periods, periods
from recon.evidence.sentences import Anchors, Motion, anchors, content, motion, names, telling
from recon.evidence.stems import WORD, folded
from recon.model import Claim, Document
from recon.series.slots import Slots, slots_of

LEAD = 4_000
"""Characters of a document that say what it is about."""
BEFORE = 400
"""Characters before a sentence that say what an elliptical one is about."""
UNITED = frozenset({"of", "the", "in", "and", "for"})
"""Words within the name of a speaker that are not its own."""
AHEAD = re.compile(r"(?i)\b(?:will|would|shall)\b(?! have\b)[^,;.]{0,60}$")
"""What makes a number before which it stands one that is still to come."""


@dataclass(frozen=True, slots=True)
class Page:
    """A document and the words and names of its lead."""

    document: Document
    words: frozenset[str]
    names: frozenset[str]
    lower: str


@dataclass(frozen=True, slots=True)
class Reading:
    """`sentence` is as printed, and `span` where the number stands in it; `names` are the names that are its topic,
    each by its telling words, and `owner` the nearest before the number; `nouns` are the folded words counted;
    `nearby` the words of the sentences before it; `ahead` tells what is foreseen, planned or promised."""

    claim: Claim
    slots: Slots
    page: Page
    sentence: str
    span: tuple[int, int]
    words: frozenset[str]
    nearby: frozenset[str]
    names: tuple[frozenset[str], ...]
    owner: frozenset[str]
    nouns: tuple[str, ...]
    anchors: Anchors
    motion: Motion
    periods: Periods
    ahead: bool


def page_of(document: Document) -> Page:
    """Read a document's lead."""
    lead = f"{document.title}\n{document.text[document.body_start : document.body_start + LEAD]}"
    named = frozenset(word for line in _lines(lead) for name, _ in names(line) for word in telling(name))
    return Page(document, content(lead, named), named, lead.lower())


def _lines(text: str) -> list[str]:
    return [line for part in text.replace("\n", ". ").split(". ") if (line := part.strip())]


def read_claims(document: Document, claims: Sequence[Claim]) -> list[Reading]:
    """The readings of a document's claims, in their order."""
    page = page_of(document)
    together: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        together[claim.part, claim.sentence_start].append(claim)
    return [_read(claim, page, together[claim.part, claim.sentence_start]) for claim in claims]


def _read(claim: Claim, page: Page, beside: Iterable[Claim]) -> Reading:
    document = page.document
    text = document.title if claim.part == "title" and not document.title_start else document.text
    sentence = text[claim.sentence_start : claim.sentence_end].replace("\n", " ")
    base = claim.sentence_start
    span = claim.start - base, claim.end - base
    others = [(one.start - base, one.end - base) for one in beside if one.id != claim.id]
    speakers = (claim.origin, claim.said_by, *claim.chain[1:])
    bare = _without(sentence, span, others)
    found = names(bare, speakers)
    named = frozenset(word.lower() for name, _ in names(bare) for word in WORD.findall(name))
    silent = frozenset(word.lower() for name in speakers for word in WORD.findall(name)) - UNITED
    unit = frozenset(word.lower() for word in WORD.findall(claim.text))
    noun = [word for word in WORD.findall(claim.noun)]
    owner = max(((at, name) for name, at in found if at < span[0]), default=(0, ""))[1]
    earlier = text[max(0, base - BEFORE) : base]
    return Reading(
        claim=claim,
        slots=slots_of(claim, sentence),
        page=page,
        sentence=sentence,
        span=span,
        words=content(bare, named | silent),
        nearby=content(earlier, frozenset()),
        names=tuple(telling(name) for name, _ in found),
        owner=telling(owner) if owner else frozenset(),
        nouns=tuple(filter(None, map(folded, noun))),
        anchors=anchors(sentence, span, others, {*unit, *(word.lower() for word in noun)}, named | silent),
        motion=motion(sentence, *span),
        periods=periods(sentence, span, others, claim.published),
        ahead=claim.status in {"forecast", "planned"} or AHEAD.search(sentence[: span[0]]) is not None,
    )


def _without(sentence: str, span: tuple[int, int], others: Iterable[tuple[int, int]]) -> str:
    """The sentence with its numbers blanked."""
    kept = list(sentence)
    for start, end in (span, *others):
        kept[start:end] = " " * (end - start)
    return "".join(kept)
