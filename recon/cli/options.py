"""The arguments and options that commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from recon.errors import UsageError

PATHS_HELP = "Files, folders (with all that is in them), patterns in quotes, or - for standard input."


class FailOn(StrEnum):
    """The severity from which findings make the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


Paths = Annotated[list[str], typer.Argument(metavar="PATH", help=PATHS_HELP, show_default=False)]
StdinName = Annotated[str, typer.Option("--stdin-filename", metavar="NAME", help="What to call standard input.")]
OutputFile = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of standard output.")
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes to use; 0 for one on each processor.")
]
ExtractorName = Annotated[
    str | None, typer.Option("--extractor", metavar="NAME", help="The extractor to use.", show_default=False)
]
Fail = Annotated[
    FailOn | None, typer.Option("--fail-on", help="Exit with 1 for findings this severe.", show_default=False)
]


Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select", metavar="CODE", help="Only rules of this name, or codes that begin so.", show_default=False
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore", metavar="CODE", help="Not rules of this name, or codes that begin so.", show_default=False
    ),
]
ExtendSelect = Annotated[
    list[str] | None,
    typer.Option("--extend-select", metavar="CODE", help="Also these, beside what is selected.", show_default=False),
]
ExtendIgnore = Annotated[
    list[str] | None,
    typer.Option("--extend-ignore", metavar="CODE", help="Not these either.", show_default=False),
]
SeverityOf = Annotated[
    list[str] | None,
    typer.Option("--severity", metavar="CODE=SEVERITY", help="Give rules another severity.", show_default=False),
]
PerPath = Annotated[
    list[str] | None,
    typer.Option("--per-path-ignore", metavar="GLOB:CODE", help="Not these in these files.", show_default=False),
]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where there is anything to tell.")]
Preview = Annotated[bool, typer.Option("--preview", help="Also checks that are still on trial.")]


def refuse_overwriting(output: Path | None, paths: list[str]) -> None:
    """UsageError where the output would take the place of an article that is to be read."""
    if output is None or not output.is_file():
        return
    for path in map(Path, paths):
        inside = path.is_dir() and output.resolve().is_relative_to(path.resolve())
        if (inside and output.suffix in {".txt", ".md", ".jsonl", ".csv"}) or (
            path.is_file() and output.samefile(path)
        ):
            raise UsageError(f"{output} is one of the files to read; name another --output")
