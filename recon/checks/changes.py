"""RC2xx: a stated change, and the two numbers it is said to lie between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recon.checks.extent import Extent, extent
from recon.checks.rule import Flaw, Rule, text_of
from recon.model import NO_QUANTITY, Document, Figure

UP = frozenset({
    "rise", "rises", "rose", "risen", "rising", "up", "increase", "increases", "increased", "increasing", "jump",
    "jumped", "climb", "climbed", "climbing", "grow", "grew", "grown", "growing", "gain", "gained", "soared", "surged",
    "leapt", "higher",
})  # fmt: skip
DOWN = frozenset({
    "fall", "falls", "fell", "fallen", "falling", "down", "decrease", "decreased", "drop", "dropped", "decline",
    "declined", "slid", "slipped", "slumped", "tumbled", "plunged", "sank", "shrank", "lower",
})  # fmt: skip

_HEDGE = r"(?:(?:about|around|just|over|under|nearly|almost|some|a record|a total of|more than|less than) ){0,2}"
_BRACKET = r"(?: \([^()]{0,40}\))?"
_TIME = r"(?:,? (?:in|for|over|during|at) [\w ,’'-]{1,60}?)?"
_TO = re.compile(rf"(?: [a-z’'-]+){{0,4}}?{_BRACKET}{_TIME},? to {_HEDGE}")
_FROM = re.compile(rf"(?: [a-z’'-]+){{0,4}}?{_BRACKET}{_TIME},? (?:from|compared (?:with|to)|against) {_HEDGE}")
_BY = re.compile(rf"(?: a (?:day|week|month|year))?{_BRACKET}{_TIME},? (?:or|up|down|an? [a-z]+ (?:of|by)) {_HEDGE}")
_OTHER_BASIS = re.compile(
    r"\b(?:(?:a|per|each|every) (?:day|week|month|quarter|year)|annual\w*|average\w*|adjust\w+|constant|"
    r"local currenc\w+|like-for-like|underlying|organic\w*|inflation|real terms|excluding|including)\b",
    re.IGNORECASE,
)
"""Words by which a change is not that of the two numbers printed beside it."""

_WORD = re.compile(r"[a-z]+")
_BEFORE = 40
_FAR = 160
"""Characters that a statement spans at most between two of its figures, and that a bracket is looked for."""

_OPEN = 1.25
_PASSED_OVER = NO_QUANTITY | {"duration", "age"}


@dataclass(frozen=True, slots=True)
class Change:
    """A stated change with its direction, 1 or -1, and the figures before and after it."""

    stated: Figure
    direction: int
    before: Figure
    after: Figure


def changes(document: Document, figures: Sequence[Figure]) -> Iterator[Change]:
    """ "rose 12% to 560 from 500", "fell by 60 from 560 to 500", "rose from 500 to 560, or 12%"; brackets aside."""
    plain = [figure for figure in figures if _is_plain(text_of(document, figure.part), figure)]
    for one, two, three in zip(plain, plain[1:], plain[2:], strict=False):
        in_one_sentence = (one.part, one.sentence_start) == (three.part, three.sentence_start)
        if not in_one_sentence or three.start - one.end > 2 * _FAR:
            continue
        text = text_of(document, one.part)
        direction = _direction(text[max(one.sentence_start, one.start - _BEFORE) : one.start])
        if not direction or _OTHER_BASIS.search(text, one.start, two.start):
            continue
        links = text[one.end : two.start], text[two.end : three.start]
        if _are_alike(two, three, stated=one):
            if _TO.fullmatch(links[0]) and _FROM.fullmatch(links[1]):
                yield Change(one, direction, before=three, after=two)
            elif _FROM.fullmatch(links[0]) and _TO.fullmatch(links[1]):
                yield Change(one, direction, before=two, after=three)
        elif _are_alike(one, two, stated=three) and _TO.fullmatch(links[0]) and _BY.fullmatch(links[1]):
            yield Change(three, direction, before=one, after=two)


def mismatched(document: Document, figures: Sequence[Figure]) -> Iterator[Flaw]:
    """RC203: a change that the numbers before and after it do not make."""
    for change in changes(document, figures):
        if change.stated.kind == "percent" and _extent(change.before).low <= 0:
            continue  # no number is a percentage of nothing
        made, unit = _made(change)
        stated = _asserted(change.stated)
        if not made.meets(stated):
            size = f"{made.low:.3g} to {made.high:.3g}{unit}"
            yield Flaw(
                figures=tuple(sorted((change.stated, change.before, change.after), key=lambda figure: figure.start)),
                message=(
                    f'from "{change.before.text}" to "{change.after.text}" is a change of {made.value:.3g}{unit},'
                    f' not of "{change.stated.text}"'
                ),
                working=f"as printed the two leave open {size}; the text says {change.stated.text}",
            )


def _is_plain(text: str, figure: Figure) -> bool:
    """Whether a figure is a quantity with a number that does not stand in brackets."""
    reach = max(figure.sentence_start, figure.start - _FAR)
    opened, closed = text.rfind("(", reach, figure.start), text.rfind(")", reach, figure.start)
    return figure.kind not in _PASSED_OVER and opened <= closed and figure.value is not None


def _are_alike(first: Figure, second: Figure, *, stated: Figure) -> bool:
    """Whether two numbers are of one sort, and the stated change a share or a difference of it."""
    alike = first.kind == second.kind and first.unit == second.unit and first.kind != "percent"
    return alike and (stated.kind == "percent" or (stated.kind, stated.unit) == (first.kind, first.unit))


def _direction(text: str) -> int:
    for word in reversed(_WORD.findall(text.lower())):
        if word in UP or word in DOWN:
            return 1 if word in UP else -1
    return 0


def _made(change: Change) -> tuple[Extent, str]:
    """The change from the one number to the other, in the direction stated: in percent, or in their unit."""
    before, after, sign = _extent(change.before), _extent(change.after), change.direction
    if change.stated.kind != "percent":
        ends = [sign * (one - other) for one in after[1:] for other in before[1:]]
        return Extent(sign * (after.value - before.value), min(ends), max(ends)), ""
    ends = [sign * 100 * (one / other - 1) for one in after[1:] for other in before[1:]]
    return Extent(sign * 100 * (after.value / before.value - 1), min(ends), max(ends)), "%"


def _asserted(figure: Figure) -> Extent:
    """What a stated change leaves open; a hedge to one side opens that side by a quarter, as a writer would."""
    stated = _extent(figure)
    if figure.high is None:
        return stated._replace(high=stated.high * _OPEN)
    return stated if figure.low is not None else stated._replace(low=stated.low / _OPEN)


def _extent(figure: Figure) -> Extent:
    assert figure.value is not None  # noqa: S101
    return extent(figure.value, figure.step)


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
