"""What there is to say of a rule, as text for a terminal, as a page of Markdown, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from recon.model import Finding, Severity
from recon.reports.layout import WIDTH, printable, table, wrapped


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleCard:
    """A rule as its check describes itself. `found` is what it finds in `not_ok`; the machinery has no examples.

    `evidence` are the texts that the examples are held against, where the rule judges a draft beside others;
    `precision` is what was measured of it, in the check's own words; `uri` names the rule, and leads to its page where
    its distribution says where its documentation is.
    """

    code: str
    name: str
    severity: Severity
    meaning: str = ""
    ok: str = ""
    not_ok: str = ""
    evidence: tuple[str, ...] = ()
    preview: bool = False
    precision: str = ""
    owner: str = ""
    uri: str = ""
    found: tuple[Finding, ...] = ()

    @property
    def summary(self) -> str:
        """The first sentence of the meaning, without its full stop."""
        first = " ".join(self.meaning.split("\n\n")[0].split())
        return first.partition(". ")[0].rstrip(".")


def rule_text(card: RuleCard) -> str:
    """One rule for a terminal."""
    return "\n".join(_text(card)) + "\n"


def _text(card: RuleCard) -> Iterator[str]:
    trial = ", on trial: --preview" if card.preview else ""
    of = f" of {card.owner}" if card.owner else ""
    yield printable(f"{card.code} {card.name} ({card.severity}{trial}){of}")
    for part in filter(None, card.meaning.split("\n\n")):
        yield ""
        yield from wrapped(" ".join(part.split()), WIDTH)
    if card.precision:
        yield ""
        yield from wrapped(f"Measured: {card.precision}", WIDTH)
    against = [("against", text) for text in card.evidence]
    for label, text in (*against, ("passes", card.ok), ("found", card.not_ok)):
        if text:
            yield ""
            yield f"{label}:"
            yield from (f"    {part}" for line in text.splitlines() for part in wrapped(line, WIDTH - 4))
    for finding in card.found:
        yield from (f"    → {line}" for line in wrapped(finding.message, WIDTH - 6))
        yield from (f"      = {printable(line)}" for line in finding.working.splitlines())


def rules_text(cards: Sequence[RuleCard], terminal: int | None = None) -> str:
    """All rules, one to a line, or broken to fit a terminal."""
    rows = [("code", "name", "severity", "", "finds")]
    rows += [
        (card.code, printable(card.name), card.severity, "preview" if card.preview else "", printable(card.summary))
        for card in cards
    ]
    return "\n".join(table(rows, "lllll", terminal=terminal)) + "\n"


def rules_json(cards: Sequence[RuleCard]) -> str:
    """The rules as a list of objects, one to a line; `found` are messages."""
    rows = [{**asdict(card), "found": [finding.message for finding in card.found]} for card in cards]
    listed = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{listed}\n]\n" if rows else "[]\n"


def rule_page(card: RuleCard) -> str:
    """The rule's page: what it is, its examples, and what is found in them."""
    parts = [f"{heading}\n\n{body}" if heading else body for heading, body in page_parts(card)]
    return "\n\n".join([f"# {card.code} {card.name}", *parts]) + "\n"


def page_parts(card: RuleCard) -> list[tuple[str, str]]:
    """The sections of a rule's page that are made from the rule: heading and body, "" over its severity."""
    parts = [("", status(card))]
    if card.meaning:
        parts.append(("## What it finds" if card.not_ok else "## What it means", card.meaning))
    if card.evidence:
        parts.append(("## Evidence", "\n\n".join(map(_quoted, card.evidence))))
    if card.not_ok:
        parts.append(("## Failing", "\n\n".join([_quoted(card.not_ok), *map(_fenced, card.found)])))
        parts.append(("## Passing", _quoted(card.ok)))
    return parts


def status(card: RuleCard, note: str = "") -> str:
    """The line on severity, with what there is to note of it, and on whether the rule is on."""
    told = f"Severity: {card.severity}{note}."
    if card.preview:
        told += " On trial: runs with `--preview` only."
    return f"{told} Measured: {card.precision}" if card.precision else told


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.splitlines())


def _fenced(finding: Finding) -> str:
    notes = [f"  = note: {line}" for line in finding.working.splitlines()]
    notes += [f"  = help: {finding.suggestion}"] if finding.suggestion else []
    lines = [f"{finding.code} {finding.severity} {finding.message}", *notes]
    return "```\n" + "\n".join(printable(line) for line in lines) + "\n```"
