"""What a colon lets speak within a sentence: "X was blunt: “...”", "X gave its findings: five dead"."""

from __future__ import annotations

from dataclasses import replace

from recon.claims import lexicon as lex
from recon.claims.layout import Utterance
from recon.claims.phrases import Phrase, can_speak, leading
from recon.claims.reckonings import bare, owned
from recon.claims.tellings import Attribution, make
from recon.claims.words import Token

GIVING = frozenset(
    """gave give gives giving released release releases releasing published publish publishes presented present presents
    issued issues issue offered offers posted unveiled""".split()
)
NEAR = 8
MOST = 3
"""Colons of an utterance that are tried."""


def colon(utterance: Utterance, text: str, tokens: list[Token]) -> Attribution | None:
    """The telling that a colon of an utterance opens, the first that does; None where nobody before one speaks."""
    colons = [i for i in range(1, len(tokens) - 1) if tokens[i].text == ":" and tokens[i + 1].start > tokens[i].end]
    return next((one for at in colons[:MOST] if (one := _opened(utterance, text, tokens, at))), None)


def _opened(utterance: Utterance, text: str, tokens: list[Token], at: int) -> Attribution | None:
    said = leading(tokens, 0) if tokens[at + 1].text == "“" else _finding(tokens, at)
    phrase = _titled(tokens, at) or said
    if phrase is None or phrase.last >= at or not (can_speak(tokens, phrase) or _possessive(tokens, phrase)):
        return None
    return replace(bare(make(utterance, text, tokens, phrase, (at, at), tokens[at].end, len(text))), about_quote=True)


def _titled(tokens: list[Token], colon: int) -> Phrase | None:
    """The titled name that alone stands before a colon: "Update: Police Chief Ana Silva: eight dead"."""
    first = next((i + 1 for i in range(colon - 1, -1, -1) if not tokens[i].word), 0)
    words = tokens[first:colon]
    titled = any(token.low in lex.TITLES for token in words[:-1])
    return Phrase(first, colon - 1) if titled and len(words) < 9 and all(token.capital for token in words) else None


def _finding(tokens: list[Token], colon: int) -> Phrase | None:
    """Whose "findings", "figures" or "estimate" the words before a colon announce: their owner, else the subject."""
    noun = next((i for i in range(colon - 1, -1, -1) if tokens[i].low in lex.COUNTS | lex.VIEWS), -1)
    if noun < 0:
        return None
    for first in range(noun - 1, max(-1, noun - NEAR), -1):
        if first == 0 or tokens[first - 1].low in GIVING or not tokens[first - 1].word:
            owner = owned(tokens, first, noun)
            if owner and tokens[owner.first].low not in lex.POSSESSIVES:
                return owner
            break
    gives = any(token.low in GIVING for token in tokens[max(0, noun - NEAR) : noun])
    return leading(tokens, 0) if gives else None


def _possessive(tokens: list[Token], phrase: Phrase) -> bool:
    return tokens[phrase.last].low.endswith("'s")
