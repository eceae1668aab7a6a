"""RC304: one number printed with two magnitudes, "$110 million" and "$110"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from recon.checks.echoes import around, stem, stems
from recon.checks.people import head
from recon.checks.rule import Flaw, Rule, text_of
from recon.model import Document, Figure, Fix

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_APIECE = re.compile(
    r"^ ?(?:an?|per|each|every)\b|^[\w\s’'-]{0,25}?\b(?:each|apiece|per|tickets?|shares?|bonus|fee|off|"
    r"bills?|notes?|coins?|barrels?|ounces?)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\b(?:the|this|that|its|his|her|their) $", re.IGNORECASE)
_MOST_FIGURES = 120


def magnitudes(document: Document, figures: Sequence[Figure]) -> Iterator[Flaw]:
    """RC304: the same digits of the same thing, a thousand or a million times larger the one than the other."""
    groups: dict[tuple[str, str, str], list[tuple[Figure, float]]] = {}
    for figure in figures[: _MOST_FIGURES * 5]:
        if (
            figure.kind not in {"money", "count"}
            or figure.value is None
            or figure.value <= 0
            or figure.bound == "range"
        ):
            continue
        digits = _DIGITS.findall(figure.text)
        if len(digits) != 1 or "," in figure.text:
            continue
        size = round(figure.value / float(digits[0]), 3) if float(digits[0]) else 0
        if size in {1, 1e3, 1e6, 1e9, 1e12}:
            groups.setdefault((figure.kind, figure.unit, digits[0]), []).append((figure, size))
    for (kind, _, _), group in groups.items():
        sizes = {size for _, size in group}
        if len(sizes) != 2 or len(group) > _MOST_FIGURES:
            continue
        for (one, mine), (other, theirs) in combinations(group, 2):
            if mine != theirs and _are_of_one_thing(document, one, other, kind):
                yield _flaw(one, other, mine, theirs)
                break


def _are_of_one_thing(document: Document, one: Figure, other: Figure, kind: str) -> bool:
    """Whether the sentences say so: a thing named with the one is named with the other."""
    small = min(one, other, key=lambda figure: figure.value or 0)
    behind = text_of(document, small.part)[small.end : small.end + 40]
    if _APIECE.match(behind):
        return False
    if kind == "count":
        return head(one.noun) == head(other.noun) != "" and (small.value or 0) % 1 != 0
    later = max(one, other, key=lambda figure: (figure.part == "body", figure.start))
    before = text_of(document, later.part)[max(0, later.start - 10) : later.start]
    bare = small.value == float(_DIGITS.findall(small.text)[0])
    if (
        (later is small or not bare)
        and _DEFINITE.search(before)
        and re.match(r"[-\s][a-z]{3,}", text_of(document, later.part)[later.end :])
    ):
        return True
    things = [stem(head(figure.noun)) for figure in (one, other) if figure.noun]
    words = stems(around(document, one)) | stems(one.noun), stems(around(document, other)) | stems(other.noun)
    shared = words[0] & words[1]
    if len(_DIGITS.findall(small.text)[0].replace(".", "").rstrip("0")) < 2:
        return False  # there is a "$10" and a "$5m" in many a text
    return any(thing in shared for thing in things) or len(shared) >= 2


def _flaw(one: Figure, other: Figure, mine: float, theirs: float) -> Flaw:
    ordered = tuple(sorted((one, other), key=lambda figure: (figure.part, figure.start)))
    ratio = max(mine, theirs) / min(mine, theirs)
    return Flaw(
        figures=ordered,
        message=(
            f'"{ordered[0].text}" and "{ordered[1].text}" have the same digits, and one is {ratio:,.0f} times the other'
        ),
        working=f"{ordered[0].value:,.10g} against {ordered[1].value:,.10g}",
        fix=_fix(*sorted((one, other), key=lambda figure: figure.value or 0)),
    )


_MAGNITUDE = re.compile(r"\s?(?:thousand|million|billion|trillion|[kmbt]n?)\b", re.IGNORECASE)


def _fix(small: Figure, large: Figure) -> Fix | None:
    """The magnitude of the larger number, written behind the smaller where it prints none."""
    digits = _DIGITS.search(large.text)
    left_out = _MAGNITUDE.match(large.text, digits.end()) if digits else None
    bare = _DIGITS.search(small.text)
    if not left_out or not bare or bare.end() != len(small.text):
        return None
    return Fix(start=small.end, end=small.end, replacement=left_out[0], safe=True)


RULES = (
    Rule(
        code="RC304",
        name="magnitude-slip",
        severity="warning",
        ok="The bakery was sold for $110 million. The $110 million sale was signed in May.",
        not_ok="The bakery was sold for $110 million. The $110 sale was signed in May.",
        judge=magnitudes,
    ),
)
