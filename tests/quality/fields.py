"""When a field of a claim is what the reader took it to be: numbers, days and names."""

from __future__ import annotations

import calendar
import datetime as dt
import math
import re

from tests.quality.product import Row

Days = tuple[dt.date, dt.date]

SLACK = 31
"""Days a claim's interval may be longer than the gold's own: "some time this year" is no answer to "on Monday"."""

ABBREVIATED = (
    (re.compile(r"\bu\.?n\.?(?=\W|$)|\bocha\b"), " united nations "),
    (re.compile(r"\bu\.?s\.?(?=\W|$)"), " united states "),
    (re.compile(r"\bifrc\b"), " red cross crescent "),
    (re.compile(r"\bpm\b"), " prime minister "),
)
SMALL = frozenset("a an and at by for from her his in its of on one the their to two".split())
TITLES = frozenset(
    "administration agency authorities authority chief chiefs city com committee company county daily "
    "department dr expert experts general gov governor group groups international leader leaders local lt "
    "mayor minister ministers ministry national net new news office officer official officials org "
    "organization police president prime report reports researcher researchers scientist scientists "
    "secretary senior service sgt sheriff source sources spokesman spokesperson spokeswoman state "
    "statement times united www".split()
)
"""Words many names share, so that none of them tells whose name it is."""


def same_number(gold: Row, claim: Row) -> bool:
    """The same value; of a range both ends; where the claim has a bound and no value, the bound."""
    value, low, high = (_number(claim.get(name)) for name in ("value", "low", "high"))
    wanted = _number(gold["value"])
    if wanted is None:
        tops = "at_most" in gold["bound"] or _close(low, _number(gold["low"]))
        return tops and _close(high, _number(gold["high"]))
    if value is not None:
        return _close(value, wanted)
    return (low is None or high is None) and (_close(low, wanted) or _close(high, wanted))


def same_days(gold: str, claim: Row) -> bool:
    """Whether the claim's days meet the gold's, and are not much looser."""
    first, last = days_of(gold)
    start = _days(claim["as_of_start"])
    end = _days(claim["as_of_end"]) or start
    if start is None or end is None:
        return False
    looser = (end[1] - start[0]) - (last - first)
    return start[0] <= last and first <= end[1] and looser.days <= SLACK


def same_name(gold: str, name: str) -> bool:
    """Whether `name` may be one of the gold's names, parted by "|": a telling word in common, or initials."""
    words, letters = _telling(name)
    return any(
        words & wanted
        or any(len(one) > 2 and len(other) > 2 and _begins(one, other) for one in words for other in wanted)
        or (len(initials) > 2 and initials in words)
        or (len(letters) > 2 and letters in wanted)
        for wanted, initials in map(_telling, gold.split("|"))
    )


def days_of(text: str) -> Days:
    """ "2024", "2024-10", "2024-10-28" or two of them about "/" as first and last day."""
    first, _, last = text.partition("/")
    return _edge(first, last=False), _edge(last or first, last=True)


def _days(text: str | None) -> Days | None:
    return days_of(text) if text else None


def _edge(text: str, *, last: bool) -> dt.date:
    year, *rest = map(int, text[:10].split("-"))
    month = rest[0] if rest else 12 if last else 1
    day = rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1] if last else 1
    return dt.date(year, month, day)


def _number(field: object) -> float | None:
    return None if field in ("", None) else float(str(field))


def _close(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-6)


def _telling(name: str) -> tuple[set[str], str]:
    """The words that tell whose name it is, all of them where none does, and the name's initials."""
    name = name.lower()
    for short, full in ABBREVIATED:
        name = short.sub(full, name)
    words = re.findall(r"[^\W\d_]+", name)
    telling = {word for word in words if len(word) > 1 and word not in SMALL | TITLES}
    return telling or set(words), "".join(word[0] for word in words if word not in ("of", "the", "and", "for"))


def _begins(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
