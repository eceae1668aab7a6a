"""One article's figures and findings for the editor: where each stands, how it looks, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from typing import Any

from recon.machinery import UNREADABLE, finding
from recon.model import Document, Figure, Finding, Fix
from recon.quoting import is_apart, text_under
from recon.reports.html.article import BOUNDS, KINDS, notes_of, quantities
from recon.reports.numbers import quantity
from recon.serving.articles import FIELDS, Unread
from recon.serving.offsets import in_utf16

MOST_FIGURES = 20_000
"""Figures of one article that are marked: a page of more is a table, and would stall a browser."""
MOST_FINDINGS = 1_000
WORD = 40
"""Characters of a word that are looked at; one that is longer is none."""


def marks(document: Document, figures: Sequence[Figure], findings: Iterable[Finding]) -> dict[str, Any]:
    """The figures that are quantities, the findings that count, how many are suppressed, and the head as it was read.

    Offsets count in UTF-16. `title` tells those of a title that stands beside the text.
    """
    found = list(findings)
    standing = [one for one in found if one.suppressed is None]
    shown = quantities(figures)
    return {
        "figures": list(islice(_figures(document, shown), MOST_FIGURES)),
        "findings": list(islice(_findings(document, standing), MOST_FINDINGS)),
        "total": {"figures": len(shown), "findings": len(standing), "suppressed": len(found) - len(standing)},
        "head": {field: str(getattr(document, field) or "") for field in FIELDS},
    }


def unread(article: Unread) -> dict[str, Any]:
    """The same for an article that cannot be read: why, at its line."""
    stray = finding(UNREADABLE, article.problem, doc=article.id, line=article.line)
    return marks(Document(id=article.id, text=""), (), [stray])


def _figures(document: Document, figures: Iterable[Figure]) -> Iterator[dict[str, Any]]:
    in_text, in_title = in_utf16(document.text), in_utf16(document.title)
    for one in figures:
        apart = one.part == "title" and document.title_start == 0
        at = in_title if apart else in_text
        told = [quantity(one), one.kind.replace("_", " "), one.bound.replace("_", " ") if one.bound != "exact" else ""]
        yield {
            "start": at(one.start),
            "end": at(one.end),
            "title": apart,
            "style": KINDS.get(one.kind, "U") + BOUNDS[one.bound],
            "told": told,
            "noun": one.noun,
        }


def _findings(document: Document, findings: Sequence[Finding]) -> Iterator[dict[str, Any]]:
    in_text, in_title = in_utf16(document.text), in_utf16(document.title)
    for one, note in notes_of(document, findings, 1).items():
        apart = is_apart(document, one)
        at = in_title if apart else in_text
        yield {
            **asdict(note),
            "start": at(one.start),
            "end": at(one.end),
            "line": one.line,
            "title": apart,
            "fix": _rewrite(text_under(document, one), one.fix, at) if one.fix else None,
        }


def _rewrite(text: str, fix: Fix, at: Callable[[int], int]) -> dict[str, Any]:
    """Where a rewrite goes and what it puts there; `words` are what it makes, up to the next blanks."""
    before, after = text[max(0, fix.start - WORD) : fix.start], text[fix.end : fix.end + WORD]
    begun = before[len(before.rstrip()) :] if before[-1:].isspace() else (before.split() or [""])[-1]
    ended = "" if after[:1].isspace() else (after.split() or [""])[0]
    return {
        "start": at(fix.start),
        "end": at(fix.end),
        "replacement": fix.replacement,
        "safe": fix.safe,
        "words": f"{begun}{fix.replacement}{ended}".strip(),
    }
