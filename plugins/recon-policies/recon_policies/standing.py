"""What each origin stands by on a day: the claims that a policy may use, and why it may not use the others."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from recon import Claim, Estimate, Series, SetAside

UNDATED = dt.date.min
"""The day of a claim without any."""
CEILINGS = frozenset({"at_most", "less_than"})
"""Bounds that tell how many at most, and of how many there are nothing."""
NO_FACT = {
    "forecast": "a forecast, not a count",
    "planned": "planned, not yet so",
    "denied": "denied by the one who is quoted",
}


@dataclass(frozen=True, kw_only=True)
class Standing:
    """The newest claim of every origin on a day, by age; `denials` are those told by then of a number that somebody had
    claimed, and in `aside` as well."""

    series: str
    day: dt.date
    claims: tuple[Claim, ...]
    denials: tuple[Claim, ...]
    aside: tuple[SetAside, ...]

    def estimate(
        self,
        ends: tuple[float | None, float | None, float | None],
        used: Iterable[Claim],
        why: str,
        unused: Callable[[Claim], str] = lambda _: "not used",
    ) -> Estimate:
        """Low, best and high with what was used; of other claims of origins `unused` says why they were not."""
        low, best, high = ends
        support = {claim.id: None for claim in sorted(used, key=_age)}
        rest = (SetAside(claim=claim.id, why=unused(claim)) for claim in self.claims if claim.id not in support)
        left = (note for note in self.aside if note.claim not in support)
        return Estimate(
            series=self.series,
            at=None if self.day == UNDATED else self.day,
            low=low,
            best=best,
            high=high,
            support=tuple(support),
            set_aside=tuple(sorted((*left, *rest), key=lambda note: note.claim)),
            why=why,
        )


def standings(series: Series, kinds: Sequence[str] = ()) -> Iterator[Standing]:
    """What stands on each day on which a count was claimed or denied, oldest first; nothing for other kinds of
    quantity.

    What was added counts only in a series of nothing else, and so does what flows.
    """
    if kinds and series.kind not in kinds:
        return
    measures = {claim.measure for claim in series.claims if claim.status == "observed"}
    counted: dict[dt.date, list[Claim]] = defaultdict(list)
    aside: dict[dt.date, list[SetAside]] = defaultdict(list)
    for claim in sorted(series.claims, key=_age):
        why = _unfit(claim, mixed=len(measures) > 1)
        if why:
            aside[day_of(claim)].append(SetAside(claim=claim.id, why=why))
        else:
            counted[day_of(claim)].append(claim)
    denied = [claim for claim in series.claims if claim.status == "denied"]
    contests = list(_contests(denied, [claim for told in counted.values() for claim in told]))
    due = {*counted, *map(day_of, denied)}
    said: dict[str, list[Claim]] = defaultdict(list)
    unfit: list[SetAside] = []
    older: dict[str, SetAside] = {}
    for day in sorted({*aside, *counted}):
        unfit += aside.get(day, [])
        for claim in counted.get(day, []):
            said[_voice(claim)].append(claim)
        for voice in sorted({_voice(claim) for claim in counted.get(day, [])}):
            *before, last = said[voice]
            older |= {claim.id: SetAside(claim=claim.id, why=_older(claim, last)) for claim in before}
        if said and day in due:
            yield Standing(
                series=series.key,
                day=day,
                claims=tuple(sorted((claims[-1] for claims in said.values()), key=_age)),
                denials=tuple(sorted((denial for since, denial in contests if since <= day), key=_age)),
                aside=(*unfit, *older.values()),
            )


def _contests(denied: Sequence[Claim], counted: Sequence[Claim]) -> Iterator[tuple[dt.date, Claim]]:
    """The denials of a number that somebody claims, each with the day from which both are told. A number that nobody
    stands by is a rumour, and its denial contests nothing."""
    for denial in denied:
        met = [day_of(claim) for claim in counted if _meets(denial, claim)]
        if met:
            yield max(day_of(denial), min(met)), denial


def _meets(one: Claim, other: Claim) -> bool:
    """Whether the numbers printed have one in common."""
    gives = any(end is not None for end in (one.value, one.low, one.high))
    return gives and max(number(one), number(other)) <= min(top(one), top(other))


def day_of(claim: Claim) -> dt.date:
    """The last day a claim holds for, else the day it was published."""
    return claim.as_of_end or claim.as_of_start or claim.published or UNDATED


def number(claim: Claim) -> float:
    """The number printed: of a range the foot, of "hundreds" what it says at the least."""
    return next(end for end in (claim.value, claim.low, claim.high) if end is not None)


def top(claim: Claim) -> float:
    """The greatest number printed."""
    return max(end for end in (claim.value, claim.low, claim.high) if end is not None)


def told(claim: Claim) -> str:
    """Who says it, as an explanation names them."""
    return claim.origin or claim.publisher or claim.doc


def rank(names: Sequence[str], claim: Claim) -> int:
    """The place of a claim's origin among names in any case; after all of them where it is none."""
    folded = [name.casefold() for name in names]
    return folded.index(claim.origin.casefold()) if claim.origin.casefold() in folded else len(folded)


def known(claims: Iterable[Claim]) -> int:
    """How many origins surely stand behind some claims, one of each: one without a name may be any of the others."""
    return max(sum(bool(claim.origin) for claim in claims), 1)


def origins(claims: Sequence[Claim]) -> str:
    """How many stand by a number, in words: "2 origins and 1 claim of unknown origin"."""
    named = sum(bool(claim.origin) for claim in claims)
    unnamed = len(claims) - named
    words = [f"{named} origin{'s' * (named != 1)}"] if named else []
    words += [f"{unnamed} claim{'s' * (unnamed != 1)} of unknown origin"] if unnamed else []
    return " and ".join(words)


def _age(claim: Claim) -> tuple[dt.date, dt.date, str]:
    return day_of(claim), claim.published or UNDATED, claim.id


def _unfit(claim: Claim, *, mixed: bool) -> str:
    if claim.status in NO_FACT:
        return NO_FACT[claim.status]
    if claim.measure != "total" and mixed:
        return "what was added, not the total" if claim.measure == "increment" else "what flows, not the total"
    if claim.value is None and claim.low is None and claim.high is None:
        return "gives no number"
    return ""


def _voice(claim: Claim) -> str:
    return claim.origin or claim.doc


def _older(claim: Claim, last: Claim) -> str:
    again = (claim.value, claim.low, claim.high) == (last.value, last.low, last.high)
    return f"{_voice(claim)} said the same again" if again else f"{_voice(claim)} has said something newer"
