"""Texts that no newsroom writes: they are read without a crash, and in time that grows with their length."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

from recon.extraction import GrammarExtractor
from recon.model import Document

BUDGET = 5.0
"""CPU seconds that any text of this module may take."""

GROWTH = 9
"""How much longer four times the text may take: 4 is linear and 16 quadratic."""

FLOOR = 0.05
"""CPU seconds below which growth is noise."""


def seconds(text: str) -> float:
    gc.collect()
    begin = time.process_time()
    columns = GrammarExtractor().extract([Document(id="a.txt", text=text)])
    spent = time.process_time() - begin
    for start, end, written in zip(columns["start"], columns["end"], columns["text"], strict=True):
        assert text[start:end] == written
    return spent


Maker = Callable[[int], str]

HOSTILE: dict[str, Maker] = {
    "digits": lambda n: "7" * n,
    "digits by threes": lambda n: "111," * (n // 4),
    "ones and commas": lambda n: "1," * (n // 2),
    "dashes and slashes": lambda n: "1-2-3/4-" * (n // 8),
    "dots": lambda n: "1." * (n // 2),
    "dotted digits": lambda n: "1.2" * (n // 3),
    "spaced digits": lambda n: "1 " * (n // 2),
    "no-break thousands": lambda n: "1\u00a0000" * (n // 5),
    "no-break blanks": lambda n: "\u00a0" * n,
    "blanks": lambda n: " " * n,
    "blanks after a number": lambda n: "40" + " " * n + "boats",
    "line ends": lambda n: "\n" * n,
    "tabs and line ends": lambda n: "\t\n" * (n // 2),
    "numbers on lines": lambda n: "12\n" * (n // 3),
    "bullets": lambda n: "1. a\n" * (n // 5),
    "a line without blanks": lambda n: "x" * n,
    "letters and digits": lambda n: "a1" * (n // 2),
    "open brackets": lambda n: "(" * n,
    "nested brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "nested brackets with numbers": lambda n: "(1" * (n // 4) + "1)" * (n // 4),
    "numbers in brackets": lambda n: "5 km (3 miles) " * (n // 15),
    "open brackets behind numbers": lambda n: "5 km (" * (n // 6),
    "one million million": lambda n: "one million " * (n // 12),
    "million million": lambda n: "million " * (n // 8),
    "twenty-five": lambda n: "twenty-five-" * (n // 12),
    "hundred and": lambda n: "hundred and " * (n // 12),
    "one and a half": lambda n: "one and a half " * (n // 15),
    "thousands of": lambda n: "thousands of " * (n // 13),
    "between": lambda n: "between " * (n // 8),
    "from": lambda n: "from 5 " * (n // 7),
    "a couple of": lambda n: "a couple of " * (n // 12),
    "half a": lambda n: "half a " * (n // 7),
    "one in": lambda n: "one in " * (n // 7),
    "at least": lambda n: "at least " * (n // 9),
    "about 5": lambda n: "about 5 " * (n // 8),
    "more or less": lambda n: "5 or more or less " * (n // 18),
    "minus": lambda n: "minus " * (n // 6),
    "minus signs": lambda n: "-" * n,
    "dollar signs": lambda n: "$" * n,
    "currency signs": lambda n: "$€£¥₹" * (n // 5),
    "currency and numbers": lambda n: "US$ 5 " * (n // 6),
    "degrees": lambda n: "5°" * (n // 2),
    "degree signs": lambda n: "°" * n,
    "feet": lambda n: "5'" * (n // 2),
    "feet and inches": lambda n: "5'6\"" * (n // 4),
    "vulgar fractions": lambda n: "½" * n,
    "numbers and fractions": lambda n: "1½ 3/4 " * (n // 7),
    "slashes": lambda n: "1/2/" * (n // 4),
    "times": lambda n: "12:" * (n // 3),
    "hours": lambda n: "12:30 p.m. " * (n // 11),
    "dates": lambda n: "May 5, " * (n // 7),
    "months": lambda n: "May " * (n // 4),
    "years": lambda n: "1999-" * (n // 5),
    "phone": lambda n: "+1 (555) " * (n // 9),
    "address": lambda n: "http://" + "a" * n,
    "addresses": lambda n: "http://a.b/1 " * (n // 13),
    "wwws": lambda n: "www." * (n // 4),
    "powers of ten": lambda n: "1.5×10^9" * (n // 8),
    "exponents": lambda n: "1e999 " * (n // 6),
    "per": lambda n: "5 per " * (n // 6),
    "miles per hour": lambda n: "5 miles per hour per hour " * (n // 26),
    "square": lambda n: "5 square " * (n // 9),
    "hyphens": lambda n: "5-mile-" * (n // 7),
    "year-old": lambda n: "5-year-old-" * (n // 11),
    "plus minus": lambda n: "5±" * (n // 2),
    "unfinished quotations": lambda n: "“5 " * (n // 3),
    "full stops": lambda n: "." * n,
    "sentences": lambda n: "A. " * (n // 3),
    "one sentence": lambda n: "the boats and the 5 of them went on, " * (n // 37),
    "capital words": lambda n: "Orlan " * (n // 6) + "5",
    "nouns": lambda n: "5 boats boats boats " * (n // 20),
    "were to be": lambda n: "was to be 5 " * (n // 12),
    "number of number of": lambda n: "number of " * (n // 10) + "is 5",
    "rising": lambda n: "rising from 5 to 6 to " * (n // 22),
    "combining marks": lambda n: "5\u0301" * (n // 2),
    "right to left": lambda n: "\u202e5 \u05d0\u05d1 ٥٠٠ " * (n // 10),
    "emoji": lambda n: "🙂5" * (n // 2),
    "NULs": lambda n: "5\x00" * (n // 2),
    "lone surrogates": lambda n: "5\ud800\udfff" * (n // 3),
    "full-width digits": lambda n: "５" * n,
    "zero-width spaces": lambda n: "5\u200b" * (n // 2),
    "carriage returns": lambda n: "5\r" * (n // 2),
    "full stops behind a number": lambda n: "5 " + "." * n,
    "full stops and blanks": lambda n: "5 " + "." * (n // 2) + " " * (n // 2) + "x",
    "full stops and quotation marks": lambda n: "5 " + '."' * (n // 2),
    "blank lines": lambda n: "5" + "\n \t\r" * (n // 4),
    "one long line end": lambda n: "5\n" + " " * n + "x",
    "blanks between numbers": lambda n: ("5" + " " * 500) * (n // 501),
    "possessives": lambda n: ("a’s " * 20 + "was 5 ") * (n // 86),
    "initials": lambda n: ("5 " + "A.B.C." * 20) * (n // 122),
    "hyphenated noun": lambda n: ("5 " + "a-" * 60) * (n // 122),
    "apostrophes": lambda n: ("5 " + "a'" * 60) * (n // 122),
    "hedges joined to a number": lambda n: "5-plus-plus-odd " * (n // 16),
    "ranges of ranges": lambda n: "5 to 6 to 7 to 8 " * (n // 17),
    "hyphenated millions": lambda n: "5-million-million-" * (n // 18),
    "magnitudes downwards": lambda n: "one hundred thousand million billion trillion and " * (n // 50),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_length(name: str) -> None:
    """Three tries, as others use the machine too."""
    make = HOSTILE[name]
    seconds(make(1_000))
    tries = []
    for _ in range(3):
        short, long = (seconds(make(size)) for size in (4_000, 16_000))
        tries.append((short, long))
        assert long < BUDGET
        if long < FLOOR or long < GROWTH * short:
            return
    pytest.fail(f"four times the text took, in seconds, {tries}")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("7" * 1_000_000, id="a megabyte of digits"),
        pytest.param("x" * 100_000, id="a line of 100,000 letters"),
        pytest.param("(" * 16_000 + "5" + ")" * 16_000, id="16,000 nested brackets"),
        pytest.param("one million million " * 20_000, id="one million million"),
        pytest.param("between " * 50_000, id="between"),
        pytest.param("a couple of " * 30_000, id="a couple of"),
        pytest.param("1," * 100_000, id="ones and commas"),
    ],
)
def test_large_texts_are_read_within_the_budget(text: str) -> None:
    assert seconds(text) < BUDGET


@pytest.mark.parametrize(
    "text",
    ["1e999", "9" * 400, "1." + "0" * 400, "0" * 400 + "1", "1/0", "0/0", "5⁄0", "1×10^99999", "−" * 50 + "5", "½" * 50,
     "9" * 39, "999 trillion trillion trillion", "one quadrillion quadrillion quadrillion quadrillion", ".", "-", "$",
     "°", "'", '5"', "5''", "per", "a", "İstanbul 5", "5 ﬁelds", "٣", "၅ boats", "𝟓𝟎 boats", "Ⅷ", "〇", "五百"],
)  # fmt: skip
def test_absurd_numbers_are_read_or_refused(text: str) -> None:
    columns = GrammarExtractor().extract([Document(id="a.txt", text=f"They saw {text} there.")])
    for name in ("value", "low", "high", "step"):
        assert all(number is None or abs(number) < float("inf") for number in columns[name])
