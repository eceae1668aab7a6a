"""The lowest to the highest that is claimed, one claim an origin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recon.model import Claim, Estimate, Series, SetAside
from recon.reconcilers.admission import UNDATED, admit, by, by_day, date_or_none, day_of, told_before


@dataclass(frozen=True, kw_only=True)
class Range:
    """On each as-of day the lowest and the highest of what each origin last said.

    A side is open where the number at that end is itself open ("at least 40" as the highest). `best` is null unless
    all agree.
    """

    name: str = "range"

    def reconcile(self, series: Series) -> Iterator[Estimate]:
        """One estimate for each day with an observed claim."""
        counted, aside = admit(series)
        newest: dict[str, Claim] = {}
        older: list[tuple[dt.date, Claim]] = []
        days = by_day(counted)
        for (day, told), before in zip(days, told_before(series, days), strict=True):
            for claim in told:
                if (last := newest.pop(_voice(claim), None)) is not None:
                    older.append((day, last))
                newest[_voice(claim)] = claim
            claims = list(newest.values())
            passed = [_older(claim, newest) for since, claim in older if before is None or since > before]
            low, high = lowest(claims), highest(claims)
            yield Estimate(
                series=series.key,
                at=date_or_none(day),
                low=low,
                best=low if low == high else None,
                high=high,
                support=tuple(claim.id for claim in claims),
                set_aside=tuple(sorted((*by(day, aside, before), *passed), key=lambda note: note.claim)),
                why=_why(claims),
            )


def _voice(claim: Claim) -> str:
    """Who says something newer with a later claim; of claims without a day none is the newer."""
    return claim.id if day_of(claim) == UNDATED else claim.origin or claim.doc


def _why(claims: Sequence[Claim]) -> str:
    if len(claims) == 1:
        return f"what {claims[0].origin or 'a claim of unknown origin'}, the only one, said last"
    return f"the lowest to the highest of {_origins(claims)}, what each said last"


def _origins(claims: Sequence[Claim]) -> str:
    named = len({claim.origin for claim in claims if claim.origin})
    unnamed = sum(not claim.origin for claim in claims)
    told = [f"{named} origin{'s' * (named != 1)}"] if named else []
    told += [f"{unnamed} claim{'s' * (unnamed != 1)} of unknown origin"] if unnamed else []
    return " and ".join(told)


def lowest(claims: Sequence[Claim]) -> float | None:
    """The least number claimed; null where that is the top of what its claim asserts ("up to 40")."""
    at, closed = min((_ends(claim)[0], claim.low is not None) for claim in claims)
    return at if closed else None


def highest(claims: Sequence[Claim]) -> float | None:
    """The greatest number claimed; null where that is the foot of what its claim asserts ("at least 40")."""
    at, open_above = max((_ends(claim)[1], claim.high is None) for claim in claims)
    return None if open_above else at


def _ends(claim: Claim) -> tuple[float, float]:
    numbers = [number for number in (claim.low, claim.value, claim.high) if number is not None]
    return min(numbers), max(numbers)


def _older(claim: Claim, newest: dict[str, Claim]) -> SetAside:
    origin = claim.origin or claim.doc
    last = newest[origin]
    again = (claim.value, claim.low, claim.high) == (last.value, last.low, last.high)
    why = f"{origin} said the same again" if again else f"{origin} has said something newer"
    return SetAside(claim=claim.id, why=why)
