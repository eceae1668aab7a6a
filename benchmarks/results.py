"""What a run of the benchmarks gives, and its file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.stats import Sample


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles of a side-by-side: where they are from, how many, their bytes, and numbers per thousand of those."""

    name: str
    articles: int
    size: int
    density: float | None = None


@dataclass(frozen=True, slots=True)
class Speed:
    """One extractor, in one way of use, on one corpus: CPU seconds for so many bytes, and how right it was."""

    corpus: str
    name: str
    version: str
    use: str
    articles: int
    size: int
    seconds: Sample
    accuracy: Mapping[str, float | None] | None = None
    failed: int = 0

    @property
    def rate(self) -> float:
        """Bytes in a CPU second."""
        return self.size / self.seconds.median


@dataclass(frozen=True, slots=True)
class Growth:
    """`recon extract` on a batch of a size: CPU seconds less the start-up, peak bytes over it, and how right."""

    size: int
    articles: int
    seconds: Sample
    peak: int
    accuracy: Mapping[str, float | None] | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """One document growing: characters, CPU seconds, the exponent over the longest; `stopped` where time ran out."""

    name: str
    sizes: list[int]
    seconds: list[float]
    exponent: float | None
    stopped: bool


@dataclass(frozen=True, slots=True)
class Jobs:
    """`recon extract --jobs N`: seconds by the clock, as a whole; CPU seconds of all processes; bytes read."""

    jobs: int
    size: int
    wall: Sample
    cpu: Sample


@dataclass(frozen=True, slots=True)
class Reconciled:
    """`recon reconcile` to JSON on so many articles of a kind: CPU seconds and peak bytes of the whole command, and the
    bytes that it wrote. `version` and `date` are its own, since it may be measured apart from the rest."""

    kind: str
    articles: int
    seconds: Sample
    peak: int
    written: int
    version: str
    date: str


@dataclass(slots=True)
class Results:
    """All of it. `startup` is the whole command on one short article."""

    mode: str
    date: str
    machine: Mapping[str, str]
    versions: Mapping[str, str]
    startup: Sample
    startup_peak: int
    corpora: list[Corpus] = field(default_factory=list)
    speeds: list[Speed] = field(default_factory=list)
    growth: list[Growth] = field(default_factory=list)
    lengths: list[Length] = field(default_factory=list)
    jobs: list[Jobs] = field(default_factory=list)
    reconciled: list[Reconciled] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def save(self, path: Path) -> None:
        """As JSON."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def load(path: Path) -> Results:
    """The results of a file that `save` wrote."""
    row = json.loads(path.read_text(encoding="utf-8"))
    row["startup"] = Sample(**row["startup"])
    row["corpora"] = [Corpus(**one) for one in row["corpora"]]
    row["speeds"] = [Speed(**{**one, "seconds": Sample(**one["seconds"])}) for one in row["speeds"]]
    row["growth"] = [Growth(**{**one, "seconds": Sample(**one["seconds"])}) for one in row["growth"]]
    row["lengths"] = [Length(**one) for one in row["lengths"]]
    row["jobs"] = [Jobs(**{**one, "wall": Sample(**one["wall"]), "cpu": Sample(**one["cpu"])}) for one in row["jobs"]]
    row["reconciled"] = [
        Reconciled(**{**one, "seconds": Sample(**one["seconds"])}) for one in row.get("reconciled", [])
    ]
    return Results(**row)
