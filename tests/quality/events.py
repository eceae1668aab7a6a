"""How invented events, told by several outlets over days, come out when all their articles are reconciled at once.

`events/` holds a folder an event. `gold_*.csv` has a row for each claim a reader took from them: `series` is one
quantity, `value`, `low` and `high` what its words assert (an empty side is open), `as_of` the day, month, year or
"from/to" it holds for, `chain` the speakers from the outlet inwards and `said_by` the last of them, `origin` the last
one named. A bar parts what a reader may fairly choose from. `relations_*.csv` has the related pairs; two series are
only related by part_of, other_scope and forecast_of. Offsets count in the whole file, front matter included. A claim
without a row, or a pair, counts neither way.

Run `python -m tests.quality.events` for the scores, with `--misses` for what is wrong, one line each.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.quality.fields import same_days, same_name, same_number
from tests.quality.product import ROOT, Row, reconciled, share, table

EVENTS = Path(__file__).with_name("events")
FORESEEN = ("forecast", "planned")

Pair = tuple[str, str, frozenset[str]]
"""Two gold ids and the relations a reader may fairly see between them."""


@dataclass(frozen=True, kw_only=True)
class Gold:
    claims: Sequence[Row]
    pairs: Sequence[Pair]


@dataclass(frozen=True, kw_only=True)
class EventScore:
    """`found` has the claim at the place of a gold claim, by gold id; `kinds` the relations recon states."""

    gold: Gold
    found: Mapping[str, Row]
    kinds: Mapping[frozenset[str], set[str]]
    across: Sequence[str]
    """Keys of series whose claims come from two events; there should be none."""
    flags: Sequence[tuple[str, frozenset[str]]] = ()
    """The findings across articles: code, and the ids of the two claims."""

    @cached_property
    def hits(self) -> Sequence[tuple[Row, Row]]:
        return [(gold, self.found[gold["id"]]) for gold in self.gold.claims if gold["id"] in self.found]

    @property
    def recall(self) -> float:
        return len(self.hits) / len(self.gold.claims)

    @property
    def bounds(self) -> float:
        return share(claim["bound"] in gold["bound"].split("|") for gold, claim in self.hits)

    @property
    def dates(self) -> float:
        """Where the text tells the day; a gold claim without `as_of` is not judged."""
        return share(same_days(gold["as_of"], claim) for gold, claim in self.hits if gold["as_of"])

    @property
    def statuses(self) -> float:
        return share(_same_status(gold, claim) for gold, claim in self.hits)

    @property
    def forecasts(self) -> float:
        """Of what is foreseen or planned, the share that recon takes for one of the two."""
        return share(claim["status"] in FORESEEN for gold, claim in self.hits if gold["status"] in FORESEEN)

    @property
    def measures(self) -> float:
        return share(claim["measure"] in gold["measure"].split("|") for gold, claim in self.hits)

    @property
    def speakers(self) -> float:
        return share(same_name(gold["said_by"], claim["said_by"]) for gold, claim in self.hits)

    @property
    def origins(self) -> float:
        return share(same_name(gold["origin"], claim["origin"]) for gold, claim in self.hits)

    @cached_property
    def grouped(self) -> tuple[float, float, float]:
        """B-cubed precision, recall and F1 of the series; a claim that is not found is alone in its own."""
        mine = [
            self.found[gold["id"]]["series"] if gold["id"] in self.found else gold["id"] for gold in self.gold.claims
        ]
        return bcubed([gold["series"] for gold in self.gold.claims], mine)

    @cached_property
    def judged(self) -> Sequence[tuple[Pair, set[str] | None]]:
        """Each gold pair with the relations recon states of it; None where one of the two is not found."""
        return [(pair, self._stated(pair)) for pair in self.gold.pairs]

    @property
    def relations(self) -> float:
        """Of the pairs whose claims are both found."""
        return share(_is_one(said, kinds) for (_, _, kinds), said in self.judged if said is not None)

    def by_kind(self) -> Iterator[tuple[str, str]]:
        """Right and wanted pairs of each kind; a pair of two fair kinds counts for the one recon states."""
        right, wanted = Counter[str](), Counter[str]()
        for (_, _, kinds), said in self.judged:
            if said is not None:
                hit = _is_one(said, kinds)
                kind = next(iter(said)) if hit else min(kinds)
                wanted[kind] += 1
                right[kind] += hit
        yield from ((kind, f"{right[kind]}/{wanted[kind]}") for kind in sorted(wanted))

    def flagged(self) -> Iterator[tuple[str, str]]:
        """Of the findings across articles whose two claims have gold, those whose claims are of one quantity."""
        series = {claim["id"]: gold["series"] for gold, claim in self.hits}
        known = [(code, {series[id_] for id_ in ids}) for code, ids in self.flags if ids <= series.keys()]
        for code in sorted({code for code, _ in known}):
            mine = [names for one, names in known if one == code]
            yield code, f"{sum(len(names) == 1 for names in mine)}/{len(mine)}"

    def _stated(self, pair: Pair) -> set[str] | None:
        a, b, _ = pair
        if a not in self.found or b not in self.found:
            return None
        return self.kinds.get(frozenset((self.found[a]["id"], self.found[b]["id"])), set())

    def lines(self) -> list[tuple[str, str]]:
        precision, recall, f1 = self.grouped
        related = [said for _, said in self.judged if said is not None]
        return [
            ("claims found", f"{len(self.hits)}/{len(self.gold.claims)} = {self.recall:.3f}"),
            ("bounds", f"{self.bounds:.3f}"),
            ("as-of dates", f"{self.dates:.3f}"),
            ("status", f"{self.statuses:.3f}"),
            ("forecasts and plans found", f"{self.forecasts:.3f}"),
            ("measures", f"{self.measures:.3f}"),
            ("speakers", f"{self.speakers:.3f}"),
            ("origins", f"{self.origins:.3f}"),
            ("series, B-cubed", f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"),
            ("series across events", str(len(self.across))),
            ("relations of found pairs", f"{self.relations:.3f} of {len(related)}"),
            *((f"  {kind}", said) for kind, said in self.by_kind()),
            *((f"{code}, of one quantity", said) for code, said in self.flagged()),
        ]

    def misses(self) -> Iterator[str]:
        """What is wrong, a line each, under the name of its measure."""
        for gold in self.gold.claims:
            if gold["id"] not in self.found:
                yield f"claim     {_cited(gold)}"
        for field, right in _JUDGES:
            for gold, claim in self.hits:
                if not right(gold, claim):
                    yield f"{field:<9} {_cited(gold)}: {_shown(field, gold)}, not {_shown(field, claim)}"
        yield from self._scattered()
        yield from (f"across    {key}" for key in self.across)
        for (a, b, kinds), said in self.judged:
            if said is not None and not _is_one(said, kinds):
                stated = "|".join(sorted(said)) or "nothing"
                yield f"relation  {a} {b} {'|'.join(sorted(kinds))}, not {stated}: {self._at(a)} / {self._at(b)}"

    def _scattered(self) -> Iterator[str]:
        """Gold series that lie in several of recon's, and series of recon's that mix several of the gold's."""
        split, mixed = defaultdict[str, dict[str, list[str]]](dict), defaultdict[str, dict[str, list[str]]](dict)
        for gold, claim in self.hits:
            split[gold["series"]].setdefault(claim["series"], []).append(gold["id"])
            mixed[claim["series"]].setdefault(gold["series"], []).append(gold["id"])
        for name, groups, ids in (("split", split, "in"), ("mixed", mixed, "of")):
            for key in sorted(groups):
                if len(groups[key]) > 1:
                    parts = "; ".join(f"{' '.join(ids)} in {other}" for other, ids in sorted(groups[key].items()))
                    yield f"{name:<9} {key}: {parts}"

    def _at(self, name: str) -> str:
        gold = next(gold for gold in self.gold.claims if gold["id"] == name)
        return f"{gold['snippet']!r} in {self.found[name]['series']}"


def score_events(gold: Gold, product: Row) -> EventScore:
    """Set the gold against the output of `recon reconcile --format json` on the folder of all events."""
    claims: dict[tuple[str, str], list[Row]] = defaultdict(list)
    across = []
    for series in product["series"]:
        events = set()
        for claim in series["claims"]:
            place = _place(claim["doc"])
            claims[place].append(claim)
            events.add(place[0])
        if len(events) > 1:
            across.append(series["key"])
    kinds: dict[frozenset[str], set[str]] = defaultdict(set)
    for relation in product["relations"]:
        kinds[frozenset((relation["a"], relation["b"]))].add(relation["kind"])
    found = {
        row["id"]: claim for row in gold.claims if (claim := _at(row, claims[row["event"], row["file"]])) is not None
    }
    flags = [
        (one["code"], frozenset(one["figures"])) for one in product.get("findings", ()) if one["code"].startswith("RC4")
    ]
    return EventScore(gold=gold, found=found, kinds=kinds, across=across, flags=flags)


def read_gold(folder: Path = EVENTS) -> Gold:
    """The claims and pairs of all `gold_*.csv` and `relations_*.csv` of a folder."""
    claims = [dict(row, start=int(row["start"]), end=int(row["end"])) for row in _rows(folder, "gold_*.csv")]
    pairs = [(row["a"], row["b"], frozenset(row["relation"].split("|"))) for row in _rows(folder, "relations_*.csv")]
    return Gold(claims=claims, pairs=pairs)


def bcubed(truth: Sequence[str], mine: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a grouping: for each member, the share of its group that belongs with it."""
    both, groups, wanted = Counter(zip(truth, mine, strict=True)), Counter(mine), Counter(truth)
    precision = sum(count**2 / groups[group] for (_, group), count in both.items()) / len(truth)
    recall = sum(count**2 / wanted[name] for (name, _), count in both.items()) / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _rows(folder: Path, pattern: str) -> Iterator[Row]:
    for path in sorted(folder.glob(pattern)):
        with path.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)


def _place(doc: str) -> tuple[str, str]:
    """Event and file of a document's path."""
    *_, event, file = ("", *doc.replace("\\", "/").split("/"))
    return event, file


def _at(gold: Row, claims: Sequence[Row]) -> Row | None:
    """Of the claims that lie in the gold's span and have its number, the one that shares most of it."""
    near = [claim for claim in claims if _shared(gold, claim) > 0 and same_number(gold, claim)]
    return max(near, key=lambda claim: _shared(gold, claim), default=None)


def _shared(gold: Row, claim: Row) -> int:
    return int(min(gold["end"], claim["end"]) - max(gold["start"], claim["start"]))


def _same_status(gold: Row, claim: Row) -> bool:
    """A plan foresees, so that it is no error to call a forecast planned."""
    return bool(claim["status"] == gold["status"] or (gold["status"], claim["status"]) == FORESEEN)


def _is_one(said: set[str], kinds: frozenset[str]) -> bool:
    return len(said) == 1 and said <= kinds


_JUDGES = (
    ("bound", lambda gold, claim: claim["bound"] in gold["bound"].split("|")),
    ("as_of", lambda gold, claim: not gold["as_of"] or same_days(gold["as_of"], claim)),
    ("status", _same_status),
    ("measure", lambda gold, claim: claim["measure"] in gold["measure"].split("|")),
    ("said_by", lambda gold, claim: same_name(gold["said_by"], claim["said_by"])),
    ("origin", lambda gold, claim: same_name(gold["origin"], claim["origin"])),
)


def _shown(field: str, row: Row) -> str:
    if field == "as_of" and field not in row:
        return f"{row['as_of_start']}/{row['as_of_end']} ({row['as_of_basis']}, {row['as_of_text']!r})"
    return repr(row[field])


def _cited(gold: Row) -> str:
    return f"{gold['id']} {gold['event']}/{gold['file']}:{gold['start']} {gold['snippet']!r}"


def report(*, misses: bool = False) -> str:
    """The score of the invented events, as a table."""
    score = score_events(read_gold(), reconciled(str(EVENTS.relative_to(ROOT))))
    lines = [table("events", score.lines())]
    return "\n".join([*lines, *(f"  {line}" for line in score.misses())] if misses else lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="list what is wrong")
    sys.stdout.write(report(misses=parser.parse_args().misses) + "\n")
