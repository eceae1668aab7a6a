"""Case files: sentences in TOML, and what a check must find in them.

    [[case]]
    id = "one unit twice"
    text = "The trail is 16 km (16 miles) long."
    findings = [{ text = "16 km (16 miles", message = "are not the same" }]

    [[near_miss]]
    id = "rightly converted"
    text = "The trail is 16 km (10 miles) long."

A case holds what the check is for, a near miss what only looks like it and passes. Other keys of either are fields
of `Document`. Those of a finding are `text` (the words of its span), `severity`, `message`, `working` and `suggestion`
(of which a part will do), and `fixed` (the whole text once the finding's fix is made).
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from recon.errors import UsageError
from recon.fixes import rewritten
from recon.model import Check, Document, Finding, UnitDefinition
from recon.testing.values import document, findings

GROUPS = ("case", "near_miss")
PARTS = ("message", "working", "suggestion")
WHOLE = ("text", "severity", "fixed")
KNOWN = frozenset(one.name for one in fields(Document)) - {"id", "text", "body_start", "title_start"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A text and the findings that a check must make of it, none for a near miss. Its `str` is a name for a test."""

    file: str
    id: str
    text: str
    findings: tuple[Mapping[str, str], ...] = ()
    known: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.file}: {self.id}"


def cases(path: str | Path) -> list[Case]:
    """The cases of a file, or of every `.toml` in a folder, in order; UsageError for what is none."""
    place = Path(path)
    files = sorted(place.glob("*.toml")) if place.is_dir() else [place]
    found = [case for file in files for case in _cases(file)]
    if not found:
        raise UsageError(f"{path}: holds no case; write one under [[case]]")
    return found


def _cases(file: Path) -> list[Case]:
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{file}: cannot be read as TOML: {error}") from None
    made: list[Case] = []
    for group, rows in told.items():
        if group not in GROUPS or not isinstance(rows, list):
            raise UsageError(f"{file}: {group} is none of {', '.join(f'[[{one}]]' for one in GROUPS)}")
        made += (_case(row, group, file.name) for row in rows)
    names = [case.id for case in made]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        raise UsageError(f"{file}: two cases have the id {twice!r}; give each one of its own")
    return made


def _case(row: Mapping[str, Any], group: str, file: str) -> Case:
    where = f"{file}: {row.get('id', 'a case without id')}"
    if not isinstance(row.get("id"), str) or not isinstance(row.get("text"), str):
        raise UsageError(f"{where}: needs an id and a text")
    known = {key: value for key, value in row.items() if key not in ("id", "text", "findings")}
    if strange := next((key for key in known if key not in KNOWN), ""):
        raise UsageError(f"{where}: {strange} is no field of a document; there are {', '.join(sorted(KNOWN))}")
    findings = tuple(row.get("findings", ()))
    if bool(findings) == (group == "near_miss"):
        raise UsageError(f"{where}: a case has findings and a near_miss has none")
    for one in findings:
        if strange := next((key for key in one if key not in (*PARTS, *WHOLE)), ""):
            raise UsageError(f"{where}: a finding has no key {strange!r}; it has {', '.join((*WHOLE, *PARTS))}")
    return Case(file=file, id=row["id"], text=row["text"], findings=findings, known=known)


def assert_check_examples(check: Check) -> None:
    """The check passes its `ok` (notes aside) and finds something, under its own code, in its `not_ok`."""
    passed = [one for one in findings(check, check.ok) if one.severity != "info" or check.severity == "info"]
    assert not passed, f"{check.code} finds something in its ok example: {passed[0].message}"  # noqa: S101
    found = findings(check, check.not_ok)
    assert found, f"{check.code} finds nothing in its not_ok example: {check.not_ok!r}"  # noqa: S101
    codes = {finding.code for finding in found}
    assert codes == {check.code}, f"{check.code} raises findings of {', '.join(sorted(codes))}"  # noqa: S101


def assert_check_case(check: Check, case: Case, units: Sequence[UnitDefinition] = ()) -> None:
    """The check finds in the case's text what the case says, in order, and nothing else."""
    made = document(case.text, **_typed(case.known))
    found = findings(check, case.text, units, **_typed(case.known))
    told = [f"{one.severity} {made.text[one.start : one.end]!r}: {one.message}" for one in found]
    assert len(found) == len(case.findings), f"{case}: {check.code} finds {told or 'nothing'}"  # noqa: S101
    for one, wanted in zip(sorted(found, key=lambda one: (one.start, one.end)), case.findings, strict=True):
        for key, value in wanted.items():
            actual = _actual(one, key, made)
            right = value in actual if key in PARTS else value == actual
            assert right, f"{case}: {check.code} has the {key} {actual!r}, not {value!r}"  # noqa: S101


def _actual(finding: Finding, key: str, made: Document) -> str:
    if key == "text":
        return made.text[finding.start : finding.end]
    if key == "fixed":
        return rewritten(made.text, [finding.fix])[0] if finding.fix else "no fix"
    return str(getattr(finding, key))


def _typed(known: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with their dates as dates, which TOML may write in quotes or without."""
    dates = ("published", "modified", "fetched")
    return {
        key: dt.date.fromisoformat(value) if key in dates and isinstance(value, str) else value
        for key, value in known.items()
    }
