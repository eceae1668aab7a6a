"""What a method says of a ballot, and the two methods that elect: by plain votes and by votes that carry a record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from recon_consensus.ballots import Ballot, median
from recon_consensus.election import elect
from recon_consensus.trust import Trust, learn


@dataclass(frozen=True, kw_only=True, slots=True)
class Opinion:
    """Low, best and high, the claims used, those dropped with the reason, and why in words."""

    low: float
    best: float
    high: float
    used: tuple[str, ...]
    dropped: tuple[tuple[str, str], ...] = ()
    why: str


class Method(Protocol):
    """A way to one number; `learn` gives it what can be learnt from the ballots of all series."""

    def learn(self, ballots: Sequence[Ballot]) -> Method: ...

    def settle(self, ballot: Ballot) -> Opinion | None: ...


@dataclass(frozen=True)
class Vote:
    """The number with the most votes, one an origin."""

    def learn(self, ballots: Sequence[Ballot]) -> Method:  # noqa: ARG002 - there is nothing to learn
        return self

    def settle(self, ballot: Ballot) -> Opinion | None:
        best = elect(ballot, Trust().tallies(ballot))
        return None if best is None else stated(ballot, best, _behind(ballot, best, _manner(ballot)))


@dataclass(frozen=True)
class Median:
    """The weighted median of the printed numbers."""

    def learn(self, ballots: Sequence[Ballot]) -> Method:  # noqa: ARG002 - there is nothing to learn
        return self

    def settle(self, ballot: Ballot) -> Opinion | None:
        best = median(ballot, [vote.weight for vote, _ in ballot.printed])
        return None if best is None else stated(ballot, best, _middle(ballot))


@dataclass(frozen=True)
class Trusted:
    """The vote, each origin's counted by its record on other quantities and less for what it copies; the median where
    three numbers or more of one day have nothing in common."""

    trust: Trust = field(default_factory=Trust)

    def learn(self, ballots: Sequence[Ballot]) -> Method:
        return Trusted(learn(ballots))

    def settle(self, ballot: Ballot) -> Opinion | None:
        if len(ballot.numbers) > 2 and _scattered(ballot):
            middle = median(ballot, [self.trust.weight(vote, ballot.key) for vote, _ in ballot.printed])
            return None if middle is None else stated(ballot, middle, f"no two origins agree; {_middle(ballot)}")
        best = elect(ballot, self.trust.tallies(ballot))
        if best is None:
            return None
        known = any(vote.origin in self.trust.agreed for vote in ballot.votes)
        manner = "each by its record on other quantities" if known else _manner(ballot)
        return stated(ballot, best, f"{_behind(ballot, best, manner)}{self._copied(ballot, best)}")

    def _copied(self, ballot: Ballot, best: float) -> str:
        origins = sorted({vote.origin for vote in ballot.backers[best]})
        pairs = [(a, b) for a in origins for b in origins if a < b and self.trust.copied(a, b) >= 0.5]
        return f"; {pairs[0][0]} and {pairs[0][1]} mostly copy, and count less" if pairs else ""


def stated(ballot: Ballot, best: float, why: str) -> Opinion:
    """A printed number, with the lowest and the highest that is printed."""
    return Opinion(
        low=ballot.numbers[0],
        best=best,
        high=ballot.numbers[-1],
        used=tuple(sorted(vote.claim for vote in ballot.votes)),
        why=why,
    )


def _behind(ballot: Ballot, best: float, manner: str) -> str:
    agreeing, count = len(ballot.agreeing[best]), len(ballot.votes)
    if count == 1:
        return "the only origin gives it"
    return f"{agreeing} of {count} origins give{'s' * (agreeing == 1)} it, {manner}"


def _manner(ballot: Ballot) -> str:
    return "one vote each" if all(vote.weight == 1 for vote in ballot.votes) else "by weight"


def _middle(ballot: Ballot) -> str:
    return f"the weighted median of {_origins(ballot.printed)}' newest numbers".replace("origin'", "origin's")


def _origins(votes: Iterable[object]) -> str:
    count = len(list(votes))
    return f"{count} origin{'s' * (count != 1)}"


def _scattered(ballot: Ballot) -> bool:
    """Whether no number has a second origin and all are of one day."""
    return all(len(claims) == 1 for claims in ballot.agreeing.values()) and len({v.day for v in ballot.votes}) == 1
