"""What a check is made of here: data about the rule, and a function that finds flaws."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from recon.model import Document, Figure, Finding, Fix, Part, Severity


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


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """A check: its code, its examples, and the function that judges a document's figures, ordered by place."""

    code: str
    name: str
    severity: Severity
    ok: str
    not_ok: str
    judge: Judge

    def check(self, document: Document, figures: Sequence[Figure]) -> Iterator[Finding]:
        ordered = sorted(figures, key=lambda figure: (figure.part, figure.start, figure.end))
        for flaw in self.judge(document, ordered):
            yield self._finding(document, flaw)

    def _finding(self, document: Document, flaw: Flaw) -> Finding:
        return Finding(
            code=self.code,
            name=self.name,
            severity=flaw.severity or self.severity,
            doc=document.id,
            message=flaw.message,
            start=flaw.figures[0].start,
            end=max(figure.end for figure in flaw.figures),
            working=flaw.working,
            figures=tuple(figure.id for figure in flaw.figures),
            suggestion=flaw.suggestion,
            fix=flaw.fix,
        )


def text_of(document: Document, part: Part) -> str:
    """The text that the offsets of figures of this part count in: the document's, or a title that stands apart."""
    return document.title if part == "title" and document.title_start == 0 else document.text
