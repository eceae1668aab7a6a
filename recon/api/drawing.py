"""Charts of series in a notebook, where the extra that draws them is installed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from recon.model import Reconciliation, Series
from recon.reporting import charted, drawable
from recon.units import Lexicon, using

PAPER = "background:#fff;color:#22262b;max-width:680px;border-radius:4px;padding:4px;margin:.4em 0"
"""A chart is drawn for a light page, and lies on one in a dark notebook too."""


def drawing(result: Reconciliation, known: Lexicon, chosen: Sequence[str] = ()) -> Callable[[Series], str]:
    """What draws the series of a reconciliation: "" for one with too few claims, and where nothing can be drawn."""

    def draw(series: Series) -> str:
        with using(known):
            svg = charted(series, result, chosen) if drawable() else ""
        return f'<div style="{PAPER}">{svg}</div>' if svg else ""

    return draw
