"""Texts that no newsroom writes: they are read without a crash, and in time that grows with their length."""

from __future__ import annotations

import gc
import json
import math
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from recon.extraction import GrammarExtractor
from recon.model import Document

BUDGET = 5.0
"""CPU seconds that any text of this module may take."""

GROWTH = 9
"""How much longer four times the text may take: 4 is linear and 16 quadratic."""

FLOOR = 0.05
"""CPU seconds below which growth is noise."""


NUMBERS = ("value", "low", "high", "step")


def seconds(text: str) -> float:
    extractor = GrammarExtractor()
    extractor.extract([])  # compiles the grammar
    gc.collect()
    begin = time.process_time()
    columns = extractor.extract([Document(id="a.txt", text=text)])
    spent = time.process_time() - begin
    assert all(number is None or math.isfinite(number) for name in NUMBERS for number in columns[name])
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
    "digits of two scripts": lambda n: "7７" * (n // 2),
    "digits of every script": lambda n: "5a٥а५五５b" * (n // 8),
    "one number and combining marks": lambda n: "5" + "\u0301" * n + " boats",
    "joined emoji": lambda n: "👩\u200d👩\u200d👧5" * (n // 6),
    "a long word behind a number": lambda n: "5 " + "a" * n,
    "a long word glued to a number": lambda n: "5" + "a" * n,
    "a long word of hyphens": lambda n: "5 " + "a-" * (n // 2),
    "a long word of full stops": lambda n: "5 " + "a." * (n // 2),
    "long words": lambda n: ("a" * 2000 + " 5 ") * (n // 2003),
    "line ends of two characters": lambda n: "\r\n" * (n // 2),
    "numbers on lines of two line ends": lambda n: "5\r\n" * (n // 3),
    "numbers between blank lines": lambda n: "5\n\n" * (n // 3),
    "other line ends": lambda n: "5\x0b5\x0c5\x855\u20285\u2029" * (n // 10),
    "tabulators": lambda n: "5\t" * (n // 2),
    "control characters": lambda n: "".join(map(chr, range(32))) * (n // 33) + "5\x01" * (n // 66),
    "escape sequences": lambda n: "\x1b[31m5\x1b[0m " * (n // 11),
    "marks of the bulk engine": lambda n: "\x005\x01 " * (n // 4),
    "directions": lambda n: "\u202e5\u202c\u2067 " * (n // 5),
    "half pairs": lambda n: "\ud8005 \udfff " * (n // 5),
    "powers of ten without end": lambda n: "10^999999 " * (n // 10),
    "exponents without end": lambda n: "1e999" * (n // 5),
    "numbers of 400 digits": lambda n: ("9" * 400 + " ") * (n // 401),
    "currency signs apart": lambda n: "$ " * (n // 2),
    "currency codes": lambda n: "USD " * (n // 4),
    "currency codes and numbers": lambda n: "USD5" * (n // 4),
    "nested quotations": lambda n: "“‘" * (n // 4) + "5" + "’”" * (n // 4),
    "quotations and stops": lambda n: "5 “a.” " * (n // 7),
    "abbreviations": lambda n: "5 Mr. A. " * (n // 9),
    "one sentence of abbreviations": lambda n: "5 " + "Mr. A " * (n // 6) + "5",
    "a sentence without a stop": lambda n: "the boats of Orlan were lost in the storm " * (n // 42) + "5",
    "hard-wrapped lines": lambda n: ("word " * 13 + "5\n") * (n // 67),
    "brackets never closed": lambda n: "5 (" * (n // 3),
    "brackets never opened": lambda n: "5 )" * (n // 3),
    "a bracket in a bracket behind a unit": lambda n: "5 km " + "(a " * (n // 3),
    "a list without end": lambda n: "4, " * (n // 3) + "5 and 9 tonnes",
    "of the": lambda n: "5 " + "of the " * (n // 7),
    "the number of": lambda n: "the number of boats was 5 " * (n // 26),
    "days": lambda n: "Jan. 5-" + "5-" * (n // 2),
    "months and stops": lambda n: "Jan. " * (n // 5),
    "half hours": lambda n: "half-hour-" * (n // 10),
    "ages": lambda n: "aged 5, 6, 7, 8, " * (n // 17),
    "names": lambda n: "Boeing 787 " * (n // 11),
    "wide gaps": lambda n: ("5" + " " * 70) * (n // 71),
    "wide hard gaps": lambda n: ("5" + "\u00a0" * 70) * (n // 71),
    "numbers that all differ": lambda n: " ".join(str(10_000_000 + 7919 * at) for at in range(n // 9)),
    "prints that all differ": lambda n: " ".join(f"{at} km and {at + 1} miles per" for at in range(n // 24)),
    "addresses that all differ": lambda n: " ".join(f"http://a.example/{at}" for at in range(n // 22)),
    "words of the grammar": lambda n: " ".join(random.Random(n).choices(SPOKEN, k=n // 4)),
}

SPOKEN = (
    "5 km to and six hundred million % $5 of a half May - ( ) per hour at least or in £ two-thirds 1999 old".split()
)


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_length(name: str) -> None:
    check_growth(HOSTILE[name], 4_000)


def check_growth(make: Maker, size: int) -> None:
    """Three tries, as others use the machine too."""
    tries = []
    for _ in range(3):
        short, long = (seconds(make(length)) for length in (size, 4 * size))
        tries.append((short, long))
        assert long < BUDGET
        if long < FLOOR or long < GROWTH * short:
            return
    pytest.fail(f"four times the text took, in seconds, {tries}")


NAMED = [
    "digits", "a line without blanks", "nested brackets", "nested brackets with numbers", "one million million",
    "million million", "ones and commas", "digits by threes", "dashes and slashes", "NULs", "lone surrogates",
    "half pairs", "right to left", "directions", "exponents", "exponents without end", "powers of ten without end",
    "control characters", "combining marks", "joined emoji", "long words", "currency signs", "line ends",
    "digits of every script", "full-width digits", "nested quotations", "one sentence of abbreviations",
    "a sentence without a stop", "numbers that all differ", "prints that all differ",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMED)
def test_time_grows_with_length_in_long_texts_too(name: str) -> None:
    check_growth(HOSTILE[name], 20_000)


@pytest.mark.parametrize("sentence", ["5 boats and ", "5 ", "Mr. A. ", "word "])
def test_a_title_is_no_worse_than_a_body(sentence: str) -> None:
    def spent(size: int) -> float:
        extractor = GrammarExtractor()
        extractor.extract([])
        title = sentence * (size // len(sentence))
        begin = time.process_time()
        extractor.extract([Document(id="a", text="", title=title, title_start=0)])
        return time.process_time() - begin

    short, long = (min(spent(size) for _ in range(2)) for size in (12_000, 48_000))
    assert long < BUDGET
    assert long < FLOOR or long < GROWTH * short


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
        pytest.param("1-2-3/4-" * 15_000, id="dashes and slashes"),
        pytest.param("\x00" * 1_000_000, id="a megabyte of NULs"),
        pytest.param("\ud800" * 1_000_000, id="a megabyte of half pairs"),
        pytest.param("\n" * 3_000_000, id="three million line ends"),
        pytest.param("\r\n" * 1_000_000, id="a million line ends of two characters"),
        pytest.param("some words or other " * 50_000 + "5 boats", id="a sentence of a megabyte"),
        pytest.param("5 boats " + "Mr. A " * 150_000, id="a sentence of abbreviations"),
        pytest.param("5" + "\u0301" * 1_000_000, id="a megabyte of combining marks"),
        pytest.param("1e999 " * 50_000, id="exponents"),
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


@pytest.mark.parametrize("output_format", ["jsonl", "parquet"])
def test_the_command_reads_them_all(tmp_path: Path, output_format: str) -> None:
    """As a user runs it: every text an article of one file, none refused but for half a surrogate pair."""
    texts = {name: make(3_000) for name, make in HOSTILE.items()}
    texts = {
        name: text for name, text in texts.items() if text.isascii() or text == text.encode("utf-8", "replace").decode()
    }
    given = {"language": "en"}  # as whoever wrote it says: some are in other scripts
    lines = [
        json.dumps({"id": name, "text": text, "title": text[:200], **given}) + "\n" for name, text in texts.items()
    ]
    articles, figures = tmp_path / "hostile.jsonl", tmp_path / f"figures.{output_format}"
    articles.write_text("".join(lines), encoding="utf-8")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "recon",
            "extract",
            articles.name,
            "--all",
            "--format",
            output_format,
            "--output",
            figures.name,
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    for row in _rows(figures):
        part = texts[row["doc"]] if row["part"] == "body" else texts[row["doc"]][:200]
        assert part[row["start"] : row["end"]] == row["text"]
        assert all(row[name] is None or math.isfinite(row[name]) for name in NUMBERS)


def _rows(figures: Path) -> list[dict[str, Any]]:
    if figures.suffix == ".parquet":
        return pl.read_parquet(figures).to_dicts()
    return [json.loads(line) for line in figures.read_text(encoding="utf-8").split("\n")[:-1]]
