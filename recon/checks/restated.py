"""RC301: the same quantity told twice in one document, with numbers that do not meet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recon.checks.echoes import around, stems
from recon.checks.intervals import asserted, between, total
from recon.checks.people import head
from recon.checks.rule import Claims, ClaimsRule, Flaw, text_of
from recon.model import Claim, Document, Figure

_DEFINITE = re.compile(
    r"\b(?:the|all(?: the)?|these|those|none of the|its|his|her|their|\w+['’]s) (?:about |more than |nearly |over )?$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:other|another|more|further|first|last|latest|next|same|previous|remaining|extra|new|of) $", re.IGNORECASE
)
_PARTITIVE = re.compile(
    r"^ ?(?:of|more|other|further|out of|from|in \w+ days?)\b|^[- ]?(?:per|a|an|each) ", re.IGNORECASE
)
_UPDATED = re.compile(
    r"\b(?:ris(?:es|en|ing)|rose|climb\w*|grew|increas\w+|fell|dropped|so far|additional\w*|revis\w+|propos\w+|"
    r"compared|each|record high)\b|\d [ap]\.?m\b",
    re.IGNORECASE,
)
"""Words by which one of two numbers is of another day, or is meant to differ."""
_SIDE = re.compile(r"\b(?:before|after|until|during|first|second|third)\b")
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w&]+")
_CAPITAL = re.compile(r"[A-Z][\w&]+")
_MOST_TIMES = 30
"""A slip of the hand does not make a number more times larger."""
_KINDS = frozenset({"count", "money", "length", "area", "mass", "power", "volume", "energy", "speed"})
_SMALLEST = 10
_MOST = 60
_NEAR = 60
_LONGEST = 400
_SHARED = 2
_UNKNOWN_MEASURE = frozenset(
    {"m", "km", "match", "game", "goal", "point", "minute", "year", "day", "week", "month", "time"}
)


def restatements(document: Document, figures: Sequence[Figure], claims: Claims) -> Iterator[Flaw]:
    """RC301: "140 dead" and further down "the 410 dead"; a note where another speaker or day explains it."""
    plain = [figure for figure in figures if _is_plain(figure)][:_MOST]
    told: set[str] = set()
    for place, later in enumerate(plain):
        text = text_of(document, later.part)
        before = text[max(0, later.start - 25) : later.start]
        definite = bool(_DEFINITE.search(before))
        if before.endswith("(") or _OTHERS.search(before) or _PARTITIVE.match(text[later.end : later.end + 12]):
            continue
        mine = [
            one
            for one in plain[:place]
            if (one.kind, one.unit) == (later.kind, later.unit)
            and one.sentence_start != later.sentence_start
            and _is_same_thing(document, one, later, definite=definite)
        ]
        mine = [one for one in mine if not _adds_up(one, later, plain)]
        if not mine or later.id in told or any(_meet(one, later) for one in plain[:place] if one.unit == later.unit):
            continue
        told.add(later.id)
        yield _flaw(mine[-1], later, claims)


def _is_plain(figure: Figure) -> bool:
    if (
        figure.kind not in _KINDS
        or figure.value is None
        or figure.bound not in {"exact", "about", "more_than", "nearly"}
    ):
        return False
    return figure.kind != "count" or figure.value >= _SMALLEST


def _is_same_thing(document: Document, one: Figure, later: Figure, *, definite: bool) -> bool:
    """Whether the later words say nothing of their thing that the earlier sentence does not."""
    text = text_of(document, one.part)
    if _OTHERS.search(text[max(0, one.start - 25) : one.start]) or _PARTITIVE.match(text[one.end : one.end + 12]):
        return False
    mine = text[one.sentence_start : one.sentence_end][:_LONGEST]
    told = text_of(document, later.part)[later.sentence_start : later.sentence_end][:_LONGEST]
    if _are_apart(one, later, mine, told):
        return False
    near_one, near_later = around(document, one, _NEAR), around(document, later, _NEAR)
    words = stems(later.noun)
    if not words <= stems(mine) or not _sides(near_later) <= _sides(near_one):
        return False
    near, earlier = stems(near_later) | words, stems(near_one) | stems(one.noun)
    shared, fewest = near & earlier, min(len(near), len(earlier))
    return len(shared) >= _SHARED and (2 if definite else 4) * len(shared) >= (1 if definite else 3) * fewest


def _are_apart(one: Figure, later: Figure, mine: str, told: str) -> bool:
    """Whether anything says that the numbers are of two things, or of one that has changed."""
    if not 1 / _MOST_TIMES < (later.value or 0) / (one.value or 1) < _MOST_TIMES:
        return True
    thing = head(later.noun).lower()
    if later.kind == "count" and (not thing or head(one.noun).lower() != thing):
        return True
    names = set(_NAME.findall(told[: later.start - later.sentence_start]))
    return (
        thing in _UNKNOWN_MEASURE
        or bool(_UPDATED.search(told) or _UPDATED.search(mine))
        or not names <= set(_CAPITAL.findall(mine))
    )


def _sides(text: str) -> frozenset[str]:
    """The words that set two like things apart by when."""
    return frozenset(_SIDE.findall(text))


def _adds_up(one: Figure, later: Figure, plain: Sequence[Figure]) -> bool:
    """Whether the earlier sentence tells the parts of the later number: "14 in Tarn and 22 in Corm" are "the 36"."""
    parts = [
        asserted(other) for other in plain if other.sentence_start == one.sentence_start and other.unit == one.unit
    ]
    known = asserted(later)
    return known is not None and len(parts) > 1 and total(part for part in parts if part).meets(known)


def _meet(one: Figure, other: Figure) -> bool:
    mine, theirs = asserted(one), asserted(other)
    return mine is None or theirs is None or mine.meets(theirs)


def _flaw(one: Figure, later: Figure, claims: Claims) -> Flaw:
    made = {claim.id: claim for claim in claims()}
    why = _explained(made[one.id], made[later.id]) if one.id in made and later.id in made else ""
    first, second = asserted(one), asserted(later)
    assert first is not None  # noqa: S101
    assert second is not None  # noqa: S101
    named = f"{one.text} {one.noun}".strip(), f"{later.text} {later.noun}".strip()
    return Flaw(
        figures=(one, later),
        message=f'"{named[0]}" is later "{named[1]}"' + (f"; {why}" if why else ""),
        working=f"{between(first)} and {between(second)} do not meet",
        severity="info" if why else None,
    )


def _explained(one: Claim, later: Claim) -> str:
    """What sets the two apart: who says it, as of when, whether it has happened; "" where nothing does."""
    if one.origin != later.origin:
        return f"the one is told by {one.origin or 'the outlet'}, the other by {later.origin or 'the outlet'}"
    if (one.as_of_start, one.as_of_end) != (later.as_of_start, later.as_of_end) or one.as_of_text != later.as_of_text:
        return "they are of different days"
    if one.status != later.status:
        return f"the one is {one.status}, the other {later.status}"
    if (one.place, one.scope) != (later.place, later.scope) and one.place and later.place:
        return "they are of different places"
    return ""


RULES = (
    ClaimsRule(
        code="RC301",
        name="restated-differently",
        severity="warning",
        ok="The gale destroyed 230 cottages in Ostmark. Nobody was hurt. The 230 cottages destroyed were insured.",
        not_ok="The gale destroyed 230 cottages in Ostmark. Nobody was hurt. The 320 cottages destroyed were insured.",
        judge=restatements,
    ),
)
