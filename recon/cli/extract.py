"""`recon extract`."""

from __future__ import annotations

import io
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from recon.bulk import Extracted, extracted
from recon.cli.console import Output, guarded, opened
from recon.cli.options import ExtractorName, Jobs, Paths, StdinName, refuse_overwriting
from recon.cli.run import start
from recon.engine import Plan, Worked, work_on
from recon.errors import ReconError, UsageError
from recon.intake import STDIN
from recon.machinery import described
from recon.model import Columns, Document, Figure
from recon.readers.paths import is_uri, is_web
from recon.reports.comparison import Pair, comparison_jsonl, comparison_text, pairs
from recon.reports.figures_text import figures_text
from recon.tables import figures_of, flat, frame, records

if TYPE_CHECKING:
    import polars as pl

T = TypeVar("T")


class Format(StrEnum):
    """How figures are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    DELTA = "delta"


class Engine(StrEnum):
    """Who reads and extracts."""

    LOCAL = "local"
    RAY = "ray"


def extract(  # noqa: PLR0913  (the command's options)
    *,
    paths: Paths,
    output_format: Annotated[Format, typer.Option("--format", help="How to write the figures.")] = Format.TABLE,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to a file instead of standard output; into a folder (there, or NAME/) a dataset.",
            show_default=False,
        ),
    ] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Make the dataset of a folder anew.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what is no quantity: dates, times, ordinals, scores, identifiers.")
    ] = False,
    extractor: ExtractorName = None,
    compare: Annotated[
        str | None, typer.Option("--compare", metavar="NAME", help="Set another extractor's figures beside these.")
    ] = None,
    jobs: Jobs = 1,
    engine: Annotated[
        Engine, typer.Option("--engine", help="Who reads and extracts a dataset: this machine, or a Ray cluster.")
    ] = Engine.LOCAL,
    ray_address: Annotated[
        str | None,
        typer.Option("--ray-address", metavar="ADDRESS", help="The head of the cluster.", show_default=False),
    ] = None,
    stdin_filename: StdinName = "-",
) -> None:
    """List every figure of documents, and where it stands.

    \b
    recon extract articles/
    recon extract articles/ --format parquet --output figures.parquet
    recon extract archive/ --output figures/ --jobs 0
    cat draft.md | recon extract - --stdin-filename draft.md
    """

    def command() -> int:
        file = None if output is None or is_folder(output) else Path(output)
        _refuse(output_format, output, compare, fresh=fresh)
        _refuse_engine(engine, ray_address, paths, output, jobs)
        refuse_overwriting(file, paths)
        run = start(only={"unit", "reader", "extractor"})
        owned = run.extractor(extractor)
        if output is not None and is_folder(output):
            from recon.cli.archiving import Asked, archive  # noqa: PLC0415  (what one file needs none of)

            asked = Asked(
                paths=paths,
                output=output,
                form="" if output_format is Format.TABLE else output_format.value,
                everything=everything,
                fresh=fresh,
                jobs=jobs,
                stdin_filename=stdin_filename,
                engine=engine.value,
                address=ray_address or "",
            )
            return archive(run, owned, asked)
        if compare:
            sides = (
                Plan(extractor=owned, lexicon=run.lexicon),
                Plan(extractor=run.extractor(compare), lexicon=run.lexicon),
            )
            worked = run.worked(sides[0], paths, stdin_filename, jobs)
            _write(worked, file, partial(_compare, sides=sides, output_format=output_format, everything=everything))
        else:
            documents = run.documents(paths, stdin_filename, jobs)
            table, writer = WRITERS[output_format]
            batches = extracted(owned, documents, jobs, quantities=not everything, table=table)
            _write(run.extracted(batches, paths), file, writer)
        return run.status((), "")

    guarded(command)


def _write(batches: Iterator[T], output: Path | None, writer: Callable[[Iterable[T], Output], None]) -> None:
    """Nothing is written, and no file replaced, where there is nothing to read."""
    first = next(batches, None)
    if first is not None:
        with opened(output) as sink:
            writer(chain([first], batches), sink)


def is_folder(output: str | None) -> bool:
    """Whether an --output means a dataset: a folder that is there, a name with a slash behind it, or object storage."""
    return output is not None and (output.endswith(("/", os.sep)) or Path(output).is_dir() or is_uri(output))


def _refuse(output_format: Format, output: str | None, compare: str | None, *, fresh: bool) -> None:
    if output is not None and is_web(output):
        raise UsageError(
            f"{output} is on the web, where recon writes nothing; name a folder, or s3://, gs:// or abfs://"
        )
    if output_format is Format.PARQUET and output is None and sys.stdout.isatty():
        raise UsageError("parquet is not for a terminal; name a file with --output")
    if compare and output_format not in (Format.TABLE, Format.JSONL):
        raise UsageError(f"--compare does not write {output_format}; use --format table or jsonl")
    if is_folder(output):
        if compare:
            raise UsageError(f"--compare writes no dataset, and {output} is a folder; name a file with --output")
        if output_format not in (Format.TABLE, Format.PARQUET, Format.DELTA):
            problem = f"{output} is a folder, and a dataset is Parquet or a Delta table"
            raise UsageError(f"{problem}; leave out --format, or name a file")
    elif output_format is Format.DELTA:
        raise UsageError("a Delta table is a folder; name it with --output, a slash behind it")
    elif fresh:
        raise UsageError("--fresh is for a dataset; name its folder with --output, a slash behind it")


def _refuse_engine(engine: Engine, address: str | None, paths: list[str], output: str | None, jobs: int) -> None:
    if engine is not Engine.RAY:
        if address is not None:
            raise UsageError("--ray-address is for --engine ray; add that")
        for path in filter(is_uri, paths):
            raise UsageError(f"{path} lies in object storage, which --engine ray reads; add that")
        return
    if not is_folder(output):
        raise UsageError("--engine ray writes a dataset; name its folder with --output, a slash behind it")
    if jobs != 1:
        raise UsageError("--engine ray uses what the cluster has; leave out --jobs, which is for this machine")
    if STDIN in paths:
        raise UsageError("no worker of --engine ray can read standard input; name files")


def _write_table(batches: Iterable[Extracted[list[Figure]]], sink: Output) -> None:
    figures: list[Figure] = []
    documents: dict[str, Document] = {}
    for batch in batches:
        figures += batch.table
        documents.update((document.id, document) for document in batch.documents)
    sink.write(figures_text(figures, documents, sink.terminal))


def _lines(columns: Columns) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in records(columns))


def _write_jsonl(batches: Iterable[Extracted[str]], sink: Output) -> None:
    for batch in batches:
        sink.write(batch.table)
        if sink.closed:
            return


def _write_csv(batches: Iterable[Extracted[pl.DataFrame]], sink: Output) -> None:
    head = True
    for batch in batches:
        sink.write(flat(batch.table).write_csv(include_header=head))
        head = False


def _write_parquet(batches: Iterable[Extracted[pl.DataFrame]], sink: Output) -> None:
    """In one go for one batch; else each batch is set down in a file of its own until all can be streamed together."""
    import polars as pl  # noqa: PLC0415  (a quarter of a second; see `recon.tables`)

    tables = (batch.table for batch in batches)
    first, second = next(tables), next(tables, None)
    if second is None:
        buffer = io.BytesIO()
        first.write_parquet(buffer)
        sink.write(buffer.getvalue())
        return
    with tempfile.TemporaryDirectory(prefix="recon-") as folder:
        parts: list[Path] = []
        whole = Path(folder, "whole.parquet")
        try:
            for table in chain([first, second], tables):
                parts.append(Path(folder, f"{len(parts):06}.parquet"))
                table.write_parquet(parts[-1], compression="lz4")
            pl.scan_parquet(parts).sink_parquet(whole)
        except (pl.exceptions.ComputeError, OSError) as error:
            problem = f"{folder}: cannot be written: {described(error)}"
            raise ReconError(f"{problem}; set TMPDIR to a folder with more room") from error
        with whole.open("rb") as file:
            while data := file.read(1 << 20):
                sink.write(data)


_figures_frame = partial(frame, table="extracted")
WRITERS: Mapping[Format, tuple[Callable[[Columns], Any], Callable[[Iterable[Any], Output], None]]] = {
    Format.TABLE: (figures_of, _write_table),
    Format.JSONL: (_lines, _write_jsonl),
    Format.CSV: (_figures_frame, _write_csv),
    Format.PARQUET: (_figures_frame, _write_parquet),
}
"""What a batch becomes in the process that reads it, and how all batches are written."""


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
        sink.write(comparison_text(found, documents, names, everything=everything, terminal=sink.terminal))
