"""The rules of the evidence, RC5xx. They judge a draft beside other texts, so that no check object stands for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from recon.model import Document, Finding, Severity

Name = Literal["supported", "rounded", "superseded", "conflict", "off", "not found"]
"""The verdicts."""
OUTLET, DAY = "The Daily", dt.date(2031, 3, 4)
"""Who printed the evidence of the examples, and when; the second text is of the day after."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceRule:
    """A code that a verdict has. `not_ok` is a draft that gets it beside the texts of `evidence`, `ok` one that does
    not."""

    code: str
    name: str
    verdict: Name
    severity: Severity
    meaning: str
    ok: str
    not_ok: str
    evidence: tuple[str, ...]


WORDS: dict[Name, str] = {
    "supported": "supported",
    "rounded": "rounded",
    "superseded": "superseded",
    "conflict": "in conflict",
    "off": "off in unit or magnitude",
    "not found": "not found",
}
FERRY = "A ferry capsized off Harrow Point, killing 14 people, the coast guard said."

SUPPORTED = EvidenceRule(
    code="RC501",
    name="figure-supported",
    verdict="supported",
    severity="info",
    meaning="""A figure of the draft stands in the evidence, said of the same quantity.

It is the same number, or one that the evidence's implies: "more than 3,000" beside "3,100". The same number said of
another thing, place or period supports nothing, and neither does a forecast of what the draft tells as a fact.
The working quotes the sentences, with who said them and when. Where the draft credits another speaker than the
evidence does, that is said too.""",
    ok="Forty people were rescued after a ferry capsized off Harrow Point.",
    not_ok="The coast guard said 14 people died when a ferry capsized off Harrow Point.",
    evidence=(FERRY,),
)
ROUNDED = EvidenceRule(
    code="RC502",
    name="figure-rounded",
    verdict="rounded",
    severity="info",
    meaning="""A figure of the draft and one of the evidence are one number, at two grains or in two units.

The draft has rounded the number or converted it, has left out an "about" or "at least", or is finer than the evidence,
which only rounds.""",
    ok="The ministry sent 6,480 soldiers to the border.",
    not_ok="The ministry sent about 6,500 soldiers to the border.",
    evidence=("The ministry sent 6,480 soldiers to the border, a spokesman said.",),
)
SUPERSEDED = EvidenceRule(
    code="RC503",
    name="figure-superseded",
    verdict="superseded",
    severity="warning",
    meaning="""The evidence has the figure, and a newer one that took its place.

The newer number goes back to the same origin, to an outlet that names none, or to the same sentence, which gives the
draft's as what was before.""",
    ok="The landslide in Orsted killed 19 people, police said.",
    not_ok="The landslide in Orsted killed 12 people, police said.",
    evidence=(
        "Twelve people were killed by a landslide in Orsted, police said.",
        "The death toll from the landslide in Orsted has risen to 19, police said.",
    ),
)
CONFLICT = EvidenceRule(
    code="RC504",
    name="figure-in-conflict",
    verdict="conflict",
    severity="error",
    meaning="""The evidence gives another number for the same quantity, or denies the draft's.

Neither rounding nor the words around the two numbers leave room for both. Which of the two is wrong, recon does not
say.""",
    ok="The fire destroyed 310 houses in Pinecrest.",
    not_ok="The fire destroyed 240 houses in Pinecrest.",
    evidence=("The fire destroyed 310 houses in Pinecrest, the fire chief said.",),
)
OFF = EvidenceRule(
    code="RC505",
    name="figure-off",
    verdict="off",
    severity="error",
    meaning="""The evidence has the same digits for the same quantity, in another unit or magnitude.

Miles for kilometers, billions for millions, percent for percentage points, dollars for euros, a zero too many.""",
    ok="The pipeline will run 6,500 kilometers to the coast.",
    not_ok="The pipeline will run 6,500 miles to the coast.",
    evidence=("The pipeline will run 6,500 kilometers to the coast, the company said.",),
)
NOT_FOUND = EvidenceRule(
    code="RC506",
    name="figure-not-found",
    verdict="not found",
    severity="warning",
    meaning="""The evidence says nothing that bears the figure out.

Where it has the same number of another quantity, only foresees what the draft tells as a fact, or leaves the number
open ("more than 3,000" for 3,400), that is said.""",
    ok="Some 3,000 people marched through Selby.",
    not_ok="The plant in Selby employs 3,000 people.",
    evidence=("Some 3,000 people marched through Selby on Sunday.",),
)

RULES: tuple[EvidenceRule, ...] = (SUPPORTED, ROUNDED, SUPERSEDED, CONFLICT, OFF, NOT_FOUND)
RULE_OF: dict[Name, EvidenceRule] = {rule.verdict: rule for rule in RULES}
CODES: frozenset[str] = frozenset(rule.code for rule in RULES)


def example(rule: EvidenceRule) -> tuple[Document, ...]:
    """The evidence of a rule's examples as documents."""
    return tuple(
        Document(id=f"evidence-{number}", text=text, publisher=OUTLET, published=DAY + dt.timedelta(days=number))
        for number, text in enumerate(rule.evidence, 1)
    )


def tally(findings: Iterable[Finding], documents: int) -> str:
    """How many figures got which verdict, in a line: "Against 2 documents: 3 supported, 1 not found."."""
    codes = [one.code for one in findings]
    told = [f"{codes.count(rule.code):,} {WORDS[rule.verdict]}" for rule in RULES if rule.code in codes]
    return f"Against {documents:,} {'document' if documents == 1 else 'documents'}: {', '.join(told) or 'no figure'}."
