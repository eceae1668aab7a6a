"""`recon verify`."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from recon.cli.console import doing, guarded, opened
from recon.cli.options import ExitCode, OutputFile, Paths, StdinName, refuse_overwriting
from recon.cli.run import start


class Format(StrEnum):
    """How what has moved is written."""

    TEXT = "text"
    JSON = "json"


def verify(
    *,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="What recon extract --output or reconcile --format json wrote.")
    ],
    paths: Paths,
    output_format: Annotated[Format, typer.Option("--format", help="How to write what has moved.")] = Format.TEXT,
    output: OutputFile = None,
    exit_code: ExitCode = False,
    stdin_filename: StdinName = "-",
) -> None:
    """Read every span of saved figures again, and tell what stands there no longer.

    The paths are to be given as they were when the file was written.

    \b
    recon extract articles/ --format parquet --output figures.parquet
    recon verify figures.parquet articles/
    """

    def command() -> int:
        from recon.comparing.spans import moved  # noqa: PLC0415  (as in recon.builtin)
        from recon.reports.moved_text import Row, closing, moved_json, moved_text  # noqa: PLC0415
        from recon.saved import figures_in  # noqa: PLC0415

        refuse_overwriting(output, [*paths, str(file)])
        figures = figures_in(file)
        first = next(figures, None)  # a wrong file is told before all documents are read
        run = start(only={"unit", "reader"})
        with doing() as step:
            step("reading documents")
            documents = {document.id: document for document in run.documents(paths, stdin_filename)}
        if not run.read:
            return run.status((), "")
        standing, gone, elsewhere = 0, 0, 0

        def rows() -> Iterator[Row]:
            nonlocal standing, gone, elsewhere
            for figure in chain([first] if first else [], figures):
                found = moved(figure, documents)
                if found is None:
                    standing += 1
                    continue
                gone += 1
                elsewhere += found.start is not None
                yield Row(figure=figure, problem=found.problem, found=found.found, start=found.start)

        with opened(output) as sink, doing() as step:
            step("reading the spans")
            if output_format is Format.JSON:
                for piece in moved_json(rows()):
                    sink.write(piece)
                sink.write(f',\n "standing": {standing}\n}}\n')
            else:
                for piece in moved_text(rows(), documents):
                    sink.write(piece)
                sink.write(closing(standing, gone, elsewhere))
        return int(exit_code and gone > 0)

    guarded(command)
