"""The slots of a claim: what must be equal for two claims to speak of one quantity."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from recon.model import Claim
from recon.series.counted import canonical, certainty, counted
from recon.series.portions import HEDGE, NUMBER, is_part, is_whole
from recon.series.seen import UNSEEN, WORD, Seen
from recon.series.vocabulary import (
    ATTACKERS,
    BESIDE,
    LINKING,
    NUMBER_WORDS,
    PLACE_WORDS,
    SCOPES,
)

CONVERTIBLE = frozenset(
    """length area volume mass speed duration age temperature temperature_change energy power pressure information
    frequency percent points ratio count""".split()
)
"""Kinds whose units convert into each other, so that the kind is the dimension."""
SMALL_PLACES = frozenset({"city", "town", "village", "capital"})
"""Words for a place that are part of its name when written with a capital: Derby city, but Kansas City."""
ALONE = re.compile(r"(?!\w+day\b)(\w[\w ’'-]{0,40}) alone")
"""A scope that is a place: "in Varn alone"."""
EVERYWHERE = "world"
WORLD = re.compile(r"\b(?:world-?wide|(?:around|across|throughout) the (?:world|globe)|globally)\b", re.IGNORECASE)
"""A place in which all others lie."""
PARTS = re.compile(
    rf"\b(?:including|of whom|of which|among them|with) {HEDGE}{NUMBER}\b|\b{NUMBER} of (?:them|whom|those)\b"
)
"""Where a sentence turns from a whole to its parts."""
OF_ALL = re.compile(rf"\b(?:Of|Among) {HEDGE}$")
PART = re.compile(rf", {HEDGE}{NUMBER}\b")
"""A whole that opens its sentence, and its part: "Of the 83 dead, 36"."""
PAST_YEAR = re.compile(
    r"\b(?:the|a|an|that|in|(?<!as )of|January|February|March|April|May|June|July|August|September|October|November|"
    r"December) "
    r"((?:1[5-9]|20)\d\d)\b(?![s-])",
    re.IGNORECASE,
)
"""A year that dates a happening: "the 1998 earthquake", "a quake in March 1998"."""
BODY = re.compile(
    r"(?:n|an|ian|ese)?(?: [A-Z][\w’'-]+){0,2} (?:Agency|Ministry|Department|Office|Times|Post|Service|Council|"
    r"Authority|Police|University|Bank|Party|News|Airlines|Press|Institute|Survey)\b"
)
LAST_YEAR = re.compile(r"\b[Ll]ast year[’']s\b")
DEFINITE = (["the"], ["those"], ["his"], ["her"], ["their"])
"""What comes before those taken in who might have been left out: "including the missing", not "including children"."""
SINCE_WHEN = re.compile(r"\bsince (?:\w+ )?((?:1[5-9]|20)\d\d), (?:when|in which)\b[^.;]{0,80}$")
"""The year of what was worse: "the deadliest since 1987, when 1,100 died"."""
DIFFERENCE = re.compile(r"^(?: (?!or\b|and\b)[\w’'-]+){0,2} (?:more|fewer|less|higher|lower) than\b")
BRINGING = re.compile(r"^[^.;\d]{0,60}, (?:bringing|taking|raising|lifting|pushing) (?:the|its|their)\b")
LATELY = re.compile(
    r"\b(?:in|over|during|within) the (?:last|past|previous) (?:[\w-]+ )?(?:hours|days?|weeks?|month)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
"""What says that a number was added of late: "in the past 24 hours 40 people died"."""
COMBINED = re.compile(r"\b(?:combined|joint)\b[^.;,\d]{0,40}$", re.IGNORECASE)
ON_BOTH = re.compile(r"^[^.;,\d]{0,40}\bon both sides\b")
BOTH_SIDES = "with both sides"
"""The scope of what is counted on both sides."""
SINCE = re.compile(r"\b(?:since|than|like|as) (?:\w+ ){0,4}$")
LONG_AGO = 330
"""Days between a count and its printing after which it is told as history."""


@dataclass(frozen=True, slots=True)
class Slots:
    """`role` and `head` are canonical words; `group` is what else the noun phrase says ("north korea").

    `places` runs from the narrowest named outwards; `stated` tells whether the sentence itself names it. `year` is
    set where the count is history to the document that tells it. `scope` is what the count is said to include or
    leave out; `part` and `whole` tell whether its sentence makes it a part of another number, or the other way round.
    `near` is where it stands.
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
    part: bool = False
    whole: bool = False
    near: Seen = UNSEEN

    @property
    def place(self) -> str:
        return self.places[0] if self.places else ""

    @property
    def core(self) -> tuple[str, str, str, int | None]:
        """What no two claims of a series may differ in."""
        return self.dimension, self.role, "" if self.role else self.head, self.year

    @property
    def telling(self) -> bool:
        """Whether role or head say what is counted; "people" do not."""
        return bool(self.role or self.head)


def slots_of(claim: Claim, near: Seen = UNSEEN) -> Slots:
    """Read the slots of a claim from its subject, noun, place and scope, and from its sentence where that is given."""
    role, head, group = counted(claim.subject, claim.noun, claim.kind, near)
    group = group or certainty(role, claim.subject, UNSEEN)
    found, scope = _places(claim, near), scope_of(claim.scope)
    scope = scope or (BOTH_SIDES if COMBINED.search(near.before) or ON_BOTH.match(near.after) else "")
    return Slots(
        dimension=claim.kind if claim.kind in CONVERTIBLE else _dimension(claim.kind, claim.unit),
        measure=_measure(claim, role, near),
        role=role,
        head=head,
        group=group,
        places=found,
        stated=not near.text or not found or found[0] == EVERYWHERE or _names(near.text, found[0]),
        scope=scope if role or not scope.startswith("with ") else "",
        year=history(claim, near),
        part=is_part(near),
        whole=is_whole(near),
        near=near,
    )


@lru_cache(maxsize=4096)
def _dimension(kind: str, unit: str) -> str:
    return f"{kind} {unit}"


def _measure(claim: Claim, role: str, near: Seen) -> str:
    """What was added is told by the number it brings the total to; "another 50 injured" is a total after the dead."""
    if DIFFERENCE.match(near.after):
        return "difference"
    lately = claim.kind == "count" and claim.measure == "total" and LATELY.search(near.before)
    if lately or BRINGING.match(near.after):
        return "increment"
    return "total" if role in BESIDE and claim.measure == "increment" else claim.measure


def _names(text: str, place: str) -> bool:
    """Whether a text names a place, and not an agency or a ministry that bears its name."""
    low = text.lower()
    at = low.find(place)
    while at >= 0:
        behind = text[at + len(place) :]
        if not BODY.match(behind):
            return True
        at = low.find(place, at + 1)
    return False


def _places(claim: Claim, near: Seen) -> tuple[str, ...]:
    """The places of a claim: "in Varn alone" narrows those it is known by, and where a part is counted does not say
    where the whole was: "83, including 52 in Varn"."""
    if WORLD.search(near.before) or WORLD.search(near.after):
        return (EVERYWHERE,)
    alone = ALONE.fullmatch(claim.scope)
    if alone and (not near.text or alone[0].lower() in f"{near.before} {near.after}".lower()):
        return places(f"{alone[1].title()}, {claim.place}")
    found = places(claim.place)
    cut = PARTS.search(near.text, near.end)
    if cut is None and OF_ALL.search(near.before):
        cut = PART.search(near.text, near.end)
    if not found or cut is None or found[0] not in near.text[cut.end() :].lower():
        return found
    return found if found[0] in near.text[: cut.start()].lower() else ()


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
    if words[0] == "including" and ATTACKERS.isdisjoint(words) and words[1:2] not in DEFINITE:
        return ""
    return f"{SCOPES[words[0]]} {'attacker' if not ATTACKERS.isdisjoint(words[:4]) else canonical(named)}"


@lru_cache(maxsize=65536)
def places(printed: str) -> tuple[str, ...]:
    """A place and what it lies in, narrowest first: "Kursk region, Russia" -> ("kursk", "russia")."""
    found = []
    for part in printed.split(","):
        words = WORD.findall(part.replace("’s", "").replace("'s", ""))
        kept = [word.lower() for word in words if word.lower() not in PLACE_WORDS and word not in SMALL_PLACES]
        if kept:
            found.append(" ".join(kept))
    return tuple(dict.fromkeys(found))


def history(claim: Claim, near: Seen = UNSEEN) -> int | None:
    """The year of a count that its document tells as history: by its as-of date, or by its own clause's words where
    those gave no date: "the 1998 earthquake left 4,000 dead"."""
    as_of: dt.date | None = claim.as_of_end
    if as_of and claim.published and (claim.published - as_of).days > LONG_AGO:
        return as_of.year
    if claim.published is None:
        return None
    since = SINCE_WHEN.search(near.text[: near.start])
    if since and int(since[1]) < claim.published.year:
        return int(since[1])
    if LAST_YEAR.search(near.before):
        return claim.published.year - 1
    if claim.as_of_basis == "stated" and (not claim.as_of_text or claim.as_of_text in near.text):
        return None
    before = near.before
    for match in PAST_YEAR.finditer(before):
        year = int(match[1])
        if year < claim.published.year - 1 and not SINCE.search(before[: match.start()]):
            return year
    return None
