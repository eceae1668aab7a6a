"""The noun phrases that stand before and after a word.

There is no tagger here. A noun phrase is found by what may not be in one: verbs that report, auxiliaries, conjunctions
and punctuation. News writes its attributions plainly enough for that.
"""

from __future__ import annotations

from dataclasses import dataclass

from recon.claims import lexicon as lex
from recon.claims.words import ADJUNCT_HEADS, COUNTED, DETERMINERS, QUANTITIES, TIMES, WEEKDAYS, Token, is_speaker_noun

LIMIT = 18
"""Words of the longest noun phrase read."""
POSTPOSED = frozenset("familiar close briefed involved aware present surveyed polled interviewed consulted".split())
"""Adjectives that stand behind those they describe: "people familiar with the matter"."""
DEPTH = 3
"""Appositions that may stand between a name and its verb."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its first and last token, both included, and the apposition beside it ("head of the mission")."""

    first: int
    last: int
    office: str = ""


def span(text: str, tokens: list[Token], phrase: Phrase) -> str:
    """The words of a phrase as printed."""
    return text[tokens[phrase.first].start : tokens[phrase.last].end]


def _opening(tokens: list[Token], at: int) -> int:
    """The index of the bracket that opens what closes at `at`, or `at`."""
    for back in range(at - 1, max(-1, at - 12), -1):
        if tokens[back].text in "([":
            return back
    return at


def _stops(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if not token.word:
        return token.text not in "&'’%$"
    low = token.low
    if low in lex.SUBORDINATORS or low in lex.AUXILIARY or low in lex.SINGULAR_PRONOUNS:
        return True
    if low in {"they", "it", "we", "i", "who"} and token.text != "IT":
        return True
    return low in lex.PLAIN or low in lex.GERUNDS or low in WEEKDAYS or low.endswith("n't")


def _joins(tokens: list[Token], at: int) -> bool:
    """Is this "and" inside one noun phrase? Both sides are names, or both are plain nouns that can speak."""
    if at < 1 or at + 1 >= len(tokens):
        return False
    left, right = tokens[at - 1], tokens[at + 1]
    if left.capital and (right.capital or right.low in DETERMINERS or right.low in COUNTED):
        return True
    return is_speaker_noun(left.low) and (
        is_speaker_noun(right.low) or right.capital or right.low in lex.STUDIES | COUNTED or right.low == "one"
    )


def before(tokens: list[Token], at: int, depth: int = 0) -> Phrase | None:
    """The noun phrase that ends at `at`; with an apposition set off by commas before it, the phrase it explains."""
    if at < 0:
        return None
    if tokens[at].text == ",":
        return _explained(tokens, at, depth) if depth <= DEPTH else None
    if tokens[at].text == ")":
        at = _opening(tokens, at) - 1
    if at < 0 or not tokens[at].word or tokens[at].low in {"and", "but", "then", "or"}:
        return None
    if tokens[at].low in lex.PRONOUNS:
        return Phrase(at, at) if tokens[at].low not in {"that", "this", "those", "these"} else None
    return _trim(tokens, _leftmost(tokens, at), at)


def _leftmost(tokens: list[Token], at: int) -> int:
    first = at + 1
    while first > 0 and at - first < LIMIT:
        previous = tokens[first - 1]
        if previous.text == ")":
            opened = _opening(tokens, first - 1)
            if opened == first - 1:
                break
            first = opened
            continue
        if previous.low == "and" and not _joins(tokens, first - 1):
            break
        if _stops(tokens, first - 1) and first <= at:
            break
        first -= 1
        inside = first > 0 and (tokens[first - 1].low in lex.NP_PREPOSITIONS or tokens[first - 1].low == "and")
        if previous.low in DETERMINERS and not inside:
            break
    return first


def _trim(tokens: list[Token], first: int, last: int) -> Phrase | None:
    """Cut what opens the clause and is no part of the phrase: conjunctions, adverbs, "In a statement"."""
    while first <= last and (tokens[first].low in lex.ADVERBS or tokens[first].low in {"and", "or", "as", "but", "so"}):
        first += 1
    if first <= last and tokens[first].low in ADJUNCT_HEADS:
        first = next((i for i in range(last, first + 1, -1) if _begins(tokens, i)), last + 1)
    last = next((i - 1 for i in range(first + 1, last) if tokens[i].low in {"quoted", "cited"}), last)
    return Phrase(first, last) if first <= last else None


def _begins(tokens: list[Token], at: int) -> bool:
    """Does a new noun phrase begin here: an article after a noun, a capital after a lower-case noun?"""
    previous = tokens[at - 1]
    if previous.low in lex.NP_PREPOSITIONS or previous.low in DETERMINERS or previous.low == "and":
        return False
    if tokens[at].low in DETERMINERS:
        return True
    return tokens[at].capital and (previous.time or not previous.capital)


def _explained(tokens: list[Token], comma: int, depth: int) -> Phrase | None:
    """`Name, head of the mission, | said`: the phrase before the apposition that closes at `comma`."""
    opened = comma - 1
    while opened >= 0 and comma - opened < 40 and tokens[opened].text not in ",;:“”—–":
        opened -= 1
    if opened < 0 or tokens[opened].text != ",":
        return before(tokens, comma - 1, DEPTH + 1) if depth == 0 and comma > 0 else None
    phrase = before(tokens, opened - 1, depth + 1)
    if phrase is None or (
        phrase.first > 0 and tokens[phrase.first - 1].text == "," and _is_apposition(tokens, phrase.first)
    ):
        further = _explained(tokens, opened, depth + 1) if depth < DEPTH else None
        phrase = further if further and can_speak(tokens, further) else phrase
    return phrase and Phrase(phrase.first, phrase.last, _join(tokens, opened + 1, comma))


def _is_apposition(tokens: list[Token], at: int) -> bool:
    return (
        tokens[at].low in {"the", "a", "an", "one", "of"}
        or tokens[at].low.isdigit()
        or (not tokens[at].capital and tokens[at].low in lex.ROLES)
    )


def _join(tokens: list[Token], first: int, stop: int) -> str:
    return " ".join(token.text for token in tokens[first:stop])


def after(tokens: list[Token], at: int) -> Phrase | None:
    """The noun phrase that begins at `at`, and the apposition behind it."""
    last = at - 1
    while last + 1 < len(tokens) and last - at < LIMIT:
        token = tokens[last + 1]
        if token.text == "(":
            closing = next((i for i in range(last + 2, min(last + 9, len(tokens))) if tokens[i].text == ")"), None)
            if closing is None:
                break
            last = closing
            continue
        onward = _past_time(tokens, last + 1)
        if onward and last >= at and tokens[last].low in lex.STUDIES:
            last = onward
            continue
        if last + 1 > at and _ends_after(tokens, last + 1):
            break
        if last + 1 == at and not token.word:
            break
        last += 1
    while last >= at and (
        tokens[last].low in lex.NP_PREPOSITIONS or tokens[last].low in {"and", "the", "a", "this", "last"}
    ):
        last -= 1
    return Phrase(at, last, _office(tokens, last + 1) or _named_behind(tokens, last)) if last >= at else None


def _named_behind(tokens: list[Token], last: int) -> str:
    """The name that a comma opens behind a common noun: "said the utility, Harbour Power"."""
    at = last + 2
    if (
        at >= len(tokens)
        or tokens[last + 1].text != ","
        or not is_speaker_noun(tokens[last].low)
        or tokens[last].capital
    ):
        return ""
    stop = at
    while stop < len(tokens) and (tokens[stop].capital or tokens[stop].low in {"of", "and", "al", "de"}):
        stop += 1
    closed = stop == len(tokens) or tokens[stop].text in ",.;:"
    return _join(tokens, at, stop) if stop > at and closed and not tokens[at].time else ""


def _past_time(tokens: list[Token], at: int) -> int:
    """In "a release this morning from the county": the index of "from", given that of "this"; else 0."""
    i = at
    while i < len(tokens) and (tokens[i].time or tokens[i].low in {"this", "last", "on", "late", "early"}):
        i += 1
    return i if i > at and i < len(tokens) and tokens[i].low in {"from", "by"} else 0


def _ends_after(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if not token.word:
        return token.text not in "&'’"
    if token.low == "and":
        return not _joins(tokens, at)
    if token.low in {"on", "in", "late", "early", "by", "during"} and (
        following in TIMES or following in {"a", "an", "his", "her"}
    ):
        return following in TIMES or token.low in {"in", "during"}
    if token.low in {"cited", "quoted"} or (token.low in {"at", "as"} and following[:1].isdigit()):
        return True
    if token.low == "than" and tokens[at - 1].low in {"more", "fewer", "less"}:
        return False
    if token.low in {"during", "after", "before", "when", "via", "following"} or token.time:
        return True
    return (
        token.low in lex.SUBORDINATORS
        or token.low in lex.AUXILIARY
        or token.low in lex.PLAIN
        or token.low in lex.GERUNDS
    )


def _office(tokens: list[Token], at: int) -> str:
    """The apposition that a comma opens at `at`; "" where what follows is none."""
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return ""
    start = at + 1
    low = tokens[start].low
    if not (low in {"the", "a", "an", "who", "head", "chief"} or is_speaker_noun(low) or low in lex.ROLES):
        return ""
    stop = start
    while stop < len(tokens) and stop - start < 25 and tokens[stop].text not in ",;:.“”—–":
        stop += 1
    return _join(tokens, start, stop)


def leading(tokens: list[Token], at: int) -> Phrase | None:
    """The subject that opens a clause: a pronoun, a name with its titles, or an article and a noun that speaks."""
    while at < len(tokens) and (tokens[at].low in lex.ADVERBS or tokens[at].low in {",", "but", "and"}):
        at += 1
    if at >= len(tokens) or not tokens[at].word:
        return None
    if tokens[at].low in {"he", "she", "it", "they"}:
        return Phrase(at, at)
    last = at
    if tokens[at].low in {"the", "a", "an"}:
        for i in range(at + 1, min(at + 6, len(tokens))):
            if is_speaker_noun(tokens[i].low):
                return Phrase(at, i)
    while last + 1 < len(tokens) and (tokens[last + 1].capital or tokens[last + 1].low in {"of", "de", "al", "el"}):
        last += 1
    if last + 1 < len(tokens) and is_speaker_noun(tokens[last + 1].low):
        last += 1
    participle = last == at and tokens[at].low.endswith(("ing", "ed"))
    return Phrase(at, last) if tokens[at].capital and tokens[at].low not in ADJUNCT_HEADS and not participle else None


def can_speak(tokens: list[Token], phrase: Phrase) -> bool:
    """Is the phrase a pronoun, a name, or headed by a noun that speaks?"""
    words = tokens[phrase.first : phrase.last + 1]
    if len(words) == 1 and words[0].low in lex.PRONOUNS:
        return True
    head = next((i for i, token in enumerate(words) if token.low in lex.NP_PREPOSITIONS | POSTPOSED and i), len(words))
    core = words[:head]
    if head < len(words) and words[head].low in POSTPOSED:
        return is_speaker_noun(core[-1].low)
    if all(token.time or token.low in DETERMINERS or token.text[0].isdigit() for token in core):
        return False
    last = core[-1]
    if (
        (last.low in QUANTITIES and not (last.capital and len(core) > 1))
        or core[0].low in {"almost", "nearly", "about", "most", "roughly", "$"}
        or "$" in core[0].text
    ):
        return False
    return (last.capital and not last.time) or is_speaker_noun(last.low) or (last.text == ")" and core[0].capital)
