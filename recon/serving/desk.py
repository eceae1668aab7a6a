"""What the page asks for, worked out: the figures and findings of one article, the series of several, the report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from recon.crosschecks.catalogue import CODES as ACROSS
from recon.engine import Plan, in_order, reconcile, work_on
from recon.host import Owned
from recon.model import Document, Figure, Finding, Reconciler, Reconciliation
from recon.selection import MACHINERY, Selection
from recon.serving.articles import RequestError, Unread, articles_of
from recon.serving.marking import marks, unread
from recon.suppression import Suppressions

JSON = "application/json"
HTML = "text/html; charset=utf-8"

What = Literal["mark", "series", "report"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """What is done with the articles of the page; files that decide on files (suppressions, overrides) have no part."""

    plan: Plan
    reconcilers: tuple[Owned[Reconciler], ...] = ()
    chosen: tuple[str, ...] = ()
    """The names of the reconcilers that the configuration asks for; they are drawn."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A response: its body, media type and status."""

    body: bytes
    media: str = JSON
    status: int = 200


def answer(desk: Desk, question: tuple[What, bytes]) -> Answer:
    """What the desk says to a request and its body; one that is not the page's gets a 400 with words."""
    what, body = question
    try:
        articles = articles_of(body)
    except RequestError as error:
        return replace(told({"error": str(error)}), status=400)
    if what == "mark":
        return told(marked(desk, articles[0]))
    from recon.serving.across import across, page_of  # noqa: PLC0415  (who only types needs no report)

    made, figures = reconciled(desk, [one for one in articles if isinstance(one, Document)])
    if what == "series":
        order = {one.id: number for number, one in enumerate(articles)}
        return told(across(made, figures, order, desk.plan.lexicon, desk.chosen))
    return Answer(page_of(made, figures, desk.plan.lexicon, desk.chosen).encode("utf-8", "replace"), HTML)


def told(value: Any) -> Answer:
    """The value as JSON."""
    return Answer(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))


def marked(desk: Desk, article: Document | Unread) -> dict[str, Any]:
    """The figures of an article and what does not add up in it, as the page reads them."""
    if isinstance(article, Unread):
        return unread(article)
    worked = work_on(desk.plan, (article,))
    return marks(article, worked.figures, judged(desk, [article], worked.findings))


def reconciled(desk: Desk, documents: Sequence[Document]) -> tuple[Reconciliation, tuple[Figure, ...]]:
    """The series of the articles, with what does not add up in and across them; and all figures."""
    worked = work_on(replace(desk.plan, attribute=True), tuple(documents))
    made = reconcile(documents, worked.claims, desk.reconcilers, known=desk.plan.lexicon)
    return replace(made, findings=judged(desk, documents, (*worked.findings, *made.findings))), worked.figures


def judged(desk: Desk, documents: Sequence[Document], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings as the configuration counts them, those marked that a comment in the text lets stand."""
    selection = desk.plan.selection or Selection(names={})
    looking = ACROSS.union(owned.key for owned in desk.plan.checks)
    found = list(findings)
    failed = {one.doc for one in found if one.code.startswith(MACHINERY)}
    comments = Suppressions(
        names=selection.names,
        looked=lambda code, doc: code in looking and doc not in failed and selection.applies(code, doc),
    )
    kept = [one for one in found if one.doc not in {document.id for document in documents}]
    for document in documents:
        kept += comments.marked(document, [one for one in found if one.doc == document.id])
    counted = (one for one in kept if selection.applies(one.code, one.doc))
    return in_order(replace(one, severity=selection.severity(one.code, one.severity)) for one in counted)
