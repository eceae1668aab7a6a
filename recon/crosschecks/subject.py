"""What a rule across documents is made of, and what it looks at: one series with all that is known around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from recon.crosschecks.catalogue import CrossRule
from recon.crosschecks.certain import surely_alike, surely_counts
from recon.crosschecks.revisions import Revision
from recon.crosschecks.speakers import names_somebody
from recon.model import Claim, Document, Finding, Relation, Series, Severity
from recon.series.alignment import Aligned
from recon.series.judging import Side, side
from recon.series.seen import Seen, seen
from recon.series.slots import Slots, slots_of
from recon.series.wording import when

Tops = Mapping[tuple[object, ...], float]
"""The highest number that each document gives of each thing that is counted, wherever: `top_key` is the key."""
BEFORE = 16
"""Characters before a sentence that may hold the hour of an entry."""


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A series, its relations by pair of claim ids, and the documents by id; `sides` are its claims as intervals in
    the unit of the series, by as-of, then publication; `slots` are those of its claims."""

    series: Series
    sides: tuple[Side, ...]
    relations: Mapping[tuple[str, str], Relation]
    documents: Mapping[str, Document]
    slots: Mapping[str, Slots]
    tops: Tops

    @cached_property
    def observed(self) -> list[Side]:
        """The totals that surely are put forward as being so."""
        return [one for one in self.sides if one.claim.status == "observed" and self.is_sure(one.claim)]

    def is_sure(self, claim: Claim) -> bool:
        return is_sure(claim, self.slots[claim.id], self.documents)

    def seen(self, claim: Claim) -> Seen:
        return self.slots[claim.id].near

    def alike(self, one: Side, other: Side) -> bool:
        """Whether two claims surely count one thing in one place, and are near enough to be rivals; of what an outlet
        tells in its own words, of no place, nothing is sure."""
        a, b = one.claim, other.claim
        return (
            alike(one, other)
            and surely_alike(a, self.slots[a.id], b, self.slots[b.id])
            and self._may_be_in(a, b)
            and self._may_be_in(b, a)
            and (bool(self.slots[a.id].place) or names_somebody(a) or self.one_page(a, b))
        )

    def one_page(self, a: Claim, b: Claim) -> bool:
        """Whether two claims are of one document, or of readings of one address."""
        urls = [document.url for id_ in (a.doc, b.doc) if (document := self.documents.get(id_)) is not None]
        return a.doc == b.doc or (len(urls) == 2 and bool(urls[0]) and urls[0] == urls[1])

    def leads(self, claim: Claim) -> bool:
        """Whether its document gives no higher number of what a claim counts: a lower one is of a part, or older."""
        number = claim.high if claim.value is None else claim.value
        return (number or 0.0) >= self.tops.get(top_key(claim, self.slots[claim.id]), 0.0)

    def dead(self, claim: Claim) -> float | None:
        """The most dead that the document of a claim counts."""
        return self.tops.get((claim.doc, "count", "dead", "", None))

    def relation(self, a: Claim, b: Claim) -> Relation | None:
        return self.relations.get((a.id, b.id)) or self.relations.get((b.id, a.id))

    def _may_be_in(self, claim: Claim, other: Claim) -> bool:
        """Whether a claim without a place is in a text that names the other's."""
        mine, theirs = self.slots[claim.id].place, self.slots[other.id].place
        document = self.documents.get(claim.doc)
        return bool(mine) or not theirs or document is None or theirs in f"{document.title} {document.text}".lower()


def subject_of(
    series: Series,
    related: Mapping[tuple[str, str], Relation],
    documents: Mapping[str, Document],
    slots: Mapping[str, Slots],
    tops: Tops,
) -> Subject:
    """The series as the rules see it."""
    sides = tuple(one for claim in sorted(series.claims, key=when) if (one := side(claim, series.unit)))
    return Subject(series=series, sides=sides, relations=related, documents=documents, slots=slots, tops=tops)


def slots_in(series: Iterable[Series], documents: Mapping[str, Document]) -> dict[str, Slots]:
    """The slots of all claims by id: those that the series were made by, read again where they do not bring them."""
    if isinstance(series, Aligned):
        return dict(series.slots)
    claims = (claim for one in series for claim in one.claims)
    return {claim.id: slots_of(claim, seen(claim, documents.get(claim.doc))) for claim in claims}


def tops_of(series: Iterable[Series], slots: Mapping[str, Slots], documents: Mapping[str, Document]) -> Tops:
    """The highest count of each document, by what is counted."""
    tops: dict[tuple[object, ...], float] = {}
    for claim in (claim for one in series for claim in one.claims):
        if claim.kind == "count" and claim.status == "observed" and is_sure(claim, slots[claim.id], documents):
            key = top_key(claim, slots[claim.id])
            tops[key] = max(tops.get(key, 0.0), claim.value or claim.high or 0.0)
    return tops


def top_key(claim: Claim, slots: Slots) -> tuple[object, ...]:
    """The document of a claim, and what it counts there."""
    return claim.doc, *slots.core


def is_sure(claim: Claim, slots: Slots, documents: Mapping[str, Document]) -> bool:
    """Whether a claim is put forward as a total that holds."""
    document = documents.get(claim.doc)
    start = 0 if document is None or claim.part == "title" else claim.sentence_start
    before = document.text[max(start - BEFORE, 0) : start] if document is not None else ""
    return surely_counts(claim, slots, before)


@dataclass(frozen=True, kw_only=True, slots=True)
class Flag:
    """What a rule found: the claim it points at and the one that it is held against, and what it says of them.

    `causes` are what may explain it, likeliest first; which it is, is for a person. `severity` is that of the rule
    unless the articles themselves explain it.
    """

    claim: Claim
    against: Claim
    message: str
    causes: tuple[str, ...] = ()
    severity: Severity | None = None


Judge = Callable[[Subject], Iterable[Flag]]


def finding_of(rule: CrossRule, flag: Flag, subject: Subject, known: Revision | None = None) -> Finding:
    """A flag in words, at the claim it points at; a note where a known revision explains it."""
    document = subject.documents.get(flag.claim.doc)
    apart = flag.claim.part == "title" and document is not None and document.title_start == 0
    line, column = (1, 1) if document is None or apart else document.position(flag.claim.start)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity="info" if known else flag.severity or rule.severity,
        doc=flag.claim.doc,
        message=f"{subject.series.title}: {flag.message}",
        start=flag.claim.start,
        end=flag.claim.end,
        line=line,
        column=column,
        working=_working(flag, subject),
        figures=(flag.claim.id, flag.against.id),
        suggestion=f"explained: {known}" if known else f"may be {', or '.join(flag.causes)}" if flag.causes else "",
    )


def _working(flag: Flag, subject: Subject) -> str:
    """The two sentences, a line each, with where they stand and who has it from whom."""
    quoted = (
        f"{claim.doc} ({chain(claim)}): “{text}”"
        for claim in (flag.against, flag.claim)
        if (text := shortened(subject.seen(claim).text))
    )
    return "\n".join(quoted)


def shortened(text: str, longest: int = 240) -> str:
    """The text, cut at a word where it is long."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


def chain(claim: Claim) -> str:
    """Who has it from whom: "The Courier ← Harbour Office"."""
    return " ← ".join(claim.chain) or claim.publisher or claim.doc


def day_of(claim: Claim) -> dt.date | None:
    """The last day a claim holds for, else the day it was published."""
    return claim.as_of_end or claim.published


def told(claim: Claim) -> dt.date | None:
    """The day a claim was published, else the last it holds for."""
    return claim.published or claim.as_of_end


def newest(sides: Sequence[Side]) -> Side:
    """The last by as-of, then publication, then id."""
    return max(sides, key=lambda one: when(one.claim))


LIKE = 5.0
"""How many times another number one may be and still be taken for a count of the same thing: what lies farther off is
counted otherwise, more often than it is wrong (but for a digit that slipped)."""


def alike(one: Side, other: Side) -> bool:
    """Whether two numbers are near enough to be rivals, and hold for one place as far as both name it."""
    low, high = sorted((abs(one.top), abs(other.top)))
    a, b = (side.claim.place.partition(",")[0].casefold() for side in (one, other))
    return high <= LIKE * low and (a == b or not a or not b)
