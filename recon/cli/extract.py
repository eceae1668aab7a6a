"""`recon extract`."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from recon.bulk import Extracted
from recon.cli.console import Output, guarded, opened
from recon.cli.options import ExtractorName, Jobs, OutputFile, Paths, StdinName, refuse_overwriting
from recon.cli.run import start
from recon.engine import Plan, Worked, work_on
from recon.errors import UsageError
from recon.model import Document, Figure
from recon.reports.comparison import Pair, comparison_jsonl, comparison_text, pairs
from recon.reports.figures_text import figures_text
from recon.tables import figures_of, flat, frame, records

T = TypeVar("T")


class Format(StrEnum):
    """How figures are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


def extract(  # noqa: PLR0913  (the command's options)
    *,
    paths: Paths,
    output_format: Annotated[Format, typer.Option("--format", help="How to write the figures.")] = Format.TABLE,
    output: OutputFile = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what is no quantity: dates, times, ordinals, scores, identifiers.")
    ] = False,
    extractor: ExtractorName = None,
    compare: Annotated[
        str | None, typer.Option("--compare", metavar="NAME", help="Set another extractor's figures beside these.")
    ] = None,
    jobs: Jobs = 1,
    stdin_filename: StdinName = "-",
) -> None:
    """List every figure of documents, and where it stands.

    \b
    recon extract articles/
    recon extract articles/ --format parquet --output figures.parquet
    cat draft.md | recon extract - --stdin-filename draft.md
    """

    def command() -> int:
        _refuse(output_format, output, compare)
        refuse_overwriting(output, paths)
        run = start()
        owned = run.extractor(extractor)
        if compare:
            sides = (
                Plan(extractor=owned, lexicon=run.lexicon),
                Plan(extractor=run.extractor(compare), lexicon=run.lexicon),
            )
            worked = run.worked(sides[0], paths, stdin_filename, jobs)
            _write(worked, output, partial(_compare, sides=sides, output_format=output_format, everything=everything))
        else:
            batches = run.extracted(owned, paths, stdin_filename, jobs, quantities=not everything)
            _write(batches, output, WRITERS[output_format])
        return run.status((), "")

    guarded(command)


def _write(batches: Iterator[T], output: Path | None, writer: Callable[[Iterable[T], Output], None]) -> None:
    """Nothing is written, and no file replaced, where there is nothing to read."""
    first = next(batches, None)
    if first is not None:
        with opened(output) as sink:
            writer(chain([first], batches), sink)


def _refuse(output_format: Format, output: Path | None, compare: str | None) -> None:
    if output_format is Format.PARQUET and output is None and sys.stdout.isatty():
        raise UsageError("parquet is not for a terminal; name a file with --output")
    if compare and output_format not in (Format.TABLE, Format.JSONL):
        raise UsageError(f"--compare does not write {output_format}; use --format table or jsonl")


def _write_table(batches: Iterable[Extracted], sink: Output) -> None:
    figures: list[Figure] = []
    documents: dict[str, Document] = {}
    for batch in batches:
        figures += figures_of(batch.columns)
        documents.update((document.id, document) for document in batch.documents)
    sink.write(figures_text(figures, documents))


def _write_jsonl(batches: Iterable[Extracted], sink: Output) -> None:
    for batch in batches:
        sink.write("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in records(batch.columns)))
        if sink.closed:
            return


def _write_csv(batches: Iterable[Extracted], sink: Output) -> None:
    head = True
    for batch in batches:
        sink.write(flat(frame(batch.columns, "figures")).write_csv(include_header=head))
        head = False


def _write_parquet(batches: Iterable[Extracted], sink: Output) -> None:
    import polars as pl  # noqa: PLC0415  (a quarter of a second; see `recon.tables`)

    buffer = io.BytesIO()
    pl.concat([frame(batch.columns, "figures") for batch in batches]).write_parquet(buffer)
    sink.write(buffer.getvalue())


WRITERS: Mapping[Format, Callable[[Iterable[Extracted], Output], None]] = {
    Format.TABLE: _write_table,
    Format.JSONL: _write_jsonl,
    Format.CSV: _write_csv,
    Format.PARQUET: _write_parquet,
}


def _compare(
    batches: Iterable[Worked], sink: Output, *, sides: tuple[Plan, ...], output_format: Format, everything: bool
) -> None:
    names = (sides[0].extractor.key, sides[1].extractor.key)
    found: list[Pair] = []
    documents: dict[str, Document] = {}
    for batch in batches:
        theirs = work_on(sides[1], batch.documents)
        found += pairs(batch.figures, theirs.figures, everything=everything)
        documents.update((document.id, document) for document in batch.documents)
    if output_format is Format.JSONL:
        sink.write("".join(comparison_jsonl(found, names)))
    else:
        sink.write(comparison_text(found, documents, names, everything=everything))
