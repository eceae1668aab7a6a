"""What does not add up in a series, a line or two for each finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recon.model import Finding, Series
from recon.reports.layout import hung, printable

MOST = 4
"""Findings that are shown of a series that is not shown whole."""


def flags_text(
    flags: Sequence[Finding], series: Series, names: Mapping[str, str], width: int, *, whole: bool
) -> Iterator[str]:
    """The findings on the claims of a series, which are named by their numbers; what is left out is counted."""
    for one in flags if whole else flags[:MOST]:
        between = " ".join(names[id_] for id_ in reversed(one.figures) if id_ in names)
        told = printable(one.message.removeprefix(f"{series.title}: "))
        note = f"; {printable(one.suggestion)}" if one.suggestion else ""
        yield from hung(f"{one.code:<12}  {between}  {told}{note}", width, 14)
    if not whole and len(flags) > MOST:
        yield f"{'':<12}  {len(flags) - MOST} more with --explain"
