"""Attributions by a count or a view: "by X's count", "in its estimate", "in the view of X", "X's estimate is ..."."""

from __future__ import annotations

from dataclasses import replace

from recon.claims import lexicon as lex
from recon.claims.layout import Utterance
from recon.claims.phrases import Phrase, after, can_speak
from recon.claims.tellings import Attribution, make
from recon.claims.words import Token

BESIDE = frozenset("line contrast addition response keeping comparison excess".split())
"""What makes of "in" a comparison: "in line with the group's forecast"."""
NEAR = 9
"""Words from a preposition to the noun that names the count."""


def reckoning(utterance: Utterance, text: str, tokens: list[Token], at: int) -> Attribution | None:
    """As in "by X's count, five" and "in the view of X, five": what `at`, a preposition, opens."""
    if at + 1 < len(tokens) and tokens[at + 1].low in BESIDE:
        return None
    nouns = lex.VIEWS if tokens[at].low in {"in", "on"} else lex.VIEWS | lex.COUNTS
    for i in range(at + 1, min(at + NEAR, len(tokens))):
        token = tokens[i]
        if token.low in nouns:
            phrase = owned(tokens, at + 1, i) or _of(tokens, i)
            return _told(utterance, text, tokens, phrase, (at, i)) if phrase else None
        if not (token.word or token.text in "’'&"):
            return None
    return None


def stands(utterance: Utterance, text: str, tokens: list[Token], at: int) -> Attribution | None:
    """As in "X's estimate is that five" and "X's latest count stands at five": `at` is the noun of the count."""
    if at + 1 >= len(tokens) or tokens[at + 1].low not in lex.STANDING:
        return None
    for first in range(at - 1, max(-1, at - NEAR), -1):
        if first == 0 or not (tokens[first - 1].word or tokens[first - 1].text in "’'&"):
            phrase = owned(tokens, first, at)
            if phrase is None or (tokens[at].low not in lex.ESTIMATES and not _is_body(tokens, phrase)):
                return None
            found = make(utterance, text, tokens, phrase, (at, at + 1), tokens[at + 1].end, len(text))
            return replace(bare(found), about_quote=True)
    return None


def owned(tokens: list[Token], first: int, noun: int) -> Phrase | None:
    """The owner in "X's latest count", the first word of which is at `first`; its possessive ending included."""
    if tokens[first].low in lex.POSSESSIVES:
        return Phrase(first, first)
    for i in range(first, noun):
        if tokens[i].low.endswith("'s") or (tokens[i].text in "’'" and tokens[i - 1].low.endswith("s")):
            last = i - 1 if tokens[i].text in "’'" else i
            owner = Phrase(first, last)
            return owner if can_speak(tokens, owner) or _is_body(tokens, owner) else None
    return None


def _is_body(tokens: list[Token], phrase: Phrase) -> bool:
    low = tokens[phrase.last].low.removesuffix("'s")
    acronym = tokens[phrase.last].text[: len(low)].isupper() and len(low) > 1
    return acronym or low in lex.BODIES or low in lex.COLLECTIVE or low in lex.ROLES


def _of(tokens: list[Token], noun: int) -> Phrase | None:
    """The owner in "the count of X": one that can speak, and no thing counted."""
    if noun + 2 >= len(tokens) or tokens[noun + 1].low != "of" or tokens[noun - 1].low != "the":
        return None
    phrase = after(tokens, noun + 2)
    return phrase if phrase and can_speak(tokens, phrase) else None


def _told(
    utterance: Utterance, text: str, tokens: list[Token], phrase: Phrase, cue: tuple[int, int]
) -> Attribution | None:
    last = max(phrase.last, cue[1])
    opens = cue[0] == 0 or not tokens[cue[0] - 1].word
    sets_off = last + 1 < len(tokens) and not tokens[last + 1].word
    if not (opens or sets_off):
        return None
    return replace(bare(make(utterance, text, tokens, phrase, cue, 0, len(text))), about_quote=True, wraps=True)


def bare(found: Attribution) -> Attribution:
    """The owner without the ending: "X's" is X, "its" is it."""
    source = found.source.removesuffix("'s").removesuffix("’s")
    return replace(found, source=lex.POSSESSIVES.get(source.lower(), source))
