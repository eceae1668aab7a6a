"""`recon reconcile`."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from recon.cli.choosing import RuleOptions
from recon.cli.choosing import chosen as chosen_rules
from recon.cli.console import doing, guarded, note, opened, paint_of
from recon.cli.datasets import dataset_among, held
from recon.cli.deciding import (
    IgnoreOverrides,
    OverridesFile,
    RevisionsFile,
    entries,
    home,
    revisions,
    tell,
    tell_idle,
)
from recon.cli.judging import judge as judge_of
from recon.cli.options import ExtractorName, Fail, Jobs, OutputFile, Paths, StdinName, refuse_overwriting
from recon.cli.run import start
from recon.crosschecks.catalogue import CODES
from recon.engine import Plan, Worked, chosen_reconcilers, explained, in_order, reconcile
from recon.errors import UsageError
from recon.model import Claim, Document, Finding, Reconciliation, Series
from recon.options import with_options
from recon.reports.choosing import matching, ordered
from recon.reports.explain_text import explain_text
from recon.reports.series_data import reconciliation_json
from recon.reports.series_text import series_text


class Format(StrEnum):
    """How a reconciliation is written."""

    TEXT = "text"
    JSON = "json"


class Order(StrEnum):
    """Which series come first."""

    CLAIMS = "claims"
    CONFLICTS = "conflicts"


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
    match: Annotated[
        list[str] | None,
        typer.Option("--match", metavar="WORD", help="Only series that name it (repeat for more).", show_default=False),
    ] = None,
    order: Annotated[Order, typer.Option("--order", help="Most claims first, or most conflicts.")] = Order.CLAIMS,
    overrides: OverridesFile = None,
    ignore_overrides: IgnoreOverrides = False,
    known: RevisionsFile = None,
    edit: Annotated[
        bool, typer.Option("--edit", help="Print an overrides file to fill in, all of it comment.")
    ] = False,
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
    recon reconcile articles/ --edit --match kursk >> recon.overrides.toml
    recon reconcile articles/ --format json --output series.json
    recon extract archive/ --output figures/ && recon reconcile figures/
    """

    def command() -> int:
        refuse_overwriting(output, paths)
        if edit and output is not None and output.exists():
            raise UsageError(f"{output} is there already and may hold decisions; leave out --output and add with >>")
        run = start()
        config = run.config
        reconcilers = with_options(run.host.reconcilers, config.reconcilers, config.source)
        chosen = chosen_reconcilers(reconcilers, reconciler or config.reconciler)
        decided = () if ignore_overrides else entries(config, overrides)
        explaining = revisions(config, known)
        selection, checks = chosen_rules(run.host, config, RuleOptions())
        plan = Plan(
            extractor=run.extractor(extractor),
            checks=checks,
            selection=selection,
            attribute=True,
            lexicon=run.lexicon,
        )
        judge = judge_of(run, plan, also=CODES)
        documents: list[Document] = []
        claims: list[Claim] = []
        found: list[Finding] = []
        dataset = dataset_among(paths, extractor)
        batches = run.worked(plan, paths, stdin_filename, jobs) if dataset is None else held(run, plan, dataset, jobs)
        for batch in batches:
            documents += batch.documents
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
        chosen_series = result.series if explain is None else _only(result, explain)
        shown = ordered(matching(chosen_series, match or ()), result, order.value)
        if match and not shown:
            note(f"no series names {' and '.join(match)}; recon reconcile without --match lists them")
        if documents:
            with opened(output) as sink:
                if edit:
                    sink.write(_template(result, shown, home(config, overrides)))
                elif output_format is Format.JSON:
                    for piece in reconciliation_json(_of(result, shown)):
                        sink.write(piece)
                elif explain is not None and shown:
                    why = explained(shown[0], result)
                    sink.write(explain_text(shown[0], result, paint_of(sys.stdout), why))
                else:
                    sink.write(series_text(result, paint_of(sys.stdout), shown))
        return run.status(result.findings, fail_on or "")

    guarded(command)


def _only(result: Reconciliation, key: str) -> tuple[Series, ...]:
    """The series of that key."""
    series = tuple(series for series in result.series if series.key == key)
    if not series:
        near = difflib.get_close_matches(key, [one.key for one in result.series], n=3, cutoff=0.3)
        hint = f"did you mean {' or '.join(near)}?" if near else "recon reconcile without --explain lists them"
        raise UsageError(f"there is no series {key!r}; {hint}")
    return series


def _of(result: Reconciliation, series: Sequence[Series]) -> Reconciliation:
    """The reconciliation with some of its series alone, and what else is of them; in its own order."""
    keys = {one.key for one in series}
    if len(keys) == len(result.series):
        return result
    ids = {claim.id for one in series for claim in one.claims}
    return replace(
        result,
        series=tuple(one for one in result.series if one.key in keys),
        relations=tuple(one for one in result.relations if one.a in ids or one.b in ids),
        estimates=tuple(one for one in result.estimates if one.series in keys),
        overrides=tuple(one for one in result.overrides if ids.intersection((*one.claims, *one.left))),
    )


def _template(result: Reconciliation, series: Sequence[Series], file: Path) -> str:
    from recon.overrides import template  # noqa: PLC0415 - as in recon.builtin

    return template(series, result.documents, file.name, str(file.parent.resolve()))
