"""Verdicts in words: a finding for each, with the sentences of the evidence that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from recon.evidence.rules import RULE_OF
from recon.evidence.verdicts import Verdict
from recon.model import Claim, Document, Finding
from recon.quoting import fragment
from recon.series.seen import seen
from recon.series.wording import BOUNDS, day

QUOTED = 3
"""Sentences of the evidence that are quoted."""
LONGEST = 300
"""Characters of one that are."""

REASONS = {
    "equal": "{draft} is supported by {where}",
    "implied": "{draft} is supported by {where}, which has {other}",
    "rounded": "{draft} is {other} in {where}, rounded",
    "hedged": "{draft} is {other} in {where}: the same number, hedged otherwise",
    "coarser": "{draft} is only {other} in {where}: the draft is finer than the evidence",
    "converted": "{draft} is {other} in {where}, converted",
    "newer": "{draft} is superseded by {other} in {where}",
    "former": "{draft} is what it was before; it is {other} in {where}",
    "apart": "{draft} conflicts with {other} in {where}",
    "denied": "{draft} is denied in {where}",
    "asserted": "the draft denies {draft}, which {where} has",
    "turned": "{draft} conflicts with {other} in {where}, where it moves the other way",
    "unit": "{draft} is off: {where} has {other}, the same number in another unit",
    "magnitude": "{draft} is off: {where} has {other}, the same digits in another magnitude",
    "unit and magnitude": "{draft} is off: {where} has {other}, the same digits in another unit and magnitude",
    "ahead": "{draft} is not found in the evidence as a fact; {where} only foresees it",
    "older": "{draft} is not found in the evidence, which is older; {where} has {other}",
    "room": "{draft} is not found in the evidence; {where} has only {other}",
    "other": "{draft} is not found in the evidence; in {where} the number {apart}",
    "": "{draft} is not found in the evidence",
}
"""What a verdict says, by its reason."""


def finding_of(verdict: Verdict, draft: Document, evidence: Mapping[str, Document]) -> Finding:
    """The finding at the figure of the draft."""
    rule, claim = RULE_OF[verdict.name], verdict.draft
    first = verdict.shown[0] if verdict.shown else None
    message = REASONS[verdict.why].format(
        draft=quoted(claim),
        other=quoted(first) if first else "",
        where=place(first, evidence[first.doc]) if first else "",
        apart=verdict.apart,
    )
    apart = claim.part == "title" and draft.title_start == 0
    line, column = (1, claim.start + 1) if apart else draft.position(claim.start)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        doc=claim.doc,
        message=message,
        start=claim.start,
        end=claim.end,
        line=line,
        column=column,
        page=None if apart else draft.page(claim.start),
        working="\n".join([*_sources(verdict.shown, evidence), *verdict.notes]),
        figures=(claim.id, *(one.id for one in verdict.shown)),
    )


def quoted(claim: Claim) -> str:
    """The number as printed, with its bound: “at least 3,000”."""
    return f"“{BOUNDS.get(claim.bound, '')}{' '.join(claim.text.split())}”"


def place(claim: Claim, document: Document) -> str:
    """Where the claim stands: path and line; of a title that stands apart, path and "title"."""
    if claim.part == "title" and document.title_start == 0:
        return f"{document.id}:title"
    return f"{document.id}{fragment(document.page(claim.start))}:{document.position(claim.start)[0]}"


def _sources(shown: Iterable[Claim], evidence: Mapping[str, Document]) -> list[str]:
    """The sentences, each once, with who said them and when."""
    lines: dict[tuple[str, int], str] = {}
    for claim in shown:
        document = evidence[claim.doc]
        words = seen(claim, document).text
        words = words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"
        lines.setdefault((claim.doc, claim.sentence_start), f"{place(claim, document)}: “{words}” ({_by(claim)})")
    told = list(lines.values())
    more = len(told) - QUOTED
    return [*told[:QUOTED], *([f"and {more} more of the evidence"] if more > 0 else [])]


def _by(claim: Claim) -> str:
    """Origin, outlet and day of printing, as far as they are known."""
    told = list(dict.fromkeys(filter(None, (claim.origin, claim.publisher))))
    when = claim.published or claim.as_of_end
    return ", ".join([*(told or ["origin not known"]), *([day(when)] if when else [])])
