"""`recon reconcile`."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from recon.cli.choosing import RuleOptions
from recon.cli.choosing import chosen as chosen_rules
from recon.cli.console import doing, guarded, opened, paint_of
from recon.cli.judging import judge as judge_of
from recon.cli.options import ExtractorName, Fail, Jobs, OutputFile, Paths, StdinName, refuse_overwriting
from recon.cli.run import start
from recon.engine import Plan, chosen_reconcilers, in_order, reconcile
from recon.errors import UsageError
from recon.model import Claim, Document, Finding, Reconciliation
from recon.options import with_options
from recon.reports.explain_text import explain_text
from recon.reports.series_data import reconciliation_json
from recon.reports.series_text import series_text


class Format(StrEnum):
    """How a reconciliation is written."""

    TEXT = "text"
    JSON = "json"


Names = Annotated[
    list[str] | None,
    typer.Option("--reconciler", metavar="NAME", help="Only these (repeat for more).", show_default=False),
]


def reconcile_command(  # noqa: PLR0913  (the command's options)
    *,
    paths: Paths,
    output_format: Annotated[Format, typer.Option("--format", help="How to write the series.")] = Format.TEXT,
    output: OutputFile = None,
    reconciler: Names = None,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="SERIES", help="All about one series, sentences included.")
    ] = None,
    fail_on: Fail = None,
    extractor: ExtractorName = None,
    jobs: Jobs = 1,
    stdin_filename: StdinName = "-",
) -> None:
    """Follow each quantity across documents.

    Who said which number when, how the numbers stand to each other, and what follows.

    \b
    recon reconcile articles/
    recon reconcile articles/ --explain troops-kursk
    recon reconcile articles/ --format json --output series.json
    """

    def command() -> int:
        refuse_overwriting(output, paths)
        run = start()
        config = run.config
        reconcilers = with_options(run.host.reconcilers, config.reconcilers, config.source)
        chosen = chosen_reconcilers(reconcilers, reconciler or config.reconciler)
        selection, checks = chosen_rules(run.host, config, RuleOptions())
        plan = Plan(
            extractor=run.extractor(extractor),
            checks=checks,
            selection=selection,
            attribute=True,
            lexicon=run.lexicon,
        )
        judge = judge_of(run, plan)
        documents: list[Document] = []
        claims: list[Claim] = []
        found: list[Finding] = []
        for batch in run.worked(plan, paths, stdin_filename, jobs):
            documents += batch.documents
            claims += batch.claims
            found += judge.judged(batch)
        with doing() as step:
            result = reconcile(documents, claims, chosen, known=run.lexicon, doing=step)
        run.tell(result.findings)
        result = replace(result, findings=in_order([*found, *judge.closing()]))
        if explain is not None:
            result = _only(result, explain)
        if documents:
            with opened(output) as sink:
                for piece in _written(result, output_format, whole=explain is not None):
                    sink.write(piece)
        return run.status(result.findings, fail_on or "")

    guarded(command)


def _only(result: Reconciliation, key: str) -> Reconciliation:
    """The reconciliation with the series of that key alone."""
    series = tuple(series for series in result.series if series.key == key)
    if not series:
        near = difflib.get_close_matches(key, [one.key for one in result.series], n=3, cutoff=0.3)
        hint = f"did you mean {' or '.join(near)}?" if near else "recon reconcile without --explain lists them"
        raise UsageError(f"there is no series {key!r}; {hint}")
    ids = {claim.id for one in series for claim in one.claims}
    relations = tuple(one for one in result.relations if one.a in ids or one.b in ids)
    estimates = tuple(one for one in result.estimates if one.series == key)
    return replace(result, series=series, relations=relations, estimates=estimates)


def _written(result: Reconciliation, output_format: Format, *, whole: bool) -> Iterable[str]:
    if output_format is Format.JSON:
        return reconciliation_json(result)
    paint = paint_of(sys.stdout)
    return [explain_text(result.series[0], result, paint) if whole else series_text(result, paint)]
