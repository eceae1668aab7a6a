"""What is known of an article: its text and the numbers printed in it. Standard library only, and nothing of recon."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

NO_QUANTITY = frozenset({"date", "time", "ordinal", "score", "identifier"})
"""The kinds of number that are no quantity: years and days, times of day, ranks, results of games, names."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One printed number by its span in the text, in code points.

    `kind`, `bound` and `unit` are in recon's words where they are gold; what a contender found has its own word for the
    unit, and "" for what it does not tell. `value` is None for a range and for "thousands".
    """

    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    bound: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A text and its numbers in order of place; None where they are not known."""

    id: str
    text: str
    gold: tuple[Quantity, ...] | None = None


def articles_in(path: Path) -> Iterator[Article]:
    """The articles of a file of `{"id", "text"}` lines, without gold."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Article(row["id"], row["text"])


def quantities_line(name: str, quantities: Iterable[Quantity]) -> str:
    """An article's numbers as a line of JSON, each a list in the order of the fields of `Quantity`."""
    return json.dumps({"id": name, "quantities": [astuple(one) for one in quantities]}, ensure_ascii=False)


def quantities_in(path: Path) -> Iterator[tuple[str, tuple[Quantity, ...]]]:
    """The articles' ids and numbers of a file of such lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["id"], tuple(Quantity(*fields) for fields in row["quantities"])
