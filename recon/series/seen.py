"""A claim as it stands in its sentence: the words around the number, and which telling word is nearest to it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from recon.model import Claim, Document

WORD = re.compile(r"[^\W\d_][\w’'&.-]{0,40}")
BREAK = re.compile(r";|: | but | while | whereas | although | against the | compared (?:with|to) |[.!?] (?=[A-Z“\"])")
"""What ends the clause a number stands in."""
REACH = 140
"""Characters on either side of a number that may say what it counts."""
FAR = 60
"""The weighted distance beyond which a word no longer speaks of the number."""
CLOSE = 6
"""The distance of a word that no phrase can be nearer than."""
BEFORE = 15
COMMA = 12
AND = 25
NUMBER = 40
"""What is added to the distance of a word: before the number, behind a comma, an "and", another number."""


PERCENT = re.compile(r"\d[\d.]*(?:%| per ?cent)")
"""A rise on the way to the number hides nothing: "sales rose 8 percent to $3 billion"."""


OUTDONE = re.compile(r"(?:shot|injured|wounded|infected) (?:dead|to death|and (?:then )?killed|fatally)\b|shot dead")
"""A word whose meaning the next one overtakes: "shot dead"."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence with white space folded, where the number stands in it, and where its clause opens and closes; an
    empty text where none is given."""

    text: str = ""
    start: int = 0
    end: int = 0
    opens: int = 0
    closes: int = 0

    @property
    def before(self) -> str:
        """The clause before the number."""
        return self.text[self.opens : self.start]

    @property
    def after(self) -> str:
        """The clause behind the number."""
        return self.text[self.end : self.closes]

    def past(self, noun: str) -> Seen:
        """The same with the clause behind the number beginning behind a noun, where that comes first."""
        return replace(self, end=self.end + 1 + len(noun)) if self.after.startswith(f" {noun}") else self


UNSEEN = Seen()


def seen(claim: Claim, document: Document | None) -> Seen:
    """A claim in the sentence it stands in; `UNSEEN` where the text is not given."""
    if document is None:
        return UNSEEN
    text = document.title if claim.part == "title" and not document.title_start else document.text
    before = " ".join(text[claim.sentence_start : claim.start].split())
    own = " ".join(text[claim.start : claim.end].split())
    whole = _folded(text, claim.sentence_start, claim.sentence_end)
    start = whole.find(own, max(len(before) - 1, 0))
    return at(whole, start, start + len(own)) if own and start >= 0 else Seen(whole)


@lru_cache(maxsize=64)
def _folded(text: str, start: int, end: int) -> str:
    """A sentence with white space folded, one for all its numbers."""
    return " ".join(text[start:end].split())


def at(text: str, start: int, end: int) -> Seen:
    """The stretch of a sentence from `start` to `end`, with its clause."""
    reach = max(start - REACH, 0)
    before, after = text[reach:start], text[end : end + REACH]
    cuts = [match.end() for match in BREAK.finditer(before)]
    cut = BREAK.search(after)
    closes = cut.start() if cut else len(after)
    return Seen(text, start, end, reach + (cuts[-1] if cuts else 0), end + closes)


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest telling word: what it means, how far off it stands, weighted, and what lies between and behind."""

    gap: float = math.inf
    name: str = ""
    ahead: bool = False
    between: str = ""
    beyond: str = ""


def nearest(place: Seen, meanings: Mapping[str, str], phrases: re.Pattern[str] | None = None) -> Near:
    """The nearest word of the clause that has a meaning; one without a name where none is near.

    The names of the groups of `phrases`, with blanks for underscores, are the meanings of what they match.
    """
    before, after = place.before, place.after
    best = _nearest(before, after, meanings, FAR)
    if phrases is not None and best.gap > CLOSE:
        for match in phrases.finditer(after, 0, FAR + 20):
            if (gap := _gap(after[: match.start()])) < min(best.gap, FAR):
                name = str(match.lastgroup).replace("_", " ")
                best = Near(gap, name, ahead=True, between=after[: match.start()], beyond=after[match.end() :])
        for match in phrases.finditer(before):
            between = before[match.end() :]
            if (gap := BEFORE + _gap(between)) <= min(best.gap, FAR):
                best = Near(gap, str(match.lastgroup).replace("_", " "), between=between, beyond=between)
    return best


def anywhere(place: Seen, meanings: Mapping[str, str]) -> Near:
    """The nearest word of the whole sentence that has a meaning, however far off."""
    return _nearest(place.text[: place.start], place.text[place.end :], meanings, math.inf)


def _nearest(before: str, after: str, meanings: Mapping[str, str], far: float) -> Near:
    best = Near()
    for match in WORD.finditer(after):
        if match.start() >= min(best.gap, far):
            break
        name = meanings.get(match[0].lower().strip(".'’"))
        if name and OUTDONE.match(after, match.start()):
            continue
        if name and (gap := _gap(after[: match.start()])) < best.gap:
            best = Near(gap, name, ahead=True, between=after[: match.start()], beyond=after[match.end() :])
    for match in WORD.finditer(before):
        name = meanings.get(match[0].lower().strip(".'’"))
        if name and OUTDONE.match(before, match.start()):
            continue
        if name and len(before) - match.end() + BEFORE < min(best.gap, far):
            between = before[match.end() :]
            if (gap := BEFORE + _gap(between)) <= best.gap:
                best = Near(gap, name, between=between, beyond=between)
    return best if best.gap <= far else Near()


def _gap(between: str) -> float:
    numbers = NUMBER * any(sign.isdigit() for sign in PERCENT.sub("", between))
    return len(between) + COMMA * between.count(",") + AND * between.count(" and ") + numbers
