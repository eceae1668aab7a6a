"""What a rule across documents is made of, and what it looks at: one series with all that is known around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from recon.crosschecks.catalogue import CrossRule
from recon.crosschecks.revisions import Revision
from recon.model import Claim, Document, Finding, Relation, Series
from recon.series.judging import Side, side
from recon.series.seen import Seen, seen
from recon.series.wording import when


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """A series, its relations by pair of claim ids, and the documents by id; `sides` are its claims as intervals in
    the unit of the series, by as-of, then publication."""

    series: Series
    sides: tuple[Side, ...]
    relations: Mapping[tuple[str, str], Relation]
    documents: Mapping[str, Document]

    @property
    def observed(self) -> list[Side]:
        """The totals that somebody says are so."""
        return [one for one in self.sides if one.claim.status == "observed" and one.claim.measure == "total"]

    def seen(self, claim: Claim) -> Seen:
        return seen(claim, self.documents.get(claim.doc))

    def relation(self, a: Claim, b: Claim) -> Relation | None:
        return self.relations.get((a.id, b.id)) or self.relations.get((b.id, a.id))


def subject_of(
    series: Series, relations: Mapping[tuple[str, str], Relation], documents: Mapping[str, Document]
) -> Subject:
    """The series as the rules see it."""
    sides = tuple(one for claim in sorted(series.claims, key=when) if (one := side(claim, series.unit)))
    return Subject(series=series, sides=sides, relations=relations, documents=documents)


@dataclass(frozen=True, kw_only=True, slots=True)
class Flag:
    """What a rule found: the claim it points at and the one that it is held against, and what it says of them.

    `causes` are what may explain it, likeliest first; which it is, is for a person.
    """

    claim: Claim
    against: Claim
    message: str
    causes: tuple[str, ...] = ()


Judge = Callable[[Subject], Iterable[Flag]]


def finding_of(rule: CrossRule, flag: Flag, subject: Subject, known: Revision | None = None) -> Finding:
    """A flag in words, at the claim it points at; a note where a known revision explains it."""
    document = subject.documents.get(flag.claim.doc)
    apart = flag.claim.part == "title" and document is not None and document.title_start == 0
    line, column = (1, 1) if document is None or apart else document.position(flag.claim.start)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity="info" if known else rule.severity,
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
    """The two sentences, a line each, with where they stand."""
    quoted = (
        f"{claim.doc}: “{text}”"
        for claim in (flag.against, flag.claim)
        if (text := shortened(subject.seen(claim).text))
    )
    return "\n".join(quoted)


def shortened(text: str, longest: int = 240) -> str:
    """The text, cut at a word where it is long."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


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
