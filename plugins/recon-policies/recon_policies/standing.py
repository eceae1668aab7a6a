"""What each origin stands by on a day: the claims that a policy may use, and why it may not use the others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
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
    """The newest claim of every origin on a day, by age; `denials` are those told by then, and in `aside` as well."""

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
        unused: str = "",
    ) -> Estimate:
        """Low, best and high with what was used; other claims of origins are set aside as `unused`."""
        low, best, high = ends
        support = [claim.id for claim in sorted(used, key=_age)]
        rest = tuple(SetAside(claim=claim.id, why=unused) for claim in self.claims if claim.id not in support)
        left = tuple(note for note in self.aside if note.claim not in support)
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
    counted: list[Claim] = []
    aside: list[tuple[dt.date, SetAside]] = []
    for claim in series.claims:
        why = _unfit(claim, mixed=len(measures) > 1)
        if why:
            aside.append((day_of(claim), SetAside(claim=claim.id, why=why)))
        else:
            counted.append(claim)
    counted.sort(key=_age)
    denials = [claim for claim in series.claims if claim.status == "denied"]
    for day in sorted({day_of(claim) for claim in (*counted, *denials)}):
        so_far = [claim for claim in counted if day_of(claim) <= day]
        if not so_far:
            continue
        newest = {claim.origin or claim.doc: claim for claim in so_far}
        stand = tuple(sorted(newest.values(), key=_age))
        held = {claim.id for claim in stand}
        older = (SetAside(claim=c.id, why=_older(c, newest)) for c in so_far if c.id not in held)
        yield Standing(
            series=series.key,
            day=day,
            claims=stand,
            denials=tuple(sorted((c for c in denials if day_of(c) <= day), key=_age)),
            aside=(*(note for since, note in aside if since <= day), *older),
        )


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


def origins(claims: Sequence[Claim]) -> str:
    """How many stand by a number, in words."""
    return f"{len(claims)} origin{'s' * (len(claims) != 1)}"


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


def _older(claim: Claim, newest: dict[str, Claim]) -> str:
    origin = claim.origin or claim.doc
    last = newest[origin]
    again = (claim.value, claim.low, claim.high) == (last.value, last.low, last.high)
    return f"{origin} said the same again" if again else f"{origin} has said something newer"
