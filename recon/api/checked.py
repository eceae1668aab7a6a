"""What does not add up in documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from recon.api.options import Name, ReconcileOptions
from recon.model import Document, Finding, Severity
from recon.reports.layout import counted, plain

if TYPE_CHECKING:
    import polars as pl

    from recon.api.extraction import Extraction
    from recon.api.reconciled import Reconciled

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, kw_only=True, repr=False)
class Checked:
    """The findings on documents, those of the machinery and those suppressed among them, and their figures."""

    extraction: Extraction
    items: tuple[Finding, ...]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __repr__(self) -> str:
        return f"<{counted(len(self.items), 'finding')} in {counted(len(self.texts), 'document')}>"

    def _repr_html_(self) -> str:
        from recon.reports.notebook import findings_html  # noqa: PLC0415  (for who shows it)

        return findings_html(self.items, self.texts)

    @property
    def texts(self) -> tuple[Document, ...]:
        """The documents that were checked."""
        return self.extraction.texts

    @property
    def documents(self) -> pl.DataFrame:
        """A row for each document."""
        return self.extraction.documents

    @property
    def figures(self) -> pl.DataFrame:
        """A row for each figure."""
        return self.extraction.figures

    @cached_property
    def findings(self) -> pl.DataFrame:
        """A row for each finding."""
        from recon.exports import findings_frame  # noqa: PLC0415  (polars, for who wants frames)

        return findings_frame(self.items)

    def fails(self, fail_on: Severity = "error") -> bool:
        """Whether there is a finding at or above the severity that nothing suppresses, as an exit status of 1 tells."""
        failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
        return any(one.severity in failing for one in self.items if one.suppressed is None)

    def text(self, *, detail: bool = False) -> str:
        """What `recon check` prints."""
        from recon.reports.findings_text import findings_text  # noqa: PLC0415

        documents = {document.id: document for document in self.texts}
        return findings_text(self.items, documents, len(documents), plain, detail=detail)

    def json(self) -> str:
        """What `recon check --format json` prints."""
        from recon.reports.findings_data import findings_json  # noqa: PLC0415

        return findings_json(self.items)

    def reconcile(self, **options: Unpack[ReconcileOptions]) -> Reconciled:
        """Follow each quantity across the documents; it checks them once more, with its own choice of rules."""
        return self.extraction.reconcile(**options)

    def report(self, path: Name, **options: Unpack[ReconcileOptions]) -> Path:
        """Reconcile the documents, and write the page that `recon report` writes."""
        return self.reconcile(**options).report(path)
