"""RC203: a stated change, and the two numbers it is said to lie between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recon.checks import wording
from recon.checks.direction import named
from recon.checks.extent import Extent
from recon.checks.intervals import asserted, between, difference, quotient, shown, times
from recon.checks.rule import Flaw, Rule
from recon.checks.statements import statements
from recon.checks.told import Change, changes
from recon.model import Document, Figure

_CUE = re.compile(r"\b(?:from|compared|against|on)\b")


def mismatched(document: Document, figures: Sequence[Figure]) -> Iterator[Flaw]:
    """RC203: a change that the numbers before and after it do not make."""
    for statement in statements(document, figures, "nmptvdqr", _CUE):
        for change in changes(statement):
            yield from _judged(change)


def _judged(change: Change) -> Iterator[Flaw]:
    before, after = asserted(change.before), asserted(change.after)
    if before is None or after is None or before.low <= 0 or after.low < 0:
        return
    made = difference(after, before)
    pair = f'from "{change.before.text}" to "{change.after.text}"'
    printed = [figure for figure in (change.stated, change.before, change.after) if figure is not None]
    ordered = tuple(sorted(printed, key=lambda figure: figure.start))
    if change.stated is None:
        if made.high < 0 < change.direction or made.low > 0 > change.direction:
            yield Flaw(
                figures=ordered,
                message=f"{pair} is {named(made.value)}, not {named(change.direction)}",
                working=f"as printed the two leave open a change of {between(made)}",
            )
        return
    stated = asserted(change.stated)
    if stated is None:
        return
    if change.stated.kind == "ratio":
        stated = times(stated, 100)
    way, unit = (
        change.direction,
        {"percent": "%", "ratio": "%", "points": " points"}.get(
            change.stated.kind, f" {wording.symbol(change.stated.unit)}".rstrip()
        ),
    )
    if unit == "%":
        if change.before.kind == "percent" and _turned(made, way).meets(stated):
            return
        made = _share(after, before)
    turned = _turned(made, way)
    if turned.meets(stated):
        return
    asked = f"not {named(way)}" if made.value * way < 0 else "not one"
    size = f"{shown(abs(made.value))}{unit}"
    yield Flaw(
        figures=ordered,
        message=(
            f'{pair} is {named(made.value)} of {size}, {asked} of "{change.stated.text}"'
            if made.value
            else f'{pair} is no change, {asked} of "{change.stated.text}"'
        ),
        working=f"as printed the two leave open {between(made)}{unit}; the text says {named(way)} of "
        f"{change.stated.text}",
    )


def _share(after: Extent, before: Extent) -> Extent:
    """The change in percent."""
    return Extent(*(100 * (end - 1) for end in quotient(after, before)))


def _turned(made: Extent, way: int) -> Extent:
    return made if way > 0 else Extent(-made.value, -made.high, -made.low)


RULES = (
    Rule(
        code="RC203",
        name="change-mismatch",
        severity="error",
        ok="Exports rose 12% to 560 tonnes from 500 tonnes.",
        not_ok="Exports rose 25% to 560 tonnes from 500 tonnes.",
        judge=mismatched,
    ),
)
