"""Findings for programs: JSON and GitHub annotations."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from recon.model import Finding

KEYS = (
    "code", "name", "severity", "doc", "start", "end", "line", "column", "message", "working", "figures", "suggestion",
)  # fmt: skip
EXTRA_KEYS = ("page", "fix", "suppressed")
"""Keys that a finding has only where there is something to say."""
GITHUB = {"error": "error", "warning": "warning", "info": "notice"}


def finding_row(finding: Finding) -> dict[str, Any]:
    """The finding as a JSON object."""
    fields = asdict(finding)
    row = {key: list(fields[key]) if key == "figures" else fields[key] for key in KEYS}
    return row | {key: fields[key] for key in EXTRA_KEYS if fields[key] is not None}


def findings_json(findings: Sequence[Finding]) -> str:
    """A list of objects, one to a line; what is suppressed is there, and says by what."""
    rows = ",\n".join(json.dumps(finding_row(finding), ensure_ascii=False) for finding in findings)
    return f"[\n{rows}\n]\n" if rows else "[]\n"


def findings_github(findings: Sequence[Finding]) -> str:
    """Workflow commands, https://docs.github.com/actions/reference/workflow-commands-for-github-actions.

    They know no mark for what is suppressed, so that is left out.
    """
    return "".join(_command(finding) for finding in findings if finding.suppressed is None)


def _command(finding: Finding) -> str:
    place = f"file={_property(finding.doc)},line={finding.line},col={finding.column}," if finding.doc else ""
    text = "\n".join(
        filter(None, (finding.message, finding.working, finding.suggestion and f"try: {finding.suggestion}"))
    )
    return f"::{GITHUB[finding.severity]} {place}title={_property(finding.code)}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
