"""The stories of `tests/cases/series/*.toml`, read by recon, and held against what a careful reader says.

A file is a family of stories. A `[[case]]` has `documents`, each `[id, published, publisher, title, text]`. A claim is
named by its document and its number as printed, or what that begins with: "a 12"; "a 12#2" is the second such.
`series` lists the claims of each quantity: two of one list share a series, two of different lists do not.
`unread` marks a story that recon does not read rightly yet.
`relations` lists "EARLIER > LATER: kind", more kinds than one parted by "|" where a reader may choose.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from recon.claims import attribute
from recon.extraction import GrammarExtractor
from recon.model import Claim, Document
from recon.series import align, relate
from recon.tables import figures_of

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "series"
Case = dict[str, Any]
Verdict = tuple[str, str, str]
"""What is asked, what it should be, and what it is."""


def families() -> dict[str, list[Case]]:
    return {
        path.stem: tomllib.loads(path.read_text(encoding="utf-8"))["case"] for path in sorted(FOLDER.glob("*.toml"))
    }


def documents_of(case: Case, prefix: str = "") -> list[Document]:
    return [
        Document(
            id=f"{prefix}{name}",
            text=text,
            title=title,
            title_start=0,
            publisher=publisher,
            published=dt.date.fromisoformat(day),
        )
        for name, day, publisher, title, text in case["documents"]
    ]


class Told:
    """The series and relations of some documents, asked for by document and number."""

    def __init__(self, documents: Sequence[Document]) -> None:
        figures = figures_of(GrammarExtractor().extract(documents))
        claims = [
            claim
            for one in documents
            for claim in attribute(one, [figure for figure in figures if figure.doc == one.id])
        ]
        series = align(claims, documents)
        self.claims = {claim.id: claim for one in series for claim in one.claims}
        self.kinds = {frozenset((one.a, one.b)): (one.a, one.kind) for one in relate(series, documents)}

    def find(self, name: str, prefix: str = "") -> Claim:
        doc, _, number = name.partition(" ")
        number, _, nth = number.partition("#")
        mine = [claim for claim in self.claims.values() if claim.doc == prefix + doc and claim.part == "body"]
        mine = sorted((claim for claim in mine if _begins(claim.text, number)), key=lambda claim: claim.start)
        if len(mine) < int(nth or 1):
            raise LookupError(f"no claim {name!r} in {prefix or 'the case'}")
        return mine[int(nth or 1) - 1]

    def series_verdicts(self, case: Case, prefix: str = "") -> Iterator[Verdict]:
        """Of each two claims that the case names, whether they share a series."""
        at = [(name, number) for number, names in enumerate(case["series"]) for name in names]
        for (one, mine), (other, theirs) in combinations(at, 2):
            shares = self.find(one, prefix).series == self.find(other, prefix).series
            yield f"{one} | {other}", _together(mine == theirs), _together(shares)

    def relation_verdicts(self, case: Case, prefix: str = "") -> Iterator[Verdict]:
        for row in case.get("relations", ()):
            names, _, kinds = row.rpartition(": ")
            a, b = (self.find(name, prefix).id for name in names.split(" > "))
            first, kind = self.kinds.get(frozenset((a, b)), ("", "none"))
            wanted = kind if kind in kinds.split("|") else kinds
            turned = kind in {"part_of", "forecast_of", "updated", "revised_down"} and first != a
            yield names, wanted, f"{kind}, turned round" if turned else kind

    def verdicts(self, case: Case, prefix: str = "") -> list[Verdict]:
        return [*self.series_verdicts(case, prefix), *self.relation_verdicts(case, prefix)]


def _begins(text: str, number: str) -> bool:
    shown = text.lstrip("$£€")
    return shown == number or shown.startswith((f"{number} ", f"{number}%"))


def _together(shares: bool) -> str:
    return "together" if shares else "apart"
