"""Findings for programs: JSON, GitHub annotations, SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from recon.model import Finding

KEYS = (
    "code", "name", "severity", "doc", "start", "end", "line", "column", "message", "working", "figures", "suggestion",
)  # fmt: skip
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
GITHUB = {"error": "error", "warning": "warning", "info": "notice"}


def finding_row(finding: Finding) -> dict[str, Any]:
    """The finding as a JSON object."""
    fields = asdict(finding)
    return {key: list(fields[key]) if key == "figures" else fields[key] for key in KEYS}


def findings_json(findings: Sequence[Finding]) -> str:
    """A list of objects, one to a line."""
    rows = ",\n".join(json.dumps(finding_row(finding), ensure_ascii=False) for finding in findings)
    return f"[\n{rows}\n]\n" if rows else "[]\n"


def findings_github(findings: Sequence[Finding]) -> str:
    """Workflow commands, https://docs.github.com/actions/reference/workflow-commands-for-github-actions."""
    return "".join(_command(finding) for finding in findings)


def _command(finding: Finding) -> str:
    place = f"file={_property(finding.doc)},line={finding.line},col={finding.column}," if finding.doc else ""
    text = f"{finding.message}\n{finding.working}" if finding.working else finding.message
    return f"::{GITHUB[finding.severity]} {place}title={_property(finding.code)}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def findings_sarif(findings: Sequence[Finding], rules: Mapping[str, str], version: str) -> str:
    """One SARIF run; `rules` are the codes that could have been raised, with their names."""
    codes = sorted({**rules, **{finding.code: finding.name for finding in findings}}.items())
    driver = {
        "name": "recon",
        "version": version,
        "rules": [{"id": code, "name": name} for code, name in codes],
    }
    index = {code: number for number, (code, _) in enumerate(codes)}
    results = [_result(finding, index) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _result(finding: Finding, index: Mapping[str, int]) -> dict[str, Any]:
    text = f"{finding.message}\n{finding.working}" if finding.working else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": LEVELS[finding.severity],
        "message": {"text": text},
    }
    if finding.doc:
        region = {
            "startLine": finding.line,
            "startColumn": finding.column,
            "charOffset": finding.start,
            "charLength": finding.end - finding.start,
        }
        artifact = {"uri": quote(finding.doc)}
        result["locations"] = [{"physicalLocation": {"artifactLocation": artifact, "region": region}}]
    return result
