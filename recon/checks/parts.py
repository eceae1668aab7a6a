"""RC20x: parts and their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from recon import grain
from recon.checks.intervals import is_counted
from recon.checks.people import are_people, exclusive, same_sort
from recon.checks.rule import Flaw, Rule, text_of
from recon.checks.statements import WORD, statements, token
from recon.model import Document, Figure

_DETERMINERS = (
    r"(?:(?:at least|about|around|some|nearly|almost|over|more than|up to|as many as|all|the|its|their) ){0,2}"
)
_INTO_PARTS = re.compile(
    rf"[^.;:!?()\d]{{0,80}}?\b(?:including|(?:of|among) (?:whom|which|them)|among them),? {_DETERMINERS}", re.IGNORECASE
)
_OF_THE_WHOLE = re.compile(r"\b(?:of|among) (?:whom|which|them)\b", re.IGNORECASE)
_NEXT_PART = re.compile(rf"(?: [\w'’-]+){{1,4}}?(?:,| and|, and|,? as well as) {_DETERMINERS}", re.IGNORECASE)
_ITS = r"(?:the(?: [\w-]+'s)?|its|their|his|her|our|those|these|all|all the)"
_CUE = re.compile(r"[Oo]f |mong ")
_OF = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            rf"(?:(?P<opens>^(?:\W?(?:In all|Overall), )?(?:of|among) (?:{_ITS} )?)|\b(?:of|among) {_ITS} )"
            rf"{token('whole', 'n')}{WORD}{{0,5}}?,{WORD}{{0,3}}? {token('part', 'n')}"
        ),
        rf"{token('part', 'n')} (?:of|out of) {_ITS} {token('whole', 'n')}",
        rf"{token('whole', 'n')}{WORD}{{1,4}}?,(?: and)? {token('part', 'n')} of (?:whom|which|them)\b",
        rf"\bamong {_ITS} {token('whole', 'n')}{WORD}{{0,3}}? (?:were|was|are|is) {token('part', 'n')}",
    )
)
_VERB = re.compile(r" (?:[a-z]+ed|were|was|are|is|have|had|has|will|would|died|voted)\b")
_MOST = 20
"""Figures looked at to either side of a whole: no sentence that is read has more."""


@dataclass(frozen=True, slots=True)
class Division:
    """A whole, the parts that the sentence names of it, and whether another count before it might be their whole."""

    whole: Figure
    parts: tuple[Figure, ...]
    rivals: tuple[Figure, ...]


def divisions(document: Document, figures: Sequence[Figure]) -> Iterator[Division]:
    """Counts followed, in their sentence, by "including", "of whom" or "among them" and counts of the same sort."""
    for place, whole in enumerate(figures):
        parts = tuple(_parts(document, figures[place : place + _MOST])) if whole.kind == "count" else ()
        if parts:
            before = (figure for figure in figures[max(0, place - _MOST) : place] if _in_one_sentence(figure, whole))
            yield Division(whole, parts, tuple(figure for figure in before if figure.kind == "count"))


def parts_beyond_whole(document: Document, figures: Sequence[Figure]) -> Iterator[Flaw]:
    """RC201: a part that is more than its whole, or parts that together are, where nobody can be in two of them."""
    told: set[str] = set()
    for division in (*divisions(document, figures), *parts_of_whole(document, figures)):
        if division.whole.id in told:
            continue
        top = most(division.whole)
        if any(most(rival) >= least(part) for rival in division.rivals for part in division.parts):
            continue
        too_large = next((part for part in division.parts if least(part) > top), None)
        if too_large is not None:
            told.add(division.whole.id)
            yield _flaw(division.whole, (too_large,))
        elif exclusive(tuple(part.noun for part in division.parts)) and sum(map(least, division.parts)) > top:
            yield _flaw(division.whole, division.parts)


def parts_of_whole(document: Document, figures: Sequence[Figure]) -> Iterator[Division]:
    """A part named by what it is of: "of the 57 dead, 31", "31 of the 57", "57 dead, 31 of whom"."""
    for statement in statements(document, figures, "n", _CUE):
        for pattern in _OF:
            for match in pattern.finditer(statement.text):
                held = statement.named(match)
                whole, part = held["whole"], held["part"]
                behind = statement.text[match.end() : match.end() + 20]
                if _are_of_a_sort(
                    whole,
                    part,
                    opens="opens" in pattern.groupindex and bool(match["opens"]),
                    plain=pattern is not _OF[0],
                ) or _VERB.match(behind):
                    yield Division(whole, (part,), ())


def _are_of_a_sort(whole: Figure, part: Figure, *, opens: bool, plain: bool) -> bool:
    """Whether nothing speaks against it that the part is of the whole; more must speak for it in mid-sentence."""
    if opens:
        return not are_people(part.noun) or are_people(whole.noun)
    alike = not part.noun or not whole.noun or same_sort(whole.noun, part.noun)
    return alike and (plain or bool(part.noun and whole.noun))


def most(figure: Figure) -> float:
    """The most that a count leaves open; infinity where its words set no upper side."""
    if figure.high is None:
        return inf
    return figure.high if is_counted(figure) else grain.interval(figure.high, figure.step)[1]


def least(figure: Figure) -> float:
    """The least that a count leaves open; 0 where its words set no lower side."""
    if figure.low is None:
        return 0
    return figure.low if is_counted(figure) else grain.interval(figure.low, figure.step)[0]


def _parts(document: Document, figures: Sequence[Figure]) -> Iterator[Figure]:
    whole, text = figures[0], text_of(document, figures[0].part)
    joint = _INTO_PARTS
    for before, part in pairwise(figures):
        if (
            part.kind != "count"
            or not _in_one_sentence(whole, part)
            or not joint.fullmatch(text, before.end, part.start)
        ):
            return
        bare = not part.noun and _OF_THE_WHOLE.search(text, whole.end, part.start)
        if not bare and not same_sort(whole.noun, part.noun) and not _is_apposed(text, whole, part):
            return
        yield part
        joint = _NEXT_PART


def _is_apposed(text: str, whole: Figure, part: Figure) -> bool:
    """Whether "including" follows the whole's noun at once, and both are things: "38 lorries, including 6 tankers"."""
    things = bool(whole.noun and part.noun) and not are_people(whole.noun) and not are_people(part.noun)
    gap = text[whole.end : part.start].strip()
    return things and gap.startswith(f"{whole.noun}, including") and len(gap) <= len(whole.noun) + 25


def _in_one_sentence(one: Figure, other: Figure) -> bool:
    return one.part == other.part and one.sentence_start == other.sentence_start


def _named(figure: Figure) -> str:
    return f"{figure.text} {figure.noun}".strip()


def _flaw(whole: Figure, parts: tuple[Figure, ...]) -> Flaw:
    listed = " and ".join(_named(part) for part in parts)
    together = "together " if len(parts) > 1 else ""
    total = " + ".join(f"{least(part):,.10g}" for part in parts)
    if len(parts) > 1:
        total += f" = {sum(map(least, parts)):,.10g}"
    return Flaw(
        figures=tuple(sorted((whole, *parts), key=lambda figure: figure.start)),
        message=f"{listed} are {together}more than the {_named(whole)} they are said to be part of",
        working=f"at least {total} > at most {most(whole):,.10g}",
    )


RULES = (
    Rule(
        code="RC201",
        name="parts-exceed-whole",
        severity="error",
        ok="The brigade has 800 soldiers, including 45 officers and two generals.",
        not_ok="The ferry carried 40 passengers, including 28 women and 19 men.",
        judge=parts_beyond_whole,
    ),
)
