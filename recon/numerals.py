"""A written number → its value and its step (the place of its last printed digit).

Reads "12,000", "1.3", "５", "½", "5 1/2", "twenty-five hundred", "two hundred and fifty thousand", "half a million".
Everything is done in decimals, so that "19.99" is 19.99 and an absurd number stays finite or is refused.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
MAGNITUDES = {
    "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "lakh": 10**5, "crore": 10**7, "dozen": 12, "score": 20,
}  # fmt: skip
"""Words that multiply what stands before them."""

SHORT_MAGNITUDES = {
    "k": 1_000, "K": 1_000, "m": 10**6, "M": 10**6, "mn": 10**6, "mln": 10**6, "MM": 10**6, "mm": 10**6, "mil": 10**6,
    "b": 10**9, "B": 10**9, "bn": 10**9, "Bn": 10**9, "BN": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12,
    "T": 10**12, "cr": 10**7,
}  # fmt: skip
"""Abbreviated magnitudes; which of them a text means, its context tells ("5m" is also five metres)."""

PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twentieth": 20,
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 1_000_000,
}
"""Words for one part of so many."""

LONGEST = 40
"""Characters of the longest number read; what is longer is an identifier, not a quantity."""

_SIMPLE = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_DECIMAL = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_WORD = re.compile(r"[a-z]+")


class Number(NamedTuple):
    """A number as printed: its value, and the place of its last printed digit (1 for "6,500", 100,000 for "1.3
    million")."""

    value: float
    step: float


_ZEROS = {10.0**power: f"e{power}" for power in (-2, 3, 5, 6, 7, 9, 12)}


def scale(number: Number, factor: float) -> Number:
    """The number taken `factor` times, without binary dust: 1.3 million is 1300000.0."""
    if zeros := _ZEROS.get(factor):
        value, step = f"{number.value!r}{zeros}", f"{number.step!r}{zeros}"
        if value.count("e") == step.count("e") == 1:
            return Number(float(value), float(step))
    times = Decimal(repr(factor))
    return Number(float(Decimal(repr(number.value)) * times), float(Decimal(repr(number.step)) * times))


def read_digits(text: str) -> Number | None:
    """A number in digits: "12,000", "1.3", ".500", "½", "5½", "5 1/2", "−4", full-width digits; None where it is
    none.

    >>> read_digits("12,000"), read_digits("1.30"), read_digits("5 1/2")
    (Number(value=12000.0, step=1.0), Number(value=1.3, step=0.01), Number(value=5.5, step=0.5))
    """
    if len(text) > LONGEST:
        return None
    if _SIMPLE.fullmatch(text):
        return Number(float(text.replace(",", "")), 10.0 ** -len(text.partition(".")[2]))
    text = text.strip()
    negative = text[:1] in "-−–"
    body = text.lstrip("-−–+±~ ")
    power = _POWER.fullmatch(body)
    if power:
        number = read_digits(power[1])
        return scale(number, float(f"1e{power[2].replace('−', '-')}")) if number else None
    whole, part = _vulgar(body)
    if part is None:
        plain = _plain(body)
        if not _DECIMAL.fullmatch(plain):
            return None
        value, step = float(plain), 10.0 ** -len(plain.partition(".")[2])
    else:
        plain = _plain(whole) or "0"
        if not _DECIMAL.fullmatch(plain):
            return None
        value, step = float(plain) + float(part), 1 / part.denominator
    return Number(-value if negative else value, step)


def _plain(text: str) -> str:
    return "".join(c for c in text.replace("．", ".") if c not in ",，’'" and not c.isspace())


def _vulgar(text: str) -> tuple[str, Fraction | None]:
    """Splits a trailing fraction off: "5½" → ("5", 1/2), "3/4" → ("", 3/4), "12" → ("12", None)."""
    if text and unicodedata.decomposition(text[-1]).startswith("<fraction>"):
        return text[:-1], Fraction(unicodedata.numeric(text[-1])).limit_denominator(10)
    over = re.fullmatch(r"(?:(\d+)[ \-\u00a0])?(\d{1,3})[/⁄](\d{1,3})", text)
    if over and int(over[3]):
        return over[1] or "", Fraction(int(over[2]), int(over[3]))
    return text, None


def read_words(text: str) -> Number | None:
    """A number in words, also mixed with digits: "twenty-five hundred", "half a million", "two and a half".

    "hundred", "dozen" and "score" stand for their digits; a larger magnitude sets the step, as the last digit
    printed is one of it.

    >>> read_words("two hundred and fifty thousand"), read_words("half a million"), read_words("1.3 million")
    (Number(value=250000.0, step=1000.0), Number(value=500000.0, step=100000.0), Number(value=1300000.0, step=100000.0))
    """
    if len(text) > 4 * LONGEST:
        return None
    mixed = _THREE_QUARTERS.search(text)
    if mixed:
        whole_part = read_words(text[: mixed.start()])
        return Number(whole_part.value + 0.75, 0.25) if whole_part else None
    lead = _LEAD.match(text)
    first = read_digits(lead[0]) if lead else None
    if lead and first is None:
        return None
    partial = _Partial(Decimal(0), None, Decimal(1), Decimal(1))
    if first:
        partial = partial._replace(current=Decimal(repr(first.value)), step=Decimal(repr(first.step)))
    joined = " and " in text.replace("-", " ").lower()
    for word in _WORD.findall(text[lead.end() if lead else 0 :].lower()):
        taken = partial if word in _FILLERS else _taken(partial, word, joined=joined)
        if taken is None:
            return None
        partial = taken
    if partial.current is None and not partial.total:
        return None
    whole = partial.total + (partial.current or 0)
    return Number(float(whole), float(partial.step)) if whole < _ENORMOUS else None


class _Partial(NamedTuple):
    """A number half read: what is complete up to a magnitude, what follows it, the step, and the last magnitude."""

    total: Decimal
    current: Decimal | None
    step: Decimal
    magnitude: Decimal


def _taken(partial: _Partial, word: str, *, joined: bool) -> _Partial | None:
    """The number with one more word; None where the word cannot follow. `joined` tells of an "and"."""
    plain = word if word in MAGNITUDES or word in PARTS else word.rstrip("s")
    if word in _CARDINALS:
        return _with_cardinal(partial, Decimal(_CARDINALS[word]))
    if plain in PARTS:
        return _with_part(partial, 1 / Decimal(PARTS[plain]), added=joined or plain == "half")
    if plain in MAGNITUDES:
        return _with_magnitude(partial, Decimal(MAGNITUDES[plain]))
    return None


def _with_cardinal(partial: _Partial, value: Decimal) -> _Partial | None:
    """ "twenty" "five" and "two hundred" "five" make one number; "two" "three" do not."""
    current = partial.current
    if current is not None:
        ones = value < 10 and current >= 20 and current % 10 == 0
        if not ones and not (value < 100 <= current and current % 100 == 0):
            return None
    return partial._replace(current=value + (current or 0), step=Decimal(1) if partial.total else partial.step)


def _with_part(partial: _Partial, part: Decimal, *, added: bool) -> _Partial:
    """ "two and a half", "three quarters", "a million and a half"."""
    total, current, _, magnitude = partial
    if current is None and total:
        return _Partial(total + magnitude * part, None, magnitude / 10, magnitude)
    if current is None:
        return partial._replace(current=part, step=part)
    return partial._replace(current=current + part if added else current * part, step=part)


def _with_magnitude(partial: _Partial, factor: Decimal) -> _Partial:
    total, current, step, _ = partial
    if current is None and total:
        return _Partial(total * factor, None, _tidy(step) * factor, factor)
    current = Decimal(1) if current is None else current
    if factor <= 100:
        return partial._replace(current=current * factor)
    return _Partial(total + current * factor, None, _tidy(step) * factor, factor)


_POWER = re.compile(r"([\d.]+)\s?[×x]\s?10\^?([-−]?\d{1,2})")
_THREE_QUARTERS = re.compile(r"[\s-]and[\s-]three[\s-]quarters$", re.IGNORECASE)
_LEAD = re.compile(r"\s*[-−–+]?[\d.][\d.,/⁄½¼¾⅓⅔⅛’'\u00a0\u2009\u202f，．]*")
_FILLERS = frozenset({"and", "a", "an", "of", "point"})
_CARDINALS = {**ONES, **TENS, "couple": 2}
_ENORMOUS = Decimal(10) ** 30


def _tidy(step: Decimal) -> Decimal:
    """The place of a half or a quarter, as it would be printed: "two and a half million" is 2.5 million."""
    return {Decimal("0.5"): Decimal("0.1"), Decimal("0.25"): Decimal("0.01")}.get(step, step)
