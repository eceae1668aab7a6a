"""Small invented stories for each code: what it must find, and what only looks like it."""

import tomllib
from pathlib import Path

import pytest

from recon.crosschecks.catalogue import CODES

FOLDER = Path(__file__).parents[1] / "cases" / "across"
MISSED = {
    ("RC401", 4): "one article alone was above the number of another office",
    ("RC401-second", 1): "“in the town” is not known for the town that the other names",
    ("RC403-second", 1): "“of the vaccine” is read as of a part",
    ("RC403-second", 2): "people expected and people marching are two series",
    ("RC406", 2): "of one day, another paper's higher number is news",
    ("RC406", 6): "of one day, another paper's higher number is news",
    ("RC406", 8): "“31 of them” is a part",
    ("RC406", 9): "of one day, another paper's higher number is news",
}
"""Cases that are not found, with the reason: silence where two numbers may both be right."""


def cases():
    return [*each()]


def each():
    for path in sorted(FOLDER.glob("*.toml")):
        code = path.stem.partition("-")[0]
        for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"], 1):
            yield pytest.param(path.stem, code, number, case, id=f"{path.stem}-{number}")


@pytest.mark.parametrize(("batch", "code", "number", "case"), cases())
def test_a_story(found, batch, code, number, case):
    told = found(case["articles"], code)
    wanted = case["finds"] and (batch, number) not in MISSED
    assert bool(told) == wanted, [one.message for one in told]


def test_every_code_has_stories_of_both_kinds():
    kinds = {(param.values[1], param.values[3]["finds"]) for param in cases()}
    assert kinds == {(code, finds) for code in CODES for finds in (True, False)}
    assert all(param.values[3].get("why") for param in cases() if not param.values[3]["finds"])
