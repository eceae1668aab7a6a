"""What a sentence says around a number: the words nearest to it, the names, how the number is said to move."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from recon.evidence.stems import GROUP_OF, WORD, folded
from recon.evidence.vocabulary import DOWN, GENERIC, NEUTRAL, PHRASES, SETTLEMENTS, UP

NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'.-]*(?: (?:(?:of|de|la|al|el|bin|von|van|the) )?[A-ZÀ-Þ][\w’'.-]*){0,5}")
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mr mrs ms dr gov sen rep gen lt col i u.s us uk eu christmas easter
    ramadan""".split()
)
CLOSES = re.compile(r"[;:“”\"—–()]")
JOINING = re.compile(r"(?i)\b(?:and|but|or|while|whereas)\b")
"""Behind another number, these begin what is said of the next."""
OF = re.compile(r"\s*(?:out )?of (?:[^\s,;.]{1,30} ){0,3}")
"""What stands between a part and its whole: "61 of the 120 seats"."""
NEAREST = 2
"""Words on each side of a number that are held against those of another."""
SPEAKING = re.compile(
    r"(?i)\b(?:said|says|say|told|according|put|puts|estimated|estimates|confirmed|added|told|stated|warned|tweeted)\b"
)
DATELINE = re.compile(
    r"\s*[A-ZÀ-Þ][A-ZÀ-Þ .,’'-]{2,40}(?:,? [A-Z][\w.]{1,15}){0,2}(?: \([^()]{1,30}\))? ?[-–—] ?[“\"]?"
)
"""Where and by whom an agency's report is told, before its first sentence."""
SELF = re.compile(r"(?i)\b(?:its|their|it|they|we|our|his|her)\b")
HEDGE = r"(?:about |around |some |nearly |almost |more than |at least |up to |as many as |roughly |an? |another )?"
BEFORE_CHANGE = re.compile(rf"(?i)(?:\bby|\b({'|'.join(sorted(UP | DOWN))})(?: (?:of|by))?) {HEDGE}$")
BEHIND_CHANGE = re.compile(
    r"(?i)^[\s-](?:[\w-]+ ){0,2}(increase|rise|growth|gain|jump|surge|drop|fall|decline|decrease|cut|reduction|higher|"
    r"lower|more than (?:a year|last|in) \w+|less than (?:a year|last|in) \w+)\b"
)
FORMER = re.compile(
    r"(?i)\b(?:from|compared (?:with|to)|against|instead of|rather than|(?:had|having) (?:forecast|expected|predicted))"
    rf" {HEDGE}$"
)
MOVED = re.compile(rf"(?i)\b({'|'.join(sorted(UP | DOWN))})\b")
TOGETHER = tuple((re.compile(rf"(?i)\b{printed}\b"), word) for printed, word in PHRASES)
ATTACHED = re.compile(r"(?i)\b(?:the|an?|in|at|of|on|to|from|near|around|across|for|with|by|off)$")
"""What makes of a name behind it something else than the one that acts."""


@dataclass(frozen=True, slots=True)
class Motion:
    """How a number is said to move: `way` is up, down or ""; `change` tells a difference from a level, and `former`
    the level that was left."""

    way: str
    change: bool
    former: bool


@dataclass(frozen=True, slots=True)
class Anchors:
    """The folded words nearest to a number on its left and on its right, the nearest first; `borrowed` tells that those
    on the left stand before another number."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    borrowed: bool = False


def motion(sentence: str, start: int, end: int) -> Motion:
    """The motion of the number that stands from `start` to `end`."""
    before, after = sentence[max(0, start - 80) : start], sentence[end : end + 60]
    adjacent = BEFORE_CHANGE.search(before)
    behind = BEHIND_CHANGE.match(after)
    former = FORMER.search(before) is not None
    word = (adjacent[1] if adjacent else "") or (behind[1] if behind else "")
    if not word:
        moved = [match[1] for match in MOVED.finditer(before)]
        word = moved[-1] if moved else ""
    low = word.lower()
    way = "up" if low in UP or low.startswith("more") else "down" if low in DOWN or low.startswith("less") else ""
    return Motion("" if former else way, bool(way and (adjacent or behind)) and not former, former)


def names(sentence: str, speakers: Iterable[str] = ()) -> tuple[tuple[str, int], ...]:
    """The names of a sentence with where they stand, those of its speakers left out where they only speak.

    A word that opens the sentence is one where it is no word of the language that this package knows.
    """
    silent = set()
    if SPEAKING.search(sentence) and not SELF.search(sentence):
        silent = {word.lower() for name in speakers for word in WORD.findall(name)}
    found = []
    for match in NAME.finditer(sentence):
        words = match[0].replace("’s", "").replace("'s", "").strip(" .").split()
        at = match.start()
        opens = not sentence[:at].strip(" “\"'‘(") or DATELINE.fullmatch(sentence[:at])
        if opens and words and _plain(words[0], alone=len(words) == 1):
            at += len(words[0]) + 1
            words = words[1:]
        kept = [word for word in words if word.lower().strip(".") not in CALENDAR]
        if kept and not {word.lower() for word in kept} <= silent | GENERIC | {"of", "the"}:
            found.append((" ".join(kept), at))
    return tuple(found)


def simplified(sentence: str) -> str:
    """The sentence with each of its set phrases as one word, every other letter where it was."""
    for pattern, word in TOGETHER:
        sentence = pattern.sub(partial(_padded, word), sentence)
    return sentence


def _padded(word: str, match: re.Match[str]) -> str:
    return word.ljust(len(match[0]))


def _dates(word: str) -> bool:
    """Whether this is the month of March, and no march."""
    return word[0].isupper() and word.lower() in CALENDAR


def _plain(word: str, *, alone: bool) -> bool:
    low = word.lower()
    return low in NEUTRAL or low in GROUP_OF or (alone and low.endswith("s")) or low in GENERIC


def telling(name: str) -> frozenset[str]:
    """The words of a name that make it this one: "Mount Hollis" is known by "hollis"."""
    words = frozenset(word.lower() for word in WORD.findall(name))
    return words - GENERIC - {"of", "the", "de", "la", "al", "el"} or words


def anchors(
    sentence: str, span: tuple[int, int], others: Iterable[tuple[int, int]], skip: Iterable[str], named: frozenset[str]
) -> Anchors:
    """The words nearest to the number at `span`; `others` are the spans of other numbers, `skip` words to pass over,
    `named` the words of names."""
    taken = sorted(others)
    start, end = span
    left_end = max((b for _, b in taken if b <= start), default=0)
    right_end = min((a for a, _ in taken if a >= end), default=len(sentence))
    passed = frozenset(skip)
    part = OF.fullmatch(sentence, end, right_end) is not None
    if part:  # what is said of it stands behind its whole
        right_end = min((a for a, _ in taken if a > right_end), default=len(sentence))
    most = NEAREST * 2 if part else NEAREST
    right = _nearest(_pieces(sentence, end, right_end), passed, named, commas=True, most=most)
    joined = [match.end() for match in JOINING.finditer(sentence, left_end, start)] if left_end else []
    spoken = [match.end() for match in SPEAKING.finditer(sentence, left_end, start)]
    left = _nearest(reversed(list(_pieces(sentence, max([left_end, *joined, *spoken]), start))), passed, named)
    borrowed = not left and bool(left_end) and not spoken and not (joined and right)
    if borrowed:
        left = _nearest(reversed(list(_pieces(sentence, 0, left_end))), passed, named)
    if re.search(rf"(?i)\b(?:{'|'.join(sorted(SETTLEMENTS))}) of (?:\w+ ){{0,2}}$", sentence[:start]):
        left = ("population", *left)[:NEAREST]
    if not left and not right:
        right = _nearest(_pieces(sentence, end, right_end), passed, named)
    return Anchors(left, right, borrowed)


def _pieces(sentence: str, start: int, end: int) -> Iterator[str]:
    """The words and the marks of a stretch."""
    for match in re.finditer(rf"{WORD.pattern}|[,;:“”\"—–()]", sentence[start:end]):
        yield match[0]


def _nearest(
    pieces: Iterable[str], skip: frozenset[str], named: frozenset[str], *, commas: bool = False, most: int = NEAREST
) -> tuple[str, ...]:
    """The first words that say something; a comma ends the search, with `commas` even before the first."""
    found: list[str] = []
    for piece in pieces:
        if piece == "," or CLOSES.fullmatch(piece):
            if found or commas:
                break
            continue
        low = piece.lower()
        word = "" if _dates(piece) else folded(piece)
        if word and low not in skip and word not in skip and low not in named and word not in found:
            found.append(word)
        if len(found) == most:
            break
    return tuple(found)


def content(sentence: str, named: frozenset[str]) -> frozenset[str]:
    """The folded words of a sentence that say something, without names."""
    words = (word for word in WORD.findall(sentence) if word.lower() not in named and not _dates(word))
    return frozenset(filter(None, map(folded, words)))


def kinds(sentence: str, named: frozenset[str]) -> dict[str, frozenset[str]]:
    """The nouns of a sentence, folded, with the words that stand right before them: "chip" of "the chip factory"."""
    found: dict[str, frozenset[str]] = {}
    before = ("", 0)
    for match in WORD.finditer(sentence):
        word = "" if match[0].lower() in named else folded(match[0])
        if word and before[0] and before[0] != word and sentence[before[1] : match.start()] == " ":
            found[word] = found.get(word, frozenset()) | {before[0]}
        before = word, match.end()
    return found
