"""From attributions to a chain of speakers, outlet first, and the origin that stands at its root."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recon.claims.identity import NOBODY, Speaker, describe
from recon.claims.names import Names
from recon.claims.tellings import Attribution
from recon.model import OriginBasis

STOP = re.compile(r"(?:^the\s+)|(?:\.(?:com|net|org|co\.uk)$)|(?:^www\.)|[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says one figure: the speakers after the outlet, outermost first, and the attribution that tells it."""

    speakers: tuple[Speaker, ...] = ()
    told: Attribution | None = None
    number: int = -1
    inferred: bool = False


def same_outlet(name: str, publisher: str) -> bool:
    """Is this speaker the outlet itself: "NBC News" in nbcnews.com, "The Post" in The Washington Post?"""
    mine, theirs = (STOP.sub("", text.lower()) for text in (name, publisher))
    return bool(mine) and bool(theirs) and (mine == theirs or (len(mine) > 2 and (mine in theirs or theirs in mine)))


def links(one: Attribution, speaker: Speaker, known: Names) -> list[Speaker]:
    """The speakers of one attribution: who relays, who speaks, who is cited; outermost first."""
    found = [describe(one.relay, "", known)] if one.relay else []
    found.append(speaker)
    if one.cited:
        found.append(describe(one.cited, "", known))
    return [link for link in found if link is not NOBODY and link.name]


def name_chain(voice: Voice, publisher: str) -> tuple[tuple[str, ...], str, str, OriginBasis]:
    """A voice -> chain of names, said_by, origin and its basis."""
    speakers: list[Speaker] = []
    for speaker in voice.speakers:
        if speaker.name and not same_outlet(speaker.name, publisher) and all(speaker.name != s.name for s in speakers):
            speakers.append(speaker)
    head = (publisher,) if publisher else ()
    chain = (*head, *(speaker.name for speaker in speakers))
    if not speakers:
        return chain, publisher, publisher, "outlet"
    said_by = speakers[-1].name
    for position in range(len(speakers) - 1, -1, -1):
        if is_named(speakers, position):
            origin = speakers[position].body or speakers[position].name
            return chain, said_by, origin, "inferred" if voice.inferred else "named"
    return chain, said_by, publisher, "outlet"


def is_named(speakers: Sequence[Speaker], position: int) -> bool:
    """Is this speaker one that can be held to the number? A body of officials is, where nobody better is between."""
    speaker = speakers[position]
    if speaker.kind == "anonymous":
        return False
    if speaker.kind == "collective":
        return all(other.kind in {"anonymous", "collective"} for other in speakers[:position])
    return speaker.kind != "study" or position == 0
