"""`recon extract --output DIR/`: the dataset of an archive."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from recon.archive.folder import Folder
from recon.archive.manifest import Manifest, made_with, manifest_from, read_manifest
from recon.archive.reading import File, file_of
from recon.archive.writing import Job, Store, written
from recon.cli.console import note
from recon.cli.meter import metered
from recon.datasets import NAME, is_dataset
from recon.errors import Interrupted, MissingExtraError, ReadError
from recon.host import Owned
from recon.intake import Item, found, read_sources
from recon.machinery import unreadable
from recon.model import Document, Extractor, Reader
from recon.readers.paths import Source, is_uri
from recon.reports.layout import counted
from recon.running.run import COULD_NOT_RUN, Run


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What the command line asks for."""

    paths: list[str]
    output: str
    """A folder, or a URI of object storage."""
    form: str
    """How to keep it, "" for as it is kept already, else Parquet."""
    everything: bool
    fresh: bool
    jobs: int
    stdin_filename: str
    engine: str = "local"
    address: str = ""


def archive(run: Run, owned: Owned[Extractor], asked: Asked) -> int:
    """Write what the dataset lacks; a note says what it then holds."""
    store = _store(asked)
    readers = run.readers()
    with_ = made_with(run.host, owned, run.config.units, run.config.readers, everything=asked.everything)
    manifest = Manifest(made_with=with_, form=store.form)
    stdin = sys.stdin.buffer if sys.stdin is not None else None
    with _found(asked, readers, stdin) as sources:
        files = [one if isinstance(one, ReadError) else file_of(one) for one in sources]
        if not any(isinstance(one, File) and one.is_there for one in files):
            with _telling(run) as tell:
                for one in files:
                    source = one if isinstance(one, ReadError) else one.source
                    for item in next(read_sources([source], readers, {}))[1]:
                        tell(item)
            return run.status((), "")
        job = Job(owned, readers, asked.jobs, everything=asked.everything)
        with _with_engine(job, asked) as job, store.opened(manifest, fresh=asked.fresh):
            try:
                return _archived(run, job, asked, store, manifest, files)
            except KeyboardInterrupt as error:
                raise Interrupted(str(error) or "the same command goes on from here") from None


def _store(asked: Asked) -> Store:
    if is_uri(asked.output):
        return _store_of_objects(asked)
    folder = Path(asked.output)
    kept = read_manifest(folder).form if is_dataset(folder) else "parquet"
    if (asked.form or kept) != "delta":
        return Folder(folder)
    from recon.archive.delta import Delta  # noqa: PLC0415  (an extra)

    return Delta(folder)


def _store_of_objects(asked: Asked) -> Store:
    from recon.archive.bucket import Bucket  # noqa: PLC0415  (an extra)
    from recon.archive.lake import Lake  # noqa: PLC0415
    from recon.archive.objects import Objects  # noqa: PLC0415

    objects = Objects.at(asked.output)
    with objects.reading():
        held = objects.read(NAME)
    kept = manifest_from(held, f"{asked.output}{NAME}").form if held is not None else "parquet"
    return Lake(asked.output) if (asked.form or kept) == "delta" else Bucket(asked.output)


def _found(
    asked: Asked, readers: Sequence[Owned[Reader]], stdin: BinaryIO | None
) -> AbstractContextManager[Iterator[Source | ReadError]]:
    if asked.engine != "ray":
        return found(asked.paths, readers, stdin, asked.stdin_filename)
    from recon.cluster.listing import found_anywhere  # noqa: PLC0415  (an extra)

    return found_anywhere(asked.paths, readers)


@contextmanager
def _with_engine(job: Job, asked: Asked) -> Iterator[Job]:
    """The job with the engine that does it."""
    if asked.engine != "ray":
        yield job
        return
    from recon.cluster.engine import cluster  # noqa: PLC0415  (an extra)
    from recon.cluster.session import connected  # noqa: PLC0415

    with connected(asked.address) as session:
        yield replace(job, engine=cluster(session, job))


def _archived(run: Run, job: Job, asked: Asked, store: Store, manifest: Manifest, files: list[File | ReadError]) -> int:
    held = store.held()
    total = sum(one.size for one in files if isinstance(one, File))
    new = 0
    with _telling(run) as tell:
        for step in metered(written(store, job, files, held, tell), total):
            run.tell(step.failures)
            new += step.documents
    done = store.finish(manifest)
    counts = done.counts
    held_now = ", ".join(
        [
            f"{counted(counts['documents'], 'document')} ({new:,} new or changed)",
            counted(counts["figures"], "figure"),
            counted(counts["errors"], "error"),
        ]
    )
    note(f"{asked.output.rstrip('/')}: {held_now}")
    return 0 if counts["documents"] else COULD_NOT_RUN


@contextmanager
def _telling(run: Run) -> Iterator[Callable[[Item], None]]:
    """Gives what takes note of what could not be read; what an extra would read is told at the end, in one line."""
    missing: defaultdict[tuple[str, str], list[MissingExtraError]] = defaultdict(list)

    def tell(item: Item) -> None:
        if isinstance(item, MissingExtraError):
            missing[item.problem, item.remedy].append(item)
        if isinstance(item, ReadError):
            run.findings.append(unreadable(item))
            if not isinstance(item, MissingExtraError):
                note(str(item))
        elif not isinstance(item, Document):
            run.tell([item])

    try:
        yield tell
    finally:
        for (problem, remedy), errors in sorted(missing.items()):
            first = errors[0]
            told = first if len(errors) == 1 else ReadError(f"{first.path} and {len(errors) - 1} more", problem, remedy)
            note(str(told))
        run.tell_aside()
