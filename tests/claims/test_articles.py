"""Every text of `tests/cases/articles/*.toml`, extracted and attributed by recon, against what a careful reader notes.

A case names one number, or several as `claims`, and those columns of a claim that it is about: `said` (said_by),
`behind` (the chain after the outlet), `as_of` ("first/last", or one day), and the rest by their own names.
"""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from recon.claims import attribute
from recon.extraction import GrammarExtractor
from recon.model import Claim, Document
from recon.tables import figures_of

FAMILIES = sorted((Path(__file__).resolve().parent.parent / "cases" / "articles").glob("*.toml"))
OUTLET = "The Bergen Post"
PUBLISHED = "2031-05-14"  # a Wednesday


def cases() -> list[Any]:
    found = []
    for path in FAMILIES:
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            for claim in case.pop("claims", [{}]):
                one = {**case, **claim}
                found.append(pytest.param(one, id=f"{path.stem}: {case['id']} {one['number']}"))
    return found


def days(claim: Claim) -> str:
    first, last = (str(day or "") for day in (claim.as_of_start, claim.as_of_end))
    return first if first == last else f"{first}/{last}"


def read(case: dict[str, Any]) -> Claim:
    printed = case.get("published", PUBLISHED)
    document = Document(
        id="a.txt",
        text=case["text"],
        title=case.get("title", ""),
        publisher=case.get("publisher", OUTLET),
        published=dt.date.fromisoformat(printed) if printed else None,
    )
    start = -1
    for _ in range(case.get("nth", 1)):
        start = case["text"].index(case["number"], start + 1)
    end = start + len(case["number"])
    claims = attribute(document, figures_of(GrammarExtractor().extract([document])))
    return next(claim for claim in claims if claim.start < end and start < claim.end)


@pytest.mark.parametrize("case", cases())
def test_case(case):
    claim = read(case)
    found = {
        "said": claim.said_by,
        "behind": list(claim.chain[1:]),
        "origin": claim.origin,
        "basis": claim.origin_basis,
        "as_of": days(claim),
        "basis_of_date": claim.as_of_basis,
        "status": claim.status,
        "measure": claim.measure,
        "subject": claim.subject,
        "place": claim.place,
        "scope": claim.scope,
    }
    assert {name: found[name] for name in found if name in case} == {name: case[name] for name in found if name in case}
