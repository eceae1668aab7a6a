"""The floor under each rule that is on by default: what it must find, and that it holds its tongue before."""

from __future__ import annotations

import pytest

from recon.checks import BUILTIN
from tests.quality.seeded import ERRORS, SeededScore, score_seeded, slips_of

TRIAL = frozenset(check.code for check in BUILTIN if getattr(check, "preview", False))
FLOOR = 0.75


@pytest.fixture(scope="module")
def scores() -> dict[str, SeededScore]:
    return {score.code: score for score in score_seeded()}


def test_every_rule_of_arithmetic_has_its_errors() -> None:
    assert {path.stem for path in ERRORS.glob("*.txt")} == {check.code for check in BUILTIN if check.code >= "RC103"}


@pytest.mark.parametrize("code", sorted(path.stem for path in ERRORS.glob("*.txt")))
def test_a_rule_finds_its_errors_and_nothing_before(code: str, scores: dict[str, SeededScore]) -> None:
    assert scores[code].clean >= 40
    assert scores[code].false == ()
    if code not in TRIAL:
        assert scores[code].recall >= FLOOR


def test_slips_are_far_enough_and_go_where_they_are_told() -> None:
    assert list(slips_of("12%", 0.3)) == ["21%", "42%", "22%", "62%", "120%"]
    assert "3%" not in slips_of("12%", 0.3, up=True)
    assert list(slips_of("Six", 0.0)) == ["Seven", "Five", "Nine"]
    assert list(slips_of("1950", 0.0)) == ["1920", "1955"]
