"""What a check is made of here: data about the rule, and a function that finds flaws."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import le

from recon.model import Claim, Document, Figure, Finding, Fix, Part, Severity


@dataclass(frozen=True, kw_only=True, slots=True)
class Flaw:
    """What a judge found: the figures it speaks of, in reading order, and what it says of them.

    `severity` is set where a flaw weighs less than its rule, `fix` where there is a rewrite to offer.
    """

    figures: tuple[Figure, ...]
    message: str
    working: str = ""
    suggestion: str = ""
    severity: Severity | None = None
    fix: Fix | None = None


Judge = Callable[[Document, Sequence[Figure]], Iterable[Flaw]]
Claims = Callable[[], Sequence[Claim]]
"""The claims of the document, made when they are asked for."""
ClaimsJudge = Callable[[Document, Sequence[Figure], Claims], Iterable[Flaw]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """A check: its code, its examples, and the function that judges a document's figures, ordered by place."""

    code: str
    name: str
    severity: Severity
    ok: str
    not_ok: str
    judge: Judge
    preview: bool = False

    def check(self, document: Document, figures: Sequence[Figure]) -> Iterator[Finding]:
        for flaw in self.judge(document, _ordered(figures)):
            yield _finding(self, document, flaw)


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimsRule:
    """A check that asks, where it has found something, who says it and as of when."""

    code: str
    name: str
    severity: Severity
    ok: str
    not_ok: str
    judge: ClaimsJudge
    preview: bool = False

    def check(self, document: Document, figures: Sequence[Figure]) -> Iterator[Finding]:
        return self.check_claims(document, figures, tuple)

    def check_claims(self, document: Document, figures: Sequence[Figure], claims: Claims) -> Iterator[Finding]:
        for flaw in self.judge(document, _ordered(figures), claims):
            yield _finding(self, document, flaw)


def _ordered(figures: Sequence[Figure]) -> Sequence[Figure]:
    """The figures by place; the very same object where they are so already."""
    places = [(figure.part, figure.start, figure.end) for figure in figures]
    if all(map(le, places, places[1:])):
        return figures
    return sorted(figures, key=lambda figure: (figure.part, figure.start, figure.end))


def _finding(rule: Rule | ClaimsRule, document: Document, flaw: Flaw) -> Finding:
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=flaw.severity or rule.severity,
        doc=document.id,
        message=flaw.message,
        start=flaw.figures[0].start,
        end=max(figure.end for figure in flaw.figures if figure.part == flaw.figures[0].part),
        working=flaw.working,
        figures=tuple(dict.fromkeys(figure.id for figure in flaw.figures)),
        suggestion=flaw.suggestion,
        fix=flaw.fix,
    )


def text_of(document: Document, part: Part) -> str:
    """The text that the offsets of figures of this part count in: the document's, or a title that stands apart."""
    return document.title if part == "title" and document.title_start == 0 else document.text
