"""The findings of the machinery itself, RX9xx: a document or a plugin that could not be used, and why.

They are findings like any other, so that whoever reads the output learns what is missing from it.
"""

from __future__ import annotations

from dataclasses import dataclass

from recon.errors import ReadError
from recon.model import Finding, Severity


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """A code that no check object stands for."""

    code: str
    name: str
    meaning: str
    severity: Severity = "error"


UNREADABLE = Rule(
    code="RX901",
    name="unreadable-document",
    meaning="A file, or a record of one, could not be read as a document. The other documents were read.",
)
NOT_LOADED = Rule(
    code="RX902",
    name="plugin-not-loaded",
    meaning="A plugin could not be imported, or one of its hooks failed. Nothing of what that hook declares was used.",
)
REFUSED = Rule(
    code="RX903",
    name="plugin-refused",
    meaning="A plugin declares an object that lacks what recon needs of it, or a name that is taken.",
)
FAILED = Rule(
    code="RX904",
    name="plugin-failed",
    meaning="An extractor, check, reconciler or reader failed on one input, or returned what it must not.",
)

OVERRUN = Rule(
    code="RX905",
    name="budget-overrun",
    meaning="A stage took longer on one document, or a reconciler on one series, than it may. The run went on without.",
)

UNUSED = Rule(
    code="RX906",
    name="unused-suppression",
    meaning="A suppression or a baseline hides nothing any more, although its rules looked at the document.",
    severity="warning",
)
UNREASONED = Rule(
    code="RX907",
    name="suppression-without-reason",
    meaning="A suppression does not say why. It holds all the same.",
    severity="warning",
)
UNCLEAR = Rule(
    code="RX908",
    name="invalid-suppression",
    meaning="A comment speaks to recon and cannot be followed: it suppresses nothing.",
    severity="warning",
)

STALE_OVERRIDE = Rule(
    code="RX909",
    name="stale-override",
    meaning="An override names a claim, a document or a name that this run does not find. It was not applied.",
    severity="warning",
)
SHIFTED_OVERRIDE = Rule(
    code="RX910",
    name="shifted-override",
    meaning="The article under an override has changed. Its claim was found again by its number and its words.",
    severity="info",
)
UNREASONED_OVERRIDE = Rule(
    code="RX911",
    name="override-without-reason",
    meaning="An override does not say why. It holds all the same.",
    severity="warning",
)

FOREIGN = Rule(
    code="RX912",
    name="other-language",
    meaning="A document is not in English, for which alone recon has a grammar. It was set aside, and not misread.",
    severity="warning",
)
SET_ASIDE = Rule(
    code="RX913",
    name="set-aside",
    meaning="A file holds what is no article: teasers, pages and rows without one. They were counted and left out.",
    severity="info",
)

OF_OVERRIDES: tuple[Rule, ...] = (STALE_OVERRIDE, SHIFTED_OVERRIDE, UNREASONED_OVERRIDE)
RULES: tuple[Rule, ...] = (
    UNREADABLE, NOT_LOADED, REFUSED, FAILED, OVERRUN, UNUSED, UNREASONED, UNCLEAR, *OF_OVERRIDES, FOREIGN,
    SET_ASIDE,
)  # fmt: skip


def finding(rule: Rule, message: str, *, doc: str = "", line: int = 1) -> Finding:
    """A finding of the machinery; `doc` is the document it concerns, "" for none."""
    return Finding(code=rule.code, name=rule.name, severity=rule.severity, doc=doc, message=message, line=line)


def unreadable(error: ReadError) -> Finding:
    """The finding that stands in for a document that was not read."""
    return finding(UNREADABLE, f"{error.problem}; {error.remedy}", doc=error.path, line=error.line or 1)


def described(error: BaseException) -> str:
    """An exception on one line, by its type and first words."""
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text[:300]}" if text else type(error).__name__
