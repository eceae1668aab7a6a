"""A claim with what its sentence and its document say, as far as it tells one quantity from another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recon.evidence.periods import Periods, periods
from recon.evidence.sentences import (
    ATTACHED,
    OF,
    Anchors,
    Motion,
    anchors,
    content,
    kinds,
    motion,
    names,
    simplified,
    telling,
)
from recon.evidence.stems import WORD, folded
from recon.model import Claim, Document
from recon.series.counted import role_in
from recon.series.numbers import telling as telling_number
from recon.series.seen import seen
from recon.series.slots import Slots, slots_of
from recon.series.vocabulary import ROLE_ORDER

LEAD = 4_000
"""Characters of a document that say what it is about."""
WINDOW = 400
"""Characters of a sentence on each side of a number that are read."""
BEFORE = 400
"""Characters before a sentence that say what an elliptical one is about."""
TOGETHER = frozenset({"dead or missing"})
"""Roles that a word near the number tells only half of."""
SEVERAL = 2
"""Telling numbers that two texts hardly share but of one story."""
UNITED = frozenset({"of", "the", "in", "and", "for"})
"""Words within the name of a speaker that are not its own."""
AHEAD = re.compile(
    r"(?i)\b(?:will|would|shall|wants?|hopes?|seeks?|aims?)\b(?! have\b)[^,;.]{0,60}$"
    r"|\b(?:would have|asked for|asks? for|called for|calls? for|demand(?:s|ed)?)\b[^,;.]{0,60}$"
    r"|\b(?:agreed|agrees|plans?|set|due|expected|expects|is|are) to [a-z]+ (?:\w+ ){0,3}$"
)
"""What makes a number before which it stands one that is still to come."""
PAST = re.compile(r"(?i)\b(?:\w{2,}ed|had|was|were|sold|bought|built|spent|paid|sent|won|lost) (?:\w+ ){0,2}$")
"""A verb just before a number that tells what has been."""
PER = re.compile(
    r"(?i)\s*(?:[\w’'-]+ ){0,4}?(?:an?|per|each|every) (second|minute|hour|day|week|month|quarter|year)\b"
    r"(?! (?:earlier|ago|later|before|after))"
)
DENIAL = re.compile(r"(?i)\b(?:den(?:y|ies|ied|ying)|dismiss|refut|untrue|not true|false|no evidence|not|n[’']t)")
"""Words that deny, and do not vote something down."""


@dataclass(frozen=True, slots=True)
class Page:
    """A document and the words and names of its lead; `plain` are those it prints in small letters, and `numbers` those
    that it prints anywhere and that hardly meet by chance."""

    document: Document
    words: frozenset[str]
    names: frozenset[str]
    lower: str
    plain: frozenset[str]
    numbers: frozenset[float]


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim with all that is known of its number.

    `sentence` is as printed, and `span` where the number stands in it; `words` are what the sentence says, `nearby`
    what the sentences before it do. `names` are the names that are its topic, each by its telling words, and `owner`
    the nearest before the number; `owners` are those of the sentence's other numbers, and `holder` is the one that a
    number of several belongs to. `role` is what became of those counted, `nouns` the words for them, and `people` tells
    that those say no more. `per` is the time that a rate goes by, `beside` the sentence's other numbers, and `share`
    tells a part ("61" of "61 of the 120 seats") and a whole; `kinds` are words that stand before a noun and tell its
    kind. `ahead` tells what is foreseen, planned or promised, `past` what has been.
    """

    claim: Claim
    slots: Slots
    page: Page
    sentence: str
    span: tuple[int, int]
    words: frozenset[str]
    nearby: frozenset[str]
    names: tuple[frozenset[str], ...]
    owner: frozenset[str]
    owners: frozenset[frozenset[str]]
    holder: frozenset[str]
    role: str
    nouns: tuple[str, ...]
    people: bool
    per: str
    beside: frozenset[float]
    anchors: Anchors
    motion: Motion
    periods: Periods
    ahead: bool
    past: bool
    denied: bool
    share: str
    kinds: Mapping[str, frozenset[str]]


def near(reading: Reading) -> frozenset[str]:
    """The folded words by which a number is known: the nearest on both its sides, what is counted, its role."""
    said = (*reading.anchors.left, *reading.anchors.right, *reading.nouns, reading.role)
    return frozenset(filter(None, said))


def one_story(draft: Reading, evidence: Reading) -> bool:
    """Whether the two texts print several numbers alike that hardly meet by chance."""
    return len(draft.page.numbers & evidence.page.numbers) >= SEVERAL


def page_of(document: Document, claims: Iterable[Claim]) -> Page:
    """Read a document's lead."""
    lead = f"{document.title}\n{document.text[document.body_start : document.body_start + LEAD]}"
    named = frozenset(word for line in _lines(lead) for name, _ in names(line) for word in telling(name))
    plain = frozenset(word for word in WORD.findall(lead) if word.islower())
    numbers = frozenset(
        claim.value for claim in claims if claim.kind == "count" and claim.value and telling_number(claim)
    )
    return Page(document, content(lead, named), named, lead.lower(), plain, numbers)


def _lines(text: str) -> list[str]:
    return [line for part in text.replace("\n", ". ").split(". ") if (line := part.strip())]


def read_claims(document: Document, claims: Sequence[Claim]) -> list[Reading]:
    """The readings of a document's claims, in their order."""
    page = page_of(document, claims)
    together: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        together[claim.part, claim.sentence_start].append(claim)
    return [_read(claim, page, together[claim.part, claim.sentence_start]) for claim in claims]


def _read(claim: Claim, page: Page, beside: Iterable[Claim]) -> Reading:
    document = page.document
    text = document.title if claim.part == "title" and not document.title_start else document.text
    base = max(claim.sentence_start, claim.start - WINDOW)
    sentence = text[base : min(claim.sentence_end, claim.end + WINDOW)].replace("\n", " ")
    span = claim.start - base, claim.end - base
    rest = [one for one in beside if one.id != claim.id and one.start - base >= 0 and one.end - base <= len(sentence)]
    others = [(one.start - base, one.end - base) for one in rest]
    barriers = [(a, b) for (a, b), one in zip(others, rest, strict=True) if one.kind != "duration"]
    speakers = (claim.origin, claim.said_by, *claim.chain[1:])
    bare = simplified(_without(sentence, span, others))
    moved = motion(sentence, *span)
    found = names(bare, speakers)
    named = frozenset(word.lower() for name, _ in names(bare) for word in WORD.findall(name))
    silent = frozenset(word.lower() for name in speakers for word in WORD.findall(name)) - UNITED
    unit = frozenset(word.lower() for word in WORD.findall(claim.text))
    noun = [word for word in WORD.findall(claim.noun) if word.lower() not in named]
    beside_it = anchors(bare, span, barriers, {*unit, *(word.lower() for word in noun)}, named | silent)
    slots = slots_of(claim, seen(claim, document))
    acting = [(name, at) for name, at in found if not ATTACHED.search(bare[:at].rstrip())]
    owners = [_before(acting, start) for start, _ in (span, *others)]
    earlier = text[max(0, base - BEFORE) : base]
    return Reading(
        claim=claim,
        slots=slots,
        page=page,
        sentence=sentence,
        span=span,
        words=content(bare, named | silent),
        nearby=content(earlier, frozenset()),
        names=tuple(telling(name) for name, _ in found),
        owner=owners[0],
        owners=frozenset(owners[1:]) - {frozenset(), owners[0]},
        holder=_holder(found, span, others) if others else frozenset(),
        role=_role(slots.role, noun, beside_it) if claim.kind == "count" else slots.role,
        nouns=tuple(filter(None, map(folded, noun))),
        people=bool(noun) and not any(map(folded, noun)),
        anchors=beside_it,
        motion=moved,
        periods=periods(sentence, span, others, claim.published),
        ahead=not moved.former
        and (claim.status in {"forecast", "planned"} or AHEAD.search(sentence[: span[0]]) is not None),
        past=claim.status == "observed"
        and not AHEAD.search(sentence[: span[0]])
        and PAST.search(sentence[: span[0]]) is not None,
        denied=claim.status == "denied" and DENIAL.search(sentence) is not None,
        per=_per(sentence, span[1]),
        beside=frozenset(one.value for one in rest if one.value is not None),
        share=_share(sentence, span, others),
        kinds=kinds(bare, named | silent),
    )


def _without(sentence: str, span: tuple[int, int], others: Iterable[tuple[int, int]]) -> str:
    """The sentence with its numbers blanked."""
    kept = list(sentence)
    for start, end in (span, *others):
        kept[start:end] = " " * (end - start)
    return "".join(kept)


def _share(sentence: str, span: tuple[int, int], others: Iterable[tuple[int, int]]) -> str:
    start, end = span
    if any(OF.fullmatch(sentence, end, first) for first, _ in others if end < first):
        return "part"
    return "whole" if any(OF.fullmatch(sentence, last, start) for _, last in others if last < start) else ""


def _before(found: Iterable[tuple[str, int]], start: int) -> frozenset[str]:
    """The name nearest before an offset, by its telling words."""
    name = max(((at, name) for name, at in found if at < start), default=(0, ""))[1]
    return telling(name) if name else frozenset()


def _holder(
    found: Sequence[tuple[str, int]], span: tuple[int, int], others: Sequence[tuple[int, int]]
) -> frozenset[str]:
    """The name a number belongs to, by its telling words: the nearest before it, no other number between; else the
    first behind it; else the nearest before the numbers before."""
    start, end = span
    low = max((last for _, last in others if last <= start), default=0)
    high = min((first for first, _ in others if first >= end), default=None)
    before = [name for name, at in found if low <= at < start]
    behind = [name for name, at in found if at >= end and (high is None or at < high)]
    earlier = [name for name, at in found if at < low]
    chosen = before[-1:] or behind[:1] or earlier[-1:]
    return telling(chosen[0]) if chosen else frozenset()


def _role(read: str, noun: Iterable[str], beside: Anchors) -> str:
    """The role that the noun itself has, else the one read from the sentence, unless only another stands near."""
    if read in TOGETHER:
        return read
    near = [word for word in (*beside.left[:1], *beside.right[:1]) if word in ROLE_ORDER]
    return role_in(word.lower() for word in noun) or (near[0] if near and read not in near else read)


def _per(sentence: str, end: int) -> str:
    """ "month" of "300 patients a month"."""
    match = PER.match(sentence, end)
    return match[1].lower() if match else ""
