"""Which claims of a series are shown as one, which series are worth showing, and what sets a claim apart."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from recon.model import Claim, Reconciliation, Series
from recon.reports.choosing import is_told_twice
from recon.reports.numbers import quantity

Numbered = tuple[Claim, int]
"""A claim with its number in the series, from 1."""


def several(result: Reconciliation, shown: Iterable[Series]) -> list[Series]:
    """Those of which two sentences or more speak, or on which somebody decided."""
    decided = {id_ for one in result.overrides for id_ in one.claims}
    return [one for one in shown if is_told_twice(one) or not decided.isdisjoint(claim.id for claim in one.claims)]


def each(series: Series) -> Iterator[list[Numbered]]:
    """Every claim on its own."""
    for index, claim in enumerate(series.claims, 1):
        yield [(claim, index)]


def folded(series: Series) -> list[list[Numbered]]:
    """The claims with their numbers; what one origin repeats, in any outlet and on any day, together."""
    groups: dict[tuple[str, ...], list[Numbered]] = {}
    for [(claim, index)] in each(series):
        groups.setdefault(group_of(claim), []).append((claim, index))
    return list(groups.values())


def group_of(claim: Claim) -> tuple[str, ...]:
    """What two claims share that are shown as one: number, status and origin."""
    return quantity(claim), marks(claim), claim.origin or claim.publisher or claim.doc


def marks(claim: Claim) -> str:
    """What sets the claim apart from an observed total."""
    return " ".join(word for word in (claim.status, claim.measure) if word not in ("observed", "total"))


def again(group: Sequence[Numbered]) -> str:
    """ " +2" for a claim that its origin makes twice more."""
    return f" +{len(group) - 1}" if len(group) > 1 else ""


def holds(group: Iterable[Numbered], ids: Container[str]) -> bool:
    """Whether any claim of the group has one of the ids."""
    return any(claim.id in ids for claim, _ in group)
