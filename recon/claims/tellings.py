"""One attribution: who tells, by what words, and which stretch of an utterance that covers."""

from __future__ import annotations

from dataclasses import dataclass

from recon.claims import lexicon as lex
from recon.claims.layout import Utterance
from recon.claims.phrases import Phrase, span
from recon.claims.words import (
    Token,
)


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


def make(
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


def preceded(tokens: list[Token], first: int) -> bool:
    """Does a comma, a dash or a quotation stand before the phrase?"""
    return first > 1 and tokens[first - 1].text in ",”“—–"


def past_be(tokens: list[Token], at: int) -> int:
    """Step back over forms of "be" and adverbs."""
    while at >= 0 and (tokens[at].low in lex.BE or tokens[at].low in lex.ADVERBS):
        at -= 1
    return at
