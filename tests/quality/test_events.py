"""The floor under the invented events: claims, series and relations that no rule was written for."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.quality.events import EVENTS, EventScore, Gold, bcubed, read_gold, score_events
from tests.quality.fields import days_of, same_days, same_name, same_number
from tests.quality.product import ROOT, Row, reconciled

RELATIONS = frozenset(
    "part_of other_scope restated same rounded forecast_of agrees revised_down updated conflict".split()
)


@pytest.fixture(scope="module")
def gold() -> Gold:
    return read_gold()


@pytest.fixture(scope="module")
def score(gold: Gold) -> EventScore:
    return score_events(gold, reconciled(str(EVENTS.relative_to(ROOT))))


def test_the_gold_lies_where_it_says(gold: Gold) -> None:
    for row in gold.claims:
        with (EVENTS / row["event"] / row["file"]).open(encoding="utf-8", newline="") as file:
            text = file.read()
        printed = text[row["start"] : row["end"]]
        assert printed, row["id"]
        assert printed in row["snippet"], row["id"]
        around = text[max(0, row["start"] - 200) : row["end"] + 200]
        assert row["snippet"] in " ".join(around.split()), row["id"]


def test_the_gold_is_whole(gold: Gold) -> None:
    series = {row["id"]: row["series"] for row in gold.claims}
    assert len(series) == len(gold.claims)
    for a, b, kinds in gold.pairs:
        assert kinds <= RELATIONS
        if series[a] != series[b]:
            assert kinds <= {"part_of", "other_scope", "forecast_of"}, (a, b)


@pytest.mark.parametrize(
    ("measure", "floor"),
    [
        ("recall", 0.98),
        ("bounds", 0.97),
        ("dates", 0.83),
        ("statuses", 0.9),
        ("forecasts", 0.6),
        ("measures", 0.95),
        ("speakers", 0.75),
        ("origins", 0.77),
        ("relations", 0.25),
    ],
)
def test_claims_and_relations_keep_their_floor(score: EventScore, measure: str, floor: float) -> None:
    assert getattr(score, measure) >= floor


def test_series_keep_their_floor(score: EventScore) -> None:
    assert score.grouped[2] >= 0.68


def test_no_series_runs_through_two_events(score: EventScore) -> None:
    assert score.across == []


def test_every_miss_is_listed(score: EventScore) -> None:
    misses = list(score.misses())
    origins = sum(miss.startswith("origin ") for miss in misses)
    assert origins == round((1 - score.origins) * len(score.hits))
    assert sum(miss.startswith("claim ") for miss in misses) == len(score.gold.claims) - len(score.hits)


def _claim(number: int, start: int, series: str, **fields: object) -> Row:
    row = {
        "id": f"c{start}", "doc": "events/x_flood/a.txt", "start": start, "end": start + 2, "series": series,
        "value": float(number), "low": float(number), "high": float(number), "bound": "exact", "status": "observed",
        "measure": "total", "said_by": "The Courier", "origin": "The Courier", "as_of_start": "2024-05-01",
        "as_of_end": "2024-05-01", "as_of_basis": "published", "as_of_text": "",
    }  # fmt: skip
    return {**row, **fields}


def _gold(number: int, start: int, series: str) -> Row:
    claim = _claim(number, start, series)
    return {**claim, "event": "x_flood", "file": "a.txt", "as_of": "2024-05-01", "snippet": "", "value": str(number)}


def test_the_scorer_sees_what_is_wrong() -> None:
    claims = [
        dict(_gold(12, 0, "dead"), id="1"),
        dict(_gold(15, 9, "dead"), id="2"),
        dict(_gold(15, 20, "hurt"), id="3"),
    ]
    gold = Gold(claims=claims, pairs=[("1", "2", frozenset({"updated"})), ("2", "3", frozenset({"part_of"}))])
    first, second, third = _claim(12, 0, "dead"), _claim(15, 9, "dead"), _claim(15, 20, "hurt")
    updated, part = {"a": "c0", "b": "c9", "kind": "updated"}, {"a": "c9", "b": "c20", "kind": "part_of"}

    def scored(rows: list[Row], relations: list[Row]) -> EventScore:
        series = [{"key": key, "claims": [row for row in rows if row["series"] == key]} for key in ("dead", "hurt")]
        return score_events(gold, {"series": series, "relations": relations})

    right = scored([first, second, third], [updated, part])
    assert list(right.misses()) == []
    assert (right.recall, right.grouped[2], right.relations) == (1, 1, 1)

    mixed = scored([first, second, dict(third, series="dead")], [updated, dict(updated, kind="conflict"), part])
    assert mixed.grouped[0] == pytest.approx(5 / 9)
    assert mixed.relations == 0.5
    assert [miss.split()[0] for miss in mixed.misses()] == ["mixed", "relation"]

    wrong = scored([dict(first, value=21.0), dict(second, said_by="Ann Lee", as_of_end="2024-08-01"), third], [])
    assert [miss.split()[0] for miss in wrong.misses()] == ["claim", "as_of", "said_by", "relation"]
    assert wrong.relations == 0


def test_claims_of_two_events_in_one_series_are_named() -> None:
    rows = [_claim(12, 0, "dead"), _claim(12, 0, "dead", doc="events/y_fire/a.txt")]
    product = {"series": [{"key": "dead", "claims": rows}], "relations": []}
    assert score_events(Gold(claims=[_gold(12, 0, "dead")], pairs=[]), product).across == ["dead"]


def test_bcubed_counts_each_member_of_a_group() -> None:
    assert bcubed(["a", "a", "b"], ["x", "x", "y"]) == (1, 1, 1)
    precision, recall, f1 = bcubed(["a", "a", "b", "b"], ["x", "x", "x", "x"])
    assert (precision, recall) == (0.5, 1)
    assert f1 == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("gold", "name", "same"),
    [
        ("Interior Ministry", "the ministry of the interior", True),
        ("Ilse Brandt|Red Cross", "Brandt", True),
        ("National Rescue Service", "NRS", True),
        ("county officials", "The Courier", False),
        ("Mayor Ann Lee", "Mayor Tom Lowe", False),
    ],
)
def test_names_meet_by_a_telling_word(gold: str, name: str, same: bool) -> None:
    assert same_name(gold, name) is same


def test_days_meet_unless_they_are_much_looser() -> None:
    assert days_of("2024-02") == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert days_of("2023/2024-02-03") == (dt.date(2023, 1, 1), dt.date(2024, 2, 3))
    assert same_days("2024-02-03", {"as_of_start": "2024-02-01", "as_of_end": "2024-02-29"})
    assert not same_days("2024-02-03", {"as_of_start": "2024-01-01", "as_of_end": "2024-12-31"})
    assert not same_days("2024-02-03", {"as_of_start": None, "as_of_end": None})


def test_numbers_meet_by_value_or_by_both_ends() -> None:
    between = {"value": "", "low": "20", "high": "30", "bound": "range"}
    assert same_number(between, {"value": None, "low": 20.0, "high": 30.0})
    assert not same_number(between, {"value": None, "low": 10.0, "high": 30.0})
    least = {"value": "20", "low": "20", "high": "", "bound": "at_least"}
    assert same_number(least, {"value": None, "low": 20.0, "high": None})
    assert not same_number(least, {"value": 21.0, "low": 21.0, "high": None})
