"""Gold claims of events as material for a ranking, one step ahead: what the next count will be.

Nobody knows the true toll of a day, so that an estimate is held against what was printed next. Asked is, on each day on
which an outlet prints a new count of a quantity that is counted up (the dead, the hurt, cases, houses lost): what did
the claims come to that had been published before that day? The truth is the median of that day's new counts: exact
numbers, observed, totals, of a day no earlier than any claim before was of and at most a week later: what is printed
in a year tells little of today, and a toll of ten years ago is no news. Which quantities are asked is by what is
counted and not by how the numbers went, so that a total that was corrected downwards is asked as well.

That is hard on an interval: it is of the day before, and the total may grow overnight. And it is kind to the newest
number, since much of what is printed is printed again.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
import statistics
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from recon import Claim, Series
from recon.ranking import Material, Sitting
from recon.testing import claim, series
from tests.quality.fields import days_of
from tests.quality.product import Row

COUNTED_UP = re.compile(
    r"(?:^|_)(?:dead|deaths?|killed|bodies|injured|hurt|wounded|cases|suspected|confirmed|arrests|arrested|rescued"
    r"|vaccinated|destroyed|acres)(?:_|$)"
)
"""Names of gold series whose number grows as things happen or are found."""
WEEK = dt.timedelta(days=7)
UNITS = {"acres": ("area", "acre")}
"""What a gold series counts besides people and things, by a word of its name."""


def one_step_ahead(name: str, gold: Sequence[Path]) -> Material:
    """The events of some gold files, a sitting for each event and day on which something is asked."""
    events: dict[str, list[Row]] = defaultdict(list)
    for path in gold:
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                events[row["event"]].append(row)
    return Material(name=name, sittings=tuple(one for _, rows in sorted(events.items()) for one in _sittings(rows)))


def _sittings(rows: Sequence[Row]) -> Iterator[Sitting]:
    told: dict[str, list[Claim]] = defaultdict(list)
    for row in rows:
        told[row["series"]].append(_claim(row))
    for day in sorted({one.published for claims in told.values() for one in claims if one.published}):
        before = {key: [one for one in claims if _published(one) < day] for key, claims in sorted(told.items())}
        known = tuple(_series(key, claims) for key, claims in before.items() if claims)
        truth = {one.key: number for one in known if (number := _next(one, told[one.key], day))}
        if truth:
            yield Sitting(series=known, truth=truth, day=day - dt.timedelta(days=1))


def _next(known: Series, claims: Sequence[Claim], day: dt.date) -> float | None:
    """What the series was counted at on a day; None where it is not asked."""
    observed = [one for one in known.claims if one.status == "observed"]
    if not observed or not COUNTED_UP.search(_quantity(known.key)):
        return None
    newest = max(_as_of(one) for one in observed)
    counts = [
        one.value
        for one in claims
        if _published(one) == day
        and (one.status, one.measure, one.bound) == ("observed", "total", "exact")
        and one.value
        and newest <= _as_of(one) <= newest + WEEK
        and day - _as_of(one) <= WEEK
    ]
    return statistics.median_low(counts) if counts else None


def _series(key: str, claims: Sequence[Claim]) -> Series:
    return series(claims, key=key, title=_quantity(key).replace("_", " "))


def _claim(row: Row) -> Claim:
    """The claim of a gold row; of what a reader may fairly choose from, the first."""
    value, low, high = (float(row[side]) if row[side] else None for side in ("value", "low", "high"))
    published = dt.date.fromisoformat(row["published"][:10])
    first, last = days_of(as_of) if (as_of := _first(row["as_of"])) else (published, published)
    words = _quantity(row["series"]).split("_")
    kind, unit = next((UNITS[word] for word in words if word in UNITS), ("count", ""))
    return claim(
        value,
        low=low,
        high=high,
        bound=_first(row["bound"]),
        status=_first(row["status"]),
        measure=_first(row.get("measure") or "total"),
        kind=kind,
        unit=unit,
        noun=" ".join(words),
        doc=f"{row['event']}/{row['file']}",
        start=int(row["start"]),
        end=int(row["end"]),
        published=published,
        publisher=row["chain"].split(" < ")[0],
        chain=tuple(map(_first, row["chain"].split(" < "))),
        origin=_first(row["origin"]),
        as_of_start=first,
        as_of_end=last,
        as_of_basis="stated" if as_of else "published",
    )


def _quantity(key: str) -> str:
    return key.partition(":")[2]


def _first(field: str) -> str:
    return field.split("|", maxsplit=1)[0]


def _published(one: Claim) -> dt.date:
    return one.published or dt.date.max


def _as_of(one: Claim) -> dt.date:
    return min(one.as_of_end or dt.date.max, _published(one))
