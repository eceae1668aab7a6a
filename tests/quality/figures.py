"""How well the seeds' figures are found: recall over what is required, false ones, spans, nouns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tests.quality.product import Row, same_place, share

ASSERTED = ("value", "low", "high")


@dataclass(frozen=True, kw_only=True)
class FigureScore:
    """What was found of the gold, in pairs (gold row, row), what was missed, and what is false."""

    found: Sequence[tuple[Row, Row]]
    missed: Sequence[Row]
    false: Sequence[Row]
    required: int

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / self.required

    @property
    def spans(self) -> float:
        return share((gold["start"], gold["end"]) == (row["start"], row["end"]) for gold, row in self.found)

    @property
    def nouns(self) -> float:
        """Over the gold figures that have a noun: whether the noun's last word is the same."""
        return share(_head(gold["noun"]) == _head(row["noun"]) for gold, row in self.found if gold["noun"])

    def lines(self) -> list[tuple[str, str]]:
        found = self.required - len(self.missed)
        return [
            ("required figures found", f"{found}/{self.required} = {self.recall:.3f}"),
            ("false figures", str(len(self.false))),
            ("exact spans", f"{self.spans:.3f}"),
            ("nouns", f"{self.nouns:.3f}"),
        ]


def score_figures(gold: Sequence[Row], rows: Sequence[Row]) -> FigureScore:
    """Match each required figure by place, numbers, unit and bound, then each optional one by its place alone."""
    left = list(rows)
    found: list[tuple[Row, Row]] = []
    missed: list[Row] = []
    for wanted in sorted(gold, key=lambda row: not row["required"]):
        match = next(
            (row for row in left if same_place(wanted, row) and (not wanted["required"] or _says(wanted, row))), None
        )
        if match is not None:
            left.remove(match)
            found.append((wanted, match))
        elif wanted["required"]:
            missed.append(wanted)
    return FigureScore(found=found, missed=missed, false=left, required=sum(row["required"] for row in gold))


def _says(gold: Row, row: Row) -> bool:
    return bool(
        gold["unit"] == row["unit"]
        and gold["bound"] == row["bound"]
        and all(_equal(gold[side], row[side]) for side in ASSERTED)
    )


def _equal(one: float | None, other: float | None) -> bool:
    return one is other if one is None or other is None else math.isclose(one, other, rel_tol=1e-9)


def _head(noun: str) -> str:
    words = noun.lower().split()
    return words[-1].removesuffix("s") if words else ""
