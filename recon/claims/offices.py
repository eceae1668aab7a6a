"""An office and who holds it: the Health Minister speaks for the Health Ministry where the text names that too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recon.claims.identity import Speaker

HOUSE = re.compile(
    r"\b([A-Z]?[a-z]{3,}) ([Mm]inistry|[Dd]epartment)\b|\b([Mm]inistry|[Dd]epartment) of (?:the |"
    r"National )?([A-Z][a-z]{3,})"
)
HOLDERS = {"minister": "ministry", "secretary": "department"}
"""Whose house is whose."""
MOST = 200
"""Mentions of ministries that are read."""


def houses(text: str) -> dict[tuple[str, str], str]:
    """The ministries and departments of a text by portfolio and kind, each as first printed."""
    found: dict[tuple[str, str], str] = {}
    if "inistry" not in text and "epartment" not in text:
        return found
    for number, match in enumerate(HOUSE.finditer(text)):
        if number == MOST:
            break
        found.setdefault(((match[1] or match[4]).lower(), (match[2] or match[3]).lower()), match[0])
    return found


def housed(speakers: Sequence[Speaker], found: dict[tuple[str, str], str]) -> list[Speaker]:
    """The speakers, ministers with the ministry of their portfolio as the body they speak for."""
    if not found:
        return list(speakers)
    body: dict[str, str] = {}
    for speaker in speakers:
        if speaker.kind == "person" and not speaker.body:
            for holder, kind in HOLDERS.items():
                house = next((found[word, kind] for word in sorted(speaker.words) if (word, kind) in found), "")
                if holder in speaker.words and house:
                    body.setdefault(speaker.name, house)
    return [
        replace(speaker, body=body[speaker.name]) if speaker.kind == "person" and speaker.name in body else speaker
        for speaker in speakers
    ]
