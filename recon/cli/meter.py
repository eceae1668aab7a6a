"""How far a long run has come: documents, megabytes a second, and the time that is left."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from recon.cli.console import PATIENCE, at_a_terminal, bar_of

if TYPE_CHECKING:
    from rich.progress import Progress

    from recon.archive.writing import Step


def metered(steps: Iterator[Step], total: int) -> Iterator[Step]:
    """The steps; on a terminal's stderr, once they take longer than `PATIENCE`, how far they are in `total` bytes."""
    if not at_a_terminal():
        yield from steps
        return
    begun, documents = time.monotonic(), 0
    bar: Progress | None = None
    try:
        for step in steps:
            yield step
            documents += step.documents
            took = time.monotonic() - begun
            if bar is None and took > PATIENCE:
                bar = bar_of("{task.description}")
            if bar is not None:
                bar.update(bar.task_ids[0], description=told(documents, step, total, took))
    finally:
        if bar is not None:
            bar.stop()


def told(documents: int, step: Step, total: int, seconds: float) -> str:
    """How far it is in words: "1,200 documents, 45 of 100 MB, 3.2 MB/s, 0:17 left". What was skipped took no time."""
    rate = (step.bytes - step.skipped) / seconds if seconds else 0.0
    left = f", {_clock((total - step.bytes) / rate)} left" if rate and total > step.bytes else ""
    return f"{documents:,} documents, {step.bytes / 1e6:,.0f} of {total / 1e6:,.0f} MB, {rate / 1e6:.1f} MB/s{left}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
