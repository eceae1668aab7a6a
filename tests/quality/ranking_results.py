"""What a run of the ranking gives, and its file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from recon.ranking import Scale, Score, Standing


@dataclass(frozen=True, kw_only=True)
class Table:
    """The standings on one kind of material: so many questions about so many series, in `materials` repetitions.

    `seconds` it took on the whole. `date` and `versions` are its own, since it may be measured apart from the rest.
    """

    kind: str
    title: str
    scale: Scale
    materials: int
    questions: int
    series: int
    seconds: float
    date: str
    versions: Mapping[str, str]
    standings: Sequence[Standing]


@dataclass(frozen=True, kw_only=True)
class Results:
    """All of it, with the machine it holds for."""

    machine: Mapping[str, str]
    tables: Sequence[Table]

    def save(self, path: Path) -> None:
        """As JSON; what went wrong is no part of it."""
        row = asdict(self)
        for table in row["tables"]:
            for standing in table["standings"]:
                del standing["findings"]
        path.write_text(json.dumps(row, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def load(path: Path) -> Results:
    """The results of a file that `save` wrote; ValueError for one of another shape."""
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        return Results(machine=row["machine"], tables=tuple(map(_table, row["tables"])))
    except (KeyError, TypeError, ValueError) as problem:
        raise ValueError(f"{path} holds no results of this ranking ({problem}); remove it and measure anew") from None


def _table(row: Mapping[str, Any]) -> Table:
    return Table(**{**row, "standings": tuple(map(_standing, row["standings"]))})


def _standing(row: Mapping[str, Any]) -> Standing:
    scores = tuple(Score(**score) for score in row["scores"])
    return Standing(**{**row, "scores": scores, "places": tuple(row["places"])})
