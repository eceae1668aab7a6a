"""The runner of case files: what an object makes of each case, held against what the case wants of it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recon.errors import UsageError
from recon.fixes import rewritten
from recon.model import Check, Document, Estimate, Extractor, Figure, Finding, Reconciler, UnitDefinition
from recon.testing.cases import PARTS, Case, Row, cases
from recon.testing.values import claim, document, estimates, figures, findings, series

Tested = Check | Extractor | Reconciler | Sequence[UnitDefinition]
"""What can be run on cases; of units, recon's own extractor is, with them beside its own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure:
    """A case that does not hold, and why in words."""

    case: Case
    problem: str

    def __str__(self) -> str:
        return f"{self.case}: {self.problem}"


def run_cases(tested: Tested, path: str | Path, units: Sequence[UnitDefinition] = ()) -> list[Failure]:
    """The cases of a file or a folder that do not hold, in order; UsageError for a file that holds none."""
    return [Failure(case=case, problem=problem) for case in cases(path) if (problem := _problem(tested, case, units))]


def assert_case(tested: Tested, case: Case, units: Sequence[UnitDefinition] = ()) -> None:
    """The object makes of the case what the case says, in order, and nothing else."""
    problem = _problem(tested, case, units)
    assert not problem, f"{case}: {problem}"  # noqa: S101


def assert_check_examples(check: Check) -> None:
    """The check passes its `ok` (notes aside) and finds something, under its own code, in its `not_ok`."""
    passed = [one for one in findings(check, check.ok) if one.severity != "info" or check.severity == "info"]
    assert not passed, f"{check.code} finds something in its ok example: {passed[0].message}"  # noqa: S101
    found = findings(check, check.not_ok)
    assert found, f"{check.code} finds nothing in its not_ok example: {check.not_ok!r}"  # noqa: S101
    codes = {finding.code for finding in found}
    assert codes == {check.code}, f"{check.code} raises findings of {', '.join(sorted(codes))}"  # noqa: S101


def _problem(tested: Tested, case: Case, units: Sequence[UnitDefinition]) -> str:
    """The first thing in which what is made differs from what is wanted, in words; "" for none."""
    of, name = _gives(tested)
    if case.of not in ("", of) or bool(case.claims) != (of == "estimates"):
        given = "claims" if of == "estimates" else "a text"
        raise UsageError(f"{case}: {name} is given {given} and makes {of}; write {of} = [{{ … }}]")
    made = _made(tested, of, case, units)
    if len(made) != len(case.wanted):
        return f"{name} makes {'; '.join(shown for shown, _ in made) or 'nothing'}"
    for (_, actual), wanted in zip(made, case.wanted, strict=True):
        for key, value in wanted.items():
            if not _same(key, actual[key], value):
                return f"{name} has the {key} {actual[key]!r}, not {value!r}"
    return ""


def _gives(tested: Tested) -> tuple[str, str]:
    """What an object gives, and how it is called."""
    if isinstance(tested, Sequence):
        return "figures", ", ".join(unit.name for unit in tested)
    if isinstance(tested, Check):
        return "findings", tested.code
    return "figures" if isinstance(tested, Extractor) else "estimates", tested.name


def _made(tested: Any, of: str, case: Case, units: Sequence[UnitDefinition]) -> list[tuple[str, Row]]:
    """What comes of the case: each in words, and with its values by key."""
    if of == "estimates":
        return list(_estimates(tested, case))
    read = document(case.text, **case.known)
    if of == "findings":
        found = findings(tested, case.text, units, **case.known)
        return [
            (f"{one.severity} {read.text[one.start : one.end]!r}: {one.message}", _finding(one, read))
            for one in sorted(found, key=lambda one: (one.start, one.end))
        ]
    own = isinstance(tested, Sequence)
    got = figures(case.text, tested if own else units, None if own else tested, **case.known)
    return [(f"{one.kind} {one.text!r}", _values(one)) for one in got]


def _estimates(tested: Reconciler, case: Case) -> Iterator[tuple[str, Row]]:
    """The estimates; claims are named by their numbers in the case, from 1."""
    told = [claim(**{"doc": f"{number:03}.txt", **one}) for number, one in enumerate(case.claims, 1)]
    numbers = {one.id: number for number, one in enumerate(told, 1)}
    for one in estimates(tested, series(told)):
        support = tuple(sorted(numbers[claim_id] for claim_id in one.support))
        aside = tuple(sorted(numbers[it.claim] for it in one.set_aside))
        yield f"{one.low}–{one.best}–{one.high}: {one.why}", {**_values(one), "support": support, "set_aside": aside}


def _values(one: Figure | Estimate) -> Row:
    return {name: getattr(one, name) for name in type(one).__dataclass_fields__}


def _finding(finding: Finding, read: Document) -> Row:
    values = {name: getattr(finding, name) for name in type(finding).__dataclass_fields__}
    fixed = rewritten(read.text, [finding.fix])[0] if finding.fix else "no fix"
    return {**values, "text": read.text[finding.start : finding.end], "fixed": fixed}


def _same(key: str, actual: Any, wanted: Any) -> bool:
    if key in PARTS:
        return isinstance(wanted, str) and wanted in actual
    if key in ("support", "set_aside") and isinstance(wanted, tuple):
        return bool(actual == tuple(sorted(wanted)))
    numbers = all(isinstance(one, int | float) and not isinstance(one, bool) for one in (actual, wanted))
    return math.isclose(actual, wanted, rel_tol=1e-9) if numbers else bool(actual == wanted)
