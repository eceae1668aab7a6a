"""`recon extract`."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from recon.cli.console import Output, guarded, opened
from recon.cli.options import ExtractorName, Jobs, OutputFile, Paths, StdinName, refuse_overwriting
from recon.cli.run import start
from recon.engine import Plan, Worked, work_on
from recon.errors import UsageError
from recon.model import NO_QUANTITY, Document, Figure
from recon.reports.comparison import Pair, comparison_jsonl, comparison_text, pairs
from recon.reports.figures_text import figures_text
from recon.tables import columns_of, flat, frame, records


class Format(StrEnum):
    """How figures are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How figures are written, and whether all of them."""

    format: Format
    all: bool


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
        options = Options(format=output_format, all=everything)
        _refuse(output_format, output, compare)
        refuse_overwriting(output, paths)
        run = start()
        plan = Plan(extractor=run.extractor(extractor), lexicon=run.lexicon)
        other = Plan(extractor=run.extractor(compare), lexicon=run.lexicon) if compare else None
        batches = run.worked(plan, paths, stdin_filename, jobs)
        first = next(batches, None)
        if first is not None:
            with opened(output) as sink:
                every = chain([first], batches)
                if other is None:
                    WRITERS[options.format]((_without(batch, options) for batch in every), sink)
                else:
                    _compare(every, (plan, other), options, sink)
        return run.status((), "")

    guarded(command)


def _refuse(output_format: Format, output: Path | None, compare: str | None) -> None:
    if output_format is Format.PARQUET and output is None and sys.stdout.isatty():
        raise UsageError("parquet is not for a terminal; name a file with --output")
    if compare and output_format not in (Format.TABLE, Format.JSONL):
        raise UsageError(f"--compare does not write {output_format}; use --format table or jsonl")


def _without(batch: Worked, options: Options) -> Worked:
    kept = batch.figures if options.all else tuple(one for one in batch.figures if one.kind not in NO_QUANTITY)
    return replace(batch, figures=kept)


def _write_table(batches: Iterable[Worked], sink: Output) -> None:
    figures, documents = _gathered(batches)
    sink.write(figures_text(figures, documents))


def _write_jsonl(batches: Iterable[Worked], sink: Output) -> None:
    for batch in batches:
        sink.write("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in records(columns_of(batch.figures))))
        if sink.closed:
            return


def _write_csv(batches: Iterable[Worked], sink: Output) -> None:
    figures, _ = _gathered(batches)
    sink.write(flat(frame(columns_of(figures), "figures")).write_csv())


def _write_parquet(batches: Iterable[Worked], sink: Output) -> None:
    figures, _ = _gathered(batches)
    buffer = io.BytesIO()
    frame(columns_of(figures), "figures").write_parquet(buffer)
    sink.write(buffer.getvalue())


WRITERS: Mapping[Format, Callable[[Iterable[Worked], Output], None]] = {
    Format.TABLE: _write_table,
    Format.JSONL: _write_jsonl,
    Format.CSV: _write_csv,
    Format.PARQUET: _write_parquet,
}


def _gathered(batches: Iterable[Worked]) -> tuple[list[Figure], dict[str, Document]]:
    figures: list[Figure] = []
    documents: dict[str, Document] = {}
    for batch in batches:
        figures += batch.figures
        documents.update((document.id, document) for document in batch.documents)
    return figures, documents


def _compare(batches: Iterable[Worked], sides: tuple[Plan, Plan], options: Options, sink: Output) -> None:
    names = (sides[0].extractor.key, sides[1].extractor.key)
    found: list[Pair] = []
    documents: dict[str, Document] = {}
    for batch in batches:
        theirs = work_on(sides[1], batch.documents)
        found += pairs(batch.figures, theirs.figures, everything=options.all)
        documents.update((document.id, document) for document in batch.documents)
    if options.format is Format.JSONL:
        sink.write("".join(comparison_jsonl(found, names)))
    else:
        sink.write(comparison_text(found, documents, names, everything=options.all))
