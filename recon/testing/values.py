"""Values with sensible defaults, and a check's findings in a text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from recon.builtin import BUILTIN
from recon.engine import Asked, Plan, chosen_extractor, judge, work_on
from recon.grain import grain
from recon.host import Host
from recon.model import (
    Check,
    Claim,
    Document,
    Estimate,
    Extractor,
    Figure,
    Finding,
    Reconciler,
    Series,
    UnitDefinition,
)
from recon.soundness import estimate_problems, figure_problems
from recon.tables import figures_of
from recon.units import lexicon, using

DAY = dt.date(2024, 1, 15)
"""The day on which everything happens that is not told otherwise."""


def document(text: str, **known: Any) -> Document:
    """A document of an outlet, published on `DAY`; `known` are fields of `Document`."""
    return Document(**{"id": "a.txt", "text": text, "publisher": "The Courier", "published": DAY, **known})


def figures(
    text: str, units: Iterable[UnitDefinition] = (), extractor: Extractor | None = None, **known: Any
) -> tuple[Figure, ...]:
    """The figures that an extractor finds in a text, recon's own with `units` beside its own where none is given.

    What an extractor of your own raises comes through; AssertionError for a figure that recon would leave out.
    """
    told = document(text, **known)
    if extractor is not None:
        found = tuple(figures_of(extractor.extract((told,))))
        _refuse(problem for one in found for problem in figure_problems(one, {told.id: told}))
        return found
    read = lexicon().extended(define=units)
    own = chosen_extractor(Host(BUILTIN), "", read)
    return work_on(Plan(extractor=own, lexicon=read), (told,)).figures


def claim(value: float | None = None, **known: Any) -> Claim:
    """A claim of a count, printed exactly, by its outlet on `DAY`; `known` are fields of `Claim`.

    What follows from others is filled in from them: low and high from value and bound, the as-of day from `published`,
    the origin from the chain, the id from document and place.
    """
    given: dict[str, Any] = {"doc": "a.txt", "part": "body", "start": 0, "published": DAY, **known}
    text = given.setdefault("text", "some" if value is None else f"{value:,.10g}")
    end = given.setdefault("end", given["start"] + len(text))
    low, high = _asserted(value, given.setdefault("bound", "exact"))
    day, publisher = given["published"], given.setdefault("publisher", "The Courier")
    chain = given.setdefault("chain", (publisher,) if publisher else ())
    defaults = {
        "id": f"{given['doc']}#{given['part']}:{given['start']}-{end}",
        "kind": "count",
        "value": value,
        "low": low,
        "high": high,
        "unit": "",
        "unit_alternatives": (),
        "step": 1.0 if value is None else grain(value, min(1.0, abs(value) or 1.0)),
        "noun": "people",
        "sentence_start": given["start"],
        "sentence_end": end,
        "said_by": chain[-1] if chain else "",
        "origin": chain[-1] if chain else "",
        "origin_basis": "named" if len(chain) > 1 else "outlet",
        "as_of_start": day,
        "as_of_end": day,
        "as_of_basis": "published" if day else "unknown",
    }
    return Claim(**{**defaults, **given})


def series(claims: Sequence[Claim], **known: Any) -> Series:
    """The claims as one series in its order: by as-of, then publication; `known` are fields of `Series`."""
    defaults = {"key": "series", "title": "People", "kind": claims[0].kind, "unit": claims[0].unit}
    one = Series(**{**defaults, "claims": (), **known})
    ordered = sorted(
        claims,
        key=lambda claim: (
            claim.as_of_end or dt.date.max,
            claim.published or dt.date.max,
            not claim.superseded,
            claim.reading_order,
        ),
    )
    return replace(one, claims=tuple(replace(claim, series=one.key) for claim in ordered))


def findings(check: Check, text: str, units: Iterable[UnitDefinition] = (), **known: Any) -> tuple[Finding, ...]:
    """What a check finds in a text, with `units` beside recon's own; whatever the check raises comes through."""
    defined = tuple(units)
    with using(lexicon().extended(define=defined)):
        told, found = document(text, **known), figures(text, defined, **known)
        return tuple(judge(check, told, found, Asked(told, found)))


def estimates(reconciler: Reconciler, *given: Series) -> tuple[Estimate, ...]:
    """What a reconciler makes of series, after it has learnt from all of them where it has a `fit`.

    Whatever it raises comes through; AssertionError for an estimate that recon would leave out.
    """
    fit = getattr(reconciler, "fit", None)
    fitted: Reconciler = fit(given) if fit else reconciler
    made: list[Estimate] = []
    for one in given:
        found = tuple(fitted.reconcile(one))
        _refuse(problem for estimate in found for problem in estimate_problems(estimate, one))
        made += (replace(estimate, by=reconciler.name) for estimate in found)
    return tuple(made)


def _refuse(problems: Iterator[str]) -> None:
    problem = next(problems, "")
    assert not problem, problem  # noqa: S101


def _asserted(value: float | None, bound: str) -> tuple[float | None, float | None]:
    """What the words of a bound assert of a value."""
    low = None if bound in ("nearly", "at_most", "less_than") else value
    high = None if bound in ("at_least", "more_than") else value
    return low, high
