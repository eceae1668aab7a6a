"""Two saved reconciliations: per series the claims that are new, gone or changed, and the estimates that moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from recon.comparing.names import paired_names
from recon.comparing.numbers import Change, paired
from recon.model import Claim

READINGS = ("as_of_start", "as_of_end", "status", "origin", "measure")
"""Besides its number, what of a claim a reader would want to be told when it changes."""


class Run(Protocol):
    """A series as a run saved it."""

    @property
    def key(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def claims(self) -> tuple[Claim, ...]: ...

    @property
    def estimates(self) -> Mapping[str, Mapping[str, Any]]: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Revised:
    """A claim then and now, and in what the two differ."""

    old: Claim
    new: Claim
    differs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SeriesChange:
    """A series that is not as it was. `was` are the keys of those its claims were in, `now` of those they are in:
    several of the former were merged, several of the latter are what it was split into."""

    key: str
    title: str
    was: tuple[str, ...]
    now: tuple[str, ...]
    added: tuple[Claim, ...] = ()
    gone: tuple[Claim, ...] = ()
    revised: tuple[Revised, ...] = ()
    estimates: tuple[tuple[str, Mapping[str, Any] | None, Mapping[str, Any] | None], ...] = ()
    """By reconciler, its last estimate then and now."""


def series_changes(old: Sequence[Run], new: Sequence[Run]) -> Iterator[SeriesChange]:
    """What changed, by the series of the new run in their order, then those of the old that are no more."""
    matched = _matched([c for one in old for c in one.claims], [c for one in new for c in one.claims])
    earlier = {pair[1].id: pair[0] for pair in matched}
    lasting = {pair[0].id for pair in matched}
    was, into = _moves(old, new, earlier)
    by_key = {one.key: one for one in old}
    for one in new:
        then = by_key[was[one.key].most_common(1)[0][0]] if one.key in was else None
        heir = then is not None and into[then.key].most_common(1)[0][0] == one.key
        change = SeriesChange(
            key=one.key,
            title=one.title,
            was=tuple(was.get(one.key, ())),
            now=tuple(dict.fromkeys(key for source in was.get(one.key, ()) for key in into[source])),
            added=tuple(claim for claim in one.claims if claim.id not in earlier),
            gone=tuple(claim for claim in then.claims if claim.id not in lasting) if then is not None and heir else (),
            revised=tuple(
                told
                for claim in one.claims
                if claim.id in earlier and (told := _revised(earlier[claim.id], claim)).differs
            ),
            estimates=_estimates(then.estimates if then is not None and heir else {}, one.estimates),
        )
        if _tells(change):
            yield change
    for one in old:
        if one.key not in into:
            yield SeriesChange(key=one.key, title=one.title, was=(one.key,), now=(), gone=one.claims)


def _moves(
    old: Sequence[Run], new: Sequence[Run], earlier: Mapping[str, Claim]
) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
    """Of each new series how many claims it has of which old one, and the other way round."""
    before = {claim.id: one.key for one in old for claim in one.claims}
    was: defaultdict[str, Counter[str]] = defaultdict(Counter)
    into: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in new:
        for claim in one.claims:
            if claim.id in earlier:
                source = before[earlier[claim.id].id]
                was[one.key][source] += 1
                into[source][one.key] += 1
    return dict(was), dict(into)


def _matched(old: Sequence[Claim], new: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """The claims that are one and the same, document by document; an id with its text is the same, whatever moved."""
    known = {(claim.id, claim.text): claim for claim in new}
    pairs = [(claim, known[claim.id, claim.text]) for claim in old if (claim.id, claim.text) in known]
    taken = {claim.id for claim, _ in pairs}, {claim.id for _, claim in pairs}
    rest: tuple[defaultdict[str, list[Claim]], ...] = (defaultdict(list), defaultdict(list))
    for side, claims in enumerate((old, new)):
        for claim in sorted(claims, key=lambda claim: (claim.doc, claim.part == "body", claim.start)):
            if claim.id not in taken[side]:
                rest[side][claim.doc].append(claim)
    docs = [list(dict.fromkeys(claim.doc for claim in claims)) for claims in (old, new)]
    for one, other in paired_names(docs[0], docs[1]):
        pairs += paired(rest[0].get(one, ()), rest[1].get(other, ()))[0]
    return pairs


def _revised(old: Claim, new: Claim) -> Revised:
    numbers = Change(old, new).differs
    readings = tuple(name for name in READINGS if getattr(old, name) != getattr(new, name))
    return Revised(old=old, new=new, differs=(*numbers, *readings))


def _estimates(
    old: Mapping[str, Mapping[str, Any]], new: Mapping[str, Mapping[str, Any]]
) -> tuple[tuple[str, Mapping[str, Any] | None, Mapping[str, Any] | None], ...]:
    names = dict.fromkeys([*new, *old])
    return tuple((by, old.get(by), new.get(by)) for by in names if _numbers(old.get(by)) != _numbers(new.get(by)))


def _numbers(estimate: Mapping[str, Any] | None) -> tuple[Any, ...] | None:
    """What of an estimate can move; a run of an earlier version may say less than that."""
    return None if estimate is None else tuple(estimate[name] for name in ("at", "low", "best", "high"))


def _tells(change: SeriesChange) -> bool:
    apart = len(change.was) > 1 or len(change.now) > 1
    return apart or bool(change.added or change.gone or change.revised or change.estimates)
