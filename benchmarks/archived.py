"""What `python -m benchmarks archive` gives, and its file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.stats import Sample


@dataclass(frozen=True, kw_only=True, slots=True)
class Rate:
    """One kind, read by one process. `cpu` and `wall` are the whole command's, `startup` the CPU seconds of the same
    command on one article of that kind, `near` those of the cleaner alone, less its own start-up, as a part of recon's,
    round by round; `size`, `text` and `written` are bytes, `stages` CPU seconds; `driver` those of the process that
    hands out the work, where others do it; `aside` those of the whole command where the articles are in another
    language, and set aside."""

    kind: str
    articles: int
    files: int
    size: int
    text: int
    figures: int
    written: int
    startup: Sample
    cpu: Sample
    wall: Sample
    near: Sample | None
    stages: Mapping[str, float]
    driver: float | None = None
    aside: Sample | None = None

    @property
    def seconds(self) -> float:
        """CPU seconds, less the start-up."""
        return self.cpu.less(self.startup.median).median

    @property
    def fed(self) -> float | None:
        """How many processes one that hands out the work can keep busy."""
        return self.seconds / self.driver if self.driver else None


@dataclass(frozen=True, slots=True)
class Doubled:
    """An archive of so many articles: CPU seconds and peak bytes over those of one article, then of a second run."""

    kind: str
    articles: int
    size: int
    cpu: float
    peak: int
    again_cpu: float
    again_peak: int


@dataclass(frozen=True, slots=True)
class Shared:
    """An archive read by so many jobs, or by so many nodes: seconds by the clock and CPU seconds of all processes; None
    for nodes, which are no children of the command."""

    kind: str
    what: str
    number: int
    articles: int
    size: int
    wall: Sample
    cpu: Sample | None


@dataclass(frozen=True, slots=True)
class Resumed:
    """A run that finds work done, beside the CPU seconds of one that does all of it (`whole`) and of the start-up."""

    kind: str
    articles: int
    files: int
    what: str
    cpu: float
    wall: float
    whole: float
    startup: float


@dataclass(slots=True)
class Archives:
    """All of it."""

    mode: str
    date: str
    machine: Mapping[str, str]
    versions: Mapping[str, str]
    rates: list[Rate] = field(default_factory=list)
    doubled: list[Doubled] = field(default_factory=list)
    shared: list[Shared] = field(default_factory=list)
    resumed: list[Resumed] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def save(self, path: Path) -> None:
        """As JSON."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def load(path: Path) -> Archives:
    """The results of a file that `save` wrote."""
    row = json.loads(path.read_text(encoding="utf-8"))
    row["rates"] = [Rate(**_sampled(one, "startup", "cpu", "wall", "near", "aside")) for one in row["rates"]]
    row["doubled"] = [Doubled(**one) for one in row["doubled"]]
    row["shared"] = [Shared(**_sampled(one, "wall", "cpu")) for one in row["shared"]]
    row["resumed"] = [Resumed(**one) for one in row["resumed"]]
    return Archives(**row)


def _sampled(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {**row, **{name: Sample(**row[name]) for name in names if row.get(name)}}
