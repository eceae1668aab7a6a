"""Public sets of claims become one sitting in which what is disputed is asked."""

import datetime as dt

from tests.quality.claim_sets import claim_sets, known_truth

CLAIMS = """object_id,source,time,value,low,high
hill,radio,2031-05-02T12:00:00,30.0,30.0,30.0
hill,harbour,2031-05-02T10:00:00,20.5,20.5,20.5
quay,harbour,,5.0,5.0,5.0
"""


def material(tmp_path, name, claims=CLAIMS, truth="hill,20.5\nquay,5.0\n"):
    folder = tmp_path / "claims"
    folder.mkdir()
    (folder / f"{name}_claims.csv").write_text(claims, encoding="utf-8")
    (folder / f"{name}_truth.csv").write_text(f"object_id,truth\n{truth}", encoding="utf-8")
    [one] = claim_sets(tmp_path)
    return one


def test_only_what_is_disputed_is_asked_and_all_is_known(tmp_path):
    towns = material(tmp_path, "towns")
    [sitting] = towns.sittings
    assert (towns.name, towns.scale, sitting.truth, sitting.day) == ("towns", "log", {"hill": 20.5}, None)
    assert [one.key for one in sitting.series] == ["hill", "quay"]
    assert known_truth(towns, tmp_path) == {"hill": 20.5, "quay": 5.0}


def test_claims_stand_by_the_hour_and_their_steps_are_as_printed(tmp_path):
    [hill, quay] = material(tmp_path, "towns").sittings[0].series
    assert [(one.value, one.step, one.origin) for one in hill.claims] == [(20.5, 0.1, "harbour"), (30.0, 1.0, "radio")]
    assert {one.published for one in hill.claims} == {dt.date(2031, 5, 2)}
    assert quay.claims[0].published is None


def test_what_has_no_logarithm_is_compared_by_differences(tmp_path):
    assert material(tmp_path, "frost", truth="hill,-2.0\n").scale == "difference"


def test_temperatures_are_compared_by_differences(tmp_path):
    weather = material(tmp_path, "weather_temperature")
    assert weather.scale == "difference"
    assert weather.sittings[0].series[0].kind == "temperature"
