"""Figures without digits of their own: "thousands", "a third of", "one in five", "in her early 20s"; and dates and
the like."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from recon.extraction import nouns
from recon.extraction.places import Found
from recon.extraction.readings import Reading, no_quantity
from recon.extraction.surfaces import read_length
from recon.numerals import MAGNITUDES, PARTS, Number, read_digits, read_words
from recon.units import Lexicon, Unit

_Placed = tuple[int, int, Reading]

_OF_UNIT = re.compile(r"\s+of\s+((?:[A-Za-z.]+\s)?[A-Za-z]+)")
_IN_AGES = re.compile(r"(?:\b(?:in|his|her|their|its|and|or|to|mid|of|the)[\s-])$", re.IGNORECASE)
_SOMEBODYS = re.compile(
    r"\b(?:his|her|their|its|our|my|your|whose|people|men|women|man|woman|in)[\s-](?:(?:early|mid|late)[\s-])?"
    r"(?:[\w-]{2,14}\s(?:and|or|to)\s(?:(?:early|mid|late)[\s-])?)?\Z",
    re.IGNORECASE,
)
"""Whose age a decade is; "the 60s" are years."""
_OF = re.compile(r"\s+(?:of|as)\b")
_OF_A_PERIOD = re.compile(r"\b(?:first|second|latter|last|other|1st|2nd)\s\Z")
_COMPARATIVE = re.compile(
    r"\s(?:full|empty|complete|higher|lower|more|less|fewer|bigger|smaller|cheaper|dearer|longer|shorter)\b"
)
_OF_A_UNIT = re.compile(r"\s+of\s+an?\s+(?:hour|mile|century|million|billion|trillion|percent)")
_BY = re.compile(
    r"\b(?:by|nearly|almost|about|up|down|than|over|some|roughly|around|least|just|under|to|only|another)\s(?:an?\s)?$",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(
    r"[,.;:)”\"]|\s(?:in|on|from|to|since|than|more|less|fewer|compared|over|during|between|last|this|and|or|at|by)\b|$"
)
_TWICE = re.compile(
    r"\s(?:as\s(?:many|much|likely|big|large|high|long|fast|often|far|old|\w+\sas)|the|its|that|his|her|their|what|this|more)\b"
)
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_THIRDS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_TEENS = {"": (13, 19), "early": (13, 15), "mid": (14, 17), "late": (17, 19)}
_ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}


def found(text: str, start: int, written: str, group: str, lexicon: Lexicon) -> Found | None:
    """The figure of what is `written` at `start` and is no measure; None where it is nothing at all."""
    reader = _READERS.get(group)
    if reader is None:
        return Found(start, start + len(written), no_quantity(group))
    placed = reader(text, start, written, lexicon)
    if placed is None:
        return None
    start, end, reading = placed
    after = text[end : end + nouns.WINDOW]
    noun = ""
    if group == "length":
        noun = nouns.after(after, unit=True, tight="-" in written)
    elif reading.kind in {"count", "ratio"}:
        noun = nouns.after(after, unit=group == "share")
    return Found(start, end, reading, noun)


def _rough(text: str, start: int, written: str, lexicon: Lexicon) -> _Placed:
    """Of "thousands": at least one of them, no top."""
    end = start + len(written)
    low = _least(" ".join(written.lower().split()))
    unit = Unit("", "count")
    of = _OF_UNIT.match(text[end : end + 48])
    if of:
        words = of[1].lower().split()
        for name in (" ".join(words), words[0]):
            if name in lexicon.words:
                unit, end = lexicon.words[name], end + of.start(1) + len(name)
                break
    low *= unit.factor
    return (
        start,
        end,
        Reading(0, end - start, None, low, None, low, unit.expression, unit.kind, unit.alternatives, "indefinite"),
    )


@lru_cache(maxsize=256)
def _least(words: str) -> float:
    product = 1.0
    for word in words.replace("-", " ").split():
        if word in ("tens", "ten"):
            product *= 10
        elif word.rstrip("s") in MAGNITUDES:
            product *= MAGNITUDES[word.rstrip("s")]
    return product


def _share(text: str, start: int, written: str, _lexicon: Lexicon) -> _Placed | None:
    """A fraction of something: "a third of", "half the", "twice"."""
    first = written.split(maxsplit=1)[0].lower()
    if first == "twice":
        follows = _TWICE.match(text[start + 5 : start + 32])
        return (start, start + 5, Reading(0, 5, 2.0, 2.0, 2.0, 1.0, "", "ratio")) if follows else None
    if written.lower().endswith("fold"):
        return _fold(start, written)
    if first == "half":
        reading = Reading(0, 4, 0.5, 0.5, 0.5, 0.1, "", "ratio")
        return None if _OF_A_PERIOD.search(text[max(0, start - 10) : start]) else (start, start + 4, reading)
    end = start + len(written)
    behind = text[end : end + 16]
    if _OF_A_UNIT.match(behind):
        return None
    if (
        not _OF.match(behind)
        and not _COMPARATIVE.match(behind)
        and not (_NO_NOUN.match(behind) and _BY.search(text[max(0, start - 12) : start]))
    ):
        return None
    name = re.split(r"[\s-]", written.lower())[-1]
    value = 1 / PARTS[name if name in PARTS else name.rstrip("s")]
    return start, end, Reading(0, end - start, value, value, value, value, "", "ratio")


def _fold(start: int, written: str) -> _Placed | None:
    """ "tenfold", "10-fold", "two- to threefold"."""
    ends = [_multiple(end) for end in written.lower().split(" to ")]
    low, high = ends[0], ends[-1]
    if low is None or high is None:
        return None
    if len(ends) == 1:
        return start, start + len(written), _ratio(len(written), low)
    reading = Reading(0, len(written), None, low.value, high.value, 1.0, "", "ratio", bound="range")
    return (start, start + len(written), reading) if low.value < high.value else None


def _multiple(written: str) -> Number | None:
    """The number of "tenfold", "10-fold" or the "two-" before them."""
    stem = written.removesuffix("fold").rstrip("-")
    return read_words(stem) if stem[:1].isalpha() else read_digits(stem)


def _ratio(length: int, number: Number) -> Reading:
    return Reading(0, length, number.value, number.value, number.value, number.step, "", "ratio")


def _and_a_half(_: str, start: int, written: str, lexicon: Lexicon) -> _Placed | None:
    """ "a year and a half"."""
    unit = lexicon.words.get(written.split()[1].lower())
    if unit is None:
        return None
    return start, start + len(written), Reading(0, len(written), 1.5, 1.5, 1.5, 0.5, unit.expression, unit.kind)


def _odds(text: str, start: int, written: str, _lexicon: Lexicon) -> _Placed | None:
    """ "one in five", "four out of ten", as the share it is."""
    if text[max(0, start - 7) : start].lower() == "number ":
        return None
    ends = [
        read_digits(w) or read_words(w)
        for w in re.split(r"(?:\stimes)?\s(?:in|out\sof)(?:\severy)?\s|-in-(?:every-)?", written)
    ]
    if (
        len(ends) != 2
        or ends[0] is None
        or ends[1] is None
        or not 0 < ends[0].value < ends[1].value
        or ends[1].value in range(1500, 2100)
    ):
        return None
    share = ends[0].value / ends[1].value
    return start, start + len(written), Reading(0, len(written), share, share, share, 1 / ends[1].value, "", "ratio")


def _ages(text: str, start: int, written: str, _lexicon: Lexicon) -> _Placed | None:
    before = text[max(0, start - 32) : start]
    if not _IN_AGES.search(before[-8:]):
        return None
    if not written.lower().endswith("teens") and not _SOMEBODYS.search(before):
        return start, start + len(written), _level_of_tens(text[max(0, start - 60) : start], written)
    words = written.lower().replace("-", " ").split()
    part = words[0] if words[0] in _THIRDS else ""
    low, high = _age_span(words[-1], part)
    return start, start + len(written), Reading(0, len(written), None, low, high, 1.0, "year", "age", bound="range")


_LEVEL = re.compile(
    r"\b(?:(temperatures?|highs?|lows?|mercury|degrees)|rates?|unemployment|percentages?|scores?|approval|support|turnout|shares?)\b[^.;]{0,40}\Z",
    re.IGNORECASE,
)


def _level_of_tens(before: str, written: str) -> Reading:
    """Of "the 60s", years; but a level in "unemployment is in the mid-30s" and "highs in the low 60s"."""
    level = _LEVEL.search(before)
    words = written.lower().replace("-", " ").split()
    if not level or words[-1] in _DECADES:
        return no_quantity("date")
    low, high = _age_span(words[-1], words[0] if words[0] in _THIRDS else "")
    unit, kind = ("degree", "temperature") if level[1] else ("", "count")
    return Reading(0, len(written), None, low, high, 1.0, unit, kind, bound="range")


def _age_span(word: str, part: str) -> tuple[float, float]:
    if word == "teens":
        low, high = _TEENS[part]
        return float(low), float(high)
    decade = 10 * (_DECADES.index(word) + 2) if word in _DECADES else int(word[:-1])
    low, high = _THIRDS.get(part, (0, 9))
    return float(decade + low), float(decade + high)


def _ordinal(_: str, start: int, written: str, _lexicon: Lexicon) -> _Placed:
    number = read_digits(written[:-2]) if written[:1].isdigit() else None
    value = number.value if number else _ORDINALS.get(written.lower())
    return start, start + len(written), no_quantity("ordinal")._replace(value=value, low=value, high=value)


def _length(_: str, start: int, written: str, lexicon: Lexicon) -> _Placed | None:
    if "foot" not in lexicon.words or "inch" not in lexicon.words:
        return None
    surface = read_length(written)
    return (start, start + len(written), surface.apart[0]) if surface.apart else None


_READERS: dict[str, Callable[[str, int, str, Lexicon], _Placed | None]] = {
    "rough": _rough, "share": _share, "odds": _odds, "ages": _ages, "ordinal": _ordinal, "length": _length,
    "and_a_half": _and_a_half,
}  # fmt: skip
