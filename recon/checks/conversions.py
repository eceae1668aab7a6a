"""RC1xx: one quantity printed in two units."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from recon import units
from recon.checks import wording
from recon.checks.causes import likely_cause
from recon.checks.extent import converted, extents, significant_digits
from recon.checks.pairs import side_by_side
from recon.checks.readings import Reading, is_below_zero, readings
from recon.checks.rule import Flaw, Rule
from recon.checks.sides import system
from recon.model import Document, Figure


def mismatches(document: Document, figures: Sequence[Figure]) -> Iterator[Flaw]:
    """RC101: one quantity printed in two units, with numbers that no reading brings together."""
    for one, other in side_by_side(document, figures):
        if is_below_zero(document, one) or is_below_zero(document, other):
            continue
        found = list(readings(document, one, other))
        verdicts = [reading.verdict for reading in found]
        if found and "agree" not in verdicts:
            near = "near" in verdicts
            yield _mismatch(found[verdicts.index("near") if near else 0], near=near)
        elif not found and _are_rates_by_other_things(one.unit, other.unit):
            yield Flaw(
                figures=(one, other),
                message=f'"{one.text}" and "{other.text}" measure different things',
                working=f"{wording.symbol(one.unit)} cannot be converted to {wording.symbol(other.unit)}",
            )


def cuts(document: Document, figures: Sequence[Figure]) -> Iterator[Flaw]:
    """RC102: a conversion that was cut where rounding gives the next number up."""
    for one, other in side_by_side(document, figures):
        reading = next(readings(document, one, other), None)
        if reading and reading.verdict == "agree" and one.value is not None and other.value is not None:
            exact = units.convert(one.value, reading.source, reading.target)
            if _is_cut(exact, other.value, other.step) and not _rounds_to(reading, one):
                yield _cut(reading, exact)


def _are_rates_by_other_things(one: str, other: str) -> bool:
    """Miles per hour and kilometres per litre: converted above the line, and something else below it."""
    (above, _, below), (other_above, _, other_below) = one.partition(" / "), other.partition(" / ")
    return (
        bool(below and other_below)
        and system(above) != system(other_above)
        and units.compatible(above, other_above)
        and not units.compatible(below, other_below)
    )


def _mismatch(reading: Reading, *, near: bool) -> Flaw:
    one, other = reading.one, reading.other
    mine, theirs = next(
        (pair for pair in reading.ends if reading.judged(*pair) != "agree"),
        reading.ends[0],
    )
    meant = converted(mine.extent, reading.source, reading.target)
    there = wording.quantity(meant.value, reading.target, _digits(one, other))
    back = units.convert(theirs.value, reading.target, reading.source)
    back_words = wording.quantity(back, reading.source, _digits(other, one))
    cause = likely_cause(mine.value, reading.source, theirs.value, reading.target, other.step)
    message = f'"{one.text}" and "{other.text}" are not the same: the first is {there}, the second {back_words}'
    working = (
        f'"{one.text}" means {wording.interval(mine.extent.low, mine.extent.high, reading.source)}'
        f" = {wording.interval(meant.low, meant.high, reading.target)}; the text says {other.text}"
    )
    if near:
        working += ", and neither number is what the other rounds or cuts to"
    return Flaw(
        figures=(one, other),
        message=f"{message}; perhaps {cause}" if cause else message,
        working=working,
        suggestion=_corrected(reading),
        severity="warning" if near else None,
    )


def _corrected(reading: Reading) -> str:
    """The pair twice, once with either side kept: which of the two is wrong is not for a check to say."""
    one, other, source, target = reading.one, reading.other, reading.source, reading.target
    there = tuple(units.convert(value, source, target) for value in _values(one))
    back = tuple(units.convert(value, target, source) for value in _values(other))
    first = f"{one.text} ({wording.instead(other.text, _values(other), there, target, _digits(one, other))})"
    second = f"{wording.instead(one.text, _values(one), back, source, _digits(other, one))} ({other.text})"
    return f"{first}, or {second}"


def _values(figure: Figure) -> tuple[float, ...]:
    return tuple(part.value for part in extents(figure))


def _digits(kept: Figure, replaced: Figure) -> int:
    """As many digits as the more precise side prints, at least two, and not many more than the kept side bears."""
    known, wanted = (max(significant_digits(value, side.step) for value in _values(side)) for side in (kept, replaced))
    return max(2, min(max(known, wanted), known + 2))


def _is_cut(exact: float, printed: float, step: float) -> bool:
    """Whether the last digit that is not a zero at the end is what cutting leaves there, and rounding does not."""
    steps = round(printed / step)
    while steps and steps % 10 == 0:
        steps, step = steps // 10, step * 10
    return math.trunc(exact / step) == steps and round(exact / step) != steps


def _rounds_to(reading: Reading, one: Figure) -> bool:
    """Whether the first number is the second's conversion, rounded: then the second was not converted at all."""
    assert reading.other.value is not None  # noqa: S101
    back = units.convert(reading.other.value, reading.target, reading.source)
    return one.value is not None and abs(back - one.value) <= one.step / 2


def _cut(reading: Reading, exact: float) -> Flaw:
    one, other = reading.one, reading.other
    digits = significant_digits(other.value or 0, other.step)
    there = wording.quantity(exact, reading.target, digits + 1)
    rounded = wording.instead(other.text, _values(other), (exact,), reading.target, digits)
    return Flaw(
        figures=(one, other),
        message=f'"{other.text}" is cut, not rounded: {one.text} is {there}',
        working=f"{one.text} = {there}, which rounds to {rounded}",
        suggestion=f"{one.text} ({rounded})",
    )


RULES = (
    Rule(
        code="RC101",
        name="conversion-mismatch",
        severity="error",
        ok="The trail runs for 16 km (10 miles) along the coast.",
        not_ok="The trail runs for 16 km (16 miles) along the coast.",
        judge=mismatches,
    ),
    Rule(
        code="RC102",
        name="conversion-cut",
        severity="info",
        ok="The dam lies 250 km (155 miles) upstream.",
        not_ok="The ferry sails 62 km (38 miles) each way.",
        judge=cuts,
    ),
)
