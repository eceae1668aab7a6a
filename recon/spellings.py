"""Names that are one but for their spelling: two romanisations of an East Asian name, and a body's initials."""

from __future__ import annotations

import re
from collections.abc import Sequence

LINKS = frozenset("of for the and on de del la al el bin von van da".split())
"""Words of a name that its initials leave out."""
FAMILY_FIRST = re.compile(r"([A-Z][A-Za-z]{1,6}) ([A-Z][a-z]{0,6})(?:[- ]?([A-Za-z][a-z]{0,6}))?")
HYPHENATED = re.compile(r"[A-Z][A-Za-z]{1,6} [A-Z][a-z]{0,6}-[a-z]{1,7}")
"""As such a name is printed and no other: "Kim Yong-bok"."""
SOUNDS = (
    (re.compile(r"yeo|you|yo|yu"), "yo"),
    (re.compile(r"(?<!y)(?:eo|ou|oo|eu|o|u)(?![iy])"), "o"),
    (re.compile(r"ae|ai"), "e"),
    (re.compile(r"ee"), "i"),
    (re.compile(r"oi"), "oe"),
    (re.compile(r"ch"), "j"),
    (re.compile(r"g(?<!ng)"), "k"),
    (re.compile(r"d"), "t"),
    (re.compile(r"b"), "p"),
    (re.compile(r"r"), "l"),
    (re.compile(r"sh"), "s"),
    (re.compile(r"(.)\1"), r"\1"),
)
"""What McCune-Reischauer, the Revised Romanization and usage write in different letters (Korean: 영 as yŏng, yeong,
young)."""
ACRONYM = re.compile(r"[A-Z]{3,6}")


def sounded(name: str) -> str:
    """A family name and how the given names sound, the same for "Kim Yong-bok" and "Kim Young Bok"; "" for a name that
    is not made so."""
    match = FAMILY_FIRST.fullmatch(name)
    if match is None:
        return ""
    given = f"{match[2]}{match[3] or ''}".lower()
    for pattern, sound in SOUNDS:
        given = pattern.sub(sound, given)
    return f"{match[1].lower()} {given}"


def one_person(names: Sequence[str]) -> bool:
    """Are names that sound alike one person's? One of them must be printed as only such names are."""
    return any(HYPHENATED.fullmatch(name) for name in names)


def initials(name: str) -> str:
    """The initials of a name, those of hyphenated words each: "National Intelligence Service" -> "NIS"."""
    words = [word for word in name.split() if word.lower() not in LINKS]
    return "".join(part[0] for word in words for part in word.split("-") if part).upper()
