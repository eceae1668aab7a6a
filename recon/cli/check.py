"""`recon check`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from recon.cli.baselines import baseline_of, written
from recon.cli.console import Output, guarded, note, opened
from recon.cli.fixing import diff, fix_files, refuse_stdin, rewrites
from recon.cli.options import (
    ExtendIgnore,
    ExtendSelect,
    ExtractorName,
    Fail,
    Ignore,
    Jobs,
    OutputFile,
    Paths,
    PerPath,
    Preview,
    Select,
    SeverityOf,
    StdinName,
    refuse_overwriting,
)
from recon.cli.run import start
from recon.engine import Plan, in_order
from recon.evidence.rules import CODES, tally
from recon.host import version
from recon.model import Finding
from recon.reports.findings_data import findings_github, findings_json
from recon.reports.findings_sarif import findings_sarif
from recon.reports.findings_text import findings_text
from recon.running import checking
from recon.running.cards import cards_of
from recon.running.choosing import RuleOptions
from recon.running.judging import Judge, judge
from recon.running.run import COULD_NOT_RUN, Run
from recon.running.weighing import Weighing, weighing

ROUNDS = 5
"""How often --fix looks again at what it has rewritten."""


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """What is checked, by which rules, and against which baseline."""

    paths: list[str]
    stdin_filename: str
    extractor: str | None
    jobs: int
    asked: RuleOptions
    against: list[str]
    baseline: Path | None
    write_baseline: Path | None
    heed: bool


def check(  # noqa: PLR0913  (the command's options)
    *,
    paths: Paths,
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against",
            metavar="PATH",
            help="Evidence to hold every figure against (repeat for more).",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[Format, typer.Option("--format", help="How to write the findings.")] = Format.TEXT,
    output: OutputFile = None,
    select: Select = None,
    ignore: Ignore = None,
    extend_select: ExtendSelect = None,
    extend_ignore: ExtendIgnore = None,
    severity: SeverityOf = None,
    per_path_ignore: PerPath = None,
    preview: Preview = False,
    detail: Annotated[bool, typer.Option("--detail", "-v", help="Also notes on what does add up.")] = False,
    fail_on: Fail = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", metavar="FILE", help="Findings that are known, and do not count.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option("--write-baseline", metavar="FILE", help="Make what is found now known, in FILE.")
    ] = None,
    ignore_suppressions: Annotated[
        bool, typer.Option("--ignore-suppressions", help="Heed no comment, suppressions file or baseline.")
    ] = False,
    hide_suppressed: Annotated[
        bool, typer.Option("--hide-suppressed", help="Leave suppressed findings out of JSON and SARIF.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Make the safe rewrites ([*]) in the files.")] = False,
    show_diff: Annotated[bool, typer.Option("--diff", help="Print what --fix would change, and nothing else.")] = False,
    extractor: ExtractorName = None,
    jobs: Jobs = 1,
    stdin_filename: StdinName = "-",
) -> None:
    """Find what does not add up within a document, or beside its evidence.

    Conversions that miss, parts above their whole, changes that are not the difference of their ends; and with
    --against, what trusted articles say of every figure of a draft.

    The exit status is 0 when clean, 1 for errors (or what --fail-on says), 2 when nothing could be read.

    \b
    recon check draft.md
    recon check articles/ --select RC1 --fail-on warning
    recon check articles/ --format github
    recon check draft.md --against wires/
    """
    asked = RuleOptions(
        select=select,
        ignore=ignore,
        extend_select=extend_select,
        extend_ignore=extend_ignore,
        severity=severity,
        per_path=per_path_ignore,
        preview=preview,
    )
    task = Task(
        paths=paths,
        stdin_filename=stdin_filename,
        extractor=extractor,
        jobs=jobs,
        asked=asked,
        against=against or [],
        baseline=baseline,
        write_baseline=write_baseline,
        heed=not ignore_suppressions,
    )

    def command() -> int:
        refuse_overwriting(output, paths)
        refuse_overwriting(write_baseline, paths)
        if fix:
            refuse_stdin(paths)
        run, plan = planned(task)
        judge, findings, held = judged(task, run, plan)
        if show_diff:
            with opened(output) as sink:
                told = diff(rewrites(findings, judge.documents, stdin_filename if "-" in paths else ""), sys.stdout)
                sink.write(told)
            return int(bool(told)) if run.read else COULD_NOT_RUN
        rounds = 0
        while fix and rounds < ROUNDS and (made := fix_files(rewrites(findings, judge.documents))):
            rounds += 1
            note(made)
            run, plan = planned(task)
            judge, findings, held = judged(task, run, plan)
        shown = tuple(one for one in findings if one.suppressed is None) if hide_suppressed else findings
        with opened(output) as sink:
            sink.write(_written(output_format, shown, judge, run, sink, detail=detail or bool(held)))
            if held and output_format is Format.TEXT:
                sink.write(f"{tally(findings, len(held.evidence.documents))}\n")
        return run.status(findings, fail_on or run.config.fail_on or "error")

    guarded(command)


def planned(task: Task) -> tuple[Run, Plan]:
    """A fresh run, and what it does with every document."""
    run = start()
    return run, checking.planned(run, task.asked, task.extractor, task.against)


def judged(task: Task, run: Run, plan: Plan) -> tuple[Judge, tuple[Finding, ...], Weighing | None]:
    """All findings in order, those suppressed marked, and the evidence; writes the baseline where the task asks."""
    known = baseline_of(task.baseline, task.write_baseline)
    one = judge(run, plan, known, heed=task.heed, also=CODES if task.against else frozenset())
    if task.against:
        held = weighing(
            run, plan, tuple(run.documents(task.paths, task.stdin_filename, task.jobs)), task.against, task.jobs
        )
        batches = run.working(plan, held.drafts, task.jobs)
    else:
        held, batches = None, run.worked(plan, task.paths, task.stdin_filename, task.jobs)
    found = checking.judged(run, one, batches, held)
    if task.write_baseline is not None and run.read:
        found = written(task.write_baseline, one, found)
    return one, in_order([*found, *one.closing()]), held


def _written(
    output_format: Format, findings: tuple[Finding, ...], judge: Judge, run: Run, sink: Output, *, detail: bool
) -> str:
    if output_format is Format.TEXT:
        return findings_text(findings, judge.documents, run.read, sink.paint, detail=detail, terminal=sink.terminal)
    if output_format is Format.SARIF:
        return findings_sarif(findings, judge.documents, cards_of(run), version())
    return {Format.JSON: findings_json, Format.GITHUB: findings_github}[output_format](findings)
