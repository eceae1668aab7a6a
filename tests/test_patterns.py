"""No pattern of the package takes long over any text: articles come from anywhere."""

import importlib
import pkgutil
import re
import time
from collections.abc import Mapping

import pytest

import recon
from recon.extraction.grammar import grammar
from recon.units import lexicon

LENGTHS = (24, 160, 640)
"""Characters of an attack, the shortest first: there what grows without bound fails before it hangs."""
LONGEST = 0.5
"""Seconds of processor time: far more than the square of the longest attack takes, far less than its cube."""
REPEATED = (
    *"aAé1 ,.-()\"“’'$_|#\n\t\xa0",
    *("A ", "Aa ", "a ", "1,", "1 ", "1.", "1-", "$1 ", "a, ", "A, ", "a. ", ". ", "A.", "a-", "A-", "(a) ", "(1"),
    *("“a” ", "“a ", '"a" ', "a b c ", "one two ", "one-", "one and ", "1 and ", "1 to ", "1\n", "1:", "1/", "|1"),
    *("the ", "of ", "and ", "said ", "A said ", "in May ", "May 1, ", "on Monday, ", "the 2030 ", "late ", "# "),
    *("Mr. A ", "A of B ", "A, B and ", "A and B, ", "a million ", "1 million ", "5 ft 1 in ", "according to A "),
)


def _within(value):
    """The patterns in a value: itself, or what a plain container holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping):
        for one in (*value.keys(), *value.values()):
            yield from _within(one)
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from _within(one)


def _patterns():
    """Each pattern of a module or the grammar once, with where it stands."""
    found = {}
    for info in pkgutil.walk_packages(recon.__path__, "recon."):
        if info.name != "recon.__main__":
            for name, value in vars(importlib.import_module(info.name)).items():
                for at, pattern in enumerate(_within(value)):
                    found.setdefault(pattern, f"{info.name}.{name}[{at}]")
    for name, pattern in grammar(lexicon())._asdict().items():
        if isinstance(pattern, re.Pattern):
            found.setdefault(pattern, f"recon.extraction.grammar.{name}")
    return found


def _seconds(pattern, text):
    """Of a search and a match, the better of two tries, in processor time; some patterns are for bytes."""
    text = text.encode() if isinstance(pattern.pattern, bytes) else text
    best = float("inf")
    for _ in range(2):
        began = time.process_time()
        pattern.search(text)
        pattern.match(text)
        best = min(best, time.process_time() - began)
        if best < LONGEST / 10:
            break
    return best


PATTERNS = _patterns()


def test_the_patterns_are_found():
    assert len(PATTERNS) > 200


@pytest.mark.parametrize("pattern", [pytest.param(pattern, id=name) for pattern, name in PATTERNS.items()])
def test_no_pattern_is_slow(pattern):
    for length in LENGTHS:
        for seed in REPEATED:
            text = (seed * length)[: length - 1]
            for attack in (text + "!", "On Monday a million " + text + " ~"):
                seconds = _seconds(pattern, attack)
                assert seconds < LONGEST, f"{seconds:.3f} s over {length} characters of {seed!r}"
