"""Every story of `tests/cases/series/*.toml`, alone and with all the others at once."""

from __future__ import annotations

from functools import cache

import pytest

from tests.series.telling import Case, Told, documents_of, families

FAMILIES = families()
CASES = [
    pytest.param(
        case,
        id=f"{name}: {case['id']}",
        marks=pytest.mark.xfail(reason="not read rightly yet", strict=True) if case.get("unread") else (),
    )
    for name, cases in FAMILIES.items()
    for case in cases
]


def prefix_of(case: Case) -> str:
    return f"{case['id']}/"


@cache
def everything() -> Told:
    return Told([one for cases in FAMILIES.values() for case in cases for one in documents_of(case, prefix_of(case))])


@pytest.mark.parametrize("case", CASES)
def test_a_story_alone(case):
    assert [verdict for verdict in Told(documents_of(case)).verdicts(case) if verdict[1] != verdict[2]] == []


@pytest.mark.parametrize("case", CASES)
def test_a_story_among_others(case):
    found = everything().verdicts(case, prefix_of(case))
    assert [verdict for verdict in found if verdict[1] != verdict[2]] == []


def test_no_series_holds_two_stories():
    stories: dict[str, set[str]] = {}
    for claim in everything().claims.values():
        stories.setdefault(claim.series, set()).add(claim.doc.split("/")[0])
    assert {key: names for key, names in stories.items() if len(names) > 1} == {}
