"""Every sentence of `tests/cases/extraction/*.toml`, read by recon's extractor, against what a careful reader finds.

A file is a family of written forms. `[[case]]` holds a sentence that is of the family, `[[near_miss]]` one that only
looks it. `figures` lists every quantity of the sentence, in order, with these keys; each may be a list, of which any
is right:

    text, value | low and high     as printed, and what it says
    bound, unit, kind              "exact", "" and "count" where not given; low and high follow from the bound
    noun, step                     compared where given

`refused` lists pieces that must be found as the kind of no quantity it gives.
"""

from __future__ import annotations

import math
import tomllib
from pathlib import Path
from typing import Any

import pytest

from recon.extraction import GrammarExtractor
from recon.model import NO_QUANTITY, Document

FAMILIES = sorted((Path(__file__).resolve().parent.parent / "cases" / "extraction").glob("*.toml"))
KEYS = frozenset({"text", "value", "low", "high", "bound", "unit", "kind", "noun", "step"})
COMPARED = ("text", "value", "low", "high", "bound", "unit", "kind")
OPEN_BELOW = frozenset({"nearly", "at_most", "less_than"})
OPEN_ABOVE = frozenset({"at_least", "more_than", "indefinite"})

Row = dict[str, Any]


def load(path: Path) -> dict[str, list[Row]]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['id']}")
        for path in FAMILIES
        for group in ("case", "near_miss")
        for case in load(path)[group]
    ]


def rows_of(text: str) -> list[Row]:
    columns = GrammarExtractor().extract([Document(id="a.txt", text=text)])
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def expected(figure: Row) -> Row:
    """The figure with what goes without saying: an exact count, and sides that follow from the bound."""
    full = {"value": None, "bound": "exact", "unit": "", "kind": "count"} | figure
    full.setdefault("low", None if full["bound"] in OPEN_BELOW else full["value"])
    full.setdefault("high", None if full["bound"] in OPEN_ABOVE else full["value"])
    return full


def is_right(actual: object, wanted: object) -> bool:
    if isinstance(wanted, list):
        return any(is_right(actual, one) for one in wanted)
    if isinstance(wanted, (int, float)) and isinstance(actual, (int, float)):
        return math.isclose(actual, wanted, rel_tol=1e-6)
    return actual == wanted


def differences(row: Row, figure: Row) -> Row:
    return {
        name: {"is": row[name], "should be": wanted}
        for name, wanted in expected(figure).items()
        if not is_right(row[name], wanted)
    }


@pytest.mark.parametrize("case", cases())
def test_reads(case: Row) -> None:
    rows = rows_of(case["text"])
    quantities = [row for row in rows if row["kind"] not in NO_QUANTITY]
    found = [[row[name] for name in COMPARED] for row in quantities]
    wanted = [[expected(figure)[name] for name in COMPARED] for figure in case["figures"]]
    assert len(found) == len(wanted), f"found {found}, not {wanted}"
    problems = [differences(row, figure) for row, figure in zip(quantities, case["figures"], strict=True)]
    assert not any(problems), [problem for problem in problems if problem]
    shown = [(row["text"], row["kind"]) for row in rows if row["kind"] in NO_QUANTITY]
    missing = [piece for piece in case.get("refused", ()) if (piece["text"], piece["kind"]) not in shown]
    assert not missing, f"{missing} not in {shown}"


@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_every_family_is_told_apart_from_what_only_looks_like_it(path: Path) -> None:
    family = load(path)
    assert set(family) == {"case", "near_miss"}
    assert len(family["case"]) >= 5
    assert len(family["near_miss"]) >= 3
    both = [*family["case"], *family["near_miss"]]
    assert len({case["id"] for case in both}) == len(both)
    for case in both:
        assert set(case) <= {"id", "text", "figures", "refused"}
        for figure in case["figures"]:
            assert set(figure) <= KEYS, case["id"]
            assert {"text"} < set(figure), case["id"]
