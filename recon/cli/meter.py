"""How far a long run has come: documents, megabytes a second, and the time that is left."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from recon.cli.console import doing

if TYPE_CHECKING:
    from recon.archive.writing import Step


def metered(steps: Iterator[Step], total: int) -> Iterator[Step]:
    """The steps; on a terminal's stderr, once they take longer than `PATIENCE`, how far they are in `total` bytes."""
    begun, documents = time.monotonic(), 0
    with doing() as show:
        show("reading documents")
        for step in steps:
            yield step
            documents += step.documents
            show(told(documents, step, total, time.monotonic() - begun), step.bytes, total)


def told(documents: int, step: Step, total: int, seconds: float) -> str:
    """How far it is in words: "1,200 documents, 45 of 100 MB, 3.2 MB/s". What was skipped took no time."""
    rate = (step.bytes - step.skipped) / seconds if seconds else 0.0
    return f"{documents:,} documents, {step.bytes / 1e6:,.0f} of {total / 1e6:,.0f} MB, {rate / 1e6:.1f} MB/s"
