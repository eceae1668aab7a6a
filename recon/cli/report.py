"""`recon report`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from recon.cli.console import guarded, note, opened
from recon.cli.deciding import IgnoreOverrides, OverridesFile, RevisionsFile
from recon.cli.options import ExtractorName, Jobs, OutputFile, Paths, StdinName, refuse_overwriting
from recon.cli.reconcile import Names, Words
from recon.cli.reporting import report
from recon.cli.run import start
from recon.reports.choosing import matching, ordered
from recon.reports.needs import by_need, needs_of
from recon.running.reconciling import Asked, prepare, reconciled


class Order(StrEnum):
    """Which series come first."""

    NEED = "need"
    CLAIMS = "claims"
    CONFLICTS = "conflicts"


def report_command(  # noqa: PLR0913  (the command's options)
    *,
    paths: Paths,
    output: OutputFile = None,
    reconciler: Names = None,
    match: Words = None,
    order: Annotated[
        Order, typer.Option("--order", help="What needs a person first, most claims, or most conflicts.")
    ] = Order.NEED,
    overrides: OverridesFile = None,
    ignore_overrides: IgnoreOverrides = False,
    known: RevisionsFile = None,
    extractor: ExtractorName = None,
    jobs: Jobs = 1,
    stdin_filename: StdinName = "-",
) -> None:
    """Write the whole as one page to read, print and send.

    One file that opens from disk and asks for no other.

    \b
    recon report articles/ -o report.html
    recon report articles/ -o report.html --match kursk
    """

    def command() -> int:
        refuse_overwriting(output, paths)
        asked = Asked(
            reconciler=reconciler,
            overrides=overrides,
            ignore_overrides=ignore_overrides,
            revisions=known,
            extractor=extractor,
        )
        prepared = prepare(start(), asked)
        batches = prepared.run.worked(prepared.plan, paths, stdin_filename, jobs)
        made = reconciled(prepared, batches, figures=True)
        result = made.result
        found = matching(result.series, match or ())
        if match and not found:
            note(f"no series names {' and '.join(match)}; recon report without --match shows them all")
        if order is Order.NEED:
            shown = by_need(found, needs_of(result))
        else:
            shown = ordered(found, result, "claims" if order is Order.CLAIMS else "conflicts")
        if result.documents:
            with opened(output) as sink:
                for piece in report(result, made.figures, shown):
                    sink.write(piece)
        return made.run.status(result.findings, "")

    guarded(command)
