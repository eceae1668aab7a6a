"""The figures of documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from recon.api.checked import Checked
from recon.api.options import CheckOptions, Name, ReconcileOptions, asked_of, path_of, refuse_unknown, rules_of
from recon.api.reconciled import Reconciled
from recon.engine import Plan, Worked, in_order, work_again
from recon.evidence.rules import CODES as BY_EVIDENCE
from recon.model import NO_QUANTITY, Document, Figure, Finding
from recon.reports.layout import counted
from recon.running import checking
from recon.running.judging import judge
from recon.running.reconciling import prepare, reconciled
from recon.running.run import Run
from recon.running.weighing import weighing
from recon.suppression import load_baseline

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, kw_only=True, repr=False)
class Extraction:
    """The figures of documents; `batches` hold them as they were found, and `problems` what went wrong in reading."""

    batches: tuple[Worked, ...]
    problems: tuple[Finding, ...]
    everything: bool
    extractor: str
    run: Run = field(compare=False)

    def __iter__(self) -> Iterator[Figure]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __repr__(self) -> str:
        return f"<{counted(len(self.items), 'figure')} in {counted(len(self.texts), 'document')}>"

    def _repr_html_(self) -> str:
        from recon.reports.notebook import figures_html  # noqa: PLC0415  (for who shows it)

        return figures_html(self.items, self.texts)

    @cached_property
    def items(self) -> tuple[Figure, ...]:
        """The figures, by document and place."""
        found = (figure for batch in self.batches for figure in batch.figures)
        return tuple(figure for figure in found if self.everything or figure.kind not in NO_QUANTITY)

    @cached_property
    def texts(self) -> tuple[Document, ...]:
        """The documents that they stand in."""
        return tuple(document for batch in self.batches for document in batch.documents)

    @property
    def documents(self) -> pl.DataFrame:
        """A row for each document."""
        from recon.exports import documents_frame  # noqa: PLC0415  (polars, for who wants frames)

        return documents_frame(self.texts)

    @cached_property
    def figures(self) -> pl.DataFrame:
        """A row for each figure."""
        from recon.tables import columns_of, frame  # noqa: PLC0415

        return frame(columns_of(self.items), "figures")

    def check(self, **options: Unpack[CheckOptions]) -> Checked:
        """Find what does not add up within a document, or beside the evidence that `against` names."""
        refuse_unknown("check", options, CheckOptions)
        against = options.get("against", ())
        paths = [str(against)] if isinstance(against, str) or hasattr(against, "__fspath__") else [*map(str, against)]
        run = self._fresh()
        plan = checking.planned(run, rules_of(options), self.extractor or None, paths)
        baseline = path_of(options.get("baseline"))
        one = judge(
            run,
            plan,
            load_baseline(baseline) if baseline else None,
            heed=not options.get("ignore_suppressions", False),
            also=BY_EVIDENCE if paths else frozenset(),
        )
        jobs = options.get("jobs", 1)
        held = weighing(run, plan, self.texts, paths, jobs) if paths else None
        found = checking.judged(run, one, self._batches(run, plan, jobs), held)
        return Checked(extraction=self, items=in_order([*found, *one.closing()]))

    def reconcile(self, **options: Unpack[ReconcileOptions]) -> Reconciled:
        """Follow each quantity across the documents: claims, series, relations and estimates, with the findings."""
        refuse_unknown("reconcile", options, ReconcileOptions)
        asked = replace(asked_of(options), extractor=self.extractor or None)
        prepared = prepare(self._fresh(), asked)
        batches = self._batches(prepared.run, prepared.plan, options.get("jobs", 1))
        made = reconciled(prepared, batches)
        return Reconciled(
            result=made.result,
            items=self.items,
            reconcilers=made.chosen,
            run=made.run,
        )

    def report(self, path: Name, **options: Unpack[ReconcileOptions]) -> Path:
        """Reconcile the documents, and write the page that `recon report` writes."""
        return self.reconcile(**options).report(path)

    def _batches(self, run: Run, plan: Plan, jobs: int) -> Iterator[Worked]:
        """The batches as a plan leaves them, what goes wrong with them told."""
        return run.watched(work_again(plan, self.batches, jobs), lambda: None)

    def _fresh(self) -> Run:
        """A run of its own for each stage: what one finds is not found again by the next."""
        return replace(self.run, findings=[*self.problems], read=len(self.texts))
