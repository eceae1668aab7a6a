from __future__ import annotations

import math
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recon.numerals import MAGNITUDES, Number, read_digits, read_words, scale

EFFORT = settings(max_examples=200, deadline=None, derandomize=True)


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("0", 0, 1),
        ("7", 7, 1),
        ("007", 7, 1),
        ("6,500", 6500, 1),
        ("4,038", 4038, 1),
        ("1,234,567", 1_234_567, 1),
        ("12,34,567", 1_234_567, 1),
        ("12\u00a0000", 12_000, 1),
        ("12\u2009000", 12_000, 1),
        ("12\u202f000", 12_000, 1),
        ("12’000", 12_000, 1),
        ("12'000", 12_000, 1),
        ("1.3", 1.3, 0.1),
        ("1.30", 1.3, 0.01),
        ("19.99", 19.99, 0.01),
        ("1,250.50", 1250.5, 0.01),
        (".500", 0.5, 0.001),
        ("０.５", 0.5, 0.1),
        ("５００", 500, 1),
        ("٣٠٠", 300, 1),
        ("½", 0.5, 0.5),
        ("¼", 0.25, 0.25),
        ("⅔", 2 / 3, 1 / 3),
        ("⅞", 0.875, 0.125),
        ("5½", 5.5, 0.5),
        ("5 ½", 5.5, 0.5),
        ("1/2", 0.5, 0.5),
        ("1⁄2", 0.5, 0.5),
        ("5 1/2", 5.5, 0.5),
        ("5-1/2", 5.5, 0.5),
        ("-4", -4, 1),
        ("−4", -4, 1),
        ("–4.5", -4.5, 0.1),
        ("+4", 4, 1),
        ("1.5×10^6", 1.5e6, 1e5),
        ("2.5 x 10^-3", 2.5e-3, 1e-4),
    ],
)  # fmt: skip
def test_digits(text: str, value: float, step: float) -> None:
    number = read_digits(text)
    assert number is not None
    assert number == pytest.approx((value, step), rel=1e-9)


@pytest.mark.parametrize(
    "text",
    ["", " ", ".", ",", "-", "½½", "1.2.3", "1..2", "12a", "a12", "five", "1e5", "1/0", "0/0", "5 1/0", "1/2/3", "$5",
     "5%", "nan", "inf", "Infinity", "9" * 400, "0x10", "1_000", "Ⅷ", "五", "²", "①", "\x00", "\ud800", "1\x002", "--",
     "/", "1/"],
)  # fmt: skip
def test_what_is_no_number_in_digits(text: str) -> None:
    assert read_digits(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one", 1),
        ("twelve", 12),
        ("nineteen", 19),
        ("twenty", 20),
        ("twenty-five", 25),
        ("Twenty Five", 25),
        ("ninety-nine", 99),
        ("a hundred", 100),
        ("one hundred", 100),
        ("a hundred and one", 101),
        ("two hundred and fifty", 250),
        ("two hundred fifty", 250),
        ("twenty-five hundred", 2500),
        ("a thousand", 1000),
        ("a thousand and one", 1001),
        ("three thousand five hundred", 3500),
        ("three thousand, five hundred", 3500),
        ("eleven thousand and forty", 11_040),
        ("two hundred thousand", 200_000),
        ("two hundred and fifty thousand", 250_000),
        ("six hundred and seventy-two thousand one hundred and nine", 672_109),
        ("a million", 1e6),
        ("one million two hundred thousand", 1.2e6),
        ("two and a half million", 2.5e6),
        ("half a million", 500_000),
        ("quarter of a million", 250_000),
        ("three quarters of a million", 750_000),
        ("a million and a half", 1.5e6),
        ("two and a half", 2.5),
        ("three and three quarters", 3.75),
        ("three-quarters", 0.75),
        ("two thirds", 2 / 3),
        ("a third", 1 / 3),
        ("one tenth", 0.1),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("a score", 20),
        ("1.3 million", 1.3e6),
        ("4.25 billion", 4.25e9),
        ("12 thousand", 12_000),
        ("12-thousand", 12_000),
        ("15 hundred", 1500),
        ("7 lakh", 700_000),
        ("3.5 crore", 35e6),
        ("1,250 million", 1.25e9),
        ("5 Million", 5e6),
        ("2½ million", 2.5e6),
        ("ten thousand billion", 1e13),
        ("zero", 0),
    ],
)
def test_words(text: str, value: float) -> None:
    number = read_words(text)
    assert number is not None
    assert number.value == pytest.approx(value, rel=1e-9)
    assert number.step > 0


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("five", 1),
        ("twenty-five hundred", 1),
        ("two hundred and fifty thousand", 1000),
        ("1.3 million", 100_000),
        ("1.30 million", 10_000),
        ("4 million", 1_000_000),
        ("half a million", 100_000),
        ("two and a half million", 100_000),
        ("eleven thousand and forty", 1),
    ],
)
def test_the_step_of_words(text: str, step: float) -> None:
    number = read_words(text)
    assert number is not None
    assert number.step == pytest.approx(step)


@pytest.mark.parametrize(
    "text",
    ["", " ", "boats", "two three", "twenty eleven", "five five five", "five boats", "and", "a", "million " * 30,
     "one " * 500, "one quadrillion quadrillion quadrillion quadrillion", "\x00", "\ud800", "twentyfive hundredweight",
     "1.2.3 million", "weigh"],
)  # fmt: skip
def test_what_is_no_number_in_words(text: str) -> None:
    assert read_words(text) is None


@EFFORT
@given(st.integers(min_value=0, max_value=10**24))
def test_a_grouped_integer_is_read_back(n: int) -> None:
    assert read_digits(f"{n:,}") == Number(float(n), 1.0)
    assert read_digits(f"-{n:,}") == Number(-float(n), 1.0)


@EFFORT
@given(st.decimals(min_value=0, max_value=10**9, allow_nan=False, allow_infinity=False, places=3))
def test_a_decimal_is_read_back(number: object) -> None:
    read = read_digits(f"{number:,.3f}")
    assert read is not None
    assert read.value == float(str(number))
    assert read.step == pytest.approx(0.001)


ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell(n: int, joint: str = " and ") -> str:
    """An integer below a trillion in words, as British papers do or, with a blank for the joint, American ones."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")
    for name, size in (("billion", 10**9), ("million", 10**6), ("thousand", 1000), ("hundred", 100)):
        if n >= size:
            rest = n % size
            gap = joint if rest and (size == 100 or rest < 100) else " "
            return f"{spell(n // size, joint)} {name}" + (gap + spell(rest, joint) if rest else "")
    raise AssertionError(n)


@EFFORT
@given(st.integers(min_value=0, max_value=10**12 - 1), st.sampled_from([" and ", " "]))
def test_a_spelt_integer_is_read_back(n: int, joint: str) -> None:
    number = read_words(spell(n, joint))
    assert number is not None
    assert number.value == n


@EFFORT
@given(st.integers(1, 999), st.sampled_from(["thousand", "million", "billion", "lakh", "crore"]))
def test_digits_with_a_magnitude(n: int, magnitude: str) -> None:
    assert read_words(f"{n} {magnitude}") == Number(float(n * MAGNITUDES[magnitude]), float(MAGNITUDES[magnitude]))


@EFFORT
@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_is_a_finite_number_or_none(text: str) -> None:
    for read in (read_digits, read_words):
        number = read(text)
        assert number is None or (math.isfinite(number.value) and number.step > 0 and math.isfinite(number.step))


@pytest.mark.parametrize(
    "sign", [c for c in map(chr, range(0x2150, 0x2190)) if unicodedata.numeric(c, None) is not None]
)
def test_every_number_form_is_its_value_or_none(sign: str) -> None:
    number = read_digits(sign)
    assert number is None or number.value == pytest.approx(unicodedata.numeric(sign))


def test_scaling_leaves_no_binary_dust() -> None:
    assert scale(Number(1.3, 0.1), 1e6) == Number(1_300_000.0, 100_000.0)
    assert scale(Number(19.99, 0.01), 0.01) == Number(0.1999, 0.0001)
    assert scale(Number(0.1, 0.1), 3) == Number(0.3, 0.3)
