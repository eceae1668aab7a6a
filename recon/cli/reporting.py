"""The report as HTML, for the commands that write it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recon.model import Figure, Reconciliation, Series
from recon.reports.choosing import is_told_twice


def report(result: Reconciliation, figures: Sequence[Figure], shown: Sequence[Series]) -> Iterator[str]:
    """The page in pieces, series in the order given."""
    from recon.engine import explained_all  # noqa: PLC0415 - as in recon.builtin
    from recon.reports.html.page import report_html  # noqa: PLC0415

    told = explained_all([one for one in shown if is_told_twice(one)], result)
    yield from report_html(result, figures, told, {}, shown=shown)
