"""What an analyst decided, where it acted: beside the claims of a series, and for the whole run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recon.machinery import OF_OVERRIDES, STALE_OVERRIDE
from recon.model import Override, Reconciliation
from recon.reports.layout import WIDTH, counted, hung, printable
from recon.reports.relations_text import named

MOST = 3
"""Claims of another series that are named."""
TOLD = 5
"""Entries without effect that are told one by one."""
CODES = frozenset(rule.code for rule in OF_OVERRIDES)


def touching(overrides: Sequence[Override], ids: Mapping[str, str]) -> list[Override]:
    """Those that act on any of some claims, or took others away from beside them."""
    return [one for one in overrides if any(id_ in ids for id_ in (*one.claims, *one.left))]


def overrides_text(overrides: Sequence[Override], names: Mapping[str, str], width: int = WIDTH) -> Iterator[str]:
    """A line for each: what was done to which claims, and why; `names` are their numbers, or the places of others."""
    for one in overrides:
        own = [id_ for id_ in one.claims if names.get(id_, "").startswith("[")]
        more = f" and {len(one.claims) - MOST} more" if len(one.claims) > MOST and not own else ""
        shown = named(own or one.claims[:MOST], names) + more
        yield from hung(f"{one.verb:<12}  {printable(shown)}  {told(one)}", width, 14)


def told(one: Override) -> str:
    """ "moved here from “Dead in Varn”: both count the valley (recon.overrides.toml:7)"."""
    why = f": {one.why}" if one.why else ""
    return f"{one.what}{why} ({one.file}:{one.line})"


def closing_text(result: Reconciliation, width: int = WIDTH) -> Iterator[str]:
    """What of the overrides no series shows: claims left out, and entries that match nothing."""
    if result.overrides:
        entries = {(one.file, one.line) for one in result.overrides}
        act = "acts" if len(entries) == 1 else "act"
        yield f"{counted(len(entries), 'override')} {act}; a * stands beside what was decided by hand."
        for one in result.overrides:
            if one.verb == "leave-out":
                yield from hung(f"left out: {told(one).replace(' left out', '', 1)}", width, 2)
    stale = [one for one in result.findings if one.code == STALE_OVERRIDE.code and one.severity != "info"]
    for idle in stale[:TOLD]:
        yield from hung(f"{idle.doc}:{idle.line}: {idle.message}", width, 2)
    if len(stale) > TOLD:
        yield f"and {len(stale) - TOLD} more overrides that match nothing: --format json lists them"
