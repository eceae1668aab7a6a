"""Attributions: where an utterance says who speaks, as printed, and which stretch of it that covers.

Patterns of newspaper English: "X said that ...", "..., X said", "..., said X, head of Y", "according to X",
"X, citing Y", "X told Y", "Y quoted X as saying", "X was quoted as saying by Y", "As X reported", and a headline's
"...: X".
"""

from __future__ import annotations

import re
from dataclasses import replace

from recon.claims import lexicon as lex
from recon.claims.headlines import headline
from recon.claims.layout import Utterance
from recon.claims.sources import according, cite, quoted
from recon.claims.tellings import Attribution
from recon.claims.verbs import verb
from recon.claims.words import (
    Token,
    tokenize,
)

COORDINATORS = frozenset("and but while whereas although though or yet".split())
WORD = re.compile(r"[a-z]+")
CUES = lex.SAYING | lex.FINDING | {"according", "quoted", "cited", "quotes", "cites"}


def attributions(utterance: Utterance) -> list[Attribution]:
    """Every attribution of an utterance, in the order of their cues."""
    text = utterance.bare if utterance.quotes else utterance.text
    if CUES.isdisjoint(WORD.findall(text.lower())):
        return headline(utterance, text)
    tokens = tokenize(text)
    found: list[Attribution] = []
    for i, token in enumerate(tokens):
        one = None
        if token.low == "according" and i + 2 < len(tokens) and tokens[i + 1].low == "to":
            one = according(utterance, text, tokens, i)
        elif token.low in {"quoted", "cited", "quotes", "cites"}:
            one = quoted(utterance, text, tokens, i)
        elif token.low in lex.SAYING or token.low in lex.FINDING:
            one = verb(utterance, text, tokens, i, found)
        if one is not None:
            found.append(one)
    found = cite(utterance, text, tokens, separate(found, tokens, utterance.start))
    return found or headline(utterance, text)


def separate(found: list[Attribution], tokens: list[Token], base: int) -> list[Attribution]:
    """End a telling where the next one begins beside it ("X said five, while Y said six"), not within it."""
    cut: list[Attribution] = []
    for i, one in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        if (
            following is not None
            and one.cue != "according"
            and not following.wraps
            and following.source != one.source
            and one.low < following.start
        ):
            first = next((n for n, t in enumerate(tokens) if base + t.start >= following.start), 0)
            left = tokens[first - 1] if first else None
            if left is not None and (left.low in COORDINATORS or left.text in ",;"):
                cut.append(replace(one, high=min(one.high, following.start)))
                continue
        cut.append(one)
    return cut
