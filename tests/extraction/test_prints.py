"""What is remembered by its print is read as its text is."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest

from recon.extraction.local import Local, Locals
from recon.extraction.scanner import Scanner
from tests.extraction.salads import (
    DIGITS,
    JOINERS,
    LEXICON,
    MONEY,
    MONTHS,
    NUMBERS,
    PLAIN,
    SPELT,
    UNITS,
)


class Unremembered(Locals):
    """Reads every place anew."""

    def _key(self, words: list[str], *, whole: bool) -> None:
        return None


class Salads:
    """Texts of the grammar's own words: prints, each with several ends, since a print remembered with one end is what
    may be wrong with another."""

    def __init__(self, seed: int) -> None:
        self.pick = random.Random(seed)

    def texts(self, prints: int) -> Iterator[tuple[str, int]]:
        """Texts and where in each the print begins."""
        choose = self.pick.choice
        for _ in range(prints):
            printed = self.print()
            for _ in range(6):
                before = choose(["", "", "or ", "x ", "second ", ". ", "\n", "(", "5 "])
                yield before + printed + choose(["", ".", ".\nkm", *[" "] * 9]) + self.end(), len(before)

    def print(self) -> str:
        gaps = [*[" "] * 30, "\u00a0", "  ", "-", "", "\t", "\u2009", " " * 20]
        return (
            "".join(self.piece() + self.pick.choice(gaps) for _ in range(self.pick.choice((0, 0, 1, 1, 2, 3))))
            + self.piece()
        )

    def piece(self) -> str:
        choose = self.pick.choice
        listed = choose((DIGITS, DIGITS, DIGITS, UNITS, UNITS, MONEY, MONTHS, JOINERS, NUMBERS, NUMBERS))
        word = choose([str, str, str, str, str.capitalize, str.upper])(choose(listed))
        return word + choose([*[""] * 12, ".", ",", ";", ")", "-", "%", "’s"])

    def end(self) -> str:
        choose = self.pick.choice
        word = choose(
            (
                choose(PLAIN),
                choose(SPELT),
                choose(choose((SPELT, UNITS, MONTHS, NUMBERS))) + choose(["x", "ish", "ern", "al", "ed"]),
            )
        )
        word = choose([str, str, str, str.capitalize, str.upper])(word.replace(" ", ""))
        word = choose([*[""] * 8, *"\"'”’.,;:)"]) + word + choose([*[""] * 8, *".,;:)”", "'s", "’s", "-like"])
        return word + choose(
            ["", f" {self.piece()}", f" {choose(PLAIN)} {self.piece()}", " and on" * 12, "\n\nboats", ".\nkm"]
        )


def readers() -> tuple[Callable[[str, int], Local], Callable[[str, int], Local]]:
    scanner = Scanner(LEXICON)
    return scanner.locals.at, Unremembered(scanner.grammar, scanner.surfaces).at


@pytest.mark.parametrize("seed", range(3))
def test_a_print_is_read_as_its_text_is(seed: int) -> None:
    remembered, anew = readers()
    wrong = {
        (text[start : start + 40], remembered(text, start)[:3], anew(text, start)[:3])
        for text, start in Salads(seed).texts(8_000)
        if remembered(text, start) != anew(text, start)
    }
    assert not wrong


SAME_PRINT = [
    pytest.param("one boat", "one millionth of it", id="a word of the grammar, in the singular"),
    pytest.param("12 won boats", "12 won over many", id="a word that the grammar forbids behind won"),
    pytest.param("12 in banks", "12 in xylophones", id="a letter that needs no end"),
    pytest.param("12 boats", "12 inxes", id="a letter that needs no end behind a sign"),
    pytest.param("5 Boats", "5 SEKtwo", id="a currency code that runs into a number"),
    pytest.param("10p. boats", "10p. mainly", id="the first letter of a word taken for p.m."),
    pytest.param("1900 Boats", "1900 CETA", id="a time zone that needs no end"),
    pytest.param("5° 6' Boats", "5° 6' East", id="a quarter of the compass that needs no end"),
    pytest.param("5.25° Boats", "5.25° E of it", id="a quarter of the compass"),
    pytest.param("quarter finals", "quarter tonnage", id="the beginning of a unit behind quarter"),
    pytest.param("HALF finals", "HALF mileage", id="the beginning of a unit behind HALF"),
    pytest.param("half-a boats", "half-a mileage", id="the beginning of a unit behind half-a"),
    pytest.param("Jan. 5-6 they sank", "Jan. 5-6 boats sank", id="a plural behind days of an abbreviated month"),
    pytest.param("May\u00a05-6 they", "May\u00a05-6 boats", id="a plural behind days of a month and a hard blank"),
    pytest.param("6ft 5 Boats", '6ft 5 "boats', id="a quotation mark before the next word, for inches"),
    pytest.param("6ft 5 Boats", "6ft 5 ''boats", id="two apostrophes before the next word, for inches"),
    pytest.param("12 in Boats", "12 in ,boats", id="a comma before the next word"),
    pytest.param("Rs. Boats", "Rs. Five", id="a number in words, capital behind a full stop"),
]


@pytest.mark.parametrize(("one", "other"), SAME_PRINT)
def test_places_that_look_alike_are_told_apart(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        remembered, anew = readers()
        remembered(first, 0)
        assert remembered(second, 0) == anew(second, 0)


@pytest.mark.parametrize(
    ("minus", "gap"),
    [
        ("minus", " "),
        ("Minus", " "),
        *[("MINUS", " "), ("minus", "-"), ("Minus", "-"), ("minus", "\u00a0")],
    ],
)
def test_what_stands_before_a_place_is_not_remembered_with_it(minus: str, gap: str) -> None:
    remembered, anew = readers()
    remembered(f"{minus}{gap}5", 0)
    text = f"or {minus}{gap}5"
    assert remembered(text, 3) == anew(text, 3)
