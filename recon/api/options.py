"""The options of the stages, by the names that they have on the command line."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypedDict, get_type_hints

from recon.errors import UsageError
from recon.running.choosing import RuleOptions
from recon.running.reconciling import Asked

Name = str | os.PathLike[str]
Names = str | Sequence[str]


class RuleChoice(TypedDict, total=False):
    """Which rules look: selectors are codes, beginnings of codes, or names; one text, or several."""

    select: Names
    ignore: Names
    extend_select: Names
    extend_ignore: Names
    severity: Mapping[str, str]
    per_path_ignore: Names
    preview: bool


class CheckOptions(RuleChoice, total=False):
    """What `check` takes: the rules, the evidence, what is known already, and in how many processes."""

    against: Name | Sequence[Name]
    baseline: Name | None
    ignore_suppressions: bool
    jobs: int


class ReconcileOptions(RuleChoice, total=False):
    """What `reconcile` takes: whose rules make estimates, what was decided by hand, and in how many processes."""

    reconcilers: Names
    overrides: Name | None
    revisions: Name | None
    ignore_overrides: bool
    jobs: int


def refuse_unknown(step: str, given: Mapping[str, object], options: type) -> None:
    """UsageError for an option that the step does not take: a misspelt one must not be passed over."""
    known = get_type_hints(options)
    for name in given:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"it takes {', '.join(known)}"
            raise UsageError(f"{step} takes no {name!r}; {hint}")


def rules_of(told: RuleChoice) -> RuleOptions:
    """The choice of rules as a run takes it."""
    return RuleOptions(
        select=listed(told.get("select", ())),
        ignore=listed(told.get("ignore", ())),
        extend_select=listed(told.get("extend_select", ())),
        extend_ignore=listed(told.get("extend_ignore", ())),
        severity=[f"{selector}={severity}" for selector, severity in told.get("severity", {}).items()],
        per_path=listed(told.get("per_path_ignore", ())),
        preview=told.get("preview", False),
    )


def asked_of(told: ReconcileOptions) -> Asked:
    """What is asked of a reconciliation, as a run takes it."""
    return Asked(
        reconciler=listed(told.get("reconcilers", ())),
        overrides=path_of(told.get("overrides")),
        ignore_overrides=told.get("ignore_overrides", False),
        revisions=path_of(told.get("revisions")),
        rules=rules_of(told),
    )


def listed(told: Names) -> list[str]:
    """One text or several as a list."""
    return [told] if isinstance(told, str) else list(told)


def path_of(told: Name | None) -> Path | None:
    """A path where one is named."""
    return None if told is None else Path(told)
