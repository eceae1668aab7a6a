"""Findings as SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html (sections in brackets)."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote as quoted

from recon.model import Document, Finding, Severity
from recon.quoting import is_apart, quote, text_under
from recon.reports.rules import RuleCard

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
FINGERPRINT = "reconFinding/v1"
KINDS = {"comment": "inSource", "file": "external", "baseline": "external"}
"""Where a suppression is kept [3.35.2]."""


def findings_sarif(
    findings: Sequence[Finding], documents: Mapping[str, Document], rules: Sequence[RuleCard], version: str
) -> str:
    """One SARIF run; `rules` are all that could have been raised, `documents` those that the findings are of."""
    cards = {card.code: card for card in rules}
    for finding in findings:
        card = RuleCard(code=finding.code, name=finding.name, severity=finding.severity)
        cards.setdefault(finding.code, card)
    declared = [_rule(cards[code]) for code in sorted(cards)]
    index = {rule["id"]: number for number, rule in enumerate(declared)}
    driver = {"name": "recon", "version": version, "rules": declared}
    seen: Counter[tuple[str, ...]] = Counter()
    results = [_result(finding, documents.get(finding.doc), index, seen) for finding in findings]
    run = {
        # A version must not be empty text [3.19.13], and an uninstalled recon has none.
        "tool": {"driver": {key: value for key, value in driver.items() if value != ""}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(card: RuleCard) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": card.code,
        "name": card.name,
        "shortDescription": {"text": card.summary or card.name},
        "fullDescription": {"text": card.meaning or card.name},
        "help": {"text": _help(card, "{}: {}"), "markdown": _help(card, "**{}**\n\n> {}")},
        "helpUri": card.uri,
        "defaultConfiguration": {"level": LEVELS[card.severity], "enabled": not card.preview},
        "properties": {"tags": ["machinery" if card.code.startswith("RX") else "figures"]},
    }
    return {key: value for key, value in told.items() if value != ""}


def _help(card: RuleCard, example: str) -> str:
    examples = [example.format(label, text) for label, text in (("Failing", card.not_ok), ("Passing", card.ok)) if text]
    return "\n\n".join([card.meaning or card.name, *examples])


def _result(
    finding: Finding, document: Document | None, index: Mapping[str, int], seen: Counter[tuple[str, ...]]
) -> dict[str, Any]:
    text = f"{finding.message}\n{finding.working}" if finding.working else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": LEVELS[finding.severity],
        "message": {"text": text},
    }
    artifact = {"uri": quoted(finding.doc)}
    if finding.doc:
        place = {"artifactLocation": artifact, "region": _region(finding, document)}
        result["locations"] = [{"physicalLocation": place}]
    words = (finding.doc, finding.code, quote(document, finding) if document else finding.message)
    seen[words] += 1
    whole = "\0".join([*words, str(seen[words])])
    digest = hashlib.sha256(whole.encode("utf-8", "backslashreplace")).hexdigest()
    result["partialFingerprints"] = {FINGERPRINT: digest[:32]}
    # An empty list says that nothing suppresses it; none at all, that nobody knows [3.27.23].
    result["suppressions"] = []
    if finding.suppressed is not None:
        one = finding.suppressed
        told = {"kind": KINDS[one.by], "status": "accepted", "justification": one.reason}
        result["suppressions"] = [
            {key: value for key, value in told.items() if value} | {"properties": {"where": one.where}}
        ]
    if finding.fix is not None and finding.doc:
        fix = finding.fix
        region = {"charOffset": fix.start, "charLength": fix.end - fix.start}
        change = {"deletedRegion": region, "insertedContent": {"text": fix.replacement}}
        changes = [{"artifactLocation": artifact, "replacements": [change]}]
        result["fixes"] = [{"description": {"text": finding.suggestion or finding.message}, "artifactChanges": changes}]
    return result


def _region(finding: Finding, document: Document | None) -> dict[str, Any]:
    """Where the finding stands; a title that stands apart has no offsets in the text."""
    region: dict[str, Any] = {"startLine": finding.line, "startColumn": finding.column}
    if finding.page is not None:
        region["properties"] = {"page": finding.page}
    if document is None or is_apart(document, finding):
        return region
    if document.source is None:
        region |= {"charOffset": finding.start, "charLength": finding.end - finding.start}
    elif span := document.source.span(finding.start, finding.end):
        region |= {"byteOffset": span[0], "byteLength": span[1] - span[0]}
    if finding.end > finding.start:
        last, column = document.position(finding.end - 1)
        region |= {"endLine": last, "endColumn": column + 1}
        region["snippet"] = {"text": text_under(document, finding)[finding.start : finding.end]}
    return region
