"""By which words a document tells who says a number, and in what status."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from recon.claims.status import DENIED, FORECAST, PLANNED
from recon.claims.tellings import Attribution
from recon.claims.voices import Scene, scene
from recon.model import Claim, Document, Status

LONGEST = 140
"""Characters of an attribution that are quoted."""
CUES: Mapping[Status, re.Pattern[str]] = {"forecast": FORECAST, "planned": PLANNED, "denied": DENIED}


class Telling(NamedTuple):
    """In words, what a claim's chain rests on; and the words of its sentence that give its status, "" for none."""

    told: str
    status: str


def tellings(document: Document, claims: Iterable[Claim]) -> dict[str, Telling]:
    """Of some claims of one document, by id."""
    read = scene(document)
    return {claim.id: Telling(_told(claim, document, read), _cue(claim, document)) for claim in claims}


def _told(claim: Claim, document: Document, read: Scene) -> str:
    voice = read.voice(claim.part, claim.start)
    if voice.told is None:
        if len(claim.chain) > 1:
            return "nobody beside the number; the text says it again with this speaker"
        return "nobody but the outlet is said to tell it"
    words = _quoted(voice.told, document, read)
    here = voice.told.utterance == read.page.at(claim.part, claim.start)
    place = "" if here else ", in another sentence"
    inferred = "; the outlet whose story the text is telling is named before" if voice.inferred else ""
    return f"“{words}”{place}{inferred}"


def _quoted(told: Attribution, document: Document, read: Scene) -> str:
    apart = read.page.utterances[told.utterance].part == "title" and document.title_start == 0
    text = document.title if apart else document.text
    low, high = min(told.start, told.cue_start), max(told.end, told.cue_end)
    words = " ".join(text[low:high].split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def _cue(claim: Claim, document: Document) -> str:
    """The words nearest to the number that can give its status, those before it first."""
    pattern = CUES.get(claim.status)
    text = document.title if claim.part == "title" and document.title_start == 0 else document.text
    if pattern is None:
        return ""
    found = pattern.finditer(text, claim.sentence_start, claim.sentence_end)
    near = min(((m.start() > claim.start, abs(m.start() - claim.start), m[0]) for m in found), default=(False, 0, ""))
    return " ".join(near[2].split())
