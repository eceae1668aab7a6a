"""Attributions: where an utterance says who speaks, as printed, and which stretch of it that covers.

Patterns of newspaper English: "X said that ...", "..., X said", "..., said X, head of Y", "according to X",
"X, citing Y",
"X told Y", "Y quoted X as saying", "X was quoted as saying by Y", "As X reported", and a headline's "...: X".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from recon.claims import lexicon as lex
from recon.claims.layout import Utterance
from recon.claims.words import (
    ADJUNCT_HEADS,
    DETERMINERS,
    QUANTITIES,
    TIMES,
    Phrase,
    Token,
    after,
    before,
    can_speak,
    clause_start,
    is_speaker_noun,
    leading,
    skip_back,
    span,
    tokenize,
)

CONTENT_STARTS = frozenset(
    """that there it they he she we at about around nearly almost over more fewer up as some only no the a an all both
    each between his her its their one two three four five six seven eight nine ten eleven twelve dozens hundreds
    thousands millions this these those another most many several what how an estimated just
    them him her me us yes""".split()
)
GOING_ON = lex.AUXILIARY | {"including", "with", "and", "of", "among"}
"""What behind "according to X," still belongs to X."""
COORDINATORS = frozenset("and but while whereas although though or yet".split())
WORD = re.compile(r"[a-z]+")
CUES = lex.SAYING | lex.FINDING | {"according", "quoted", "cited", "quotes", "cites"}
HEADLINE_TAIL = re.compile(r":\s+((?:[\w.’'-]+\s){0,4}[\w.’'-]+)$")
HEADLINE_HEAD = re.compile(r"^((?:[\w.’'-]+\s){0,3}[\w.’'-]+):\s")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One "X said". Offsets are the document's; `low` to `high` is what it covers, its own subject aside."""

    utterance: int
    source: str
    start: int
    end: int
    cue: str
    cue_start: int
    cue_end: int
    low: int
    high: int
    office: str = ""
    relay: str = ""
    cited: str = ""
    about_quote: bool = False
    wraps: bool = False

    def covers(self, offset: int) -> bool:
        """Is an offset within what is told? The speaker's own name, office and verb are not."""
        own = min(self.start, self.cue_start) <= offset < max(self.end, self.cue_end)
        return self.low <= offset < self.high and not own


def attributions(utterance: Utterance) -> list[Attribution]:
    """Every attribution of an utterance, in the order of their cues."""
    text = utterance.bare if utterance.quotes else utterance.text
    if CUES.isdisjoint(WORD.findall(text.lower())):
        return _headline(utterance, text)
    tokens = tokenize(text)
    found: list[Attribution] = []
    for i, token in enumerate(tokens):
        one = None
        if token.low == "according" and i + 2 < len(tokens) and tokens[i + 1].low == "to":
            one = _according(utterance, text, tokens, i)
        elif token.low in {"quoted", "cited", "quotes", "cites"}:
            one = _quoted(utterance, text, tokens, i)
        elif token.low in lex.SAYING or token.low in lex.FINDING:
            one = _verb(utterance, text, tokens, i, found)
        if one is not None:
            found.append(one)
    found = _cite(utterance, text, tokens, _separate(found, tokens, utterance.start))
    return found or _headline(utterance, text)


def _make(
    utterance: Utterance, text: str, tokens: list[Token], phrase: Phrase, cue: tuple[int, int], low: int, high: int
) -> Attribution:
    """`cue` is the first and last token of the cue; `low` and `high` are offsets in the utterance."""
    base = utterance.start
    return Attribution(
        utterance=utterance.index,
        source=span(text, tokens, phrase),
        start=base + tokens[phrase.first].start,
        end=base + tokens[phrase.last].end,
        cue=tokens[cue[0]].low,
        cue_start=base + tokens[cue[0]].start,
        cue_end=base + tokens[cue[1]].end,
        low=base + low,
        high=base + high,
        office=phrase.office,
    )


def _according(utterance: Utterance, text: str, tokens: list[Token], at: int) -> Attribution | None:
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
    found = _make(utterance, text, tokens, phrase, (at, at + 1), low, high)
    return replace(found, office=office, about_quote=True, wraps=True)


def _quoted(utterance: Utterance, text: str, tokens: list[Token], at: int) -> Attribution | None:
    """As in "X was quoted (as) saying (by Y)" and "Y quoted X as saying"."""
    saying = next((i for i in range(at + 1, min(at + 22, len(tokens))) if tokens[i].low in {"saying", "telling"}), None)
    if saying is None:
        return None
    if at > 0 and (tokens[at - 1].low in lex.BE or tokens[at - 1].low in {"also", "widely"}):
        phrase, relay = before(tokens, skip_back(tokens, _past_be(tokens, at - 1))), ""
        if saying + 2 < len(tokens) and tokens[saying + 1].low == "by":
            teller = after(tokens, saying + 2)
            relay = span(text, tokens, teller) if teller else ""
    else:
        phrase = after(tokens, at + 1)
        phrase = phrase and Phrase(phrase.first, min(phrase.last, saying - 2), phrase.office)
        teller = before(tokens, skip_back(tokens, at - 1))
        relay = span(text, tokens, teller) if teller else ""
    if phrase is None or phrase.last < phrase.first:
        return None
    low = 0 if _preceded(tokens, phrase.first) else tokens[saying].end
    found = _make(utterance, text, tokens, phrase, (at, saying), low, len(text))
    return replace(found, relay=relay, about_quote=True, wraps=low == 0)


def _past_be(tokens: list[Token], at: int) -> int:
    while at >= 0 and (tokens[at].low in lex.BE or tokens[at].low in lex.ADVERBS):
        at -= 1
    return at


def _verb(
    utterance: Utterance, text: str, tokens: list[Token], at: int, earlier: list[Attribution]
) -> Attribution | None:
    token = tokens[at]
    if token.capital and at > 0:
        return None
    gap = skip_back(tokens, at - 1)
    previous = tokens[gap].low if gap >= 0 else ""
    if token.low in lex.GERUNDS and previous not in lex.BE:
        return _gerund(utterance, text, tokens, at, earlier)
    if previous in lex.BE:
        if token.low.endswith("ing"):
            gap = skip_back(tokens, _past_be(tokens, gap))
        else:
            return _passive(utterance, text, tokens, at)
    elif previous in lex.AUXILIARY or previous in lex.NEGATION or previous.endswith("n't") or previous == "to":
        return None
    if (gap < 0 or tokens[gap].text in ",”“") and _inverts(tokens, at, gap):
        phrase = after(tokens, at + 1)
        if phrase and can_speak(tokens, phrase):
            found = _make(utterance, text, tokens, phrase, (at, at), 0, tokens[at].start)
            return replace(found, about_quote=True, wraps=True)
    if previous in {"and", "but", "then"}:
        return _second(utterance, text, tokens, at, gap, earlier)
    phrase = before(tokens, gap) if gap >= 0 else None
    if phrase is None or not _tells(tokens, at, phrase) or _is_participle(tokens, at, gap, phrase):
        return None
    return _clause(utterance, text, tokens, at, phrase)


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
    found = _make(utterance, text, tokens, phrase, (at, at), tokens[at].end, len(text))
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
    if following == "to" and tokens[at].low not in {"said", "wrote", "writes", "says"}:
        return True
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
    if low in lex.NOUN_OR_VERB and not (speaks and content and _is_compact(tokens, phrase)):
        return False
    if low in lex.OBJECT_FIRST and not (speaks and content):
        return False
    if low in {"put", "puts"} and all(token.low != "at" for token in tokens[at + 1 : at + 9]):
        return False
    if low in lex.FINDING and low not in lex.SAYING:
        head = {token.low for token in tokens[phrase.first : phrase.last + 1]}
        return bool(head & lex.STUDIES) or (speaks and following == "that")
    short = phrase.last - phrase.first < 4 and tokens[phrase.first].low in DETERMINERS
    return speaks or (low in lex.PLAIN and short and tokens[phrase.last].low not in QUANTITIES)


def _is_compact(tokens: list[Token], phrase: Phrase) -> bool:
    """A name, or an article and its noun: enough of a subject for a word that may be a noun ("amid media reports")."""
    first, last = tokens[phrase.first], tokens[phrase.last]
    return phrase.last - phrase.first < 7 and (last.capital or first.low in DETERMINERS or first.low in lex.PRONOUNS)


def _clause(utterance: Utterance, text: str, tokens: list[Token], at: int, phrase: Phrase) -> Attribution:
    """Subject and verb: what stands before them is covered where it is set off by a comma or a quotation."""
    behind = _content_behind(tokens, at)
    wraps = _preceded(tokens, phrase.first) and not (behind and _opens_with_adjunct(tokens, phrase.first))
    low = 0 if wraps else tokens[at].end
    found = _make(utterance, text, tokens, phrase, (at, at), low, len(text))
    relay = _addressee(text, tokens, at) if tokens[at].low in {"told", "tells", "tell", "telling"} else ""
    return replace(found, relay=relay, about_quote=True, wraps=wraps)


def _preceded(tokens: list[Token], first: int) -> bool:
    return first > 1 and tokens[first - 1].text in ",”“—–"


def _content_behind(tokens: list[Token], at: int) -> bool:
    i = at + 1
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


def _addressee(text: str, tokens: list[Token], at: int) -> str:
    """The outlet that was told: "told The Evening Star"; "" for reporters and other listeners."""
    phrase = after(tokens, at + 1)
    if phrase is None:
        return ""
    last = phrase.first - 1
    for i in range(phrase.first, phrase.last + 1):
        if tokens[i].capital or tokens[i].low in {"the", "of", "'s"}:
            last = i
        else:
            break
    name = text[tokens[phrase.first].start : tokens[last].end] if last >= phrase.first else ""
    return name if lex.MEDIA.search(name) else ""


def _passive(utterance: Utterance, text: str, tokens: list[Token], at: int) -> Attribution | None:
    """As in "... were reported by X": the agent speaks; without one, nobody does."""
    if at + 2 >= len(tokens) or tokens[at + 1].low != "by":
        return None
    phrase = after(tokens, at + 2)
    if phrase is None or not can_speak(tokens, phrase):
        return None
    return replace(_make(utterance, text, tokens, phrase, (at, at + 1), 0, len(text)), wraps=True)


def _gerund(
    utterance: Utterance, text: str, tokens: list[Token], at: int, earlier: list[Attribution]
) -> Attribution | None:
    """As in "..., adding that": the subject of the telling before it, or of the clause."""
    if earlier and earlier[-1].cue != "according":
        return _again(earlier[-1], utterance, tokens[at])
    phrase = leading(tokens, clause_start(tokens, at))
    if phrase is None or phrase.last >= at or not can_speak(tokens, phrase):
        return None
    return replace(_make(utterance, text, tokens, phrase, (at, at), tokens[at].end, len(text)), about_quote=True)


def _separate(found: list[Attribution], tokens: list[Token], base: int) -> list[Attribution]:
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


def _cite(utterance: Utterance, text: str, tokens: list[Token], found: list[Attribution]) -> list[Attribution]:
    """Add to a telling whom it cites: "X reported, citing Y", "Citing Y, X reported"."""
    for i, token in enumerate(tokens[:-1]):
        if token.low not in {"citing", "quoting"} or not found:
            continue
        phrase = after(tokens, i + 1)
        if phrase is None:
            continue
        at = utterance.start + token.start
        owners = [n for n, one in enumerate(found) if one.start < at]
        owner = owners[-1] if owners else 0
        found = [*found]
        found[owner] = replace(found[owner], cited=span(text, tokens, phrase))
    return found


def _headline(utterance: Utterance, text: str) -> list[Attribution]:
    """As in "Four dead in blast: police" and "Police: Four dead in blast", in a line without a full stop."""
    if text[-1:] in '.!?”"' or len(text) > 160:
        return []
    tail, head = HEADLINE_TAIL.search(text), HEADLINE_HEAD.search(text)
    for match in (tail, head):
        if match and all(w.lower() not in ADJUNCT_HEADS for w in match[1].split()):
            words = match[1].split()
            if is_speaker_noun(words[-1].lower()) and words[-1].lower() not in DETERMINERS:
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
