"""What the reconcilers make of a series, in few lines: whose rule gives which numbers, and which nobody printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from recon.model import Estimate
from recon.reports.layout import Paint, columns_of_text, counted, hung, left, printable, wrapped
from recon.reports.numbers import interval, number
from recon.reports.relations_text import named

MOST_NUMBERS = 8
FEW = 3
"""Reconcilers up to which each one's reasons for setting claims aside are told; of more, those that all share."""
WIDEST = 24
"""Columns for the names of those that give the same numbers."""
MODELLED = "modelled"
"""Stands behind what no claim prints."""


def latest(estimates: Sequence[Estimate]) -> list[Estimate]:
    """The last estimate of each reconciler; each gives them oldest first."""
    return list({one.by: one for one in estimates}.values())


def alike(estimates: Sequence[Estimate]) -> list[list[Estimate]]:
    """The estimates of one day that give the same numbers together, in the order of the first of each."""
    groups: dict[tuple[object, ...], list[Estimate]] = {}
    for one in estimates:
        groups.setdefault((one.at, one.low, one.best, one.high, one.modelled), []).append(one)
    return list(groups.values())


def estimated(one: Estimate) -> str:
    """The best value and the interval around it, one of them where they say the same; what nobody printed says so."""
    return spelled(one.low, one.best, one.high, one.modelled)


def spelled(low: float | None, best: float | None, high: float | None, modelled: Sequence[str]) -> str:
    """The same of the three numbers, and of which of them are modelled."""
    around = interval(low, high)
    if low is None and high is None:
        return _marked(number(best), bool(modelled)) if best is not None else "no number"
    if best is None or low == high:
        return _marked(around, bool(modelled))
    if "best" in modelled:  # then so is what surrounds it, whatever floor or ceiling it keeps to
        return f"{_marked(number(best), True)} ({around})"  # noqa: FBT003
    return f"{number(best)} ({_marked(around, bool(modelled))})"


def _marked(text: str, modelled: bool) -> str:  # noqa: FBT001
    return f"{text} {MODELLED}" if modelled else text


def estimates_text(
    estimates: Sequence[Estimate], numbers: Mapping[str, str], paint: Paint, width: int
) -> Iterator[str]:
    """The last estimate of each, those that give the same numbers in one line; `numbers` are those of the claims."""
    last = latest(estimates)
    groups = alike(last)
    few = len(last) <= FEW
    names = [", ".join(printable(one.by) for one in group) for group in groups]
    name_width = min(max(map(columns_of_text, names)), max(WIDEST, *(columns_of_text(one.by) for one in last)))
    for group, name in zip(groups, names, strict=True):
        yield from _row(wrapped(name, name_width), _told(group, numbers), name_width, paint, width)
        if few:
            yield from _without(_aside(group), numbers, name_width, width)
    if not few:
        yield from _by_most(last, numbers, name_width, paint, width)


def _by_most(
    estimates: Sequence[Estimate], numbers: Mapping[str, str], name_width: int, paint: Paint, width: int
) -> Iterator[str]:
    """What all or most of many rules set aside, and where the rest is told."""
    times = Counter(claim for one in estimates for claim in {note.claim for note in one.set_aside})
    every, half = len(estimates), len(estimates) // 2
    aside, told = _aside(estimates), 0
    for who, least, most in (("all", every, every), ("most", half + 1, every - 1)):
        reasons = _reasons({claim: why for claim, why in aside.items() if least <= times[claim] <= most})
        for why, claims in reasons.items():
            told += len(claims)
            yield from _row([who], f"without {_named(claims, numbers)}: {why}", name_width, paint, width)
    if len(aside) > told:
        yield from _row(["each"], "sets aside more, and says why, with --explain", name_width, paint, width)


def estimates_whole(
    estimates: Sequence[Estimate], numbers: Mapping[str, str], paint: Paint, width: int
) -> Iterator[str]:
    """Every estimate of every day, with its reasons."""
    name_width = max(columns_of_text(printable(one.by)) for one in estimates)
    for one in estimates:
        yield from _row([printable(one.by)], _told([one], numbers), name_width, paint, width)
        yield from _without(_aside([one]), numbers, name_width, width)


def _row(names: Sequence[str], text: str, name_width: int, paint: Paint, width: int) -> Iterator[str]:
    for name, line in zip_longest(names, wrapped(text, width - name_width - 2), fillvalue=""):
        yield (paint("strong", name) + left("", name_width - columns_of_text(name)) + f"  {line}").rstrip()


def _told(group: Sequence[Estimate], numbers: Mapping[str, str]) -> str:
    """When, how many, from which claims; and of a single rule why."""
    first = group[0]
    head = f"{first.at or 'undated'}  {estimated(first)}  from "
    if len(group) == 1:
        return f"{head}{_named(first.support, numbers)}: {first.why}"
    supports: dict[str, list[str]] = {}
    for one in group:
        supports.setdefault(_named(one.support, numbers), []).append(one.by)
    if len(supports) == 1:
        return head + next(iter(supports))
    return head + ", ".join(f"{support} ({', '.join(names)})" for support, names in supports.items())


def _aside(group: Sequence[Estimate]) -> dict[str, str]:
    """The claims that any of them sets aside, each with the first reason given."""
    aside: dict[str, str] = {}
    for one in group:
        for note in one.set_aside:
            aside.setdefault(note.claim, note.why)
    return aside


def _without(aside: Mapping[str, str], numbers: Mapping[str, str], name_width: int, width: int) -> Iterator[str]:
    for why, claims in _reasons(aside).items():
        text = f"{'':<{name_width}}  without {_named(claims, numbers)}: {why}"
        yield from hung(text, width, name_width + 4)


def _reasons(aside: Mapping[str, str]) -> dict[str, list[str]]:
    """The claims that are set aside, by the reason."""
    reasons: dict[str, list[str]] = {}
    for claim, why in aside.items():
        reasons.setdefault(why, []).append(claim)
    return reasons


def _named(claims: Sequence[str], numbers: Mapping[str, str]) -> str:
    """The claims by number, a run of them as [2]–[5], or how many where they are many."""
    text = named(claims, numbers)
    return text if 0 < text.count(" ") + 1 <= MOST_NUMBERS and claims else counted(len(claims), "claim")
