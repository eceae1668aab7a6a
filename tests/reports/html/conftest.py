"""Reports of made-up articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from recon.engine import Plan, chosen_extractor, discover, in_order, reconcile, work
from recon.model import Document, Figure, Reconciliation
from recon.reporting import report
from recon.reports.needs import by_need, needs_of


@dataclass(frozen=True)
class Made:
    """A reconciliation with its figures, and the page of it."""

    result: Reconciliation
    figures: tuple[Figure, ...]
    html: str

    def part(self, start: str, end: str) -> str:
        """What stands between two strings, from the first on."""
        begin = self.html.index(start)
        return self.html[begin : self.html.index(end, begin)]


def made_of(*documents: Document) -> Made:
    host = discover()
    plan = Plan(extractor=chosen_extractor(host, ""), checks=host.checks, attribute=True)
    batches = list(work(plan, documents))
    claims = [claim for batch in batches for claim in batch.claims]
    result = reconcile(documents, claims, host.reconcilers)
    found = [one for batch in batches for one in batch.findings]
    result = replace(result, findings=in_order([*found, *result.findings]))
    figures = tuple(figure for batch in batches for figure in batch.figures)
    shown = by_need(result.series, needs_of(result))
    return Made(result, figures, "".join(report(result, figures, shown)))


def article(name: str, text: str, outlet: str, day: str, **fields: str) -> Document:
    return Document(id=name, text=text, publisher=outlet, published=dt.date.fromisoformat(day), **fields)


FLOOD = (
    article(
        "a.txt",
        "About 30 people are missing in Varn, the mayor said on Thursday.\n\nThe lake is 16 km (16 miles) long.",
        "The Courier",
        "2031-05-02",
        title="Dam breaks above Varn",
    ),
    article(
        "b.txt",
        "At least 45 people are missing in Varn, the police said on Thursday. The dam cost $12 million.",
        "Varn Post",
        "2031-05-02",
    ),
    article("c.txt", "In Varn 60 people are missing, the fire service said.", "Radio Ost", "2031-05-03"),
    article(
        "d.txt", "Up to 80 people will be missing in Varn by Sunday, the fire service said.", "Radio Ost", "2031-05-03"
    ),
)


@pytest.fixture(scope="session")
def flood() -> Made:
    return made_of(*FLOOD)


@pytest.fixture(scope="session")
def make() -> Callable[..., Made]:
    return made_of
