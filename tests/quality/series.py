"""How well the seeds' two series come out: claims with speaker, origin, as-of and status, series, relations."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tests.quality.product import Row, same_place, share

Place = tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class SeriesScore:
    """`found` pairs a gold claim with the claim at its place; `stands` says of each gold relation if it is there."""

    claims: int
    found: Sequence[tuple[Row, Row]]
    together: float
    apart: bool
    stands: Sequence[tuple[str, bool]]

    @property
    def recall(self) -> float:
        return len(self.found) / self.claims

    @property
    def speakers(self) -> float:
        return share(
            any(_names_meet(name, row["said_by"]) for name in gold["said_by"].split("|")) for gold, row in self.found
        )

    @property
    def origins(self) -> float:
        return share(_name(row["origin"]) in map(_name, gold["origin"].split("|")) for gold, row in self.found)

    @property
    def relays(self) -> float:
        """Whether each outlet or agency that passed a claim on is a link of its chain."""
        return share(
            {_name(link) for link in gold["relayed_by"]} <= {_name(link) for link in row["chain"]}
            for gold, row in self.found
        )

    @property
    def dates(self) -> float:
        """Whether the days meet and are no looser; a gold "soon" is no day and is not judged."""
        judged = [(days_of(gold["as_of"]), row) for gold, row in self.found]
        return share(_same_days(days, row) for days, row in judged if days is not None)

    @property
    def statuses(self) -> float:
        return share(gold["status"] == row["status"] for gold, row in self.found)

    @property
    def relations(self) -> float:
        return share(stands for _, stands in self.stands)

    def lines(self) -> list[tuple[str, str]]:
        return [
            ("claims found", f"{len(self.found)}/{self.claims} = {self.recall:.3f}"),
            ("speakers", f"{self.speakers:.3f}"),
            ("relays", f"{self.relays:.3f}"),
            ("origins", f"{self.origins:.3f}"),
            ("as-of dates", f"{self.dates:.3f}"),
            ("status", f"{self.statuses:.3f}"),
            ("in one series", f"{self.together:.3f}"),
            ("series kept apart", "yes" if self.apart else "no"),
            ("relations", f"{sum(stands for _, stands in self.stands)}/{len(self.stands)} = {self.relations:.3f}"),
        ]


def score_series(gold: Row, product: Row) -> SeriesScore:
    """Set the gold's claims and relations against the output of `recon reconcile --format json`."""
    claims = [claim for series in product["series"] for claim in series["claims"]]
    wanted = [dict(claim, gold_series=series["name"]) for series in gold["series"] for claim in series["claims"]]
    pairs = [(claim, row) for claim in wanted if (row := _at(claim, claims)) is not None]
    keys: dict[str, list[str]] = {}
    for claim, row in pairs:
        keys.setdefault(claim["gold_series"], []).append(row["series"])
    names = [set(series) for series in keys.values()]
    return SeriesScore(
        claims=len(wanted),
        found=pairs,
        together=share(key == max(series, key=series.count) for series in keys.values() for key in series),
        apart=not any(one & other for one, other in combinations(names, 2)),
        stands=list(_relations(gold, claims, product["relations"])),
    )


def days_of(text: str) -> tuple[dt.date, dt.date] | None:
    """ "2024-10-28", "2024-12" or "2024-10-20/2024-10-26" as first and last day; None for words."""
    first, _, last = text.partition("/")
    try:
        return _day(first, last=False), _day(last or first, last=True)
    except ValueError:
        return None


def _same_days(gold: tuple[dt.date, dt.date], row: Row) -> bool:
    """Whether the claim's days meet the gold's and are no longer: a week may begin on Sunday or on Monday."""
    if row["as_of_start"] is None or row["as_of_end"] is None:
        return False
    first, last = (dt.date.fromisoformat(row[side]) for side in ("as_of_start", "as_of_end"))
    return first <= gold[1] and gold[0] <= last and last - first <= gold[1] - gold[0]


def _day(text: str, *, last: bool) -> dt.date:
    year, month, *day = map(int, text.split("-"))
    return dt.date(year, month, day[0] if day else calendar.monthrange(year, month)[1] if last else 1)


def _at(gold: Row, claims: Sequence[Row]) -> Row | None:
    return next((claim for claim in claims if same_place(gold, claim)), None)


def _relations(gold: Row, claims: Sequence[Row], relations: Sequence[Row]) -> Iterator[tuple[str, bool]]:
    """Each gold relation in words, and whether the product states one of its kinds for the two, in either order."""
    stated: dict[frozenset[str], set[str]] = {}
    for relation in relations:
        stated.setdefault(frozenset((relation["a"], relation["b"])), set()).add(relation["kind"])
    for relation in gold["relations"]:
        for one, other in _pairs(gold, relation):
            ends = [_at({"doc": doc, "start": start, "end": start + 1}, claims) for doc, start in (one, other)]
            kinds = set(relation["kind"].split("|"))
            found = {end["id"] for end in ends if end is not None}
            words = f"{one[0]}:{one[1]} {relation['kind']} {other[0]}:{other[1]}"
            yield words, bool(stated.get(frozenset(found), set()) & kinds)


def _pairs(gold: Row, relation: Mapping[str, object]) -> Iterator[tuple[Place, Place]]:
    """The two places of a relation; for one said of a whole series, each two printings of its most printed number."""
    if "series" not in relation:
        (doc, start), (other_doc, other_start) = relation["a"], relation["b"]  # type: ignore[misc]
        yield (doc, start), (other_doc, other_start)
        return
    claims = next(series["claims"] for series in gold["series"] if series["name"] == relation["series"])
    texts = [claim["text"] for claim in claims]
    common = max(texts, key=texts.count)
    places = [(claim["doc"], claim["start"]) for claim in claims if claim["text"] == common]
    yield from combinations(places, 2)


def _name(name: str) -> str:
    return name.lower().removeprefix("the ").strip()


def _names_meet(one: str, other: str) -> bool:
    """Whether all words of the one name are in the other: "Zelenskyy" is "Volodymyr Zelenskyy"."""
    mine, theirs = (set(_name(name).replace("'s", "").split()) - {"a", "the", "of"} for name in (one, other))
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)
