"""What of a series a person must look at: origins that contradict each other, numbers that fell, forecasts missed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recon.model import Claim, Reconciliation, Series
from recon.reports.index import index_of
from recon.reports.layout import counted

FALLS = "RC401"
MISSED = "RC403"


@dataclass(frozen=True, kw_only=True, slots=True)
class Needs:
    """Of one series: pairs of origins whose numbers nothing reconciles, totals that fell or were taken back, forecasts
    that were missed, and all that was found across articles and stands."""

    conflicts: int = 0
    falls: int = 0
    missed: int = 0
    flags: int = 0

    @property
    def any(self) -> bool:
        """Whether there is something for a person to look at."""
        return bool(self.conflicts or self.falls or self.missed or self.flags)

    def words(self) -> tuple[str, ...]:
        """ "2 conflicts", "1 fall"; what there is none of is left out."""
        told = ((self.conflicts, "conflict"), (self.falls, "fall"), (self.missed, "missed forecast"))
        return tuple(counted(number, noun) for number, noun in told if number)


def needs_of(result: Reconciliation) -> Mapping[str, Needs]:
    """What each series needs, by its key."""
    home = {claim.id: (series.key, claim.origin) for series in result.series for claim in series.claims}
    pairs = {
        (one.kind, home[one.a][0], frozenset((home[one.a][1], home[one.b][1])))
        for one in result.relations
        if one.kind in ("conflict", "revised_down")
        and one.a in home
        and one.b in home
        and home[one.a][0] == home[one.b][0]
    }
    related = Counter((kind, key) for kind, key, _ in pairs)
    flags = index_of(result).flags
    told = {key: Counter(one.code for one in found) for key, found in flags.items()}
    none: Counter[str] = Counter()
    return {
        one.key: Needs(
            conflicts=related["conflict", one.key],
            falls=max(related["revised_down", one.key], told.get(one.key, none)[FALLS]),
            missed=told.get(one.key, none)[MISSED],
            flags=told.get(one.key, none).total(),
        )
        for one in result.series
    }


def newest_reported(claims: Iterable[Claim]) -> Claim | None:
    """The claim of the latest day that says what was observed in all; None where there is none."""
    seen = [claim for claim in claims if claim.status == "observed" and claim.measure == "total"]
    return max(seen, key=lambda one: (one.as_of_end or dt.date.min, one.published or dt.date.min), default=None)


def by_need(series: Sequence[Series], needs: Mapping[str, Needs]) -> list[Series]:
    """Conflicts first, then falls, then missed forecasts, then what else was found; then most claims."""

    def weight(one: Series) -> tuple[int, int, int, int, int, str]:
        need = needs[one.key]
        return -need.conflicts, -need.falls, -need.missed, -need.flags, -len(one.claims), one.key

    return sorted(series, key=weight)
