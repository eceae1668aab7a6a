"""A first guess at each true number, for the models that start from one: TruthFinder.

Yin, Han & Yu (2008), "Truth Discovery with Multiple Conflicting Information Providers on the Web", IEEE TKDE 20(6):
a number is believed by how far its sources are trusted, a source is trusted by how far its numbers are believed, and
numbers lend each other belief by how near they are.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from recon_consensus.ballots import Ballot

IMPLICATION = 0.3
"""How much of its belief a number lends to one that equals it, less the further off. Of 0, 0.1, 0.2, 0.3 and more the
one with which the Gaussian truth model comes nearest to its published run."""
DAMPING = 0.999
ROUNDS = 5
"""Rounds of belief and trust, as in the re-runs of this and other methods on Wikipedia's city populations."""


def trust(ballots: Sequence[Ballot]) -> dict[str, float]:
    """How far each origin is trusted, 0 to 1."""
    found: dict[str, float] = {}
    for _ in range(ROUNDS - 1):
        told: dict[str, list[float]] = defaultdict(list)
        for ballot in ballots:
            belief = beliefs(ballot, found)
            for vote, value in ballot.printed:
                told[vote.origin].append(1 - math.exp(-belief[value]))
        found = {origin: DAMPING * math.fsum(row) / len(row) for origin, row in sorted(told.items())}
    return found


def beliefs(ballot: Ballot, trusted: Mapping[str, float]) -> dict[float, float]:
    """How far each number is believed, 0 and up; an origin of which nothing is known is trusted wholly."""
    own: dict[float, float] = dict.fromkeys(ballot.numbers, 0.0)
    for vote, value in ballot.printed:
        own[value] += trusted.get(vote.origin, 1.0) * vote.weight
    return {
        number: own[number]
        + IMPLICATION * math.fsum(own[other] * _likeness(number, other) for other in own if other != number)
        for number in own
    }


def guess(ballot: Ballot, trusted: Mapping[str, float]) -> float:
    """The number believed most, of equals the lowest."""
    belief = beliefs(ballot, trusted)
    return min(belief, key=lambda number: (-round(belief[number], 9), number))


def _likeness(one: float, other: float) -> float:
    """The lesser over the greater; nothing where one is zero or they differ in sign."""
    small, large = sorted((abs(one), abs(other)))
    return small / large if one * other > 0 else 0.0
