"""The work that `recon reconcile` and `recon report` share: read, extract, check, attribute, and reconcile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from recon.cli.choosing import RuleOptions
from recon.cli.choosing import chosen as chosen_rules
from recon.cli.config import Config
from recon.cli.console import doing
from recon.cli.deciding import entries, revisions, tell, tell_idle
from recon.cli.judging import judge as judge_of
from recon.cli.run import Run, start
from recon.crosschecks.catalogue import CODES
from recon.engine import Plan, Worked, chosen_reconcilers, in_order, reconcile
from recon.model import Claim, Document, Figure, Finding, Reconciliation
from recon.options import with_options


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What the command line says of what is to be reconciled, and how; None for what it leaves to the configuration."""

    paths: list[str]
    reconciler: list[str] | None = None
    overrides: Path | None = None
    ignore_overrides: bool = False
    revisions: Path | None = None
    extractor: str | None = None
    jobs: int = 1
    stdin_filename: str = "-"


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """What came of it. `figures` are kept for who asked for them."""

    run: Run
    config: Config
    result: Reconciliation
    figures: tuple[Figure, ...] = ()


def reconciled(asked: Asked, *, figures: bool = False) -> Made:
    """Read the documents and reconcile them; findings are judged, and told where they are the machinery's."""
    run = start()
    config = run.config
    reconcilers = with_options(run.host.reconcilers, config.reconcilers, config.source)
    chosen = chosen_reconcilers(reconcilers, asked.reconciler or config.reconciler)
    decided = () if asked.ignore_overrides else entries(config, asked.overrides)
    explaining = revisions(config, asked.revisions)
    selection, checks = chosen_rules(run.host, config, RuleOptions())
    plan = Plan(
        extractor=run.extractor(asked.extractor),
        checks=checks,
        selection=selection,
        attribute=True,
        lexicon=run.lexicon,
    )
    judge = judge_of(run, plan, also=CODES)
    documents: list[Document] = []
    kept: list[Figure] = []
    claims: list[Claim] = []
    found: list[Finding] = []
    for batch in run.worked(plan, asked.paths, asked.stdin_filename, asked.jobs):
        documents += batch.documents
        kept += batch.figures if figures else ()
        claims += batch.claims
        found += batch.findings
    with doing() as step:
        result = reconcile(
            documents, claims, chosen, known=run.lexicon, overrides=decided, doing=step, revisions=explaining
        )
    tell_idle(explaining, result.series)
    across = [one for one in result.findings if one.code in CODES]
    tell(run, [one for one in result.findings if one.code not in CODES])
    judged = judge.judged(Worked(documents=tuple(documents), findings=(*found, *across)))
    result = replace(result, findings=in_order([*judged, *judge.closing()]))
    return Made(run=run, config=config, result=result, figures=tuple(kept))
