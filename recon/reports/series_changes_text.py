"""What moved between two reconciliations, series by series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from recon.model import Claim
from recon.reports.estimates import spelled
from recon.reports.layout import Paint, counted, hung, printable
from recon.reports.numbers import as_of, chain, quantity

WIDTH = 80
MOST = 12
"""New claims of a series that are shown; the rest are counted."""


class Revision(Protocol):
    """A claim then and now, and in what the two differ."""

    @property
    def old(self) -> Claim: ...

    @property
    def new(self) -> Claim: ...

    @property
    def differs(self) -> Sequence[str]: ...


Estimate = Mapping[str, Any]


class Changed(Protocol):
    """A series that is not as it was."""

    @property
    def key(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def was(self) -> Sequence[str]: ...

    @property
    def now(self) -> Sequence[str]: ...

    @property
    def added(self) -> Sequence[Claim]: ...

    @property
    def gone(self) -> Sequence[Claim]: ...

    @property
    def revised(self) -> Sequence[Revision]: ...

    @property
    def estimates(self) -> Sequence[tuple[str, Estimate | None, Estimate | None]]: ...


def series_changes_text(changes: Iterable[Changed], paint: Paint) -> Iterator[str]:
    """Each series that moved: its estimates, then its claims, then a tally."""
    series = added = gone = revised = 0
    for one in changes:
        series += 1
        added, gone, revised = added + len(one.added), gone + len(one.gone), revised + len(one.revised)
        yield paint("strong", _heading(one)) + "\n" + paint("faint", f"  {printable(one.key)}") + "\n"
        for line in _lines(one):
            style = {"+": "added", "-": "removed"}.get(line[2:3], "")
            for part in hung(line, WIDTH, 6):
                yield (paint(style, part) if style else part) + "\n"
        yield "\n"
    if not series:
        yield "Nothing moved.\n"
        return
    told = [f"{number:,} {word}" for number, word in ((added, "new"), (revised, "changed"), (gone, "gone")) if number]
    yield f"{counted(series, 'series')} moved; claims: {', '.join(told) or 'the same'}.\n"


def _heading(one: Changed) -> str:
    state = " (new)" if not one.was else " (gone)" if not one.now and one.gone else ""
    return printable(one.title) + state


def _lines(one: Changed) -> Iterator[str]:
    if len(one.was) > 1:
        yield f"  merged from {', '.join(map(printable, one.was))}"
    if len(one.now) > 1:
        yield f"  split into {', '.join(map(printable, one.now))}"
    for by, old, new in one.estimates:
        yield f"  {by}: {_estimate(old)} → {_estimate(new)}"
    for revision in one.revised:
        yield f"  ~ {_revision(revision)}"
    yield from _claims("-", one.gone)
    yield from _claims("+", one.added)


def _claims(mark: str, claims: Sequence[Claim]) -> Iterator[str]:
    for claim in claims[:MOST]:
        yield f"  {mark} {quantity(claim)}, {as_of(claim)}, {chain(claim)}  {printable(claim.id)}"
    if len(claims) > MOST:
        yield f"  {mark} and {counted(len(claims) - MOST, 'claim')} more: --format json"


def _estimate(one: Estimate | None) -> str:
    if one is None:
        return "none"
    at = f" at {printable(one['at'])}" if one["at"] else ""
    return spelled(one["low"], one["best"], one["high"], one.get("modelled", ())) + at


def _revision(one: Revision) -> str:
    """In what a claim differs: its number then and now, and each reading that is another."""
    told = [f"{quantity(one.old)} → {quantity(one.new)}" if _moved(one) else quantity(one.new)]
    if "as_of_start" in one.differs or "as_of_end" in one.differs:
        told.append(f"as of {as_of(one.old)} → {as_of(one.new)}")
    for name in ("status", "measure", "origin"):
        if name in one.differs:
            before, after = getattr(one.old, name), getattr(one.new, name)
            told.append(f"{name} {printable(before) or 'none'} → {printable(after) or 'none'}")
    return f"{', '.join(told)}  {printable(one.new.id)}"


def _moved(one: Revision) -> bool:
    return not {"number", "bound", "unit"}.isdisjoint(one.differs)
