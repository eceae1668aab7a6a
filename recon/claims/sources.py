"""Attributions by a named source: "according to X", "Y quoted X as saying"."""

from __future__ import annotations

from dataclasses import replace

from recon.claims import lexicon as lex
from recon.claims.layout import Utterance
from recon.claims.phrases import Phrase, after, before, span
from recon.claims.tellings import Attribution, make, past_be, preceded
from recon.claims.words import (
    Token,
    clause_start,
    skip_back,
)

GOING_ON = lex.AUXILIARY | {"including", "with", "and", "of", "among"}
"""What behind "according to X," still belongs to X."""


def according(utterance: Utterance, text: str, tokens: list[Token], at: int) -> Attribution | None:
    """As in "according to X, five", "five, according to X" and "according to X's estimate"."""
    phrase = after(tokens, at + 2)
    if phrase is None:
        return None
    clause = clause_start(tokens, at)
    low = tokens[clause].start
    following = [token.low for token in tokens[phrase.last + 1 : phrase.last + 3]]
    goes_on = at <= clause + 1 or (following[:1] == [","] and following[-1] in GOING_ON)
    high = len(text) if goes_on else tokens[phrase.last].end
    if tokens[clause - 1].text in "“”":
        low = 0
    office = "" if at == clause else phrase.office
    found = make(utterance, text, tokens, phrase, (at, at + 1), low, high)
    return replace(found, office=office, about_quote=True, wraps=True)


def quoted(utterance: Utterance, text: str, tokens: list[Token], at: int) -> Attribution | None:
    """As in "X was quoted (as) saying (by Y)" and "Y quoted X as saying"."""
    saying = next((i for i in range(at + 1, min(at + 22, len(tokens))) if tokens[i].low in {"saying", "telling"}), None)
    if saying is None:
        return None
    teller: Phrase | None = None
    if at > 0 and (tokens[at - 1].low in lex.BE or tokens[at - 1].low in {"also", "widely"}):
        phrase, relay = before(tokens, skip_back(tokens, past_be(tokens, at - 1))), ""
        by = next((i for i in (at + 1, saying + 1) if i + 1 < len(tokens) and tokens[i].low == "by"), None)
        if by is not None:
            teller = after(tokens, by + 1)
            relay = span(text, tokens, teller) if teller else ""
    else:
        phrase = after(tokens, at + 1)
        phrase = phrase and Phrase(phrase.first, min(phrase.last, saying - 2), phrase.office)
        teller = before(tokens, skip_back(tokens, at - 1))
        relay = span(text, tokens, teller) if teller else ""
    if phrase is None or phrase.last < phrase.first:
        return None
    wrapped = preceded(tokens, teller.first) if relay and teller else preceded(tokens, phrase.first)
    low = 0 if wrapped else tokens[saying].end
    found = make(utterance, text, tokens, phrase, (at, saying), low, len(text))
    return replace(found, relay=relay, about_quote=True, wraps=low == 0)
