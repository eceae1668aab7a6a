"""An utterance as words: tokens with offsets, and what kind of word each is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recon.claims import lexicon as lex

TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s?[A-Z])|\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?|(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Lt|"
    r"Col|Sgt|Maj|Capt|Cmdr|Adm|Rev|Prof|St|Sr|Jr|Sup[t]|Hon|N|S)\."
    r"|\w+(?:[-'’&/.]\w+){0,12}|[^\w\s]"
)
PREFIXED = re.compile(r"[a-z]{1,3}[-'’][A-ZÀ-Þ]")
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some several many another".split()
)
QUANTITIES = frozenset(
    """half majority most percent quarter quarters third thirds voters few jobs people one two three four five six seven
    eight nine ten""".split()
)
COUNTED = frozenset("two three four five six seven eight nine ten several other".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
TIMES = WEEKDAYS | lex.TIME_WORDS
ADJUNCT_HEADS = frozenset(
    """on in at during after before by since until from with without as amid despite following under through when while
    although though because if once for to upon over throughout within among besides""".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark, with its offsets in the utterance."""

    text: str
    low: str
    start: int
    end: int

    @property
    def word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def time(self) -> bool:
        """Is it a weekday, or a plain word for a time: "evening" but not the Evening Star?"""
        return self.low in WEEKDAYS or (self.low in lex.TIME_WORDS and not self.text[0].isupper())

    @property
    def capital(self) -> bool:
        """Is it a name's word: "Smith", "al-Rashid"?"""
        return self.text[0].isupper() or PREFIXED.match(self.text) is not None


def tokenize(text: str) -> list[Token]:
    """The words and marks of a text whose quotations are blanked."""
    return [Token(m[0], m[0].lower().replace("’", "'"), m.start(), m.end()) for m in TOKEN.finditer(text)]


def skip_back(tokens: list[Token], at: int) -> int:
    """Step back over auxiliaries, adverbs and a time that stand between a subject and its verb."""
    while at >= 0:
        low = tokens[at].low
        dated = low in {"this", "last", "next", "on"} and at + 1 < len(tokens) and tokens[at + 1].time
        if not (dated or low in lex.ADVERBS or low in lex.HAVE or tokens[at].time):
            break
        at -= 1
    return at


def clause_start(tokens: list[Token], at: int) -> int:
    """The index of the first token of the clause that `at` stands in."""
    while at > 0 and tokens[at - 1].text not in ";:“”—–":
        at -= 1
    return at


def is_speaker_noun(low: str) -> bool:
    """Is this common noun one that reporters let speak: officials, ministry, report, mayor?"""
    if any(
        low in words for words in (lex.COLLECTIVE, lex.ANONYMOUS, lex.BODIES, lex.ROLES, lex.STUDIES, lex.MEDIA_NOUNS)
    ):
        return True
    return low in lex.REPORT_NOUNS or (low.endswith("s") and low[:-1] in lex.ROLES | lex.BODIES)
