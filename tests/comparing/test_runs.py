"""What moved between two reconciliations."""

import datetime as dt
from dataclasses import replace

from recon.comparing.runs import series_changes
from recon.saved import SavedSeries
from recon.testing import claim

AT = {"at": "2031-05-05", "low": 12.0, "best": 12.0, "high": 12.0}


def of(value, doc, start=5, **known):
    return claim(value, doc=doc, start=start, text=f"{value:g}", noun="people", **known)


def series(key, *claims, estimate=AT):
    return SavedSeries(key=key, title=key, claims=claims, estimates={"latest": estimate})


A, B, C = of(12.0, "a"), of(12.0, "b"), of(15.0, "c")


def test_nothing_moved_where_only_offsets_and_keys_did():
    shifted = replace(A, id="a#body:50-52", start=50, end=52)
    assert list(series_changes([series("dead-2", A, B)], [series("dead", shifted, B)])) == []


def test_new_gone_and_changed_claims_and_the_estimate():
    later = replace(A, value=14.0, text="14", id="a#body:9-11", start=9, as_of_end=dt.date(2031, 5, 6))
    moved = {**AT, "best": 15.0}
    (told,) = series_changes([series("dead", A, B)], [series("dead", later, C, estimate=moved)])
    assert ([one.id for one in told.added], [one.id for one in told.gone]) == ([C.id], [B.id])
    (revised,) = told.revised
    assert revised.differs == ("number", "as_of_end")
    assert told.estimates == (("latest", AT, moved),)


def test_a_series_that_was_split_and_one_that_was_merged():
    split = list(series_changes([series("dead", A, B, C)], [series("dead", A, B), series("dead-2", C)]))
    assert [(one.key, one.was, one.now) for one in split] == [
        ("dead", ("dead",), ("dead", "dead-2")),
        ("dead-2", ("dead",), ("dead", "dead-2")),
    ]
    (merged,) = series_changes([series("dead", A, B), series("dead-2", C)], [series("dead", A, B, C)])
    assert merged.was == ("dead", "dead-2")


def test_a_series_that_is_new_and_one_that_is_gone():
    told = {one.key: one for one in series_changes([series("dead", A)], [series("hurt", of(7.0, "d"))])}
    assert (told["hurt"].was, [one.text for one in told["hurt"].added]) == ((), ["7"])
    assert (told["dead"].now, [one.text for one in told["dead"].gone]) == ((), ["12"])


def test_what_an_earlier_version_did_not_tell_of_an_estimate_has_not_moved():
    now = series("dead", A, B, estimate={**AT, "modelled": ["best"]})
    assert list(series_changes([series("dead", A, B)], [now])) == []
