"""Which claims of a series a rule may count, and why it may not count the others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from recon.model import Claim, Series, SetAside

MANY = 200
"""Claims up to which every estimate of a series names all that is set aside."""
UNDATED = dt.date.min
NO_FACT = {
    "forecast": "a forecast, not a count",
    "planned": "planned, not yet so",
    "denied": "denied by the one who is quoted",
}


def day_of(claim: Claim) -> dt.date:
    """The last day the claim holds for, else the day it was published, else `UNDATED`."""
    return claim.as_of_end or claim.as_of_start or claim.published or UNDATED


def date_or_none(day: dt.date) -> dt.date | None:
    """The day of an estimate: null where the claims have none."""
    return None if day == UNDATED else day


def admit(series: Series) -> tuple[list[Claim], list[tuple[dt.date, SetAside]]]:
    """The observed claims by day, then publication, what another has come after first, then as they are read; and
    those set aside, each with its day and the reason.

    What was added counts only in a series of nothing else: 17 more dead are no death toll.
    """
    measures = {claim.measure for claim in series.claims if claim.status == "observed"}
    counted: list[Claim] = []
    aside: list[tuple[dt.date, SetAside]] = []
    for claim in series.claims:
        why = NO_FACT.get(claim.status, "")
        if not why and claim.measure == "increment" and measures != {"increment"}:
            why = "what was added, not the total"
        if not why and claim.value is None and claim.low is None and claim.high is None:
            why = "gives no number"
        if why:
            aside.append((day_of(claim), SetAside(claim=claim.id, why=why)))
        else:
            counted.append(claim)
    counted.sort(
        key=lambda claim: (day_of(claim), claim.published or UNDATED, not claim.superseded, claim.reading_order)
    )
    return counted, aside


def by_day(claims: Iterable[Claim]) -> list[tuple[dt.date, list[Claim]]]:
    """The days on which an estimate is due, oldest first, each with its claims; these come as `admit` orders them."""
    return [(day, list(told)) for day, told in groupby(claims, key=day_of)]


def by(day: dt.date, aside: Iterable[tuple[dt.date, SetAside]], after: dt.date | None = None) -> tuple[SetAside, ...]:
    """What had been set aside by a day, or of that what was `after` another, by claim id."""
    notes = (note for since, note in aside if since <= day and (after is None or since > after))
    return tuple(sorted(notes, key=lambda note: note.claim))


def told_before(series: Series, days: Sequence[tuple[dt.date, object]]) -> list[dt.date | None]:
    """For each day of a series the one up to which what is set aside has been told, so that it is left out: in a series
    of more than `MANY` claims the day before, but for the last, which tells all. Named again on every day, what a long
    story has set aside would be more than the story."""
    if len(series.claims) <= MANY or len(days) < 2:
        return [None] * len(days)
    return [None, *(day for day, _ in days[:-2]), None]
