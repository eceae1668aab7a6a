"""The floor under recon's accuracy on its own seeds; `make score` prints the numbers themselves."""

from __future__ import annotations

import pytest

from tests.quality.figures import FigureScore, score_figures
from tests.quality.product import SEEDS, extracted, gold_figures, gold_series, reconciled
from tests.quality.series import SeriesScore, days_of, score_series


@pytest.fixture(scope="module")
def figures() -> FigureScore:
    return score_figures(gold_figures(), extracted(str(SEEDS)))


@pytest.fixture(scope="module")
def series() -> SeriesScore:
    return score_series(gold_series(), reconciled(str(SEEDS)))


def test_every_required_figure_is_found(figures: FigureScore) -> None:
    assert [(row["doc"], row["start"], row["text"]) for row in figures.missed] == []


def test_hardly_a_figure_is_false(figures: FigureScore) -> None:
    assert len(figures.false) <= 1, [(row["doc"], row["start"], row["text"]) for row in figures.false]


def test_spans_and_nouns_are_the_readers(figures: FigureScore) -> None:
    assert figures.spans >= 0.97
    assert figures.nouns >= 0.9


def test_every_claim_is_found(series: SeriesScore) -> None:
    assert series.recall == 1


def test_the_two_series_are_not_mixed(series: SeriesScore) -> None:
    assert series.apart
    assert series.together >= 0.85


@pytest.mark.parametrize(
    ("measure", "floor"),
    [("speakers", 0.93), ("origins", 0.93), ("relays", 0.9), ("dates", 0.93), ("statuses", 0.93), ("relations", 0.93)],
)
def test_claims_and_relations_keep_their_floor(series: SeriesScore, measure: str, floor: float) -> None:
    assert getattr(series, measure) >= floor


def test_the_scorer_sees_what_is_wrong() -> None:
    gold = gold_figures()
    nothing = score_figures(gold, [])
    assert nothing.recall == 0
    right = [dict(row) for row in gold]
    assert score_figures(gold, right).recall == 1
    wrong = [dict(row, value=(row["value"] or 0) + 1) for row in gold if row["required"]]
    assert score_figures(gold, wrong).recall == 0
    assert len(score_figures(gold, wrong).false) == len(wrong)


def test_the_scorer_reads_days_months_and_weeks() -> None:
    assert [str(day) for day in days_of("2024-12") or ()] == ["2024-12-01", "2024-12-31"]
    assert [str(day) for day in days_of("2024-10-20/2024-10-26") or ()] == ["2024-10-20", "2024-10-26"]
    assert days_of("soon") is None
