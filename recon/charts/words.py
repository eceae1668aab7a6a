"""What a chart says to those who cannot see it, and what a point says to those who rest on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from recon.charts.lines import Line
from recon.charts.marks import Mark, marks, origin, undrawn
from recon.model import Claim, Series
from recon.wording import BOUNDS, number, short_day, short_days

LONGEST = 320
"""Characters of a sentence that a hint has room for."""
VAGUE = frozenset({"another", "more", "other", "others", "some"})
"""Nouns that name nothing without the sentence they stand in."""
NAMED = 3
"""Outlets that are named of those that print a number again."""


def clipped(text: str, most: int = LONGEST) -> str:
    """On one line, cut with an ellipsis."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def told(mark: Mark, sentences: Mapping[str, str]) -> str:
    """ "at least 3,000 · 23 Oct 2024 · United States via Radio Free Asia: “…”", and who prints it again."""
    claim = mark.claims[0]
    parts = [figure(claim), as_of(claim), speakers(claim)]
    text = clipped(" · ".join(parts))
    if sentence := sentences.get(claim.id, ""):
        text += f": “{clipped(sentence)}”"
    again = mark.claims[1:]
    if again:
        outlets = list(dict.fromkeys(one.publisher or one.doc for one in again))
        more = f" and {len(outlets) - NAMED} more" if len(outlets) > NAMED else ""
        times = "once" if len(again) == 1 else f"{len(again)} times"
        text += f" · printed {times} more: {clipped(', '.join(outlets[:NAMED]))}{more}"
    return text


def figure(claim: Claim) -> str:
    """The number as printed, with its bound in words and what sets it apart from an observed total."""
    apart = [word for word in (claim.status, claim.measure) if word not in ("observed", "total")]
    lead = f"{' '.join(apart)}: " if apart else ""
    return f"{lead}{BOUNDS.get(claim.bound, '')}{claim.text}"


def as_of(claim: Claim) -> str:
    """The day or days it speaks of; the day of publication where it tells none."""
    start, end = claim.as_of_start, claim.as_of_end
    if claim.as_of_basis == "published" or (start is None and end is None):
        day = end or start or claim.published
        return f"published {short_day(day)}" if day else "no date"
    if start is None or end is None:
        return f"until {short_day(end)}" if end else f"from {short_day(start)}" if start else "no date"
    return short_days(start, end)


def speakers(claim: Claim) -> str:
    """Who says it, from the innermost out: "United States via Radio Free Asia"."""
    return " via ".join(reversed(claim.chain)) or claim.said_by or origin(claim)


def title(series: Series) -> str:
    """The series as its chart names itself."""
    return clipped(series.title, 200)


def summary(series: Series, lines: Sequence[Line]) -> str:
    """The series in a few sentences: how many claims of whom and when, from what to what, and what follows."""
    drawn = marks(series)
    origins = len({origin(claim) for claim in series.claims})
    head = f"{_counted(len(series.claims), 'claim')} by {_counted(origins, 'origin')}"
    days = sorted(
        day
        for claim in series.claims
        for day in (claim.as_of_start, claim.as_of_end or claim.as_of_start or claim.published)
        if day is not None
    )
    if days:
        head += f", {short_days(days[0], days[-1])}"
    parts = [head]
    ends = [(one.at, one) for one in drawn] + [(one.to, one) for one in drawn if one.to is not None]
    if ends:
        least, most = min(end for end, _ in ends), max(end for end, _ in ends)
        unit = measure(series)
        parts.append(
            f"{number(least)} to {number(most)} {unit}".rstrip()
            if least != most
            else f"{number(least)} {unit}".rstrip()
        )
    statuses = Counter(claim.status for claim in series.claims if claim.status != "observed")
    parts += [f"{count} {status}" for status, count in sorted(statuses.items())]
    if missing := undrawn(series):
        parts.append(f"{_counted(missing, 'claim')} without a number")
    parts += [_last(line) for line in lines]
    return clipped(". ".join(parts) + ".", 600)


def measure(series: Series) -> str:
    """What is counted: the unit, or the noun that most claims give it."""
    if series.unit:
        return clipped(series.unit, 60)
    nouns = Counter(claim.noun for claim in series.claims if claim.noun and claim.noun.casefold() not in VAGUE)
    return clipped(min(nouns, key=lambda noun: (-nouns[noun], noun)), 60) if nouns else ""


def _last(line: Line) -> str:
    step = line.steps[-1]
    low, high = step.low, step.high
    if step.best is not None:
        said = number(step.best)
        if low is not None and high is not None and low != high:
            said += f" ({number(low)} to {number(high)})"
    elif low is not None and high is not None:
        said = f"{number(low)} to {number(high)}"
    else:
        said = f"at least {number(low)}" if low is not None else f"at most {number(high)}" if high is not None else "?"
    return f"Last by {line.label}: {said}"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"
