"""What `recon extract` has kept of an archive, in the place of articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from recon.archive.dataset import Dataset, dataset_at
from recon.archive.tables import Failure
from recon.datasets import is_dataset
from recon.engine import Plan, Worked, work_again
from recon.errors import UsageError
from recon.machinery import RULES, UNREADABLE, finding
from recon.readers.paths import is_uri
from recon.running.run import Run


def dataset_among(paths: Sequence[str], extractor: str | None = None) -> Dataset | None:
    """The dataset that the paths name, None where they name articles; UsageError where they do not go together."""
    datasets = [path for path in paths if path != "-" and (is_uri(path) or is_dataset(Path(path)))]
    if not datasets:
        return None
    if len(paths) > 1:
        problem = (
            f"{datasets[0]} {'lies in object storage' if is_uri(datasets[0]) else 'is a dataset'}, and is read alone"
        )
        raise UsageError(f"{problem}; recon extract PATH --output {datasets[0]} adds articles to it")
    if extractor:
        raise UsageError(f"the figures of {datasets[0]} are extracted already; leave out --extractor")
    dataset = dataset_at(datasets[0])
    if dataset is None:
        remedy = f"recon extract {datasets[0]} --engine ray --output FOLDER/ reads articles there"
        raise UsageError(f"{datasets[0]} holds no dataset of recon extract; {remedy}")
    return dataset


def worked_paths(
    run: Run, plan: Plan, paths: Sequence[str], extractor: str | None, stdin_name: str, jobs: int
) -> Iterator[Worked]:
    """The documents that the paths name as the plan leaves them: of a dataset, or of articles."""
    dataset = dataset_among(paths, extractor)
    return run.worked(plan, paths, stdin_name, jobs) if dataset is None else worked(run, plan, dataset, jobs)


def worked(run: Run, plan: Plan, dataset: Dataset, jobs: int) -> Iterator[Worked]:
    """The documents of a dataset as the plan leaves them, their figures as they stand there."""
    for batch in run.watched(work_again(plan, held(run, dataset), jobs), lambda: None):
        run.read += len(batch.documents)
        yield batch


def held(run: Run, dataset: Dataset) -> Iterator[Worked]:
    """The documents of a dataset with their figures; what could not be read when it was written is told."""
    if not dataset.manifest.complete:
        problem = "the run that wrote it has not come to its end"
        run.teller.note(f"{dataset.name}: {problem}; the same recon extract again goes on")
    rules = {rule.code: rule for rule in RULES}
    for one in dataset.failures():
        run.findings.append(finding(rules[one.code], one.message, doc=one.doc, line=one.line))
        run.teller.note(_named(one))
    run.tell_aside()
    for documents, figures in dataset.documents_with_figures():
        yield Worked(documents=documents, figures=figures)


def _named(failure: Failure) -> str:
    """What went wrong, with the file where the message does not name it."""
    if failure.code != UNREADABLE.code:
        return failure.message
    where = f"{failure.doc}:{failure.line}" if failure.line > 1 else failure.doc
    return f"{where}: {failure.message}"
