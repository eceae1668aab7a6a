"""What is learnt across series: how often an origin agrees with the others, and which origins copy.

An origin's record is how often its number is the one that the *others* elect, a vote for itself left out, as in the
accuracy of sources of Dong, Berti-Équille & Srivastava (2009), "Integrating Conflicting Data: The Role of Source
Dependence", PVLDB 2(1). Short records are shrunk towards the mean of all, by as much as records differ by chance
(one-way random effects, moments). What an origin said of a quantity never tells how far to trust it on that quantity.

Copying shows, as there, by numbers that two origins share and the election rejects: a true number is shared by those
who know it, a rare one by those who have it from each other.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from recon_consensus.ballots import Ballot, Vote

FLOOR = 0.5
"""The part of a vote that needs no record: between one vote an origin (1) and votes by record alone (0)."""
DOUBT = 10.0
"""In how many rejected numbers two origins must have met before their sharing outweighs what all others share."""

Pair = tuple[str, str]


@dataclass(frozen=True)
class Trust:
    """What is known of origins; as made, nothing: every vote is one vote, and nobody copies."""

    agreed: Mapping[str, tuple[float, int]] = field(default_factory=dict)
    own: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    mean: float = 1.0
    shrink: float = 1.0
    copies: Mapping[Pair, float] = field(default_factory=dict)

    def weight(self, vote: Vote, key: str) -> float:
        """What an origin's vote counts on a series, one on average: by its record on all other series."""
        total, count = self.agreed.get(vote.origin, (0.0, 0))
        here = self.own.get(key, {}).get(vote.origin)
        if here is not None:
            total, count = total - here, count - 1
        record = (total + self.shrink * self.mean) / (count + self.shrink)
        return vote.weight * (FLOOR + (1 - FLOOR) * (record / self.mean if self.mean else 1.0))

    def support(self, votes: Sequence[Vote], weights: Mapping[str, float]) -> float:
        """The weight behind a number: what an origin has from another that counts already adds nothing."""
        if not self.copies or len(votes) < 2:
            return math.fsum(weights[vote.claim] for vote in votes)
        told: list[Vote] = []
        parts: list[float] = []
        for vote in sorted(votes, key=lambda one: (-weights[one.claim], one.origin, one.claim)):
            own = math.prod(1 - self.copied(vote.origin, other.origin) for other in told)
            parts.append(weights[vote.claim] * own)
            told.append(vote)
        return math.fsum(parts)

    def copied(self, one: str, other: str) -> float:
        """The share of one origin's numbers that it has from the other, or the other from it, 0 to 1."""
        return self.copies.get((one, other) if one < other else (other, one), 0.0)

    def tallies(self, ballot: Ballot) -> dict[float, float]:
        """The weight behind each number of a ballot."""
        weights = {vote.claim: self.weight(vote, ballot.key) for vote in ballot.votes}
        return {number: self.support(votes, weights) for number, votes in ballot.backers.items()}


def learn(ballots: Sequence[Ballot]) -> Trust:
    """Records and copies from ballots on many quantities, those with two printed numbers or more.

    The elections that records are made of are plain, one vote an origin. Weighing them by the records in turn lets
    prolific origins elect themselves: on simulated claims it made things worse with every round.
    """
    told = [ballot for ballot in ballots if len(ballot.printed) > 1]
    tallies = [Trust().tallies(ballot) for ballot in told]
    own = {ballot.key: dict(_agreements(ballot, tally)) for ballot, tally in zip(told, tallies, strict=True)}
    return _records(own, _copies(told, tallies))


def _agreements(ballot: Ballot, tally: Mapping[float, float]) -> Iterator[tuple[str, float]]:
    """How far each origin agrees with the number that the others elect; a share where they elect several."""
    behind = {number: {vote.claim for vote in votes} for number, votes in ballot.backers.items()}
    agreeing = ballot.agreeing
    for vote, _ in ballot.printed:
        others = {n: tally[n] - vote.weight * (vote.claim in behind[n]) for n in tally}
        top = max(others.values())
        if top <= 1e-9:
            continue
        elected = [n for n, votes in others.items() if votes >= top - 1e-9]
        yield vote.origin, sum(vote.claim in agreeing[n] for n in elected) / len(elected)


def _records(own: Mapping[str, Mapping[str, float]], copies: Mapping[Pair, float]) -> Trust:
    """Means and the strength of shrinking: the variance within origins over that between them."""
    total: dict[str, float] = defaultdict(float)
    count: Counter[str] = Counter()
    for agreements in own.values():
        for origin, agreed in agreements.items():
            total[origin] += agreed
            count[origin] += 1
    seen = sum(count.values())
    if not seen:
        return Trust()
    mean = math.fsum(total.values()) / seen
    spread = math.fsum(
        (agreed - total[origin] / count[origin]) ** 2 for row in own.values() for origin, agreed in row.items()
    )
    within = spread / (seen - len(count)) if seen > len(count) else mean * (1 - mean)
    size = (seen - sum(n * n for n in count.values()) / seen) / (len(count) - 1) if len(count) > 1 else 0.0
    between = math.fsum(n * (total[o] / n - mean) ** 2 for o, n in count.items()) / max(len(count) - 1, 1)
    variance = (between - within) / size if size > 0 else 0.0
    shrink = within / variance if variance > 1e-6 else 1e6
    return Trust(
        agreed={origin: (total[origin], count[origin]) for origin in sorted(count)},
        own=own,
        mean=mean,
        shrink=max(shrink, 1e-6),
        copies=copies,
    )


def _copies(ballots: Sequence[Ballot], tallies: Sequence[Mapping[float, float]]) -> dict[Pair, float]:
    """Of the numbers of two origins that are not the elected one of both, the share that are the same, beyond what
    any two share.
    """
    shared: Counter[Pair] = Counter()
    pairs = same = 0
    for ballot, tally in zip(ballots, tallies, strict=True):
        agreeing = ballot.agreeing[min(tally, key=lambda n: (-tally[n], n))]
        pairs += len(ballot.printed) * (len(ballot.printed) - 1) // 2
        for voters in _by_number(ballot).values():
            same += len(voters) * (len(voters) - 1) // 2
            if voters[0].claim not in agreeing:
                shared.update(combinations([vote.origin for vote in voters], 2))
    rejected = sum(shared.values())
    usual = rejected / (rejected + pairs - same) if rejected + pairs - same else 0.0
    suspects = {pair: count for pair, count in shared.items() if count > 1}
    apart = _apart(ballots, suspects)
    copies = {}
    for pair, count in sorted(suspects.items()):
        share = (count + DOUBT * usual) / (count + apart[pair] + DOUBT)
        if share > usual and usual < 1:
            copies[pair] = (share - usual) / (1 - usual)
    return copies


def _apart(ballots: Sequence[Ballot], suspects: Mapping[Pair, int]) -> Counter[Pair]:
    """On how many ballots the two of each pair printed different numbers."""
    said: dict[str, dict[int, float]] = defaultdict(dict)
    for index, ballot in enumerate(ballots):
        for vote, value in ballot.printed:
            said[vote.origin][index] = value
    apart: Counter[Pair] = Counter()
    for one, other in suspects:
        few, many = sorted((said[one], said[other]), key=len)
        apart[one, other] = sum(many.get(index, value) != value for index, value in few.items())
    return apart


def _by_number(ballot: Ballot) -> dict[float, list[Vote]]:
    """The votes that printed each number, in order of origin."""
    voters: dict[float, list[Vote]] = defaultdict(list)
    for vote, value in ballot.printed:
        voters[value].append(vote)
    return voters
