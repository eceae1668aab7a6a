"""`units.toml` as it stands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

KINDS = (
    "length", "area", "volume", "mass", "speed", "duration", "percent", "points", "temperature", "energy", "power",
    "pressure", "information", "frequency", "other",
)  # fmt: skip
"""The kinds that have a table of units."""


class Line(NamedTuple):
    """A unit of the file: an expression of names, how it is written, and what one of it is."""

    kind: str
    unit: str
    words: str
    signs: str
    made: str


@cache
def tables() -> Mapping[str, Mapping[str, str]]:
    """The tables of the file, by heading."""
    # Not importlib.resources: importing it takes longer than reading the file.
    return tomllib.loads(Path(__file__).with_name("units.toml").read_text(encoding="utf-8"))


def lines() -> Iterator[Line]:
    """The units of the file in its order, currencies aside."""
    for kind in KINDS:
        for unit, written in tables()[kind].items():
            yield Line(kind, unit, *written.split("|"))


@cache
def made() -> Mapping[str, str]:
    """What each unit is made of: "0.3048 meter", or "[length]" for what others are made of."""
    return {line.unit: line.made.strip() for line in lines()}


@cache
def currencies() -> frozenset[str]:
    """The ISO 4217 codes of the file."""
    data = tables()
    named = {*data["currency_words"], *data["currency_hundredths"].values(), *data["currency_hundredth_signs"].values()}
    lists = (*data["currency_signs"].values(), *data["currency_other"].values())
    return frozenset(named.union(*(codes.split() for codes in lists)))
