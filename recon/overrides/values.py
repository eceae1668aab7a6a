"""What `[[set]]` can set, and what it makes of a claim."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, get_args

from recon.errors import UsageError
from recon.model import AsOfBasis, Claim, Measure, OriginBasis, Status
from recon.overrides.entries import Days

MONTH = re.compile(r"(\d{4})(?:-(\d\d))?")
UNKNOWN = "unknown"
SHOWN = 60
"""Characters of a wrong value that are repeated to the user."""


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text in quotes that is not empty")
    return value.strip()


def _text_or_none(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError('a text in quotes, "" for none')
    return value.strip()


def _chain(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError('a list of speakers, the outlet first: ["The Courier", "Harbour Office"]')
    return tuple(_text(name) for name in value)


def _one_of(words: tuple[str, ...]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in words:
            raise ValueError(f"one of {', '.join(words)}")
        return str(value)

    return read


def _days(value: object) -> Days:
    """A day, a month or a year; two days, "" for an open side; or "unknown"."""
    if value == UNKNOWN:
        return None, None
    if isinstance(value, list) and len(value) == 2:
        first = None if value[0] == "" else _period(value[0])[0]
        last = None if value[1] == "" else _period(value[1])[1]
        if (first is None and last is None) or (first and last and first > last):
            raise ValueError("a first day and a last day, in that order")
        return first, last
    return _period(value)


def _period(value: object) -> tuple[dt.date, dt.date]:
    wanted = 'a day (2031-05-04), a month ("2031-05"), a year ("2031"), two days in a list, or "unknown"'
    if isinstance(value, dt.datetime):
        raise ValueError(wanted)
    if isinstance(value, dt.date):
        return value, value
    text = value if isinstance(value, str) else ""
    try:
        if month := MONTH.fullmatch(text):
            year, first = int(month[1]), int(month[2] or 1)
            last = int(month[2] or 12)
            return dt.date(year, first, 1), dt.date(year, last, monthrange(year, last)[1])
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise ValueError(wanted) from None
    return day, day


SETTABLE: Mapping[str, Callable[[object], Any]] = {
    "as_of": _days,
    "status": _one_of(get_args(Status)),
    "measure": _one_of(get_args(Measure)),
    "origin": _text,
    "said_by": _text,
    "chain": _chain,
    "place": _text_or_none,
    "subject": _text_or_none,
    "scope": _text_or_none,
}
"""The keys of `[[set]]`, each with what reads its value; ValueError, saying what is allowed, for a wrong one."""


def read_values(row: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The values that an entry sets; UsageError, with file and line, for one of a wrong type."""
    values: dict[str, Any] = {}
    for key, value in row.items():
        if key in SETTABLE:
            try:
                values[key] = SETTABLE[key](value)
            except ValueError as error:
                raise UsageError(f"{where}: {key} is {error}; not {clipped(value)}") from None
    chain, said_by = values.get("chain"), values.get("said_by")
    if chain and said_by and said_by not in chain:
        raise UsageError(f"{where}: said_by {said_by!r} is not in the chain; it is one of {', '.join(chain)}")
    return values


def clipped(value: object) -> str:
    """A value of somebody's file, short enough for one line."""
    if isinstance(value, dict | list):
        return f"a {'table' if isinstance(value, dict) else 'list'} of {len(value)}"
    text = str(value) if isinstance(value, dt.date | dt.time) else repr(value)
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def with_values(claim: Claim, values: Mapping[str, Any]) -> Claim:
    """The claim with what is set; the same claim where it says so already.

    A speaker that is set alone is the whole chain behind the outlet; an origin that stands in the chain leaves it as
    it is. What a person sets rests on the person: dates become stated ones, the origin a named one.
    """
    plain = {key: value for key, value in values.items() if key in ("status", "measure", "place", "subject", "scope")}
    claim = replace(claim, **plain)
    if "as_of" in values and values["as_of"] != (claim.as_of_start, claim.as_of_end):
        first, last = values["as_of"]
        basis: AsOfBasis = "stated" if first or last else "unknown"
        claim = replace(claim, as_of_start=first, as_of_end=last, as_of_text="", as_of_basis=basis)
    if {"chain", "origin", "said_by"} & values.keys():
        claim = _told(claim, values)
    return claim


def _told(claim: Claim, values: Mapping[str, Any]) -> Claim:
    chain = values.get("chain") or _chain_of(claim, values)
    said_by = values.get("said_by") or (chain[-1] if chain != claim.chain else claim.said_by)
    origin = values.get("origin") or (claim.origin if said_by == claim.said_by else said_by)
    if (chain, said_by, origin) == (claim.chain, claim.said_by, claim.origin):
        return claim
    basis: OriginBasis = "outlet" if origin == claim.publisher else "named"
    return replace(claim, chain=chain, said_by=said_by, origin=origin, origin_basis=basis)


def _chain_of(claim: Claim, values: Mapping[str, Any]) -> tuple[str, ...]:
    """The chain that an origin and a speaker make; the claim's own where they stand in it already.

    An origin need not: of a body's officer the body is the origin.
    """
    origin, said_by = values.get("origin", ""), values.get("said_by", "")
    named = [name for name in (origin, said_by) if name]
    if all(name in (*claim.chain, claim.origin) for name in named):
        return claim.chain
    head = [claim.publisher] if claim.publisher else []
    return tuple(dict.fromkeys([*head, *named]))
