"""Attributions: where an utterance says who speaks, as printed, and which stretch of it that covers.

Patterns of newspaper English: "X said that ...", "..., X said", "..., said X, head of Y", "according to X",
"X, citing Y", "X told Y", "Y quoted X as saying", "X was quoted as saying by Y", "As X reported", and a headline's
"...: X".
"""

from __future__ import annotations

import re
from dataclasses import replace

from recon.claims import lexicon as lex
from recon.claims.colons import colon
from recon.claims.headlines import headline
from recon.claims.layout import Utterance
from recon.claims.reckonings import reckoning, stands
from recon.claims.relays import relayed
from recon.claims.sources import according, quoted
from recon.claims.tellings import Attribution
from recon.claims.verbs import verb
from recon.claims.words import (
    Token,
    tokenize,
)

COORDINATORS = frozenset("and but while whereas although though or yet".split())
WORD = re.compile(r"[a-z]+")
CUES = (
    lex.SAYING
    | lex.FINDING
    | lex.PASSIVE
    | lex.ESTIMATES
    | lex.COUNTS
    | lex.VIEWS
    | {"according", "quoted", "cited", "quotes", "cites"}
)


def attributions(utterance: Utterance) -> list[Attribution]:
    """Every attribution of an utterance, in the order of their cues."""
    text = utterance.bare if utterance.quotes else utterance.text
    words = WORD.findall(text.lower())
    if CUES.isdisjoint(words):
        one = colon(utterance, text, tokenize(text)) if ":" in text else None
        return [one] if one else headline(utterance, text)
    tokens = tokenize(text)
    found: list[Attribution] = []
    for i, token in enumerate(tokens):
        one = None
        if token.low == "according" and i + 2 < len(tokens) and tokens[i + 1].low == "to":
            one = according(utterance, text, tokens, i)
        elif token.low in {"quoted", "cited", "quotes", "cites"}:
            one = quoted(utterance, text, tokens, i)
        elif token.low in lex.SAYING or token.low in lex.FINDING or token.low in lex.PASSIVE:
            one = verb(utterance, text, tokens, i, found)
        elif token.low in {"in", "by"}:
            one = reckoning(utterance, text, tokens, i)
        if one is None and token.low in lex.ESTIMATES | lex.COUNTS:
            one = stands(utterance, text, tokens, i)
        if one is not None:
            found.append(one)
    found = relayed(utterance, text, tokens, separate(_resolved(found), tokens, utterance.start))
    if not found and ":" in text:
        one = colon(utterance, text, tokens)
        found = [one] if one else []
    return found or headline(utterance, text)


def _resolved(found: list[Attribution]) -> list[Attribution]:
    """Without "in its estimate" where the sentence says whose: "In its estimate, X put the number at five"."""
    named = [one for one in found if one.cue not in {"in", "by"} or one.source not in lex.POSSESSIVES.values()]
    return named or found


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
