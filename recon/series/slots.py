"""The slots of a claim: what must be equal for two claims to speak of one quantity."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from recon.model import Claim
from recon.series.vocabulary import (
    ATTACKERS,
    BESIDE,
    CORPS,
    LINKING,
    NUMBER_WORDS,
    PEOPLE,
    PLACE_WORDS,
    ROLE_ORDER,
    ROLES,
    SAME,
    SCOPES,
    SUBGROUPS,
)

WORD = re.compile(r"[^\W\d_][\w’'&.-]{0,40}")
CONVERTIBLE = frozenset(
    """length area volume mass speed duration age temperature temperature_change energy power pressure information
    frequency percent points ratio count""".split()
)
"""Kinds whose units convert into each other, so that the kind is the dimension."""
SMALL_PLACES = frozenset({"city", "town", "village", "capital"})
"""Words for a place that are part of its name when written with a capital: Derby city, but Kansas City."""
ALONE = re.compile(r"(?!\w+day\b)(\w[\w ’'-]{0,40}) alone")
"""A scope that is a place: "in Varn alone"."""
LONG_AGO = 330
"""Days between a count and its printing after which it is told as history."""


@dataclass(frozen=True, slots=True)
class Slots:
    """`role` and `head` are canonical words; `group` is what else the noun phrase says ("north korea").

    `places` runs from the narrowest named outwards; `stated` tells whether the sentence itself names it. `year` is
    set where the count is history to the document that tells it. `scope` is what the count is said to include or
    leave out.
    """

    dimension: str
    measure: str
    role: str
    head: str
    group: str
    places: tuple[str, ...]
    stated: bool
    scope: str
    year: int | None

    @property
    def place(self) -> str:
        return self.places[0] if self.places else ""

    @property
    def core(self) -> tuple[str, str, str, int | None]:
        """What no two claims of a series may differ in."""
        return self.dimension, self.role, self.head, self.year

    @property
    def telling(self) -> bool:
        """Whether role or head say what is counted; "people" do not."""
        return bool(self.role or self.head)


def slots_of(claim: Claim, sentence: str = "") -> Slots:
    """Read the slots of a claim from its subject, noun, place and scope, and from its sentence where that is given."""
    role, head, group = phrase(claim.subject, claim.noun)
    if not role and not head and claim.kind == "count":
        role = role_beside(sentence, claim.text)
    alone = ALONE.fullmatch(claim.scope)
    found = places(f"{alone[1].title()}, {claim.place}" if alone else claim.place)
    return Slots(
        dimension=claim.kind if claim.kind in CONVERTIBLE else f"{claim.kind} {claim.unit}",
        measure="total" if role in BESIDE and claim.measure == "increment" else claim.measure,
        role=role,
        head=head,
        group=group,
        places=found,
        stated=not sentence or any(word in sentence.lower() for word in found[:1]),
        scope=scope_of(claim.scope),
        year=history(claim),
    )


@lru_cache(maxsize=65536)
def phrase(subject: str, noun: str) -> tuple[str, str, str]:
    """Role, head and other words of what is counted; the subject counts before the printed noun.

    Of people in a role, the head is kept only where it names a part of them ("dead children").

    >>> phrase("North Korean soldiers", "")
    ('', 'troops', 'korean north')
    """
    words = [word.lower().strip(".'’") for word in WORD.findall(subject)]
    printed = [word.lower().strip(".'’") for word in WORD.findall(noun)]
    role = role_in((*words, *printed))
    if role:
        own = _content(words) or _content(printed)
        head = next((word for word in reversed(own) if word in SUBGROUPS), "")
        return role, head, ""
    own = _content(words) or _content(printed)
    head = own[-1] if own else ""
    apart = next((word for word in printed if word in CORPS), "") if head == "troops" else ""
    return "", f"{apart} {head}".strip(), " ".join(sorted(set(own[:-1]) - {apart}))


@lru_cache(maxsize=65536)
def scope_of(printed: str) -> str:
    """What a count is said to include or leave out, in two words; "" where that is only a number of its own parts.

    >>> scope_of("including the gunman, officials said"), scope_of("including 40 officers")
    ('with attacker', '')
    """
    words = [word.lower() for word in WORD.findall(printed)]
    if not words or any(sign.isdigit() for sign in printed) or words[0] not in SCOPES:
        return ""
    named = next((word for word in words[1:] if word not in LINKING and word not in NUMBER_WORDS), "")
    if any(word in NUMBER_WORDS for word in words[:3]):
        return ""
    return f"{SCOPES[words[0]]} {'attacker' if not ATTACKERS.isdisjoint(words[:4]) else canonical(named)}"


def role_in(words: Iterable[str]) -> str:
    """The role that the first in `ROLE_ORDER` of the words gives."""
    roles = {ROLES[word] for word in words if word in ROLES}
    return next((role for role in ROLE_ORDER if role in roles), "")


def role_beside(sentence: str, text: str) -> str:
    """The role whose word stands nearest to a number in its sentence; "" where none does."""
    at = sentence.find(text)
    if at < 0:
        return ""
    words = ((abs(match.start() - at), match[0].lower().strip(".'’")) for match in WORD.finditer(sentence))
    return min(((gap, ROLES[word]) for gap, word in words if word in ROLES), default=(0, ""))[1]


def _content(words: Iterable[str]) -> list[str]:
    """The canonical words before the first preposition that say what is counted."""
    found: list[str] = []
    for word in words:
        if word in LINKING and found:
            break
        if word not in LINKING and word not in ROLES and word not in PEOPLE:
            found.append(canonical(word))
    return found


def canonical(noun: str) -> str:
    """One word for a noun in singular and plural and for those that papers use alike."""
    if noun in SAME:
        return SAME[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


@lru_cache(maxsize=65536)
def places(printed: str) -> tuple[str, ...]:
    """A place and what it lies in, narrowest first: "Kursk region, Russia" -> ("kursk", "russia")."""
    found = []
    for part in printed.split(","):
        words = WORD.findall(part.replace("’s", "").replace("'s", ""))
        kept = [word.lower() for word in words if word.lower() not in PLACE_WORDS and word not in SMALL_PLACES]
        if kept:
            found.append(" ".join(kept))
    return tuple(found)


def history(claim: Claim) -> int | None:
    """The year of a count that its document tells as history."""
    as_of: dt.date | None = claim.as_of_end
    if as_of and claim.published and (claim.published - as_of).days > LONG_AGO:
        return as_of.year
    return None
