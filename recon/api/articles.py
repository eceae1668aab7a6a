"""Documents that were read, and what can be made of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from recon.api.checked import Checked
from recon.api.extraction import Extraction
from recon.api.options import REPORT, CheckOptions, Name, ReconcileOptions, refuse_unknown
from recon.api.reconciled import Reconciled
from recon.archive.worked import dataset_among, held
from recon.engine import Plan, Worked, work
from recon.errors import ReadError, ReconError, UsageError
from recon.intake import STDIN
from recon.model import Document, Finding
from recon.reports.layout import counted
from recon.running.configuration import config_of
from recon.running.run import Run, start
from recon.running.telling import Quiet
from recon.soundness import document_problems

if TYPE_CHECKING:
    import polars as pl

KNOWN = ("title", "publisher", "published", "modified", "fetched", "url", "language")
"""What a program may say of a text."""
DATES = ("published", "modified", "fetched")
NOTHING = "there is nothing to read; name a .txt, .md or .jsonl file, or a folder of them"

Config = Name | Mapping[str, Any] | None


@dataclass(frozen=True, kw_only=True, repr=False)
class Articles:
    """Documents, in the order in which they were read; `problems` are the findings on what could not be read, and
    `_kept` the documents of a dataset with their figures."""

    items: tuple[Document, ...]
    problems: tuple[Finding, ...]
    _kept: tuple[Worked, ...] = ()
    run: Run = field(compare=False)

    def __iter__(self) -> Iterator[Document]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __repr__(self) -> str:
        left_out = f", {counted(len(self.problems), 'problem')}" if self.problems else ""
        return f"<{counted(len(self.items), 'document')}{left_out}>"

    def _repr_html_(self) -> str:
        from recon.reports.notebook import documents_html  # noqa: PLC0415  (for who shows it)

        return documents_html(self.items, self.problems)

    @property
    def documents(self) -> pl.DataFrame:
        """A row for each document."""
        from recon.exports import documents_frame  # noqa: PLC0415  (polars, for who wants frames)

        return documents_frame(self.items)

    def extract(self, *, extractor: str = "", everything: bool = False, jobs: int = 1) -> Extraction:
        """Find every figure. `everything` shows those too that are no quantity, as `recon extract --all` does.

        The figures of a dataset are those it holds, unless another extractor is named.
        """
        run = replace(self.run, findings=[])
        plan = Plan(extractor=run.extractor(extractor or None), lexicon=run.lexicon)
        return Extraction(
            batches=self._kept if self._kept and not extractor else tuple(work(plan, self.items, jobs)),
            problems=self.problems,
            everything=everything,
            extractor=extractor,
            run=self.run,
        )

    def check(self, **options: Unpack[CheckOptions]) -> Checked:
        """Extract the figures, and find what does not add up."""
        refuse_unknown("check", options, CheckOptions)
        return self.extract(jobs=options.get("jobs", 1)).check(**options)

    def reconcile(self, **options: Unpack[ReconcileOptions]) -> Reconciled:
        """Extract the figures, and follow each quantity across the documents."""
        refuse_unknown("reconcile", options, ReconcileOptions)
        return self.extract(jobs=options.get("jobs", 1)).reconcile(**options)

    def report(self, path: Name = REPORT, **options: Unpack[ReconcileOptions]) -> Path:
        """Reconcile the documents, and write the page that `recon report` writes."""
        return self.reconcile(**options).report(path)


def read(*paths: Name, config: Config = None, plugins: Sequence[object] = ()) -> Articles:
    """Read files, folders and patterns as the command line does, or one dataset; what cannot be read becomes a finding.

    `config` is a `recon.toml` or `pyproject.toml`, a folder from which upwards the nearest of them is taken, or the
    table `[tool.recon]` itself; without it the defaults hold, wherever the program runs. `plugins` are in force beside
    those of the environment. Raises `ReconError` where nothing at all could be read.
    """
    told = [str(path) for path in paths]
    if STDIN in told:
        raise UsageError('recon.read reads files; give what is in "-" to recon.read_text')
    run = _started(config, plugins)
    dataset = dataset_among(told)
    kept = tuple(held(run, dataset)) if dataset is not None else ()
    documents = tuple(one for batch in kept for one in batch.documents) or tuple(run.documents(told))
    if not documents:
        raise ReconError(_first(run.findings) or NOTHING)
    return Articles(items=documents, problems=tuple(run.findings), _kept=kept, run=run)


def read_text(text: str, *, id: str = "text", config: Config = None, **known: Any) -> Articles:  # noqa: A002
    """One text as a document; `known` are its title, publisher, published, modified, fetched, url and language.

    Dates are `datetime.date` or ISO 8601. Figures are read from the title too, as of a record in a `.jsonl` file.
    """
    for name in known:
        if name not in KNOWN:
            raise UsageError(f"recon.read_text takes no {name!r}; it takes {', '.join(KNOWN)}")
    dates = {name: _date(name, known[name]) for name in DATES if name in known}
    title_start = 0 if known.get("title") else None
    return read_documents([Document(id=id, text=text, title_start=title_start, **{**known, **dates})], config=config)


def read_documents(documents: Iterable[Document], *, config: Config = None, plugins: Sequence[object] = ()) -> Articles:
    """Documents that a program has made itself. Raises `ReadError` for one that is none, or an id that comes twice."""
    taken = tuple(documents)
    seen: set[str] = set()
    for one in taken:
        name = one.id if isinstance(one, Document) else type(one).__name__
        if problem := next(document_problems(one), ""):
            raise ReadError(str(name), problem.replace("it gave", "this is", 1), "mend the document")
        if one.id in seen:
            raise ReadError(one.id, "the id comes twice", "give each document an id of its own")
        seen.add(one.id)
    run = _started(config, plugins)
    return Articles(items=taken, problems=tuple(run.findings), run=run)


def _started(config: Config, plugins: Sequence[object]) -> Run:
    told = config if config is None or isinstance(config, Mapping) else Path(config)
    return start(config_of(told), Quiet(), plugins=plugins)


def _date(name: str, value: object) -> dt.date | None:
    if value is None or (isinstance(value, dt.date) and not isinstance(value, dt.datetime)):
        return value
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        raise UsageError(f"{name} is a day such as 2024-10-28, not {value!r}") from None


def _first(problems: Sequence[Finding]) -> str:
    """What went wrong first, and where; "" where nothing did."""
    return next((f"{one.doc}: {one.message}" if one.doc else one.message for one in problems), "")
