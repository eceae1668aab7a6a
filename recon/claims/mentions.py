"""Whom a document mentions, speaking or not: persons, outlets and bodies, each where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from recon.claims import lexicon as lex
from recon.claims.identity import describe, same_outlet
from recon.claims.layout import STARTERS
from recon.claims.names import ORG_WORDS, Names
from recon.claims.words import DETERMINERS, TIMES

CAPITALS = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}")
WORD = re.compile(r"[a-z]+")
FIRM = re.compile(
    r", (?:an?|the|its) [^,.;]{0,50}\b(?:firm|company|group|agency|modell?er|charity|bank|institute|maker|union|"
    r"consultancy|"
    r"organi[sz]ation|broker|insurer|operator|utility|tank|nonprofit|contractor)\b"
)
"""What says behind a name that it is no person's: "Corden Hale, a consultancy,"."""
INITIALS = re.compile(r"[A-Z]{2,6}")
ACTS = re.compile(
    r" (?:on \w+day )?(?:has|will|plans|reported|announced|expanded|cut|raised|posted|makes|employs|expects|reports|"
    r"denied|"
    r"confirmed|issued|recalled|opened|closed|launched|lowered|warned|gave|put|estimates|puts|counted)\b"
)
"""What a body does that may then say more of it."""
LAST_WORD = re.compile(r"\b([a-z]+) $")
OPENING = re.compile(r"(?:^|[.!?”\"\n]\s{0,2})(?:[Tt]he )?$")
BROADCAST = re.compile(
    r"\b(?:Radio|TV|Television|Broadcast\w*|BBC|CNN|[MN]?[BCN]BC|MSNBC|CBS|ABC|Fox|NPR|PBS|Sky|Jazeera|Arabiya|Agency|"
    r"Reuters|AFP|AP|UPI|ANSA|DPA|Agence|Press|Kyodo|Yonhap|Xinhua|T(?:ass|ASS)|Interfax|Channel|Network|media)\b"
)
"""Outlets that are no newspaper."""
NEWSPAPER = re.compile(
    rf"{BROADCAST.pattern}|\b(?:Times|Post|Herald|Journal|Gazette|Tribune|Daily|Chronicle|News|Star|Sun)\b"
)
"""Outlets that are no magazine."""
WRONG = dict.fromkeys(("newspaper", "paper", "daily", "tabloid"), BROADCAST) | {
    "magazine": NEWSPAPER,
    "weekly": NEWSPAPER,
}
REACH = 40
"""How many mentions back one is looked for."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at an offset, the words beside it that say what it is ("the mayor"), and whether it opens its sentence."""

    start: int
    name: str
    words: frozenset[str] = frozenset()
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of a document by kind, each in order; of bodies only those that open a sentence."""

    people: tuple[Mention, ...]
    outlets: tuple[Mention, ...]
    bodies: tuple[Mention, ...]

    def person(self, before: int, role: str = "") -> str:
        """The person last mentioned before an offset; with a role, the last one so described."""
        return _last(self.people, before, lambda one: not role or role in one.words)

    def subject(self, kind: str, since: int, before: int) -> str:
        """The person or body that opens a sentence last between two offsets; "" where none does."""
        found = self.people if kind == "person" else self.bodies
        at = bisect_left(found, before, key=lambda one: one.start)
        for one in reversed(found[max(0, at - REACH) : at]):
            if one.start < since:
                break
            if one.opens:
                return one.name
        return ""

    def body(self, before: int) -> str:
        """The body last mentioned before an offset."""
        return _last(self.bodies, before)

    def outlet(self, noun: str, before: int) -> str:
        """The outlet last mentioned before an offset that "the newspaper" or "the broadcaster" can mean."""
        wrong = WRONG.get(noun)
        return _last(self.outlets, before, lambda one: wrong is None or not wrong.search(one.name))


def mentions(text: str, known: Names, publisher: str) -> Mentions:
    """Read the mentions of a text in one pass; its own publisher, which is no "newspaper" to it, left out."""
    people: list[Mention] = []
    outlets: list[Mention] = []
    bodies: list[Mention] = []
    for match in CAPITALS.finditer(text):
        printed = match[0].removesuffix("'s").removesuffix("’s")
        last = printed.split()[-1]
        name = printed if printed in known.people else known.surnames.get(last, "")
        if name and _opens(text, match) and FIRM.match(text, match.end()):
            bodies.append(Mention(match.start(), printed, opens=True))
        elif name:
            people.append(Mention(match.start(), name, _beside(text, match), _opens(text, match)))
        elif lex.MEDIA.search(printed):
            speaker = describe(printed, "", known)
            if speaker.kind == "media" and not same_outlet(speaker.name, publisher):
                outlets.append(Mention(match.start(), speaker.name))
        elif _opens(text, match) and _is_body(printed, known, text, match.end()):
            bodies.append(Mention(match.start(), describe(printed, "", known).name, opens=True))
    return Mentions(tuple(people), tuple(outlets), tuple(bodies))


def _is_body(printed: str, known: Names, text: str, end: int) -> bool:
    """Is a name at the head of a sentence a body's: an acronym, "... Agency", or one that does what bodies do?"""
    last = printed.rsplit(maxsplit=1)[-1]
    if last in known.acronyms or (" " in printed and ORG_WORDS.search(last)):
        return True
    return (INITIALS.fullmatch(last) or ACTS.match(text, end)) is not None and _is_name(printed)


def _is_name(printed: str) -> bool:
    """Is a capitalised word that opens a sentence a name, and no day or plain word?"""
    low = printed.lower()
    return low not in STARTERS and low not in TIMES and low not in DETERMINERS and not low.endswith("ing")


def _opens(text: str, match: re.Match[str]) -> bool:
    """Does the name open its sentence, as its subject, and so may be meant by "it"?"""
    return match[0].startswith("The ") or OPENING.search(text[max(0, match.start() - 8) : match.start()]) is not None


def _beside(text: str, match: re.Match[str]) -> frozenset[str]:
    """The title before a name and the apposition behind it: "Governor Ana Silva", "Ana Silva, the governor,"."""
    before = LAST_WORD.search(text, max(0, match.start() - 24), match.start())
    words = WORD.findall(f"{before[1] if before else ''} {match[0]}".lower())
    behind = text[match.end() : match.end() + 60]
    if behind.startswith(", "):
        words += WORD.findall(re.split(r"[,.;:]", behind[2:])[0].lower())
    return frozenset(words) & lex.ROLES


def _last(found: Sequence[Mention], before: int, fits: Callable[[Mention], object] = bool) -> str:
    at = bisect_left(found, before, key=lambda one: one.start)
    return next((one.name for one in reversed(found[max(0, at - REACH) : at]) if fits(one)), "")
