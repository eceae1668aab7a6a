"""From attributions to a chain of speakers, outlet first, and the origin that stands at its root."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recon.claims.identity import NOBODY, Speaker, describe, same_outlet
from recon.claims.names import Names
from recon.claims.tellings import Attribution
from recon.model import OriginBasis


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says one figure: the speakers after the outlet, outermost first, and the attribution that tells it.

    `recalled` is what the outlet tells of its own knowledge in the midst of another's words.
    """

    speakers: tuple[Speaker, ...] = ()
    told: Attribution | None = None
    number: int = -1
    inferred: bool = False
    recalled: bool = False


def links(one: Attribution, speaker: Speaker, known: Names) -> list[Speaker]:
    """The speakers of one attribution: who relays, who speaks, who is cited; outermost first.

    What is cited but cannot be asked, "intelligence and footage", is left to the one who cites it.
    """
    found = [describe(one.relay, "", known)] if one.relay else []
    found.append(speaker)
    if one.cited:
        cited = describe(one.cited, "", known)
        found += [cited] if cited.kind != "study" else []
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
    if speaker.kind == "collective" or (speaker.kind == "media" and speaker.name.islower()):
        return all(other.kind in {"anonymous", "collective"} for other in speakers[:position])
    return speaker.kind != "study" or position == 0
