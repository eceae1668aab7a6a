"""`recon reconcile`."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from recon.archive.worked import worked_paths
from recon.cli.console import Output, guarded, note, opened
from recon.cli.deciding import IgnoreOverrides, OverridesFile, RevisionsFile
from recon.cli.options import ExtractorName, Fail, Jobs, OutputFile, Paths, StdinName, refuse_overwriting
from recon.cli.run import start
from recon.engine import explained
from recon.errors import UsageError
from recon.model import Reconciliation, Series
from recon.reports.choosing import matching, narrowed, ordered
from recon.reports.explain_text import explain_text
from recon.reports.series_data import reconciliation_json
from recon.reports.series_markdown import series_markdown
from recon.reports.series_text import series_text
from recon.running.deciding import home
from recon.running.reconciling import Asked, Made, prepare, reconciled


class Format(StrEnum):
    """How a reconciliation is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


class Order(StrEnum):
    """Which series come first."""

    CLAIMS = "claims"
    CONFLICTS = "conflicts"


Names = Annotated[
    list[str] | None,
    typer.Option("--reconciler", metavar="NAME", help="Only these (repeat for more).", show_default=False),
]
Words = Annotated[
    list[str] | None,
    typer.Option("--match", metavar="WORD", help="Only series that name it (repeat for more).", show_default=False),
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
    match: Words = None,
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
        asked = Asked(
            reconciler=reconciler,
            overrides=overrides,
            ignore_overrides=ignore_overrides,
            revisions=known,
            extractor=extractor,
        )
        prepared = prepare(start(), asked)
        batches = worked_paths(prepared.run, prepared.plan, paths, extractor, stdin_filename, jobs)
        made = reconciled(prepared, batches, figures=output_format is Format.HTML, jobs=jobs)
        result = made.result
        chosen_series = result.series if explain is None else _only(result, explain)
        shown = ordered(matching(chosen_series, match or ()), result, order.value)
        if match and not shown:
            note(f"no series names {' and '.join(match)}; recon reconcile without --match lists them")
        if result.documents:
            with opened(output) as sink:
                if edit:
                    sink.write(_template(result, shown, home(made.run.config, overrides)))
                for piece in () if edit else _written(output_format, made, shown, sink, whole=explain is not None):
                    sink.write(piece)
        return made.run.status(result.findings, fail_on or "")

    guarded(command)


def _written(output_format: Format, made: Made, shown: Sequence[Series], sink: Output, *, whole: bool) -> Iterator[str]:
    """The series in the format, piece by piece; the `whole` of the one that is explained."""
    result = made.result
    if output_format is Format.HTML:
        from recon.reporting import pages  # noqa: PLC0415 - as in recon.builtin

        yield from pages(made, shown)
    elif output_format is Format.JSON:
        yield from reconciliation_json(narrowed(result, shown))
    elif output_format is Format.MARKDOWN:
        yield series_markdown(result, shown)
    elif whole and shown:
        yield explain_text(shown[0], result, sink.paint, explained(shown[0], result), sink.width)
    else:
        yield series_text(result, sink.paint, shown, sink.width)


def _only(result: Reconciliation, key: str) -> tuple[Series, ...]:
    """The series of that key."""
    series = tuple(series for series in result.series if series.key == key)
    if not series:
        near = difflib.get_close_matches(key, [one.key for one in result.series], n=3, cutoff=0.3)
        hint = f"did you mean {' or '.join(near)}?" if near else "recon reconcile without --explain lists them"
        raise UsageError(f"there is no series {key!r}; {hint}")
    return series


def _template(result: Reconciliation, series: Sequence[Series], file: Path) -> str:
    from recon.overrides import template  # noqa: PLC0415 - as in recon.builtin

    return template(series, result.documents, file.name, str(file.parent.resolve()))
