"""The work of `recon reconcile` and all that shows a reconciliation: extract, check, attribute, and reconcile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from recon.crosschecks.catalogue import CODES
from recon.engine import Plan, Worked, chosen_reconcilers, in_order, reconcile
from recon.host import Owned
from recon.model import Claim, Document, Figure, Finding, Reconciler, Reconciliation
from recon.options import with_options
from recon.pool import Pool
from recon.running.choosing import RuleOptions, chosen
from recon.running.deciding import entries, idle, revisions, tell
from recon.running.judging import Judge, judge
from recon.running.run import Run

if TYPE_CHECKING:
    from recon.crosschecks.revisions import Revision
    from recon.overrides import Entry


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What is said of how to reconcile; None for what is left to the configuration."""

    reconciler: Sequence[str] | None = None
    overrides: Path | None = None
    ignore_overrides: bool = False
    revisions: Path | None = None
    extractor: str | None = None
    rules: RuleOptions = field(default_factory=RuleOptions)


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """All that is known before a document is read; whatever is asked for and is not there has been refused."""

    run: Run
    plan: Plan
    judge: Judge
    reconcilers: tuple[Owned[Reconciler], ...]
    named: tuple[str, ...]
    overrides: tuple[Entry, ...]
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """What came of it. `chosen` are the reconcilers that somebody named; `figures` are kept for who asked for them."""

    run: Run
    result: Reconciliation
    chosen: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    jobs: int = 1


def prepare(run: Run, asked: Asked) -> Prepared:
    """What a reconciliation needs beside documents."""
    config = run.config
    reconcilers = with_options(run.host.reconcilers, config.reconcilers, config.source)
    selection, checks = chosen(run.host, config, asked.rules)
    plan = Plan(
        extractor=run.extractor(asked.extractor),
        checks=checks,
        selection=selection,
        attribute=True,
        lexicon=run.lexicon,
    )
    return Prepared(
        run=run,
        plan=plan,
        judge=judge(run, plan, also=CODES),
        reconcilers=chosen_reconcilers(reconcilers, asked.reconciler or config.reconciler),
        named=tuple(asked.reconciler or config.reconciler),
        overrides=() if asked.ignore_overrides else entries(config, asked.overrides),
        revisions=revisions(config, asked.revisions),
    )


def reconciled(prepared: Prepared, batches: Iterable[Worked], *, figures: bool = False, jobs: int = 1) -> Made:
    """Reconcile what the plan made of documents; findings are judged, and told where they are the machinery's."""
    run = prepared.run
    documents: list[Document] = []
    kept: list[Figure] = []
    claims: list[Claim] = []
    found: list[Finding] = []
    pool = Pool()
    for batch in batches:
        documents += batch.documents
        kept += batch.figures if figures else ()
        claims += map(pool.claim, batch.claims)
        found += batch.findings
    del pool
    with run.teller.doing() as step:
        result = reconcile(
            documents,
            claims,
            prepared.reconcilers,
            known=run.lexicon,
            overrides=prepared.overrides,
            doing=step,
            revisions=prepared.revisions,
        )
    for line in idle(prepared.revisions, result.series):
        run.teller.note(line)
    across = [one for one in result.findings if one.code in CODES]
    tell(run, [one for one in result.findings if one.code not in CODES])
    judged = prepared.judge.judged(Worked(documents=tuple(documents), findings=(*found, *across)))
    result = replace(result, findings=in_order([*judged, *prepared.judge.closing()]))
    return Made(run=run, result=result, chosen=prepared.named, figures=tuple(kept), jobs=jobs)
