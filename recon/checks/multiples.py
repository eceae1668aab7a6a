"""RC206: doubled, halved, three times as many, and the two numbers that it is said of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recon.checks.extent import Extent
from recon.checks.intervals import asserted, between, quotient, shown
from recon.checks.rule import Flaw, Rule
from recon.checks.statements import WORD, statements, token
from recon.model import Document, Figure

_CUE = re.compile(r"doubl|tripl|trebl|quadrupl|quintupl|halv|fold\b|\btimes\b|twice|Doubl|Tripl|Halv|<r")
_FACTORS = {
    "doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5, "twofold": 2.0,
    "threefold": 3.0, "fourfold": 4.0, "fivefold": 5.0, "sixfold": 6.0, "tenfold": 10.0, "twice": 2.0,
}  # fmt: skip
_HEDGE = (
    r"(?P<hedge>more than |almost |nearly |at least |over |about |roughly |virtually |practically |just under |"
    r"just over )?"
)
_VERB = r"(?P<verb>(?:doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed?|es|ing)|(?:two|three|four|five|six|ten)fold)"
_SIDES = "nmpvtd"
_MOVED = re.compile(
    rf"(?:\b{_HEDGE}{_VERB}|{token('times', 'r')})(?P<gap>(?:[^.;()<>]|<[da]\d+>){{0,60}}?),? (?:from (?:the |"
    rf"just |an? (?:initial|average of) )?{token('a', _SIDES)}(?:{WORD}|,){{0,9}}? to {token('b', _SIDES)}|"
    rf"to (?:reach )?{token('b2', _SIDES)}(?:{WORD}|,){{0,6}}?,? (?:from|compared with|against) (?:the |just )"
    rf"?{token('a2', _SIDES)})",
    re.IGNORECASE,
)
_TIMES = re.compile(
    rf"{token('b', _SIDES)}{WORD}{{0,4}}?(?:,| \(| [-–—]|, the [a-z]+)?(?: or| which (?:is|was)| was| is| were| are)? "
    rf"(?:{_HEDGE}(?P<verb>double|triple|treble)|{token('times', 'r')}(?: times)?)(?: as (?:many|much) as)?"
    rf"(?: (?:the|its|their|his|her|last year's|an?)){{1,2}}?(?: [a-z-]+){{0,2}}? {token('a', _SIDES)}",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(
    r"\b(?:and|but|while|which|as|after|when)\b|"
    r", (?!(?:rising|climbing|growing|jumping|falling|going|up|down|in|over|last)\b)[a-z]"
)
_LOOSE = {"": (0.87, 1.17), "more than": (0.97, 1.6), "nearly": (0.72, 1.03), "about": (0.75, 1.3)}
"""What a factor leaves open, as shares of it: "doubled" is said of 1.75 to 2.35, "more than doubled" up to tripled."""
_KIN = {"at least": "more than", "over": "more than", "just over": "more than", "more_than": "more than",
        "at_least": "more than", "roughly": "about", "exact": ""}  # fmt: skip


def multiples(document: Document, figures: Sequence[Figure]) -> Iterator[Flaw]:
    """RC206: two numbers of which one is said to be so many times the other, and is not."""
    for statement in statements(document, figures, _SIDES, _CUE):
        for match in (*_MOVED.finditer(statement.text), *_TIMES.finditer(statement.text)):
            held = statement.named(match)
            after, before = held.get("b") or held["b2"], held.get("a") or held["a2"]
            told = held.get("times")
            if _NEW_CLAUSE.search(match.groupdict().get("gap") or ""):
                continue
            if told is not None and (told.value is None or told.value < 2):
                continue
            verb = match["verb"] or ""
            factor = told.value if told is not None and told.value else _factor(verb)
            hedge = told.bound if told is not None else (match["hedge"] or "").strip().lower()
            words = told.text if told is not None else f"{match['hedge'] or ''}{verb}"
            if (after.kind, after.unit) == (before.kind, before.unit):
                yield from _judged(after, before, factor, hedge, words)


def _factor(verb: str) -> float:
    return next(factor for stem, factor in _FACTORS.items() if verb.lower().startswith(stem))


def _judged(after: Figure, before: Figure, factor: float, hedge: str, words: str) -> Iterator[Flaw]:
    one, other = asserted(after), asserted(before)
    if one is None or other is None or other.low <= 0 or one.low < 0:
        return
    made = quotient(one, other)
    low, high = _LOOSE[_KIN.get(hedge, hedge if hedge in _LOOSE else "nearly" if hedge else "")]
    stated = Extent(factor, factor * low, factor * high)
    if made.meets(stated):
        return
    yield Flaw(
        figures=tuple(sorted((after, before), key=lambda figure: figure.start)),
        message=f'"{after.text}" is {shown(made.value)} times "{before.text}"; the text says "{words}"',
        working=f'{after.text} / {before.text} leaves open {between(made)}; "{words}" is said of {between(stated)}',
    )


RULES = (
    Rule(
        code="RC206",
        name="multiple-mismatch",
        severity="error",
        ok="The number of ferries doubled from 14 to 28.",
        not_ok="The number of ferries doubled from 14 to 38.",
        judge=multiples,
    ),
)
