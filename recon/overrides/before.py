"""What overrides do before claims are aligned: values set, names folded, sources left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from recon.model import Claim, Override
from recon.overrides.entries import Entry
from recon.overrides.matching import Found
from recon.overrides.values import with_values
from recon.selection import fits

Where = Mapping[Any, Found]


@dataclass
class Prepared:
    """The claims as the overrides have them, what was done to them, and the entries that found nothing to act on."""

    claims: list[Claim]
    done: list[Override] = field(default_factory=list)
    idle: list[tuple[Entry, str]] = field(default_factory=list)


def prepare(entries: Sequence[Entry], claims: Sequence[Claim], found: Where) -> Prepared:
    """Set, then fold, then leave out, so that a source that is left out takes with it what was set or folded to it."""
    made = Prepared(list(claims))
    for verb, act in (("note", _note), ("set", _set), ("fold", _fold), ("leave-out", _leave_out)):
        for entry in entries:
            if entry.verb == verb:
                act(entry, made, found)
    return made


def of(entry: Entry, found: Where) -> tuple[str, ...]:
    """The ids of the claims that an entry names, as far as they are found, each once."""
    return tuple(dict.fromkeys(found[ref].claim for ref in entry.claims if found[ref].claim))


def acted(entry: Entry, claims: Iterable[str], what: str, left: Iterable[str] = ()) -> Override:
    """What an entry did."""
    return Override(
        verb=entry.verb,
        file=entry.file,
        line=entry.line,
        claims=tuple(claims),
        what=what,
        why=entry.why,
        left=tuple(left),
    )


def _note(entry: Entry, made: Prepared, found: Where) -> None:
    if claims := of(entry, found):
        made.done.append(acted(entry, claims, "looked at"))


def _set(entry: Entry, made: Prepared, found: Where) -> None:
    wanted = set(of(entry, found))
    for index, claim in enumerate(made.claims):
        if claim.id in wanted:
            new = with_values(claim, entry.values)
            if new != claim:
                made.claims[index] = new
                made.done.append(acted(entry, [claim.id], "; ".join(_changes(claim, new))))


def _changes(old: Claim, new: Claim) -> Iterator[str]:
    """ "status forecast, read as observed", for each thing that differs."""
    if (old.as_of_start, old.as_of_end) != (new.as_of_start, new.as_of_end):
        yield f"as of {_days(new.as_of_start, new.as_of_end)}, read as {_days(old.as_of_start, old.as_of_end)}"
    if old.chain != new.chain:
        yield f"said by {' ← '.join(new.chain)}, read as {' ← '.join(old.chain) or 'nobody'}"
    if old.origin != new.origin and not (old.chain != new.chain and new.origin == new.chain[-1]):
        yield f"origin {new.origin}, read as {old.origin or 'none'}"
    for name in ("status", "measure", "place", "subject", "scope"):
        if getattr(old, name) != getattr(new, name):
            yield f"{name} {getattr(new, name) or 'none'}, read as {getattr(old, name) or 'none'}"


def placed(overrides: Iterable[Override]) -> frozenset[str]:
    """The ids of claims whose place was set."""
    sets = (one for one in overrides if one.verb == "set" and any(c.startswith("place ") for c in one.what.split("; ")))
    return frozenset(id_ for one in sets for id_ in one.claims)


def _days(first: dt.date | None, last: dt.date | None) -> str:
    if first == last:
        return str(first) if first else "an unknown day"
    return f"{first or '?'} to {last or '?'}"


def _fold(entry: Entry, made: Prepared, found: Where) -> None:  # noqa: ARG001  (as every act)
    also = {_key(name): name for name in entry.also}
    seen: dict[str, list[str]] = {}
    for index, claim in enumerate(made.claims):
        names = {also[_key(name)] for name in _names(claim, entry) if _key(name) in also and name != entry.name}
        if names:
            made.claims[index] = _renamed(claim, entry, also)
            for name in names:
                seen.setdefault(name, []).append(claim.id)
    for name in entry.also:
        if name in seen:
            what = (
                f"{entry.of} “{name}” read as “{entry.name}”" if entry.of != "speaker" else f"“{name}” is {entry.name}"
            )
            made.done.append(acted(entry, seen[name], what))
        else:
            made.idle.append((entry, f"no claim here has the {entry.of} {name!r}"))


def _names(claim: Claim, entry: Entry) -> Iterable[str]:
    if entry.of == "place":
        return [claim.place, *(part.strip() for part in claim.place.split(","))]
    if entry.of == "subject":
        return [claim.subject]
    return [*claim.chain, claim.origin, claim.said_by, claim.publisher]


def _renamed(claim: Claim, entry: Entry, also: Mapping[str, str]) -> Claim:
    def one(name: str) -> str:
        return entry.name if _key(name) in also else name

    if entry.of == "place":
        whole = one(claim.place)
        parts = [one(part.strip()) for part in claim.place.split(",")]
        return replace(claim, place=whole if whole != claim.place else ", ".join(parts))
    if entry.of == "subject":
        return replace(claim, subject=one(claim.subject))
    chain = tuple(dict.fromkeys(map(one, claim.chain)))
    publisher, origin = one(claim.publisher), one(claim.origin)
    basis = "outlet" if origin == publisher and len(chain) < 2 else claim.origin_basis
    return replace(
        claim, chain=chain, origin=origin, said_by=one(claim.said_by), publisher=publisher, origin_basis=basis
    )


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _leave_out(entry: Entry, made: Prepared, found: Where) -> None:
    named = set(of(entry, found))

    def goes(claim: Claim) -> bool:
        if entry.source:
            names = (*claim.chain, claim.origin, claim.said_by, claim.publisher)
            return any(_key(name) == _key(entry.source) for name in names)
        return fits(entry.doc, claim.doc, entry.folder) if entry.doc else claim.id in named

    gone = [claim for claim in made.claims if goes(claim)]
    if gone:
        ids = {claim.id for claim in gone}
        made.claims[:] = [claim for claim in made.claims if claim.id not in ids]
        texts = f"“{gone[0].text}”" if len(gone) == 1 else f"{len(gone):,} claims"
        of_what = f" of {entry.source}" if entry.source else f" of {entry.doc}" if entry.doc else ""
        made.done.append(acted(entry, [claim.id for claim in gone], f"{texts}{of_what} left out"))
    elif not entry.claims:
        made.idle.append((entry, f"no claim here is of {entry.source or entry.doc!r}"))
