"""The ranking as a table for people."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from recon.host import Owned
from recon.model import Reconciler
from recon.ranking.scores import Standing, ranked
from recon.ranking.streams import simulated
from recon.reports.layout import WIDTH, clipped, counted, hung, printable, table

SEEDS = (1, 2, 3, 4)
STREAMS = 20
"""How many simulated streams of each seed a reconciler is ranked on, for its author to see while waiting."""
HEADS = ("error", "×median", "±", "place", "off >1 %", "covered", "width", "Winkler", "answered", "s/1,000")
OWN, OTHER = "→ ", "  "
SHORT = {"×median": "×med", "off >1 %": ">1 %", "covered": "cover", "answered": "told", "s/1,000": "s/1k"}
"""Heads as a terminal of 80 columns has room for them."""
LONGEST = 18
"""Columns of a name; the longest of recon's own and its plugins' has 17."""


def ranking(
    reconcilers: Sequence[Owned[Reconciler]],
    own: Collection[str] = (),
    doing: Callable[[str], None] = lambda _: None,
) -> str:
    """Every reconciler of those and every baseline on simulated streams, for the author of the distributions `own`."""
    made = ranked(reconcilers, [simulated(seed, STREAMS) for seed in SEEDS], doing)
    title = f"{len(SEEDS)} × {STREAMS} streams"
    marked = sorted({one.distribution for one in made}.intersection(own))
    told = f"→ of {', '.join(marked)}; " if marked else ""
    notes = f"{told}in brackets: rules of thumb. Error and width are of logarithms, ± and place from seed"
    notes += " to seed; >1 % is how many were further off, told how many were answered; Winkler scores 80 % intervals,"
    notes += " less is better."
    lines = [*standings(title, made, own), "", *hung(notes, WIDTH, 0)]
    return "\n".join([*lines, *_failures(made)]) + "\n"


def standings(title: str, made: Sequence[Standing], own: Collection[str] = ()) -> list[str]:
    """The lines of a table of some standings; the column "place" where there is more than one material."""
    several = any(len(one.scores) > 1 for one in made)
    keep = [several or head != "place" for head in HEADS]
    mark = any(one.distribution in own for one in made)
    rows: list[tuple[str, ...]] = [(OTHER * mark + clipped(title, LONGEST), *(SHORT.get(head, head) for head in HEADS))]
    for one in made:
        name = clipped(printable(one.name), LONGEST)
        rows.append(((OWN if one.distribution in own else OTHER) * mark + name, *cells(one)))
    kept = [(name, *(cell for cell, stays in zip(row, keep, strict=True) if stays)) for name, *row in rows]
    return table(kept, "l" + "r" * sum(keep), " " if several else "  ")


def cells(one: Standing) -> tuple[str, ...]:
    """What stands beside a name, under `HEADS`; "" for what there is none of."""
    best, worst = min(one.places), max(one.places)
    relative, spoke = one.mean("relative"), one.mean("answered")
    return (
        _number(one.mean("error"), 3),
        _number(relative, 2),
        _number(one.spread, 2),
        "" if relative is None else f"{best}" if best == worst else f"{best}–{worst}",
        _number(one.mean("off") if spoke else None, 3),
        _number(one.mean("coverage"), 2),
        _number(one.mean("width"), 2),
        _number(one.mean("interval_score"), 2),
        _number(one.mean("answered"), 2),
        _number(one.mean("seconds"), 1),
    )


def _number(value: float | None, digits: int) -> str:
    return "" if value is None else f"{value:,.{digits}f}"


def _failures(made: Sequence[Standing]) -> Iterator[str]:
    """What went wrong, the first of each reconciler's findings."""
    for one in made:
        if one.findings:
            first, more = one.findings[0], len(one.findings) - 1
            others = f" ({counted(more, 'finding')} more)" if more else ""
            yield from hung(f"{first.code} {first.message}{others}", WIDTH, 6)
