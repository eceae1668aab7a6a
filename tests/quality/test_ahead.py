"""Gold claims of an event become questions about the next count."""

import csv
import datetime as dt

from tests.quality.ahead import one_step_ahead
from tests.quality.ranking import events

COLUMNS = "id event file series value low high bound status measure as_of published chain origin start end".split()


def gold(tmp_path, *rows):
    """A gold file of (series, value, bound, status, as_of, published)."""
    path = tmp_path / "gold.csv"
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, COLUMNS)
        writer.writeheader()
        for number, (series, value, bound, status, as_of, published) in enumerate(rows):
            low = "" if bound == "at_most" else value
            writer.writerow(
                {
                    "id": f"T{number}", "event": "flood", "file": f"{number}.txt", "series": f"flood:{series}",
                    "value": value, "low": low, "high": "" if bound == "at_least" else value, "bound": bound,
                    "status": status, "measure": "total", "as_of": as_of, "published": published,
                    "chain": "Varn Post < mayor|Mayor Ode", "origin": "mayor|Mayor Ode", "start": 5, "end": 7,
                }
            )  # fmt: skip
    return one_step_ahead("flood", [path])


def asked(material):
    return [(sitting.day, sitting.truth) for sitting in material.sittings]


def test_the_truth_is_the_next_new_count(tmp_path):
    material = gold(
        tmp_path,
        ("dead", 4, "at_least", "observed", "2031-03-01", "2031-03-01"),
        ("dead", 9, "exact", "observed", "2031-03-03", "2031-03-03"),
        ("dead", 8, "exact", "observed", "2031-03-03", "2031-03-03"),
        ("dead", 8, "exact", "observed", "2031-03-03", "2031-03-03"),
        ("missing", 7, "exact", "observed", "2031-03-01", "2031-03-01"),
    )
    assert asked(material) == [(dt.date(2031, 3, 2), {"flood:dead": 8.0})]
    [sitting] = material.sittings
    assert [one.key for one in sitting.series] == ["flood:dead", "flood:missing"]
    assert [claim.value for claim in sitting.series[0].claims] == [4.0]
    assert sitting.series[0].claims[0].chain == ("Varn Post", "mayor")
    assert sitting.series[0].claims[0].origin == "mayor"


def test_what_is_no_new_count_of_something_that_grows_is_not_asked(tmp_path):
    first = [(name, 4, "exact", "observed", "2031-03-02", "2031-03-02") for name in ("dead", "missing", "deadline")]
    for then in (
        ("dead", 9, "at_least", "observed", "2031-03-03", "2031-03-03"),
        ("dead", 9, "exact", "forecast", "2031-03-03", "2031-03-03"),
        ("dead", 9, "exact", "observed", "2031-03-01", "2031-03-03"),
        ("dead", 9, "exact", "observed", "2031-03-30", "2031-03-30"),
        ("dead", 9, "exact", "observed", "2031-03-03", "2031-03-30"),
        ("missing", 9, "exact", "observed", "2031-03-03", "2031-03-03"),
        ("deadline", 9, "exact", "observed", "2031-03-03", "2031-03-03"),
        ("hurt", 9, "exact", "observed", "2031-03-03", "2031-03-03"),
    ):
        assert asked(gold(tmp_path, *first, then)) == [], then


def test_forecasts_are_known_and_are_no_first_count(tmp_path):
    rows = (
        ("dead", 400, "exact", "forecast", "2031-03-09", "2031-03-01"),
        ("dead", 9, "exact", "observed", "2031-03-02", "2031-03-02"),
        ("dead", 11, "exact", "observed", "2031-03-03", "2031-03-03"),
    )
    [sitting] = gold(tmp_path, *rows).sittings
    assert sitting.truth == {"flood:dead": 11.0}
    assert {claim.status for claim in sitting.series[0].claims} == {"forecast", "observed"}


def test_the_invented_events_ask_enough_to_tell_something():
    material = events()
    assert len(material.asked) > 60
    assert len({key for key, _ in material.asked}) > 20
    for sitting in material.sittings:
        assert all(claim.published <= sitting.day for one in sitting.series for claim in one.claims)
