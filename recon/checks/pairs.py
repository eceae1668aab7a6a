"""Two figures side by side as one quantity in two units: "16 km (10 miles)", "16 km/10 miles", "5 km, or 3 miles,".

AP and Reuters style put the conversion in brackets after the original; British usage also has "or", a slash or dashes.
A third unit follows the second: "3 knots (5.6 km/h; 3.5 mph)", "5 km, 3 miles or 2.7 nautical miles".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from recon.checks.rule import text_of
from recon.checks.sides import converts, merged, system
from recon.model import Document, Figure

_EXTENT = (
    r"(?:[-\s](?:long|wide|high|tall|deep|thick|away|apart|across|distant|square"
    r"|in (?:length|height|width|depth|diameter)))?"
)
_WORDED = re.compile(r"\b(?:long|wide|high|tall|deep|thick|length|height|width|depth|diameter)\b")
_SAME = {"length": "long", "height": "high", "tall": "high", "width": "wide", "depth": "deep"}
_HEDGES = (
    r"(?:(?:or|i\.e\.|ie|about|around|roughly|approximately|approx\.?|ca\.?|circa|c\.|some|nearly|almost|over|under|just|"
    r"more than|less than|up to|at least|at most|as much as|between|from|slightly|a little|well|close to|an estimated|"
    r"the equivalent of|equivalent to|equal to|equals|which is|that is|that's|namely|in other words|or about),? ){0,3}"
    r"[~≈=]? ?"
)
_THING = r"(?: of [a-z-]{1,20}(?: [a-z-]{1,20})?)?"
"""What there is so much of: "4 inches of rain (10 cm)"."""
_BEFORE = {
    "bracket": re.compile(rf"\.?{_THING}{_EXTENT},? ?[(\[] ?{_HEDGES}"),
    "hyphened": re.compile(rf"(?: [a-z-]{{1,20}}){{1,2}} ?[(\[] ?{_HEDGES}"),
    "equals": re.compile(r" ?[=≈] ?"),
    "slash": re.compile(r" ?/ ?"),
    "or": re.compile(rf"{_THING}{_EXTENT}, (?=or |i\.?e\.?,? |that is,? |namely ){_HEDGES}"),
    "plain or": re.compile(rf"{_THING} or {_HEDGES}"),
    "commas": re.compile(rf"{_THING}{_EXTENT}, (?=[\da-z~≈]){_HEDGES}"),
    "dashes": re.compile(rf"{_THING}{_EXTENT} ?[–—-]{{1,2}} {_HEDGES}|{_EXTENT}[–—]{_HEDGES}"),
}
_ENDS = r"(?: of [a-z-]{1,20}| per [a-z]{1,12}| each| (?:a|an) (?:day|year|month|week|hour|second|minute))?"
_CLOSED = re.compile(rf"\.?{_EXTENT}{_ENDS} ?(?:[)\];/=,]|,? or |$)")
_AFTER = {
    "bracket": _CLOSED,
    "hyphened": _CLOSED,
    "commas": re.compile(rf"{_EXTENT}(?:, (?!\d)|,$)"),
    "dashes": re.compile(rf"{_EXTENT}(?: [–—-]{{1,2}}|[–—])"),
    "plain or": re.compile(r"(?![-\s](?:races?|runs?|walks?|courses?|events?|swims?|rides?|bags?|bottles?|packs?)\b)"),
}
_CHOICE = re.compile(r"\b(?:either|whether|choose|choice|between|pick|select)\b[^.;:]{0,40}$", re.IGNORECASE)
_NEXT = re.compile(rf"\.?{_EXTENT} ?(?:[;/=]|,? or|,| and) ?{_HEDGES}")
"""Between the second unit of a bracket and the third."""
_LISTED = re.compile(rf",? or {_HEDGES}| ?/ ?")
_PART = re.compile(r"(?:\d |[A-Za-z]/)$")
"""Before a number that is only the end of one: "4 ft 8 1/2 in", "6.7 L/100 km"."""
_SPACES = re.compile(r"\s+")
_FAR = 70
"""Characters between two figures beyond which they do not stand side by side."""


def side_by_side(document: Document, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Figures in different units that the punctuation presents as one quantity, in reading order."""
    whole = list(merged(document, figures))
    listed = -1
    for place, (one, other) in enumerate(pairwise(whole)):
        third = whole[place + 2] if place + 2 < len(whole) else None
        if place == listed or not _near(one, other) or not converts(one, other):
            continue
        text = text_of(document, one.part)
        if _PART.search(text, max(0, one.start - 3), one.start):
            continue
        if _are_listed(text, one, other, third):
            assert third is not None  # noqa: S101
            yield one, other
            yield one, third
            listed = place + 1
        elif form := _form(text, one, other):
            yield one, other
            if third and form in {"bracket", "hyphened"} and _goes_on(text, one, other, third):
                yield one, third


def _near(one: Figure, other: Figure) -> bool:
    return one.part == other.part and 0 < other.start - one.end <= _FAR


def _form(text: str, one: Figure, other: Figure) -> str | None:
    between = _SPACES.sub(" ", text[one.end : other.start])
    after = _SPACES.sub(" ", text[other.end : other.end + _FAR])
    for form, pattern in _BEFORE.items():
        if pattern.fullmatch(between) and _closes(form, after) and _fits(text, form, one, other):
            return None if _speak_of_others(between, after) else form
    return None


def _closes(form: str, after: str) -> bool:
    closing = _AFTER.get(form)
    return closing is None or bool(closing.match(after))


def _fits(text: str, form: str, one: Figure, other: Figure) -> bool:
    """Whether the units go with the form: without brackets, one quantity is told in two systems of units."""
    if form == "hyphened":
        return "-" in one.text
    if form in {"bracket", "equals"}:
        return True
    if form == "plain or" and _CHOICE.search(text[max(0, one.start - _FAR) : one.start]):
        return False
    return system(one.unit) != system(other.unit)


def _speak_of_others(between: str, after: str) -> bool:
    """Whether both have a word for what is measured, and not the same: "30 feet long (4 m wide)"."""
    mine, theirs = _WORDED.search(between), _WORDED.match(after.lstrip(" -"))
    return bool(mine and theirs) and _SAME.get(mine[0], mine[0]) != _SAME.get(theirs[0], theirs[0])  # type: ignore[index]


def _goes_on(text: str, one: Figure, other: Figure, third: Figure) -> bool:
    """Whether the bracket with the second figure holds a third: "(5.6 km/h; 3.5 mph)"."""
    if not _near(other, third) or not converts(one, third) or third.unit == other.unit:
        return False
    between = _SPACES.sub(" ", text[other.end : third.start])
    after = _SPACES.sub(" ", text[third.end : third.end + _FAR])
    return bool(_NEXT.fullmatch(between) and _CLOSED.match(after))


def _are_listed(text: str, one: Figure, other: Figure, third: Figure | None) -> bool:
    """Whether three units stand in a row without brackets: "5 km, 3 miles or 2.7 nautical miles"."""
    if third is None or not _near(other, third) or not converts(one, third) or not converts(other, third):
        return False
    first, second = text[one.end : other.start], text[other.end : third.start]
    return (first == ", " or (first.strip() == "/" == second.strip())) and bool(
        _LISTED.fullmatch(_SPACES.sub(" ", second))
    )
