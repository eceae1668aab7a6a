"""Attributions by a verb of saying: "X said that ...", "..., said X", "X said ... and added", "was counted by X"."""

from __future__ import annotations

from dataclasses import replace

from recon.claims import lexicon as lex
from recon.claims.layout import Utterance
from recon.claims.phrases import Phrase, after, before, can_speak, leading
from recon.claims.relays import addressee
from recon.claims.tellings import Attribution, make, past_be, preceded
from recon.claims.words import (
    ADJUNCT_HEADS,
    DETERMINERS,
    QUANTITIES,
    TIMES,
    Token,
    clause_start,
    is_speaker_noun,
    skip_back,
)

CONTENT_STARTS = frozenset(
    """that there it they he she we at about around nearly almost over more fewer up as some only no the a an all both
    each between his her its their one two three four five six seven eight nine ten eleven twelve dozens hundreds
    thousands millions this these those another most many several what how an estimated just
    them him her me us yes""".split()
)

FRONTED = frozenset("said says wrote writes added adds recalled".split())
CLAUSE = 14
"""Words of the longest relative clause between a subject and its verb."""
GAUGING = lex.REVISING | frozenset("put puts placed places gave gives".split())
"""Verbs whose object is a toll or an estimate, and that then say how high it is."""
GAUGED = (
    lex.ESTIMATES | lex.COUNTS | frozenset("toll number figure total dead injured missing cost damage losses".split())
)
CONFIRMING = frozenset(
    """confirmed reported recorded registered counted estimated announced documented verified listed given tallied
    predicted forecast projected released""".split()
)
"""Participles behind a number that say whose it is: "the 14 deaths confirmed by the ministry"."""
BEFORE_PASSIVE = lex.BE | {"as"}
RELATIVE = frozenset(
    """spoke announced reported claimed gave forecast predicted estimated expected said counted cited mentioned
    projected admitted confirmed""".split()
)
"""Verbs of a clause behind a number that is theirs: "the 150,000 the organisers spoke of"."""
AMOUNTS = frozenset("at as on".split())
WITHHOLDING = (lex.AUXILIARY - lex.BE) | lex.NEGATION | {"to"}
"""What before a verb says that it was not, or is not yet, said."""


def verb(
    utterance: Utterance, text: str, tokens: list[Token], at: int, earlier: list[Attribution]
) -> Attribution | None:
    """The telling of the verb at a token; None where nobody tells by it."""
    low, gap = tokens[at].low, skip_back(tokens, at - 1)
    previous = tokens[gap].low if gap >= 0 else ""
    if previous in {"would", "could"} and tokens[at - 1].low == "only":
        gap = skip_back(tokens, gap - 1)
        previous = tokens[gap].low if gap >= 0 else ""
    if (tokens[at].capital and at > 0) or previous in WITHHOLDING or previous.endswith("n't"):
        return None
    if low in lex.GERUNDS and previous not in lex.BE:
        return _gerund(utterance, text, tokens, at, earlier)
    if low in CONFIRMING and at + 1 < len(tokens) and tokens[at + 1].low == "by" and previous not in BEFORE_PASSIVE:
        found = _passive(utterance, text, tokens, at)
        return found and replace(
            found, low=utterance.start + tokens[clause_start(tokens, at)].start, high=max(found.end, found.cue_end)
        )
    if previous == "as" or (previous in lex.BE and not low.endswith("ing")):
        return _passive(utterance, text, tokens, at)
    if low in lex.PASSIVE:
        return None
    if at == 0 and low in FRONTED and len(tokens) > 1:
        return _fronted(utterance, text, tokens)
    if previous in lex.BE:
        gap = skip_back(tokens, past_be(tokens, gap))
    return _active(utterance, text, tokens, at, gap, earlier)


def _active(
    utterance: Utterance, text: str, tokens: list[Token], at: int, gap: int, earlier: list[Attribution]
) -> Attribution | None:
    """The telling of a verb whose subject ends at `gap`, or follows the verb."""
    if (gap < 0 or tokens[gap].text in ",”“") and _inverts(tokens, at, gap):
        phrase = after(tokens, at + 1)
        if phrase and can_speak(tokens, phrase):
            goes_on = tokens[phrase.last + 1 : phrase.last + 2]
            high = len(text) if goes_on and goes_on[0].text == ":" else tokens[at].start
            found = make(utterance, text, tokens, phrase, (at, at), 0, high)
            return replace(found, about_quote=True, wraps=True)
    if gap < 0:
        return None
    if tokens[gap].low in {"and", "but", "then"}:
        return _second(utterance, text, tokens, at, gap, earlier)
    phrase = before(tokens, gap)
    if (phrase is None or not can_speak(tokens, phrase)) and tokens[at].low in lex.PLAIN:
        phrase = _before_clause(tokens, gap) or phrase
    if phrase is None:
        return None
    number, phrase = _told_number(tokens, phrase) if tokens[at].low in RELATIVE else (0, phrase)
    if number and can_speak(tokens, phrase):
        found = make(utterance, text, tokens, phrase, (at, at), tokens[number].start, tokens[at].end)
        return replace(found, wraps=True)
    if not _tells(tokens, at, phrase) or _is_participle(tokens, at, gap, phrase):
        return None
    return _clause(utterance, text, tokens, at, phrase)


def _told_number(tokens: list[Token], phrase: Phrase) -> tuple[int, Phrase]:
    """The index of the number in "the 150,000 (people) (that) the organisers | spoke of", and the speakers; else 0."""
    inside = next((i for i in range(phrase.first, phrase.last) if tokens[i].text[0].isdigit()), 0)
    if inside:
        name = next((i for i in range(inside + 1, phrase.last + 1) if tokens[i].capital), 0)
        phrase = Phrase(name, phrase.last, phrase.office) if name else phrase
        return (inside if name and tokens[inside - 1].low == "the" else 0), phrase
    at = phrase.first - 1
    at -= at > 0 and tokens[at].low in {"that", "which"}
    for back in range(at, max(0, at - 4), -1):
        token = tokens[back]
        if token.text[0].isdigit():
            first = back - (tokens[back - 1].text in "$€£")
            return (first if tokens[first - 1].low == "the" else 0), phrase
        if not token.word or token.capital or token.low in lex.SUBORDINATORS or token.low in lex.AUXILIARY:
            break
    return 0, phrase


def _fronted(utterance: Utterance, text: str, tokens: list[Token]) -> Attribution | None:
    """As in "Said X: “...”"."""
    phrase = after(tokens, 1)
    if phrase is None or not can_speak(tokens, phrase):
        return None
    found = make(utterance, text, tokens, phrase, (0, 0), tokens[phrase.last].end, len(text))
    return replace(found, about_quote=True)


def _before_clause(tokens: list[Token], gap: int) -> Phrase | None:
    """The subject in "X who asked not to be named | said": what stands before the relative clause."""
    for i in range(gap, max(0, gap - CLAUSE), -1):
        if tokens[i].low == "who" and tokens[i - 1].word:
            return before(tokens, i - 1)
        if not (tokens[i].word or tokens[i].text in "’'"):
            return None
    return None


def _second(
    utterance: Utterance, text: str, tokens: list[Token], at: int, gap: int, earlier: list[Attribution]
) -> Attribution | None:
    """The second verb of one subject: "put the number at five, and said"."""
    base = utterance.start
    clause = clause_start(tokens, gap)
    mine = [one for one in earlier if one.start >= base + tokens[clause].start and one.cue != "according"]
    if mine and mine[-1].end <= mine[-1].cue_start:
        return _again(mine[-1], utterance, tokens[at])
    phrase = leading(tokens, clause)
    if phrase is None or phrase.last >= gap or not _tells(tokens, at, phrase):
        return None
    found = make(utterance, text, tokens, phrase, (at, at), tokens[at].end, len(text))
    return replace(found, about_quote=True)


def _again(last: Attribution, utterance: Utterance, cue: Token) -> Attribution:
    return replace(
        last,
        cue=cue.low,
        cue_start=utterance.start + cue.start,
        cue_end=utterance.start + cue.end,
        low=utterance.start + cue.end,
        high=utterance.end,
        wraps=False,
    )


def _is_participle(tokens: list[Token], at: int, gap: int, phrase: Phrase) -> bool:
    """As in "The deal, announced Friday, would last" and "2,000 people believed to be infected": no telling."""
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if following == "to" and tokens[at].low not in {"said", "wrote", "writes", "says", "claimed", "claims", "claim"}:
        return not tokens[min(at + 2, len(tokens) - 1)].capital
    if tokens[gap].text != "," or not tokens[at].low.endswith("ed") or phrase.office:
        return False
    return following in TIMES or following in {"on", "in", "by", "last", "earlier", "at"}


def _inverts(tokens: list[Token], at: int, gap: int) -> bool:
    """Verb before subject: after a quotation, or after a comma where no apposition closes."""
    if at + 1 >= len(tokens) or not tokens[at + 1].word or tokens[at].low in {"told", "tells"}:
        return False
    follows = tokens[at + 1]
    starts = follows.capital or follows.low in {"the", "a", "an", "one"} or is_speaker_noun(follows.low)
    if not starts or follows.time or gap < 0:
        return False
    if tokens[gap].text in "”“":
        return True
    phrase = before(tokens, gap)
    return not (phrase and phrase.office and can_speak(tokens, phrase))


def _tells(tokens: list[Token], at: int, phrase: Phrase) -> bool:
    """Is this subject one that can tell, and this verb one that does here?"""
    low = tokens[at].low
    speaks = can_speak(tokens, phrase)
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    content = (
        following in CONTENT_STARTS
        or following[:1].isdigit()
        or following in "“$€£"
        or (at + 1 < len(tokens) and tokens[at + 1].capital)
    )
    if low in lex.NOUN_OR_VERB and not (
        speaks and (content or _set_off(tokens, at, phrase)) and _is_compact(tokens, phrase)
    ):
        return False
    if low in lex.OBJECT_FIRST and not (speaks and content):
        return False
    if low in {"spoke", "speaks", "speak", "spoken"} and following != "of":
        return False
    if low in GAUGING:
        behind = {token.low for token in tokens[at + 1 : at + 9]}
        gauged = not behind.isdisjoint(GAUGED) and not behind.isdisjoint({"at", "as", "to"})
        if gauged or low not in {"put", "puts", "gave", "gives"}:
            return gauged and speaks
        if low in {"put", "puts"} and "at" not in behind:
            return False
    if low in lex.FINDING and low not in lex.SAYING:
        head = {token.low for token in tokens[phrase.first : phrase.last + 1]}
        return bool(head & lex.STUDIES) or (speaks and following == "that")
    short = phrase.last - phrase.first < 4 and tokens[phrase.first].low in DETERMINERS
    plural = phrase.first == phrase.last and tokens[at - 1].low.endswith(("ers", "ors", "ists", "ians"))
    return speaks or (low in lex.PLAIN and (short or plural) and tokens[phrase.last].low not in QUANTITIES)


def _set_off(tokens: list[Token], at: int, phrase: Phrase) -> bool:
    """As in "In all, it forecast, five will come" and "Five came, the ministry reports."."""
    closes = at + 1 >= len(tokens) or tokens[at + 1].text in ",.;"
    return phrase.first > 0 and tokens[phrase.first - 1].text == "," and closes


def _is_compact(tokens: list[Token], phrase: Phrase) -> bool:
    """A name, or an article and its noun: enough of a subject for a word that may be a noun ("amid media reports")."""
    first, last = tokens[phrase.first], tokens[phrase.last]
    if phrase.last - phrase.first > 6:
        return False
    named = last.capital or (first.capital and last.low in lex.COLLECTIVE | lex.BODIES)
    return named or first.low in DETERMINERS or first.low in lex.PRONOUNS


def _clause(utterance: Utterance, text: str, tokens: list[Token], at: int, phrase: Phrase) -> Attribution:
    """Subject and verb: what stands before them is covered where it is set off by a comma or a quotation."""
    behind = _content_behind(tokens, at)
    opens = phrase.first - (not behind and phrase.first > 0 and tokens[phrase.first - 1].low == "as")
    wraps = preceded(tokens, opens) and not (behind and _opens_with_adjunct(tokens, phrase.first))
    low = 0 if wraps else tokens[at].end
    found = make(utterance, text, tokens, phrase, (at, at), low, len(text))
    relay = addressee(text, tokens, at + 1) if tokens[at].low in {"told", "tells", "tell", "telling"} else ""
    if at + 2 < len(tokens) and tokens[at + 1].low == "to":
        relay = addressee(text, tokens, at + 2)
    return replace(found, relay=relay, about_quote=True, wraps=wraps)


def _content_behind(tokens: list[Token], at: int) -> bool:
    i = at + 1
    listener = after(tokens, i) if tokens[at].low in {"told", "tells"} else None
    if listener:
        i = listener.last + 1
    while i < len(tokens) and (tokens[i].time or tokens[i].low in lex.ADVERBS):
        i += 1
    return i < len(tokens) and (tokens[i].text in "“$€£" or (tokens[i].word and tokens[i].low not in ADJUNCT_HEADS))


def _opens_with_adjunct(tokens: list[Token], first: int) -> bool:
    """Is all that stands before the subject an adverb, an "In a statement" or a subordinate clause?"""
    start = clause_start(tokens, first - 1)
    head = tokens[start]
    if head.low == "according" or (head.capital and head.low.endswith("ing")):
        return True
    return head.low in ADJUNCT_HEADS or head.low in lex.ADVERBS or head.low in lex.SUBORDINATORS or head.time


def _passive(utterance: Utterance, text: str, tokens: list[Token], at: int) -> Attribution | None:
    """As in "... were reported by X" and "... was put at five by X": the agent speaks; without one, nobody does."""
    by = _agent(tokens, at)
    phrase = after(tokens, by + 1) if by else None
    if phrase is None or not can_speak(tokens, phrase):
        return None
    return replace(make(utterance, text, tokens, phrase, (by, by), 0, len(text)), wraps=True)


def _agent(tokens: list[Token], at: int) -> int:
    """The index of the "by" of a passive, given its participle's; 0 where it names no agent."""
    if at + 2 < len(tokens) and (tokens[at + 1].low in AMOUNTS or tokens[at + 1].time):
        for i in range(at + 2, min(at + 9, len(tokens) - 1)):
            if tokens[i].low == "by":
                return i
            if not (tokens[i].word or tokens[i].text in "$€£%"):
                return 0
    return at + 1 if at + 2 < len(tokens) and tokens[at + 1].low == "by" else 0


def _gerund(
    utterance: Utterance, text: str, tokens: list[Token], at: int, earlier: list[Attribution]
) -> Attribution | None:
    """As in "..., adding that": the subject of the telling before it, or of the clause."""
    if earlier and earlier[-1].cue != "according":
        return _again(earlier[-1], utterance, tokens[at])
    phrase = leading(tokens, clause_start(tokens, at))
    if phrase is None or phrase.last >= at or not can_speak(tokens, phrase):
        return None
    return replace(make(utterance, text, tokens, phrase, (at, at), tokens[at].end, len(text)), about_quote=True)
