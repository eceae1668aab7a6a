"""`recon report`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from recon.archive.worked import worked_paths
from recon.cli.console import guarded, note, opened
from recon.cli.deciding import IgnoreOverrides, OverridesFile, RevisionsFile
from recon.cli.exporting import write_charts, write_tables
from recon.cli.options import ExtractorName, Jobs, OutputFile, Paths, StdinName, refuse_overwriting
from recon.cli.reconcile import Names, Words
from recon.cli.run import start
from recon.errors import UsageError
from recon.reports.choosing import about, matching, ordered
from recon.reports.message import message
from recon.reports.needs import by_need, needs_of
from recon.running.reconciling import Asked, prepare, reconciled


class Format(StrEnum):
    """How a report is written."""

    HTML = "html"
    MARKDOWN = "markdown"


class Order(StrEnum):
    """Which series come first."""

    NEED = "need"
    CLAIMS = "claims"
    CONFLICTS = "conflicts"


def report_command(  # noqa: PLR0913  (the command's options)
    *,
    paths: Paths,
    output: OutputFile = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="A page to read, or a few lines for a message.")
    ] = Format.HTML,
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="What the page is called.", show_default=False)
    ] = "",
    reconciler: Names = None,
    match: Words = None,
    order: Annotated[
        Order, typer.Option("--order", help="What needs a person first, most claims, or most conflicts.")
    ] = Order.NEED,
    chart_dir: Annotated[
        Path | None, typer.Option("--chart-dir", metavar="DIR", help="Also every chart, as SVG and PNG, in a folder.")
    ] = None,
    tables: Annotated[
        Path | None, typer.Option("--tables", metavar="DIR", help="Also every table, as CSV and Parquet, in a folder.")
    ] = None,
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
    recon report articles/ -o report.html --match kursk --tables tables/
    recon report articles/ --format markdown
    recon extract archive/ --output figures/ && recon report figures/ -o report.html
    """

    def command() -> int:
        from recon.reporting import pages  # noqa: PLC0415 - as in recon.builtin

        refuse_overwriting(output, paths)
        _refuse_idle(output, output_format, chart_dir)
        asked = Asked(
            reconciler=reconciler,
            overrides=overrides,
            ignore_overrides=ignore_overrides,
            revisions=known,
            extractor=extractor,
        )
        prepared = prepare(start(), asked)
        batches = worked_paths(prepared.run, prepared.plan, paths, extractor, stdin_filename, jobs)
        made = reconciled(prepared, batches, figures=True, jobs=jobs)
        result = made.result
        found = matching(result.series, match or ())
        if match and not found:
            note(f"no series names {' and '.join(match)}; recon report without --match shows them all")
        if order is Order.NEED:
            shown = by_need(found, needs_of(result))
        else:
            shown = ordered(found, result, "claims" if order is Order.CLAIMS else "conflicts")
        if result.documents:
            own = about(result, shown)
            if tables is not None:
                write_tables(tables, own, made.figures)
            if chart_dir is not None:
                write_charts(chart_dir, own, shown, made.chosen)
            with opened(output) as sink:
                for piece in pages(made, shown, title) if output_format is Format.HTML else [message(own, shown)]:
                    sink.write(piece)
        return made.run.status(result.findings, "")

    guarded(command)


def _refuse_idle(output: Path | None, output_format: Format, chart_dir: Path | None) -> None:
    """UsageError where a page would fill a terminal, or charts are wanted that cannot be drawn."""
    from recon.reporting import drawable  # noqa: PLC0415

    if output is None and output_format is Format.HTML and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError("a report is a file to open in a browser; name it with -o report.html")
    if chart_dir is not None and not drawable():
        raise UsageError("--chart-dir needs what draws charts: pip install 'recon-figures[charts]'")
