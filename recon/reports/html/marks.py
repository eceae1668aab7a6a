"""A document's text cut where its figures and findings begin and end, so that each can be marked where it stands."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from recon.model import Document, Figure, Finding
from recon.quoting import is_apart
from recon.reports.layout import printable

T = TypeVar("T", Figure, Finding)


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text under the same marks: at most one figure, and any findings. `begins` where the figure does; `ends`
    are the findings whose words end here."""

    text: str
    figure: Figure | None = None
    begins: bool = False
    findings: tuple[Finding, ...] = ()
    ends: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What stands between two blank lines, with the figures and findings that begin in it."""

    segments: tuple[Segment, ...]
    figures: tuple[Figure, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """A document with its figures and findings in place. `loose` are the findings that point at no words."""

    title: Paragraph
    body: tuple[Paragraph, ...]
    loose: tuple[Finding, ...] = ()


def marked(document: Document, figures: Sequence[Figure], findings: Sequence[Finding]) -> Marked:
    """The title and the paragraphs of the body as printed; what could steer a page or a terminal is replaced."""
    loose = tuple(one for one in findings if one.end <= one.start)
    placed = [one for one in findings if one.end > one.start]
    of_title = [one for one in figures if one.part == "title"]
    of_body = [one for one in figures if one.part != "title"]
    if document.title_start == 0:
        title_findings = [one for one in placed if is_apart(document, one)]
        placed = [one for one in placed if not is_apart(document, one)]
    else:
        title_findings = [one for one in placed if one.start < document.body_start]
    title = _paragraph(printable(document.title), document.title_start or 0, of_title, title_findings)
    body = _paragraphs(document.text, document.body_start, of_body, placed)
    return Marked(title, tuple(body), loose)


def _paragraphs(text: str, start: int, figures: Sequence[Figure], findings: Sequence[Finding]) -> Iterator[Paragraph]:
    figures = sorted(figures, key=_order)
    findings = sorted(findings, key=_order)
    coming_figures, coming_findings = deque(figures), deque(findings)
    under: list[Finding] = []
    for begin, end in _blocks(text, start):
        inside = _taken(coming_figures, end)
        under = [one for one in (*under, *_taken(coming_findings, end)) if one.end > begin]
        block = "\n".join(map(printable, text[begin:end].split("\n")))
        yield _paragraph(block, begin, inside, under)


def _order(one: Figure | Finding) -> tuple[int, int, str]:
    return one.start, -one.end, one.code if isinstance(one, Finding) else one.id


def _taken(coming: deque[T], end: int) -> list[T]:
    """Those that begin before `end`, which are then no longer to come."""
    taken = []
    while coming and coming[0].start < end:
        taken.append(coming.popleft())
    return taken


def _blocks(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where runs of lines with anything on them begin and end."""
    begin, at = -1, start
    for line in text[start:].split("\n"):
        stripped = line.strip()
        if stripped:
            end = at + len(line.rstrip())
            begin = at if begin < 0 else begin
        elif begin >= 0:
            yield begin, end
            begin = -1
        at += len(line) + 1
    if begin >= 0:
        yield begin, end


def _paragraph(text: str, base: int, figures: Sequence[Figure], findings: Sequence[Finding]) -> Paragraph:
    """The paragraph whose text begins at offset `base`. Of figures that overlap, the first and longest is marked."""
    end = base + len(text)
    shown: list[Figure] = []
    for one in sorted(figures, key=_order):
        if base <= one.start < end and (not shown or one.start >= shown[-1].end):
            shown.append(one)
    edges = {base, end}
    for begun, ended in [*((one.start, one.end) for one in shown), *((one.start, one.end) for one in findings)]:
        edges |= {max(begun, base), min(ended, end)}
    return Paragraph(
        tuple(_segments(text, base, sorted(edges), deque(shown), deque(findings))),
        tuple(one for one in figures if base <= one.start < end),
        tuple(one for one in findings if base <= one.start < end),
    )


def _segments(
    text: str, base: int, edges: Sequence[int], figures: deque[Figure], findings: deque[Finding]
) -> Iterator[Segment]:
    """One from each edge to the next, in one pass over what begins and ends at them."""
    under: list[Finding] = []
    for start, end in pairwise(edges):
        while figures and figures[0].end <= start:
            figures.popleft()
        figure = figures[0] if figures and figures[0].start <= start else None
        under = [one for one in (*under, *_taken(findings, start + 1)) if one.end > start]
        ends = tuple(one for one in under if one.end == end)
        begins = figure is not None and figure.start == start
        yield Segment(text[start - base : end - base], figure, begins, tuple(under), ends)
