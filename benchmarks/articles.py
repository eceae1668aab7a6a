"""Made-up news articles whose every quantity is known: the same seed gives the same articles.

A template is a sentence with slots. A slot in `{}` draws a word, and one in `[]` draws a printed number with its value;
whatever else looks like a number in a template (a year, an ordinal, a time) is no quantity.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from recon import Document

PLACES = (
    "Olm",
    "Varna Bay",
    "Tresk",
    "Port Hale",
    "the Ister valley",
    "Quill County",
    "Nordhavn",
    "Sant Pere",
    "Ambria",
)
GROUPS = (
    "the coast guard",
    "the ministry",
    "the relief agency",
    "the mayor's office",
    "the union",
    "the statistics bureau",
)
PEOPLE = (
    "soldiers",
    "miners",
    "nurses",
    "displaced families",
    "striking workers",
    "passengers",
    "farm laborers",
    "refugees",
)
THINGS = (
    "houses",
    "fishing boats",
    "vaccine doses",
    "rail cars",
    "ballots",
    "solar panels",
    "schools",
    "emergency tents",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "last week", "over the weekend")
HEDGES = (
    "",
    "",
    "",
    "about ",
    "around ",
    "some ",
    "nearly ",
    "at least ",
    "more than ",
    "up to ",
    "as many as ",
    "over ",
)
SMALL = "two three four five six seven eight nine ten eleven twelve".split()
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

TEMPLATES = (
    "{Group} said {day} that {hedge}[count] {people} had reached {place}.",
    "{hedge_cap}[count] {people} were still waiting in {place}, {group} told reporters on {day}.",
    "The fire in {place} destroyed {hedge}[count] {things} and left [small] {people} homeless.",
    "Of the [count] {things} delivered in 2019, {hedge}[percent] were never used, {group} found.",
    "Repairs will cost {hedge}[money], [percent] more than the budget of [money] allowed for.",
    "The road from {place} to {place} is [length] long and climbs [height] at its steepest.",
    "Each of the {people} is paid {hedge}[pay], according to {group}.",
    "The plan, the third since 2011, would resettle {hedge}[count] {people} on [area] near {place}.",
    "Unemployment in {place} fell to [percent] from [percent] in the second quarter, {group} said.",
    "Winds of [speed] tore the roofs from [count] {things} at 6:30 a.m. on May 14.",
    "Temperatures in {place} reached [temperature] {day}, the highest since records began in 1951.",
    "A convoy of [small] trucks carried [mass] of grain, enough for [count] {people}.",
    "{Group} has bought [large] {things} for {hedge}[money] since the start of the year.",
    "The reservoir above {place} holds {hedge}[volume] of water, [percent] of what it held in 2020.",
    "[words] {people} signed the petition, [count] of them from {place}.",
)
FILLERS = (
    "Officials in {place} declined to say when the work would begin.",
    "The talks, held behind closed doors in {place}, ended without a statement.",
    "Residents of {place} have complained about the delays for years.",
    "Neither {group} nor the owners answered requests for comment on {day}.",
    "It was the first such visit since the treaty was signed.",
    "The weather is expected to improve by the end of the week.",
    "A spokeswoman for {group} called the reports exaggerated.",
    "Most of the {people} have since gone back to {place}.",
    "The council will take up the question again in the autumn of 2025.",
    "Critics say the plan ignores what the people of {place} have asked for.",
)
_SLOT = re.compile(r"\{(\w+)\}|\[(\w+)\]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """What is known of one printed number: its span in the article's text and its value as printed with its unit."""

    start: int
    end: int
    value: float


@dataclass(frozen=True, slots=True)
class Article:
    """A document and its quantities in order of place; None where they are not known."""

    document: Document
    gold: tuple[Quantity, ...] | None


def generated(count: int, seed: int) -> Iterator[Article]:
    """So many articles of some three thousand characters."""
    rng = random.Random(seed)
    for index in range(count):
        yield _article(f"generated-{seed}-{index}", rng)


def _article(name: str, rng: random.Random) -> Article:
    text, gold = "", []
    for place in range(rng.randint(24, 34)):
        sentence, quantities = _sentence(rng)
        gold += [Quantity(len(text) + q.start, len(text) + q.end, q.value) for q in quantities]
        text += sentence + ("\n\n" if place % 3 == 2 else " ")
    return Article(Document(id=name, text=text), tuple(gold))


def _sentence(rng: random.Random) -> tuple[str, list[Quantity]]:
    template = rng.choice(TEMPLATES if rng.random() < 0.55 else FILLERS)
    text, quantities, end = "", [], 0
    for slot in _SLOT.finditer(template):
        text += template[end : slot.start()]
        end = slot.end()
        if slot[1]:
            text += _WORDS[slot[1]](rng)
        else:
            printed, value = _NUMBERS[slot[2]](rng)
            printed = printed if text else printed[0].upper() + printed[1:]
            quantities.append(Quantity(len(text), len(text) + len(printed), value))
            text += printed
    return text + template[end:], quantities


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


_WORDS: dict[str, Callable[[random.Random], str]] = {
    "place": lambda rng: rng.choice(PLACES),
    "group": lambda rng: rng.choice(GROUPS),
    "Group": lambda rng: _capitalized(rng.choice(GROUPS)),
    "people": lambda rng: rng.choice(PEOPLE),
    "things": lambda rng: rng.choice(THINGS),
    "day": lambda rng: rng.choice(DAYS),
    "hedge": lambda rng: rng.choice(HEDGES),
    "hedge_cap": lambda rng: _capitalized(rng.choice(HEDGES[3:])),
}


def _count(rng: random.Random) -> tuple[str, float]:
    value = rng.choice(
        (rng.randint(13, 99), rng.randint(101, 999), 100 * rng.randint(11, 990), rng.randint(1001, 99999))
    )
    return f"{value:,}", value


def _small(rng: random.Random) -> tuple[str, float]:
    index = rng.randrange(len(SMALL))
    return SMALL[index], index + 2


def _words(rng: random.Random) -> tuple[str, float]:
    ten, one = rng.choice(sorted(TENS)), rng.randrange(8)
    if rng.random() < 0.5:
        return f"{ten}-{SMALL[one]}", TENS[ten] + one + 2
    return f"{SMALL[one]} thousand", 1000 * (one + 2)


def _large(rng: random.Random) -> tuple[str, float]:
    tenths, (word, size) = rng.randint(11, 99), rng.choice((("million", 10**6), ("billion", 10**9)))
    return f"{tenths // 10}.{tenths % 10} {word}", tenths * size / 10


def _money(rng: random.Random) -> tuple[str, float]:
    printed, value = _large(rng)
    if rng.random() < 0.4:
        return f"{printed} {rng.choice(('euros', 'dollars', 'pounds'))}", value
    return f"{rng.choice(('$', '£', '€'))}{printed}", value


def _of(*units: str, low: int, high: int, tenths: bool = False) -> Callable[[random.Random], tuple[str, float]]:
    """A number between two bounds with one of the units, joined as the unit begins: " km", "%" or "-mile"."""

    def printed(rng: random.Random) -> tuple[str, float]:
        value = rng.randint(low * 10, high * 10) / 10 if tenths else rng.randint(low, high)
        return f"{value:,}{rng.choice(units)}", value

    return printed


def _pay(rng: random.Random) -> tuple[str, float]:
    value = 10 * rng.randint(30, 300)
    return f"${value:,} a month", value


_NUMBERS: dict[str, Callable[[random.Random], tuple[str, float]]] = {
    "count": _count,
    "small": _small,
    "words": _words,
    "large": _large,
    "money": _money,
    "pay": _pay,
    "percent": _of("%", " percent", " per cent", low=2, high=95, tenths=True),
    "length": _of(" km", " kilometers", " miles", "km", low=3, high=900),
    "height": _of(" meters", " feet", " metres", low=110, high=3000),
    "area": _of(" hectares", " acres", " square kilometers", low=12, high=900),
    "speed": _of(" km/h", " mph", " kilometers per hour", low=80, high=240),
    "temperature": _of("°C", " degrees Celsius", " °C", low=21, high=44, tenths=True),
    "mass": _of(" tonnes", " kilograms", " tons", " kg", low=20, high=900),
    "volume": _of(" cubic meters", " liters", " cubic feet", low=20, high=900),
}
