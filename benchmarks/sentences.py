"""Sentences with slots: `{}` draws a word, `[]` a printed number, and `~` before it a hedge now and then."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from benchmarks import vocabulary as words
from benchmarks.gold import Quantity
from benchmarks.printed import ROADS, SLOTS, Slot

HEDGED = 0.14
"""The share of hedged quantities in news."""
HEDGES = (
    *((text, "more_than") for text in ("more than ", "over ", "more than ")),
    *((text, "about") for text in ("about ", "around ", "some ", "roughly ")),
    *((text, "nearly") for text in ("nearly ", "almost ")),
    *((text, "at_most") for text in ("up to ", "no more than ")),
    *((text, "at_least") for text in ("at least ",)),
    *((text, "less_than") for text in ("less than ", "under ")),
)
PLAIN = (
    "{Adverb}, {body} {verb} the {adjective} {noun} in {place}.",
    "{person} {verb} the {noun} on {weekday}, and {body} {verb} it too.",
    "The {adjective} {noun} {adverb} {verb} the {noun} of {place}.",
    "But {person}, of {body}, said the {noun} had {adverb} {verb} a {adjective} {noun}.",
    '"We never {verb} the {noun}," {person} told reporters in {place}.',
    '"It is a {adjective} {noun} for {people} and for {place}," said {person}.',
    "The {noun} comes as {people} in {place} have {verb} {body} over its {adjective} {noun}.",
    "{Body} {verb} claims that the {noun} of its {things} was {adjective}.",
    "Critics say the {adjective} {noun} has {adverb} {verb} the {people} of {place}.",
    "In {place}, where {person} {verb} the {noun}, {people} were {adjective}.",
    "{person} is expected to leave {place} after {body} {verb} the {noun}.",
    "Neither {body} nor {person} answered questions about the {adjective} {noun}.",
    "The {noun}, which {person} {verb} last week, was {adjective} and {adjective}, {body} said.",
    "Analysts believe that {body} {adverb} {verb} the {noun} to protect its {noun}.",
    "Its {things} had been {adverb} {verb} by {body} before the {noun}.",
    "However, {person} {verb} the {adjective} {noun} and {body} {verb} the {noun}.",
)
NUMBERED: tuple[tuple[float, tuple[str, ...]], ...] = (
    (
        22.0,
        (
            "{Body} said on {weekday} that [~count] {people} had reached {place}.",
            "[~count] {people} {verb} the {noun} in {place}, {person} said.",
            "The {noun} in {place} destroyed [~count] {things} and left [~count] {people} homeless.",
            "{person} {verb} [~count] {things} for {body} after the {adjective} {noun}.",
            "It sold [~count] {things} in {place}, and [~count] {people} {verb} the {noun}.",
            "The {noun} would need [~count] {adjective} {things}, {body} said.",
        ),
    ),
    (1.2, ("{Body} expects [spread] {people} to visit {place} this summer.",)),
    (1.3, ("[indefinite] of {people} {verb} the {noun} in {place} on {weekday}.",)),
    (
        11.5,
        (
            "The {adjective} {noun} will cost [~money], {body} said.",
            "{Body} {verb} the {noun} for [~money], and [~money] of it went to {place}.",
            "Profits at {body} rose to [money] from [money] despite the {adjective} {noun}.",
            "{person} {verb} an offer of [~money] for the {noun}.",
        ),
    ),
    (
        7.5,
        (
            "Sales of {things} rose [~percent] in {place} after the {noun}.",
            "{Body} owns [percent] of {body}, which {verb} the {noun}.",
            "A survey by {body} found that [~percent] of {people} {verb} the {noun}.",
        ),
    ),
    (0.2, ("Support for {person} fell by [points] after the {noun}, {body} found.",)),
    (
        6.0,
        (
            "The {noun} lasted [~duration] before {person} {verb} it.",
            "{person} {verb} a [span] {noun} with {body}.",
            "After [~duration] in {place}, {people} {verb} the {adjective} {noun}.",
        ),
    ),
    (
        2.5,
        (
            "{person}, [age], {verb} the {noun} in {place}.",
            "The [aged] from {place} {verb} the {noun} of {body}.",
        ),
    ),
    (1.6, ("The {noun} lies [~length] from {place}, where {body} {verb} it.",)),
    (0.4, ("{Body} {verb} [~area] of land near {place} for its {things}.",)),
    (0.5, ("The {noun} brought [~mass] of rice to {place}, {person} said.",)),
    (0.4, ("The {noun} took [~volume] of water from {place}.", "The {noun} spilled [~volume] of oil off {place}.")),
    (0.4, ("Winds of [~speed] {verb} the {things} of {place} on {weekday}.",)),
    (0.3, ("It was [temperature] in {place} when {people} {verb} the {noun}.",)),
    (1.2, ("The {adjective} {things} hold [~information] of data, {body} said.",)),
    (0.3, ("A plant of [~power] near {place} {verb} the {noun}.",)),
    (1.0, ("{people} in {place} earn [~pay], {body} said.", "The field near {place} yields [~output], {body} said.")),
    (1.6, ("[ratio] of {people} {verb} the {noun}, {body} found.", "{Body} lost [ratio] of its {things} in {place}.")),
    (
        14.0,
        (
            "{person} {verb} the {noun} in [year], and {body} {verb} it in [year].",
            "The {noun} was {verb} on [day], a {adjective} {noun} for {place}.",
            "Since [year], {body} has {adverb} {verb} the {noun}.",
        ),
    ),
    (11.0, ("It was the [rank] {noun} that {body} {verb} in {place}.", "{person} finished [rank] in {place}.")),
    (10.0, ("The {noun} under {road} [name] {verb} the {people}.", "{person} {verb} {road} [name] in the {noun}.")),
    (3.2, ("{place} beat {place} [score] on {weekday} after {person} {verb} the {noun}.",)),
    (0.6, ("The {noun} began at [clock] in {place}, {body} said.",)),
)  # fmt: skip
_SLOT = re.compile(r"\{(\w+)\}|\[(~?)(\w+)\]")

Word = Callable[[Random], str]
Part = str | Word | tuple[Slot, bool]
"""A literal, a word to draw, or a number to draw and whether it may be hedged."""
Sentence = tuple[Part, ...]


def syllables(rng: Random) -> str:
    """A made-up name, one of some hundred thousand: proper names are where a vocabulary keeps growing."""
    random = rng.random
    ending = words.ENDINGS[int(len(words.ENDINGS) * random())]
    onset, vowel = words.ONSETS[int(len(words.ONSETS) * random())], words.VOWELS[int(len(words.VOWELS) * random())]
    return (onset + vowel + words.CODAS[int(len(words.CODAS) * random())] + ending).capitalize()


def _pool(pool: tuple[str, ...]) -> Word:
    size = len(pool)
    return lambda rng: pool[int(size * rng.random())]


_first, _body = _pool(words.FIRST_NAMES), _pool(words.BODIES)


def _person(rng: Random) -> str:
    return f"{_first(rng)} {syllables(rng)}"


def _named_body(rng: Random) -> str:
    return f"{syllables(rng)} {_body(rng)}" if rng.random() < 0.4 else f"the {_body(rng)}"


def _capitalized(word: Word) -> Word:
    def capital(rng: Random) -> str:
        drawn = word(rng)
        return drawn[0].upper() + drawn[1:]

    return capital


WORDS: dict[str, Word] = {
    "place": syllables,
    "person": _person,
    "body": _named_body,
    "Body": _capitalized(_named_body),
    "people": _pool(words.PEOPLE),
    "things": _pool(words.THINGS),
    "noun": _pool(words.NOUNS),
    "adjective": _pool(words.ADJECTIVES),
    "verb": _pool(words.VERBS),
    "adverb": _pool(words.ADVERBS),
    "Adverb": _capitalized(_pool(words.ADVERBS)),
    "weekday": _pool(words.DAYS),
    "road": _pool(ROADS),
}


def compiled(template: str) -> Sentence:
    """A template taken apart."""
    parts: list[Part] = []
    end = 0
    for slot in _SLOT.finditer(template):
        if slot.start() > end:
            parts.append(template[end : slot.start()])
        parts.append(WORDS[slot[1]] if slot[1] else (SLOTS[slot[3]], bool(slot[2])))
        end = slot.end()
    return (*parts, template[end:]) if end < len(template) else tuple(parts)


def written(sentence: Sentence, rng: Random, at: int) -> tuple[str, list[Quantity]]:
    """The sentence as text that begins at an offset, and its numbers."""
    texts: list[str] = []
    quantities: list[Quantity] = []
    start = at
    for part in sentence:
        if isinstance(part, str):
            text = part
        elif isinstance(part, tuple):
            slot, hedgeable = part
            text, value, low, high, unit, bound, kind = slot(rng)
            if not bound:
                bound = "exact"
                if hedgeable and rng.random() < HEDGED:
                    hedge, bound = HEDGES[int(len(HEDGES) * rng.random())]
                    hedge = hedge if texts else hedge[0].upper() + hedge[1:]
                    texts.append(hedge)
                    at += len(hedge)
            text = text if texts else text[0].upper() + text[1:]
            if bound in _OPEN:
                low, high = (None if side in _OPEN[bound] else value for side in ("low", "high"))
            quantities.append(Quantity(at, at + len(text), value, low, high, unit, bound, kind))
        else:
            text = part(rng)
            text = text if texts or at > start else text[0].upper() + text[1:]
        texts.append(text)
        at += len(text)
    return "".join(texts), quantities


_OPEN = {"nearly": ("low",), "at_most": ("low",), "less_than": ("low",), "at_least": ("high",), "more_than": ("high",)}
"""The side that a bound leaves open."""
