"""Lines that date what stands below them: "All figures as of 9 August", and the days of a chronology."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from recon.claims import asof
from recon.claims.dates import resolve
from recon.claims.layout import Utterance

AS_OF = re.compile(
    r"[\W_]*(?:(?:all|the|these|following) )*(?P<what>(?:figures?|numbers?|data|totals?|information|counts?|situation|"
    r"status|statistics|tolls?)\s)?(?:are |is |were |current |valid |reported |given |here )*(?:as of|as at)\b",
    re.IGNORECASE,
)
HEAD = 12
"""Utterances at the head of a document where a line may stand that dates all its numbers."""
NOT_TIME = re.compile(r"\b(?!(?:at|local|time|noon|midnight|GMT|UTC|[ap]m|[A-Z]{2,4}T)\b)[A-Za-z]{2,}")
WRITTEN = 40
"""The longest line that is a day and no more."""
DAY = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Days:
    """As of when the numbers of a document hold where their sentences do not say: of all, and from each heading on."""

    whole: asof.AsOf
    starts: tuple[int, ...] = ()
    below: tuple[asof.AsOf, ...] = ()

    def at(self, index: int) -> asof.AsOf:
        """For the utterance so numbered."""
        found = bisect_right(self.starts, index) - 1
        return self.below[found] if found >= 0 else self.whole


def days_of(utterances: Sequence[Utterance], published: dt.date | None) -> Days:
    """Read the lines that date a document; without any, its numbers hold as of its publication."""
    whole = _whole(utterances[:HEAD], published)
    dated = [(one.index, day) for one in utterances if (day := _heading(one, published))]
    if len({day for _, day in dated}) < 2:  # a single one is the day of publication, printed under the title
        return Days(whole)
    below = tuple(asof.AsOf(day[0], day[1], text, "stated") for _, (day, text) in dated)
    return Days(whole, tuple(index for index, _ in dated), below)


def _whole(head: Sequence[Utterance], published: dt.date | None) -> asof.AsOf:
    """ "All figures as of 9 August" at the head; "As of Monday, 14 had died" dates its own sentence only."""
    for utterance in head:
        match = AS_OF.match(utterance.text)
        times = asof.times_of(utterance.text) if match else ()
        if match is None or not times:
            continue
        alone = not NOT_TIME.search(utterance.text[times[-1].end :]) and times[-1].start - match.end() < WRITTEN
        days = resolve(times[-1].text, published, "past") if match["what"] or alone else None
        if days:
            return asof.AsOf(days[0], days[1], times[-1].text, "stated")
    return asof.published_on(published)


def _heading(one: Utterance, published: dt.date | None) -> tuple[tuple[dt.date, dt.date], str] | None:
    """The day of a line that is nothing but a day of the calendar: "Thursday, July 15"."""
    if one.part != "body" or len(one.text) > WRITTEN or not DAY.search(one.text):
        return None
    times = asof.times_of(one.text)
    if len(times) != 1 or re.search(r"\w", one.text[: times[0].start] + one.text[times[0].end :]):
        return None
    days = resolve(times[0].text, published, "past")
    return (days, times[0].text) if days and days[0] == days[1] else None
