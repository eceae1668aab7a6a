"""Every text of `tests/cases/claims/*.toml`, attributed by recon, against what a careful reader takes from it.

All are of 12 September 2024, a Thursday, in The Tidewater Gazette. A `[[case]]` has an `id`, its `text` and `claims`,
which name figures in the order of the text, with these keys; all but `text` are compared where given, and may be a
list, of which any is right:

    text                    as printed; the first such figure after the one before
    said_by, origin         a name, with or without its article
    chain                   the names after the outlet's, from the outlet inwards; "|" between names of one link
    as_of                   a day, a month, a year or two of them about "/": the days the claim may lie within
    status, measure         "observed" and "total" where not given

`unread` lists the keys of a case that recon does not read rightly yet. They are not asserted.
"""

from __future__ import annotations

import calendar
import datetime as dt
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from recon.claims import attribute
from recon.extraction import GrammarExtractor
from recon.model import Claim, Document
from recon.tables import figures_of

FAMILIES = sorted((Path(__file__).resolve().parent.parent / "cases" / "claims").glob("*.toml"))
FIELDS = ("said_by", "chain", "origin", "as_of", "status", "measure")
PLAIN = {"status": "observed", "measure": "total"}
PUBLISHER, PUBLISHED = "The Tidewater Gazette", dt.date(2024, 9, 12)

Row = dict[str, Any]


def load(path: Path) -> list[Row]:
    return tomllib.loads(path.read_text(encoding="utf-8"))["case"]


def cases() -> list[Any]:
    return [pytest.param(case, id=f"{path.stem}: {case['id']}") for path in FAMILIES for case in load(path)]


def claims_of(text: str) -> Sequence[Claim]:
    document = Document(id="a.txt", text=text, publisher=PUBLISHER, published=PUBLISHED)
    return attribute(document, figures_of(GrammarExtractor().extract([document])))


def paired(case: Row) -> Iterator[tuple[Claim, Row]]:
    """Each claim of the case with the one read at its place."""
    read = iter(sorted(claims_of(case["text"]), key=lambda claim: claim.start))
    for wanted in case["claims"]:
        claim = next((claim for claim in read if claim.text == wanted["text"]), None)
        assert claim is not None, f"no figure {wanted['text']!r} in its place"
        yield claim, wanted


def name(text: str) -> str:
    words = text.casefold().replace("’", "'").split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


def days(text: str) -> tuple[dt.date, dt.date]:
    """The first and the last day of "2024", "2024-09", "2024-09-12" or two of them about "/"."""
    first, _, last = text.partition("/")
    return edge(first, last=False), edge(last or first, last=True)


def edge(text: str, *, last: bool) -> dt.date:
    year, *rest = map(int, text.split("-"))
    month = rest[0] if rest else 12 if last else 1
    day = rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1] if last else 1
    return dt.date(year, month, day)


def within(claim: Claim, text: str) -> bool:
    start, end = claim.as_of_start, claim.as_of_end or claim.as_of_start
    first, last = days(text)
    return start is not None and end is not None and first <= start and end <= last


def is_right(field: str, claim: Claim, wanted: Row) -> bool:
    if field not in wanted and field not in PLAIN:
        return True
    value = wanted.get(field, PLAIN.get(field))
    if field == "chain":
        return len(claim.chain) == len(value) + 1 and all(
            name(link) in map(name, names.split("|")) for link, names in zip(claim.chain[1:], value, strict=True)
        )
    values = value if isinstance(value, list) else [value]
    if field == "as_of":
        return any(within(claim, one) for one in values)
    return name(getattr(claim, field)) in map(name, values)


def shown(field: str, claim: Claim) -> object:
    return f"{claim.as_of_start}/{claim.as_of_end}" if field == "as_of" else getattr(claim, field)


def wrong(case: Row) -> list[tuple[str, str]]:
    return [
        (field, f"{claim.text}: {field} is {shown(field, claim)!r}, not {wanted.get(field, PLAIN.get(field))!r}")
        for claim, wanted in paired(case)
        for field in FIELDS
        if not is_right(field, claim, wanted)
    ]


@pytest.mark.parametrize("case", cases())
def test_reads(case: Row) -> None:
    problems = [problem for field, problem in wrong(case) if field not in case.get("unread", ())]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_a_family_is_well_formed(path: Path) -> None:
    family = load(path)
    assert len({case["id"] for case in family}) == len(family)
    for case in family:
        assert set(case) <= {"id", "text", "claims", "unread"}
        assert set(case.get("unread", ())) <= set(FIELDS), case["id"]
        assert case["claims"], case["id"]
        for wanted in case["claims"]:
            assert set(wanted) <= {"text", *FIELDS}, case["id"]
