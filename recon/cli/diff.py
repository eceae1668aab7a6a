"""`recon diff`."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recon.cli.console import doing, guarded, opened, paint_of
from recon.cli.options import ExitCode, ExtractorName, Jobs, OutputFile, refuse_overwriting
from recon.cli.run import start
from recon.engine import Plan
from recon.errors import UsageError
from recon.model import NO_QUANTITY, Document, Figure
from recon.reports.layout import Paint
from recon.running.run import COULD_NOT_RUN, Run

if TYPE_CHECKING:
    from recon.comparing.versions import Version
    from recon.reports.diff_text import Sides


class Format(StrEnum):
    """How what moved is written."""

    TEXT = "text"
    JSON = "json"


def diff(
    *,
    old: Annotated[Path, typer.Argument(metavar="OLD", help="An article, a folder, or what a run has written.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The same at a later time.")],
    output_format: Annotated[Format, typer.Option("--format", help="How to write what moved.")] = Format.TEXT,
    output: OutputFile = None,
    exit_code: ExitCode = False,
    extractor: ExtractorName = None,
    jobs: Jobs = 1,
) -> None:
    """List the numbers that moved between two versions of an article, two folders, or two saved runs.

    A number that only stands elsewhere has not moved.

    \b
    recon diff monday/flood.txt tuesday/flood.txt
    recon diff monday.json tuesday.json
    """

    def command() -> int:
        from recon.saved import Form, form_of  # noqa: PLC0415  (as in recon.builtin)

        refuse_overwriting(output, [str(old), str(new)])
        if "-" in {str(old), str(new)}:
            raise UsageError("recon diff reads no standard input; name two files or folders")
        forms = form_of(old), form_of(new)
        runs = [form is Form.RECONCILIATION for form in forms]
        if any(runs) and not all(runs):
            apart = old if runs[0] else new
            raise UsageError(f"{apart} is a reconciliation and the other is not; compare two of a kind")
        moved, paint = _Moved(), paint_of(sys.stdout if output is None else None)
        if all(runs):
            pieces = _of_runs(old, new, output_format, moved, paint)
        else:
            run = start(only={"unit", "reader", "extractor"})
            sides = [
                _saved(path) if form else _extracted(run, path, extractor, jobs)
                for path, form in zip((old, new), forms, strict=True)
            ]
            if not all(form or side.documents for form, side in zip(forms, sides, strict=True)):
                return COULD_NOT_RUN  # what was gone would be told of a side that could not be read
            pieces = _of_versions(sides[0], sides[1], output_format, moved, paint)
        with opened(output) as sink:
            with doing() as step:
                step("comparing")
                told = list(pieces)
            for piece in told:
                sink.write(piece)
        return int(exit_code and moved.anything)

    guarded(command)


@dataclass
class _Moved:
    """Whether anything was told."""

    anything: bool = False


def _saved(path: Path) -> Version:
    """The quantities of a figures file; its texts are not at hand."""
    from recon.comparing.versions import Version  # noqa: PLC0415
    from recon.saved import figures_in  # noqa: PLC0415

    held: defaultdict[str, list[Figure]] = defaultdict(list)
    with doing() as step:
        step(f"reading {path.name}")
        for figure in figures_in(path):
            if figure.kind not in NO_QUANTITY:
                held[figure.doc].append(figure)
    return Version(figures=held, documents={})


def _extracted(run: Run, path: Path, extractor: str | None, jobs: int) -> Version:
    """The quantities of an article or of a folder of them."""
    from recon.comparing.versions import Version  # noqa: PLC0415

    held: defaultdict[str, list[Figure]] = defaultdict(list)
    documents: dict[str, Document] = {}
    plan = Plan(extractor=run.extractor(extractor), lexicon=run.lexicon)
    for batch in run.worked(plan, [str(path)], "-", jobs):
        documents.update((document.id, document) for document in batch.documents)
        for figure in batch.figures:
            if figure.kind not in NO_QUANTITY:
                held[figure.doc].append(figure)
    return Version(figures=held, documents=documents, root=str(path) if path.is_dir() else "")


def _of_versions(old: Version, new: Version, output_format: Format, moved: _Moved, paint: Paint) -> Iterator[str]:
    from recon.comparing.versions import compared  # noqa: PLC0415
    from recon.reports.diff_data import diff_json  # noqa: PLC0415
    from recon.reports.diff_text import Compared, Row, diff_text  # noqa: PLC0415

    def rows() -> Iterator[Compared]:
        for one in compared(old, new):
            made = [Row(old=change.old, new=change.new, differs=change.differs) for change in one.changes]
            moved.anything = moved.anything or bool(made)
            yield Compared(old=one.old, new=one.new, rows=made, standing=one.standing)

    sides: Sides = (old.documents, new.documents)
    if output_format is Format.JSON:
        return diff_json(rows(), sides)
    return diff_text(rows(), sides, paint)


def _of_runs(old: Path, new: Path, output_format: Format, moved: _Moved, paint: Paint) -> Iterator[str]:
    from recon.comparing.runs import SeriesChange, series_changes  # noqa: PLC0415
    from recon.reports.diff_data import series_json  # noqa: PLC0415
    from recon.reports.series_changes_text import series_changes_text  # noqa: PLC0415
    from recon.saved import series_in  # noqa: PLC0415

    before, after = list(series_in(old)), list(series_in(new))

    def changes() -> Iterator[SeriesChange]:
        for change in series_changes(before, after):
            moved.anything = True
            yield change

    if output_format is Format.JSON:
        return series_json(changes())
    return series_changes_text(changes(), paint)
