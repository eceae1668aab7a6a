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


def colon(utterance: Utterance, text: str, tokens: list[Token]) -> Attribution | None:
    """The telling that the first colon of an utterance opens; None where nobody before it speaks."""
    at = next((i for i, token in enumerate(tokens) if token.text == ":"), 0)
    if not at or at + 1 >= len(tokens):
        return None
    phrase = leading(tokens, 0) if tokens[at + 1].text == "“" else _finding(tokens, at)
    if phrase is None or phrase.last >= at or not (can_speak(tokens, phrase) or _possessive(tokens, phrase)):
        return None
    return replace(bare(make(utterance, text, tokens, phrase, (at, at), tokens[at].end, len(text))), about_quote=True)


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
