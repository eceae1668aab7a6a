"""The number that wins the vote."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Mapping

from recon_consensus.ballots import Ballot, median

TIE = 0.5
"""Numbers less than half an ordinary vote apart are tied: so much may hang on how well records are known."""


def elect(ballot: Ballot, tallies: Mapping[float, float]) -> float | None:
    """The number with the most weight behind it; None where no number was printed.

    A rounding votes for the number it rounds, and stands for it where more origins print the rounding. Of tied numbers
    the one told last wins, for what is counted is often still growing; then the one with more weight,
    the more often printed, the nearest to the median, the lowest.
    """
    middle = median(ballot, [vote.weight for vote, _ in ballot.printed])
    if middle is None:
        return None
    top = max(tallies.values())
    margin = TIE * math.fsum(vote.weight for vote in ballot.votes) / len(ballot.votes)
    tied = [number for number in ballot.numbers if tallies[number] > top - margin or tallies[number] >= top]
    told = {number: _told(ballot, number) for number in tied}
    printed = Counter(value for _, value in ballot.printed)
    winner = min(
        tied,
        key=lambda n: (-told[n].toordinal(), -round(tallies[n], 9), -printed[n], abs(n - middle), n),
    )
    same = {vote.value for vote in ballot.backers[winner] if vote.value is not None}
    return min(same, key=lambda n: (-printed[n], n != winner, n))


def _told(ballot: Ballot, number: float) -> dt.date:
    """The last day on which somebody printed the number or a rounding of it."""
    return max(vote.day for vote in ballot.backers[number] if vote.value is not None)
