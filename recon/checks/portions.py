"""RC205: a share of a number, and the part it is said to be."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from recon.checks.extent import Extent
from recon.checks.intervals import asserted, between, is_counted, product, quotient, shown, times
from recon.checks.rule import Flaw, Rule
from recon.checks.statements import WORD, statements, token
from recon.model import Document, Figure

_CUE = re.compile(r"<[pr]")
_DET = r"(?: (?:the|its|their|his|her|our|those|these|all|a|a total of|a workforce of))?"
_TURN = (
    r"(?:,| \(|,? [-–—]|,? or)"
    r"(?: or| that is| which is| equal to| a total of| equivalent to| about)?(?: an?| the)?"
)
_PART, _WHOLE, _SHARE = token("part", "nmv"), token("whole", "nmv"), token("share", "pr")
_END = r"(?=[ ,.;:)]|-strong|$)(?! (?:of(?! them)|million|more|points?|years?)\b)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_PART}{WORD}{{0,2}}? (?:of|out of){_DET}{WORD}{{0,1}}? {_WHOLE}{WORD}{{0,4}}?{_TURN} ?{_SHARE}{_END}",
        rf"{_SHARE}(?: of| in){_DET} {_WHOLE}{WORD}{{0,4}}?{_TURN} ?{_PART}{_END}",
        rf"{_PART}{WORD}{{0,4}}?{_TURN} ?{_SHARE},? (?:of|out of){_DET}{WORD}{{0,3}}? {_WHOLE}{_END}",
        rf"{_SHARE}(?::| [-–—]) {_PART} (?:of|out of){_DET} {_WHOLE}{_END}",
        rf"{_PART} \({_SHARE}\) (?:of|out of){_DET} {_WHOLE}{_END}",
        (
            rf"\b(?:of|out of|among){_DET} {_WHOLE}{WORD}{{0,5}},{WORD}{{0,3}}? {_PART}{WORD}{{0,2}}?(?:,? or|,| "
            rf"\()(?: or)? ?{_SHARE}{_END}"
        ),
    )
)
_POSSIBLE = re.compile(
    rf"{token('share', 'p')} of(?: the| its| their| all| our| his| her)? {token('whole', 'n')}(?P<noun>{WORD})",
    re.IGNORECASE,
)
_SAID_TWICE = re.compile(rf"{token('ratio', 'r')}{WORD}{{0,2}}?(?:, or| \() ?{token('share', 'p')}(?=[),.])")
_ANOTHER = re.compile(
    r"\b(?:up|down|rise|rose|fall|fell|increase|decrease|more|less|average|per|each|compared|than|from <|to <)\b",
    re.IGNORECASE,
)
_DIVISIBLE = frozenset(
    {"hours", "days", "weeks", "months", "years", "minutes", "points", "percent", "miles", "cents", "million"}
)
_MOST_COUNTED = 60
"""Wholes up to this leave gaps between the percentages that are possible."""


def shares_of_wholes(document: Document, figures: Sequence[Figure]) -> Iterator[Flaw]:
    """RC205: "x percent of N" beside a count that it is not, or of so few that no count makes it (GRIM)."""
    for statement in statements(document, figures, "pr", _CUE):
        told: set[str] = set()
        for pattern in _PATTERNS:
            for match in pattern.finditer(statement.text):
                held = statement.named(match)
                if held["share"].id in told or not _are_alike(held) or _ANOTHER.search(match[0]):
                    continue
                told.add(held["share"].id)
                yield from _mismatch(held["part"], held["whole"], held["share"])
        for match in _SAID_TWICE.finditer(statement.text):
            held = statement.named(match)
            if held["share"].id not in told:
                yield from _same_share(held["ratio"], held["share"])
        for match in _POSSIBLE.finditer(statement.text):
            held = statement.named(match)
            if held["share"].id not in told and match["noun"].strip().lower() not in _DIVISIBLE:
                yield from _impossible(held["share"], held["whole"])


def _are_alike(held: dict[str, Figure]) -> bool:
    """Whether part and whole are of one sort, and the share a fraction."""
    share = held["share"]
    small = share.kind == "percent" or (share.value is not None and share.value < 1)
    return small and (held["part"].kind, held["part"].unit) == (held["whole"].kind, held["whole"].unit)


def _fraction(share: Figure) -> Extent | None:
    known = asserted(share)
    return times(known, 0.01) if known is not None and share.kind == "percent" else known


def _mismatch(part: Figure, whole: Figure, share: Figure) -> Iterator[Flaw]:
    known, held, fraction = asserted(part), asserted(whole), _fraction(share)
    if known is None or held is None or fraction is None or fraction.low < 0 or held.low <= 0:
        return
    made = product(fraction, held)
    if share.kind == "percent" and is_counted(part) and is_counted(whole):
        made = Extent(made.value, math.floor(made.low + 0.5) if made.low % 1 == 0.5 else made.low, made.high)
    if made.meets(known):
        return
    actual = quotient(known, held)
    yield Flaw(
        figures=tuple(sorted((part, whole, share), key=lambda figure: figure.start)),
        message=(
            f'"{share.text}" of "{whole.text}" is {shown(made.value)}, not "{part.text}",'
            f" which is {shown(100 * actual.value)}%"
        ),
        working=f"{share.text} of {whole.text} leaves open {between(made)}; the text says {part.text}, "
        f"{between(known)}",
    )


def _same_share(ratio: Figure, share: Figure) -> Iterator[Flaw]:
    one, other = asserted(ratio), asserted(share)
    if one is None or other is None or one.value >= 1 or times(one, 100).meets(other):
        return
    yield Flaw(
        figures=(ratio, share),
        message=f'"{ratio.text}" is {shown(100 * one.value)}%, not "{share.text}"',
        working=f"{ratio.text} leaves open {between(times(one, 100))}%; the text says {share.text}",
    )


def _impossible(share: Figure, whole: Figure) -> Iterator[Flaw]:
    """GRIM (Brown and Heathers 2017): of N things only N + 1 percentages are possible."""
    stated = asserted(share)
    if stated is None or share.bound != "exact" or not is_counted(whole) or whole.value is None:
        return
    if not 1 < whole.value <= _MOST_COUNTED or stated.high > 100:
        return
    least = math.floor(stated.value * whole.value / 100)
    around = [(count, 100 * count / whole.value) for count in (least, least + 1)]
    if any(stated.low <= percent <= stated.high for _, percent in around):
        return
    ways = " and ".join(f"{count} is {shown(percent)}%" for count, percent in around)
    yield Flaw(
        figures=tuple(sorted((share, whole), key=lambda figure: figure.start)),
        message=f'no number of "{whole.text}" is "{share.text}"',
        working=f"of {whole.text}, {ways}",
    )


RULES = (
    Rule(
        code="RC205",
        name="share-mismatch",
        severity="error",
        ok="Of the 60 ferries, 15 (25%) were late.",
        not_ok="Of the 60 ferries, 15 (35%) were late.",
        judge=shares_of_wholes,
    ),
)
