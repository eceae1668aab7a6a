"""Headlines and their speakers: "Four dead in blast: police"."""

from __future__ import annotations

import re

from recon.claims.layout import Utterance
from recon.claims.lexicon import MEDIA
from recon.claims.tellings import Attribution
from recon.claims.words import (
    ADJUNCT_HEADS,
    DETERMINERS,
    is_speaker_noun,
)
from recon.geography import COUNTRY_OF

HEADLINE_TAIL = re.compile(r"(?::|\s[–—-])\s+((?:[\w.’'-]+\s){0,4}[\w.’'-]+)$")
HEADLINE_HEAD = re.compile(r"^((?:[\w.’'-]+\s){0,3}[\w.’'-]+):\s")


def headline(utterance: Utterance, text: str) -> list[Attribution]:
    """As in "Four dead in blast: police" and "Police: Four dead in blast", in a line without a full stop."""
    if text[-1:] in '.!?”"' or len(text) > 160:
        return []
    tail, head = HEADLINE_TAIL.search(text), HEADLINE_HEAD.search(text)
    for match in (tail, head):
        if match and all(w.lower() not in ADJUNCT_HEADS for w in match[1].split()):
            words = match[1].split()
            if (is_speaker_noun(words[-1].lower()) or MEDIA.search(match[1]) or match[1] in COUNTRY_OF) and words[
                -1
            ].lower() not in DETERMINERS:
                base = utterance.start
                return [
                    Attribution(
                        utterance=utterance.index,
                        source=match[1],
                        start=base + match.start(1),
                        end=base + match.end(1),
                        cue=":",
                        cue_start=base + match.end(1),
                        cue_end=base + match.end(1),
                        low=base,
                        high=utterance.end,
                        wraps=True,
                    )
                ]
    return []
