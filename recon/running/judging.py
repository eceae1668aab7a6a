"""Findings as a run counts them: with the severity it gives them, and marked where something suppresses them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from recon.engine import Plan, Worked
from recon.model import Document, Finding
from recon.running.configuration import Config
from recon.running.run import Run
from recon.selection import Selection
from recon.suppression import NAME, Baseline, Entry, Suppressions, load_baseline, load_entries


@dataclass
class Judge:
    """Judges one batch after another; `documents` are those that findings are of."""

    run: Run
    selection: Selection
    suppressions: Suppressions | None = None
    documents: dict[str, Document] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)
    """The documents on which something of the machinery failed: what is suppressed there may be needed all the same."""

    def judged(self, batch: Worked) -> list[Finding]:
        """The findings on the documents of a batch, but for those of the machinery, which the run keeps."""
        by_document: dict[str, list[Finding]] = {document.id: [] for document in batch.documents}
        for one in batch.findings:
            if one.code.startswith("RX"):
                self.failed.add(one.doc)
            else:
                by_document[one.doc].append(one)
        found: list[Finding] = []
        told = {one.doc for one in batch.findings}
        for document in batch.documents:
            mine = by_document[document.id]
            if self.suppressions is not None:
                mine = self.suppressions.marked(document, mine)
            if document.id in told:
                self.documents[document.id] = document
            found += self._counted(mine)
        return found

    def closing(self) -> list[Finding]:
        """Once all is read: the machinery's findings, and what was suppressed in vain."""
        unused = self.suppressions.unused() if self.suppressions is not None else ()
        return list(self._counted((*self.run.findings, *unused)))

    def _counted(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        told = (one for one in findings if self.selection.applies(one.code, one.doc))
        return (replace(one, severity=self.selection.severity(one.code, one.severity)) for one in told)


def judge(
    run: Run,
    plan: Plan,
    baseline: Baseline | None = None,
    *,
    heed: bool = True,
    also: frozenset[str] = frozenset(),
) -> Judge:
    """A judge who heeds the suppressions of the run, or none; `baseline` goes before the configured one, and `also`
    are the codes that look beside those of the plan's checks."""
    selection = plan.selection or Selection(names={})
    if not heed:
        return Judge(run, selection)
    ran = {owned.key for owned in plan.checks} | also
    if baseline is None and run.config.baseline:
        baseline = load_baseline(run.config.beside(run.config.baseline))
    one = Judge(run, selection)
    one.suppressions = Suppressions(
        names=selection.names,
        looked=lambda code, doc: code in ran and doc not in one.failed and selection.applies(code, doc),
        entries=entries(run.config, selection),
        baseline=baseline,
    )
    return one


def entries(config: Config, selection: Selection) -> tuple[Entry, ...]:
    """Those of the configured file, else of the one in the working directory or beside the configuration."""
    if config.suppressions:
        return load_entries(config.beside(config.suppressions), selection.names)
    path = config.usual(NAME)
    return load_entries(path, selection.names) if path is not None and path.is_file() else ()
