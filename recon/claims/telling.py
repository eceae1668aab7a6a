"""By which words a document tells who says a number: the attribution behind a claim's chain."""

from __future__ import annotations

from collections.abc import Iterable

from recon.claims.tellings import Attribution
from recon.claims.voices import Scene, scene
from recon.model import Claim, Document

LONGEST = 140
"""Characters of an attribution that are quoted."""


def tellings(document: Document, claims: Iterable[Claim]) -> dict[str, str]:
    """In words, by claim id, what the chain of each claim of a document rests on."""
    read = scene(document)
    return {claim.id: _telling(claim, document, read) for claim in claims}


def _telling(claim: Claim, document: Document, read: Scene) -> str:
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
