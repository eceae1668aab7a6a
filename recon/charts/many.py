"""Many charts, by several processes: a chart takes a twentieth of a second, and a report may have hundreds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from recon.charts.axes import Scale
from recon.charts.drawing import drawn
from recon.model import Estimate, Series
from recon.workers import cores, ordered_map

WORTH = 60
"""Charts from which on another process saves more than it costs to start, which is about a second."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What `drawn` is called with."""

    series: Series
    estimates: tuple[Estimate, ...] = ()
    scale: Scale = "linear"
    links: Mapping[str, str] = field(default_factory=dict)
    sentences: Mapping[str, str] = field(default_factory=dict)


def drawn_all(wanted: Iterable[Wanted], jobs: int = 1) -> Iterator[str]:
    """The charts in the order wanted, by up to `jobs` processes (0: one a processor), and by this alone where they
    are few. Raises `UsageError` as `drawn` does."""
    listed = list(wanted)
    return ordered_map(_drawn, listed, min(jobs or cores(), max(len(listed) // WORTH + 1, 1)))


def _drawn(one: Wanted) -> str:
    return drawn(one.series, one.estimates, scale=one.scale, links=one.links, sentences=one.sentences)
