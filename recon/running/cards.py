"""What there is to say of the rules of a run, with what they find in their own examples."""

from __future__ import annotations

import inspect
from importlib import metadata

from recon.crosschecks.catalogue import RULES as CROSS_RULES
from recon.crosschecks.catalogue import CrossRule
from recon.crosschecks.catalogue import example as articles_of
from recon.engine import Plan, chosen_extractor, is_on_trial, reconcile, rule_names, work_on
from recon.errors import UsageError
from recon.evidence.rules import RULES as EVIDENCE_RULES
from recon.evidence.rules import EvidenceRule, example
from recon.host import DISTRIBUTION, Owned
from recon.machinery import RULES
from recon.machinery import Rule as MachineRule
from recon.model import Check, Document, Finding
from recon.reports.rules import RuleCard
from recon.running.run import Run
from recon.running.weighing import gather, weigh
from recon.selection import nearest
from recon.vocabulary import lexicon_of

OWN: tuple[CrossRule | EvidenceRule, ...] = (*CROSS_RULES, *EVIDENCE_RULES)
"""The rules that judge several texts together."""
DOCUMENTATION = ("documentation", "docs")
"""What a distribution calls the address of its documentation, in lower case."""


def cards_of(run: Run, *, with_findings: bool = False) -> list[RuleCard]:
    """Every rule, by code."""
    cards = [_check_card(owned, run, with_findings=with_findings) for owned in run.host.checks]
    cards += [_own_card(one, run, with_findings=with_findings) for one in OWN]
    return sorted([*cards, *map(_machine_card, RULES)], key=lambda card: card.code)


def card_of(told: str, run: Run) -> RuleCard:
    """The rule of that code or name; UsageError where there is none."""
    names = rule_names(run.host)
    for owned in run.host.checks:
        if told.upper() == owned.key or told.lower() == owned.object.name:
            return _check_card(owned, run, with_findings=True)
    for own in OWN:
        if told.upper() == own.code or told.lower() == own.name:
            return _own_card(own, run, with_findings=True)
    for one in RULES:
        if told.upper() == one.code or told.lower() == one.name:
            return _machine_card(one)
    raise UsageError(f"there is no code {told!r}; {nearest(told, names)}")


def _machine_card(one: MachineRule) -> RuleCard:
    uri = _uri(DISTRIBUTION, one.code)
    return RuleCard(code=one.code, name=one.name, severity=one.severity, meaning=one.meaning, uri=uri)


def _own_card(one: CrossRule | EvidenceRule, run: Run, *, with_findings: bool) -> RuleCard:
    """A rule of recon's that judges several texts, so that no check object stands for it."""
    found = (_weighed(one, run) if isinstance(one, EvidenceRule) else _across(one, run)) if with_findings else ()
    return RuleCard(
        code=one.code,
        name=one.name,
        severity=one.severity,
        meaning=one.meaning,
        ok=one.ok,
        not_ok=one.not_ok,
        evidence=one.evidence if isinstance(one, EvidenceRule) else (),
        owner=str(run.host.extractors[0].owner),
        uri=_uri(DISTRIBUTION, one.code),
        found=found,
    )


def _across(one: CrossRule, run: Run) -> tuple[Finding, ...]:
    """What a rule finds in the articles of its failing example."""
    known = lexicon_of(run.host)
    articles = articles_of(one.not_ok)
    plan = Plan(extractor=chosen_extractor(run.host, "", known), attribute=True, lexicon=known)
    claims = work_on(plan, articles).claims
    found = reconcile(articles, claims, (), known=known).findings
    return tuple(finding for finding in found if finding.code == one.code)


def _weighed(one: EvidenceRule, run: Run) -> tuple[Finding, ...]:
    """What the evidence of a rule's examples says of the draft that gets its verdict."""
    known = lexicon_of(run.host)
    plan = Plan(extractor=chosen_extractor(run.host, "", known), attribute=True, lexicon=known)
    texts = example(one)
    held = gather(texts, work_on(plan, texts).claims, known)
    return weigh(held, work_on(plan, (Document(id="draft", text=one.not_ok),)), known).findings


def _check_card(owned: Owned[Check], run: Run, *, with_findings: bool) -> RuleCard:
    check = owned.object
    return RuleCard(
        code=check.code,
        name=check.name,
        severity=check.severity,
        meaning=_meaning(check),
        ok=check.ok,
        not_ok=check.not_ok,
        preview=is_on_trial(check),
        precision=str(getattr(check, "precision", "") or ""),
        owner=str(owned.owner),
        uri=_uri(owned.owner.distribution, check.code),
        found=_found(owned, run) if with_findings else (),
    )


def _found(owned: Owned[Check], run: Run) -> tuple[Finding, ...]:
    """What the check finds in its example: that is written for recon's own extractor, with the units of all plugins."""
    known = lexicon_of(run.host)
    plan = Plan(extractor=chosen_extractor(run.host, "", known), checks=(owned,), lexicon=known)
    return work_on(plan, (Document(id="example", text=owned.object.not_ok),)).findings


def _uri(distribution: str, code: str) -> str:
    """The rule's page, where its distribution says where its documentation is; else a name that is a URI too."""
    try:
        told = metadata.metadata(distribution).get_all("Project-URL") or ()
    except metadata.PackageNotFoundError:
        told = ()
    for label, _, address in (one.partition(",") for one in told):
        if label.strip().lower() in DOCUMENTATION and address.strip():
            return f"{address.strip().rstrip('/')}/codes/{code}"
    return f"urn:recon:rule:{code}"


def _meaning(check: Check) -> str:
    """The check's own words: a `meaning`, or the docstring of the function it judges with, or of its class."""
    own = getattr(check, "meaning", "")
    doc = inspect.getdoc(getattr(check, "judge", type(check))) or ""
    # A dataclass without a docstring gets its signature for one.
    words = str(own) or ("" if doc.startswith(f"{type(check).__name__}(") else doc.removeprefix(f"{check.code}: "))
    return words[:1].upper() + words[1:]
