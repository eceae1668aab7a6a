"""Plain values in a notebook: as they are by `show`, and everywhere once the extension is loaded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from recon.errors import UsageError
from recon.model import Claim, Document, Estimate, Figure, Finding, Reconciliation, Series
from recon.reports.notebook import (
    claims_html,
    estimates_html,
    figures_html,
    findings_html,
    reconciliation_html,
    series_html,
)

T = TypeVar("T")
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
        return Shown(reconciliation_html(values))
    told = [values] if isinstance(values, Value) else list(values)
    texts = tuple(documents)
    if claims := _all(told, Claim):
        return Shown(claims_html(claims, texts))
    if figures := _all(told, Figure):
        return Shown(figures_html(figures, texts))
    if findings := _all(told, Finding):
        return Shown(findings_html(findings, texts))
    if estimates := _all(told, Estimate):
        return Shown(estimates_html(estimates))
    if series := _all(told, Series):
        return Shown("".join(map(series_html, series)))
    if not told:
        return Shown(figures_html(()))
    raise UsageError("recon.show takes figures, claims, findings, series or estimates, all of one kind")


def _all(values: Iterable[object], kind: type[T]) -> list[T]:
    """The values where all are of the kind, else none."""
    told = list(values)
    of_kind = [one for one in told if isinstance(one, kind)]
    return of_kind if len(of_kind) == len(told) else []


def load_ipython_extension(shell: Any) -> None:
    """`%load_ext recon`: figures, findings, series, estimates and reconciliations are shown as tables wherever they
    are a cell's last value."""
    formatter = shell.display_formatter.formatters["text/html"]
    for kind in (Figure, Claim, Finding, Estimate, Series, Reconciliation):
        formatter.for_type(kind, lambda value: show(value).html)
