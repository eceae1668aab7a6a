"""Overrides that cannot both hold are refused, with both lines: which of them is meant is not for recon to choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NoReturn

from recon.errors import UsageError
from recon.overrides.entries import Entry, Ref

APART = ("split", "move")
"""What takes a claim out of its series."""


def refuse_contradictions(entries: Sequence[Entry], ids: Mapping[str, str]) -> None:
    """UsageError for the first two entries that contradict each other.

    `ids` are the claims' ids by the id that an entry gives, for those that are to be looked at: two entries may name
    one claim in two ways, the one before and the other after an edit.
    """
    _sets(entries, ids)
    _left_out(entries, ids)
    _taken_apart(entries, ids)
    _names(entries)


def _of(entry: Entry, ids: Mapping[str, str]) -> list[tuple[str, Ref]]:
    return [(ids[ref.id], ref) for ref in entry.claims if ref.id in ids]


def _sets(entries: Sequence[Entry], ids: Mapping[str, str]) -> None:
    known: dict[tuple[str, str], tuple[object, Entry]] = {}
    for entry in entries:
        for key, value in entry.values.items():
            for claim, ref in _of(entry, ids):
                before, other = known.setdefault((claim, key), (value, entry))
                if before != value:
                    _refuse(entry, other, f"{key} of “{ref.text}” is set to two values")


def _left_out(entries: Sequence[Entry], ids: Mapping[str, str]) -> None:
    gone = {claim: entry for entry in entries if entry.verb == "leave-out" for claim, _ in _of(entry, ids)}
    for entry in entries:
        if entry.verb != "leave-out":
            for ref in entry.refs:
                if ids.get(ref.id) in gone:
                    _refuse(entry, gone[ids[ref.id]], f"“{ref.text}” is left out, and {_done(entry, ref)}")


def _taken_apart(entries: Sequence[Entry], ids: Mapping[str, str]) -> None:
    taken: dict[str, Entry] = {}
    for entry in entries:
        if entry.verb in APART:
            for claim, ref in _of(entry, ids):
                other = taken.setdefault(claim, entry)
                if other is not entry and _goes_elsewhere(entry, other, ids):
                    _refuse(entry, other, f"“{ref.text}” is {_past(other)}, and {_done(entry, ref)}")
    for entry in entries:
        target = ids.get(entry.to.id, "") if entry.to else ""
        if target in taken and taken[target].verb == "move" and entry.to:
            _refuse(entry, taken[target], f"“{entry.to.text}” is moved itself; name a claim that stays")
    moved = {claim: entry for claim, entry in taken.items() if entry.verb == "move"}
    for entry in entries:
        for claim, ref in _of(entry, ids) if entry.verb == "merge" else ():
            if claim in moved:
                _refuse(entry, moved[claim], f"“{ref.text}” is moved alone, and its series merged; name another claim")


def _goes_elsewhere(entry: Entry, other: Entry, ids: Mapping[str, str]) -> bool:
    """Whether two entries that take one claim out of its series take it to different places."""
    if entry.verb != other.verb:
        return True
    if entry.to and other.to:
        return ids.get(entry.to.id) != ids.get(other.to.id)
    return {claim for claim, _ in _of(entry, ids)} != {claim for claim, _ in _of(other, ids)}


def _names(entries: Sequence[Entry]) -> None:
    under: dict[tuple[str, str], Entry] = {}
    for entry in (entry for entry in entries if entry.verb == "fold"):
        for name in entry.also:
            if name.casefold() == entry.name.casefold():
                raise UsageError(f"{entry.where}: {name!r} is folded into itself; name another in also")
            other = under.setdefault((entry.of, name.casefold()), entry)
            if other.name != entry.name:
                _refuse(entry, other, f"{name!r} is folded into {other.name!r} and into {entry.name!r}")
    for entry in (entry for entry in entries if entry.verb == "fold"):
        if above := under.get((entry.of, entry.name.casefold())):
            _refuse(entry, above, f"{entry.name!r} takes in names, and is itself folded into {above.name!r}")


def _past(entry: Entry) -> str:
    return {"split": "split off", "move": "moved"}.get(entry.verb, entry.verb)


def _done(entry: Entry, ref: Ref) -> str:
    if ref is entry.to:
        return "other claims are moved to its series"
    named = {"merge": "its series merged", "note": "noted", "set": f"its {', '.join(entry.values)} set"}
    return named.get(entry.verb, _past(entry))


def _refuse(entry: Entry, other: Entry, what: str) -> NoReturn:
    first, second = sorted((entry, other), key=lambda one: one.line)
    raise UsageError(f"{first.where} and line {second.line}: {what}; take one of the two out")
