"""A surface, the words a figure is printed in, → what it says. Each distinct surface is read once."""

from __future__ import annotations

import re

from recon.extraction.grammar import Grammar
from recon.extraction.measures import single
from recon.extraction.pairs import compound, ranged, shared
from recon.extraction.readings import Join, Reading, Surface
from recon.numerals import read_digits

_JOINS: dict[str, Join] = {"to": "to", "and": "and", "or": "or", "±": "margin"}


REMEMBERED = 25_000
"""Surfaces an extractor remembers; ten megabytes or so."""


class Surfaces:
    """Reads surfaces by a grammar; each distinct one is read once, and `REMEMBERED` of them are kept."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._known: dict[str, Surface] = {}

    def read(self, surface: str) -> Surface:
        """What a measure surface says; no readings where its number cannot be read."""
        known = self._known.get(surface)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[surface] = _read(surface, self.grammar)
        return known


def _read(surface: str, grammar: Grammar) -> Surface:
    first = grammar.measure.match(surface)
    if first is None:
        return Surface(())
    one = single(first, 0, grammar)
    if first.end() == len(surface):
        return Surface((one,) if one else ())
    joint = grammar.joint.match(surface, first.end())
    second = grammar.measure.fullmatch(surface, joint.end()) if joint else None
    if joint is None or second is None:
        return Surface((one,) if one else ())
    other = single(second, second.start(), grammar)
    if one is None or other is None:
        return Surface(tuple(r for r in (one, other) if r))
    word = joint[0].strip(" ,\t\n\u00a0\u2009\u202f").lower()
    join: Join = _JOINS.get(word, "range" if word[:1] in ("-", "–", "—") and word else "list")
    if join in ("list", "and") or (join == "range" and one.tight):
        together = compound(one, other, first, second, grammar)
        if together or join == "list":
            return Surface((one, other), join, together)
    if join == "and" and second["currency"] and not first["currency"]:
        return Surface((one, other), join)  # "lent to one and $5 to another"
    one, other = shared(one, other, first, second, grammar)
    return Surface((one, other), join, ranged(one, other, join))


_LENGTH = re.compile(r"(\d{1,3}(?:,\d{3})?)\D{1,7}(\d{1,2}(?:\.\d+)?)?")


def read_length(surface: str) -> Surface:
    """Feet and inches in signs: 5'10", 5 ft. 10, 5', 1,020"."""
    match = _LENGTH.match(surface)
    if match is None:
        match = re.match(r"([\d,]+)", surface)
    number = read_digits(match[1]) if match else None
    if match is None or number is None:
        return Surface(())
    unit, value, step = "foot", number.value, 1.0
    if match.re is _LENGTH and match[2]:
        value, step = value + float(match[2]) / 12, 1 / 12
    elif surface[-1] in '"”':
        unit = "inch"
    return Surface((Reading(0, len(surface), value, value, value, step, unit, "length", bare=False),))
