"""`recon check`."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from recon.cli.console import guarded, opened, paint_of
from recon.cli.options import ExtractorName, Fail, Jobs, OutputFile, Paths, StdinName, codes, refuse_overwriting
from recon.cli.run import start
from recon.engine import Plan, chosen_checks, in_order
from recon.host import version
from recon.machinery import RULES
from recon.model import Document, Finding
from recon.reports.findings_data import findings_github, findings_json, findings_sarif
from recon.reports.findings_text import findings_text


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


Select = Annotated[
    list[str] | None, typer.Option("--select", metavar="CODE", help="Only codes that begin so.", show_default=False)
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="CODE", help="Not codes that begin so.", show_default=False)
]


def check(  # noqa: PLR0913  (the command's options)
    *,
    paths: Paths,
    output_format: Annotated[Format, typer.Option("--format", help="How to write the findings.")] = Format.TEXT,
    output: OutputFile = None,
    select: Select = None,
    ignore: Ignore = None,
    preview: Annotated[bool, typer.Option("--preview", help="Also checks that are still on trial.")] = False,
    detail: Annotated[bool, typer.Option("--detail", "-v", help="Also notes on what does add up.")] = False,
    fail_on: Fail = None,
    extractor: ExtractorName = None,
    jobs: Jobs = 1,
    stdin_filename: StdinName = "-",
) -> None:
    """Find what does not add up within a document.

    Conversions that miss, parts above their whole, changes that are not the difference of their ends.

    The exit status is 0 when clean, 1 for errors (or what --fail-on says), 2 when nothing could be read.

    \b
    recon check draft.md
    recon check articles/ --select RC1 --fail-on warning
    recon check articles/ --format github
    """

    def command() -> int:
        refuse_overwriting(output, paths)
        run = start()
        config = run.config
        selected, ignored = codes(select) or config.select, codes(ignore) or config.ignore
        plan = Plan(
            extractor=run.extractor(extractor),
            checks=chosen_checks(run.host, selected, ignored, preview=preview or config.preview),
            lexicon=run.lexicon,
        )
        found: list[Finding] = []
        documents: dict[str, Document] = {}
        for batch in run.worked(plan, paths, stdin_filename, jobs):
            found += (finding for finding in batch.findings if not finding.code.startswith("RX"))
            told = {finding.doc for finding in batch.findings}
            documents.update((document.id, document) for document in batch.documents if document.id in told)
        found += run.kept(ignored)
        findings = in_order(found)
        with opened(output) as sink:
            if output_format is Format.TEXT:
                paint = paint_of(sys.stdout)
                sink.write(findings_text(findings, documents, run.read, paint, detail=detail))
            elif output_format is Format.SARIF:
                rules = {owned.key: owned.object.name for owned in plan.checks} | {
                    rule.code: rule.name for rule in RULES
                }
                sink.write(findings_sarif(findings, rules, version()))
            else:
                sink.write({Format.JSON: findings_json, Format.GITHUB: findings_github}[output_format](findings))
        return run.status(findings, fail_on or config.fail_on or "error")

    guarded(command)
