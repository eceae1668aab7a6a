"""The seeds and their gold stand together: every offset finds its text, every claim and relation a figure."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
FIGURES = list(csv.DictReader((SEEDS / "gold" / "figures.csv").open(encoding="utf-8", newline="")))
SERIES = json.loads((SEEDS / "gold" / "series.json").read_text(encoding="utf-8"))
CLAIMS = [claim for series in SERIES["series"] for claim in series["claims"]]


def text_of(name: str) -> str:
    with (SEEDS / name).open(encoding="utf-8", newline="") as file:
        return file.read()


def test_there_are_enough_figures() -> None:
    assert len(FIGURES) >= 45
    assert {row["doc"] for row in FIGURES} == {path.name for path in SEEDS.glob("*.[mt][dx]*")}


@pytest.mark.parametrize("row", [*FIGURES, *CLAIMS], ids=lambda row: f"{row['doc']}:{row['start']}")
def test_offsets_find_their_text(row: dict[str, str]) -> None:
    assert text_of(row["doc"])[int(row["start"]) : int(row["end"])] == row["text"]


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: f"{row['doc']}:{row['start']}")
def test_the_sides_of_a_figure_follow_from_its_bound(row: dict[str, str]) -> None:
    low, high = (
        "value" if row[side] == row["value"] and row[side] else row[side] and "own" for side in ("low", "high")
    )
    expected = {
        "exact": ("value", "value"),
        "about": ("value", "value"),
        "nearly": ("", "value"),
        "at_most": ("", "value"),
        "less_than": ("", "value"),
        "at_least": ("value", ""),
        "more_than": ("value", ""),
        "range": ("own", "own"),
        "indefinite": ("own", ""),
    }
    assert (low, high) == expected[row["bound"]]


def test_every_claim_and_relation_is_about_a_gold_figure() -> None:
    figures = {(row["doc"], int(row["start"])) for row in FIGURES}
    assert {(claim["doc"], claim["start"]) for claim in CLAIMS} <= figures
    ends = [tuple(relation[side]) for relation in SERIES["relations"] for side in ("a", "b") if side in relation]
    assert set(ends) <= figures


def test_no_claim_is_in_two_series() -> None:
    places = [(claim["doc"], claim["start"]) for claim in CLAIMS]
    assert len(places) == len(set(places))
