"""Plain values in a notebook: as they are by `show`, and everywhere once the extension is loaded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from recon.errors import UsageError
from recon.model import Claim, Document, Estimate, Figure, Finding, Reconciliation, Series
from recon.reports import notebook

Value = Figure | Finding | Series | Estimate | Reconciliation


@dataclass(frozen=True, slots=True)
class Shown:
    """HTML that a notebook shows."""

    html: str

    def _repr_html_(self) -> str:
        return self.html


def show(values: Value | Iterable[Value], documents: Iterable[Document] = ()) -> Shown:
    """Figures, claims, findings, series, estimates or a reconciliation for a notebook; with their `documents`, the
    words that they stand in, too."""
    if isinstance(values, Reconciliation):
        return Shown(notebook.reconciliation_html(values))
    told: list[Any] = [values] if isinstance(values, Value) else list(values)
    texts = tuple(documents)
    for kind, html in (
        (Claim, lambda: notebook.claims_html(told, texts)),
        (Figure, lambda: notebook.figures_html(told, texts)),
        (Finding, lambda: notebook.findings_html(told, texts)),
        (Estimate, lambda: notebook.estimates_html(told)),
        (Series, lambda: "".join(notebook.series_html(one) for one in told)),
    ):
        if all(isinstance(one, kind) for one in told):
            return Shown(html())
    raise UsageError("recon.show takes figures, claims, findings, series or estimates, all of one kind")


def load_ipython_extension(shell: Any) -> None:
    """`%load_ext recon`: figures, findings, series, estimates and reconciliations are shown as tables wherever they
    are a cell's last value."""
    formatter = shell.display_formatter.formatters["text/html"]
    for kind in (Figure, Claim, Finding, Estimate, Series, Reconciliation):
        formatter.for_type(kind, lambda value: show(value).html)
