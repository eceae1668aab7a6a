"""One step ahead on invented events: what the claims so far give, against the next day."""

from __future__ import annotations

import csv
import datetime as dt
import math
import re
from collections import defaultdict
from pathlib import Path
from statistics import median

import pytest
from recon_rising import Rising

from recon import Claim
from recon.testing import claim, series

EVENTS = Path(__file__).resolve().parents[3] / "tests" / "quality" / "events"
RISING = re.compile(r"dead|death|case|injur|burn|acre|destroy|arrest|home|kill|wound")
FALLING = re.compile(r"missing|displac|hospital|trapped|evacu")


def told() -> dict[str, list[Claim]]:
    """The observed claims of each rising series, with the day they are published."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for path in sorted(EVENTS.glob("gold_*.csv")):
        for row in csv.DictReader(path.open(encoding="utf-8", newline="")):
            rises = RISING.search(row["series"]) and not FALLING.search(row["series"])
            if rises and row["status"] == "observed" and row["measure"] == "total" and row["published"]:
                found[row["series"]].append(_claim(row))
    return found


def _claim(row: dict[str, str]) -> Claim:
    value, low, high = (float(row[side]) if row[side] else None for side in ("value", "low", "high"))
    days = row["as_of"].split("/")
    exact = all(len(day) == 10 for day in days)
    published = dt.date.fromisoformat(row["published"][:10])
    return claim(
        value,
        doc=row["id"],
        low=low,
        high=high,
        bound=row["bound"].split("|")[0],
        step=1.0,
        text=row["id"],
        origin=row["origin"].split("|")[0],
        as_of_start=dt.date.fromisoformat(days[0]) if exact else published,
        as_of_end=dt.date.fromisoformat(days[-1]) if exact else published,
        published=published,
    )


def errors() -> list[tuple[float, float, float]]:
    """Absolute log errors of the estimate, the largest number so far and the newest, for each next exact number."""
    rows = []
    for claims in told().values():
        claims.sort(key=lambda one: (one.as_of_end, one.published, one.id))
        for day in sorted({one.published for one in claims}):
            past = [one for one in claims if one.published < day]
            counted = [one.value for one in past if one.value is not None and one.bound != "at_most"]
            coming = [one.value for one in claims if one.published == day and one.bound == "exact"]
            if counted and coming:
                best = list(Rising().reconcile(series(tuple(past))))[-1].best
                rows.append(tuple(abs(math.log(made / median(coming))) for made in (best, max(counted), counted[-1])))
    return rows


def means() -> tuple[int, float, float, float]:
    """How many next numbers, and the mean errors."""
    rows = errors()
    return (len(rows), *(sum(column) / len(rows) for column in zip(*rows, strict=True)))


@pytest.mark.skipif(not EVENTS.is_dir(), reason="the invented events are in recon's own source")
def test_one_step_ahead_it_errs_less_than_the_largest_and_the_newest_number():
    count, rising, largest, newest = means()
    assert count >= 90
    assert rising < 0.345
    assert (largest, newest) == pytest.approx((0.350, 0.388), abs=0.001)
