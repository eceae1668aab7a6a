"""Through whom a telling came: "X, citing Y", "X, drawing on Y", "X, quoted by Y", "X, whom Y cited", "X told Y"."""

from __future__ import annotations

from dataclasses import replace

from recon.claims import lexicon as lex
from recon.claims.layout import Utterance
from recon.claims.phrases import POSTPOSED, after, before, can_speak, span
from recon.claims.tellings import Attribution
from recon.claims.words import Token, is_speaker_noun, skip_back

RESTING = (
    ("citing",),
    ("quoting",),
    ("drawing", "on"),
    ("drawing", "upon"),
    ("relying", "on"),
    ("based", "on"),
    ("on", "the", "word", "of"),
    ("on", "the", "authority", "of"),
    ("which", "cited"),
    ("which", "quoted"),
    ("has", "it", "from"),
    ("had", "it", "from"),
)
"""What stands between a telling and those it rests on."""
HEARING = (("interview", "with"), ("interview", "to"), ("speaking", "to"), ("speaking", "with"), ("spoke", "to"))
"""What stands between a speaker and the outlet that heard it."""
_RESTS = {word: tuple(words for words in RESTING if words[0] == word) for word, *_ in RESTING}
_HEARS = {word: tuple(words for words in HEARING if words[0] == word) for word, *_ in HEARING}
OWNING = frozenset("of 's state local national public private regional state-run state-owned".split())
"""What may stand in an outlet's name or description: "state television", "the local newspaper"."""
REPORTED = frozenset("quoted cited interviewed quotes cites".split())
FAR = 12
"""Words between "whom" and the verb of the outlet that cites."""


def relayed(utterance: Utterance, text: str, tokens: list[Token], found: list[Attribution]) -> list[Attribution]:
    """The tellings of an utterance, each with whom it cites and who relays it."""
    if not found:
        return found
    found = [*found]
    for i, token in enumerate(tokens[:-1]):
        if token.low in REPORTED and (i == 0 or tokens[i - 1].low != "which"):
            name = _reporter(text, tokens, i)
            owner = _owner(found, utterance.start + token.start)
            if name and not found[owner].relay and name != found[owner].source:
                found[owner] = replace(found[owner], relay=name)
            continue
        if i and tokens[i - 1].low == "without":
            continue
        rests = next((words for words in _RESTS.get(token.low, ()) if _stands(tokens, i, words)), ())
        if rests:
            name = _named(text, tokens, i + len(rests))
            owner = _owner(found, utterance.start + token.start)
            if name and name != found[owner].source:
                start = found[owner].start
                found = [replace(one, cited=name) if one.start == start else one for one in found]
            continue
        heard = next((words for words in _HEARS.get(token.low, ()) if _stands(tokens, i, words)), ())
        if not heard:
            continue
        name = addressee(text, tokens, i + len(heard))
        owner = _owner(found, utterance.start + token.start)
        if name and not found[owner].relay:
            found[owner] = replace(found[owner], relay=name)
    return found


def addressee(text: str, tokens: list[Token], at: int) -> str:
    """The outlet named at a token, "The Evening Star" or "the newspaper"; "" for reporters and other listeners."""
    phrase = after(tokens, at)
    if phrase is None:
        return ""
    last = phrase.first - 1
    for i in range(phrase.first, phrase.last + 1):
        if (
            tokens[i].capital
            or tokens[i].low in lex.MEDIA_NOUNS
            or (tokens[i].text.isdigit() and i == last + 1 and tokens[last].low == "channel")
        ):
            last = i
        elif tokens[i].low not in OWNING and (tokens[i].low != "the" or i > phrase.first):
            break
    name = text[tokens[phrase.first].start : tokens[last].end] if last >= phrase.first else ""
    return name if lex.MEDIA.search(name) or tokens[last].low in lex.MEDIA_NOUNS else ""


def _stands(tokens: list[Token], at: int, words: tuple[str, ...]) -> bool:
    return [token.low for token in tokens[at : at + len(words)]] == list(words)


def _owner(found: list[Attribution], at: int) -> int:
    """The telling that words at an offset belong to: the last one begun before them, else the first."""
    begun = [n for n, one in enumerate(found) if one.start < at]
    return begun[-1] if begun else 0


def _named(text: str, tokens: list[Token], at: int) -> str:
    """Who or what is cited: one that can speak or has a name; weak demand is no source."""
    phrase = after(tokens, at)
    if phrase is None:
        return ""
    words = tokens[phrase.first : phrase.last + 1]
    bounds = lex.NP_PREPOSITIONS | POSTPOSED
    head = words[next((i for i, token in enumerate(words) if i and token.low in bounds), len(words)) - 1]
    owned = any(token.low.endswith("'s") and is_speaker_noun(token.low.removesuffix("'s")) for token in words)
    named = head.capital or is_speaker_noun(head.low) or head.low == "people" or owned
    return span(text, tokens, phrase) if named else ""


def _reporter(text: str, tokens: list[Token], at: int) -> str:
    """The outlet in "quoted by X" and "whom X cited"; "" where neither stands at the verb."""
    if tokens[at + 1].low == "by":
        phrase = after(tokens, at + 2)
        return span(text, tokens, phrase) if phrase and can_speak(tokens, phrase) else ""
    phrase = before(tokens, skip_back(tokens, at - 1))
    if phrase is None or at - phrase.first > FAR or phrase.first == 0:
        return ""
    whom = tokens[phrase.first - 1].low in {"whom", "who"}
    return span(text, tokens, phrase) if whom and can_speak(tokens, phrase) else ""
