"""What one printed number says, and what two side by side say together: plain values."""

from __future__ import annotations

from typing import Literal, NamedTuple

from recon.model import Bound

Join = Literal["", "range", "to", "and", "or", "list", "margin"]


class Reading(NamedTuple):
    """What one number with its unit says. `start` and `end` are offsets in the surface; values are in `unit`."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    step: float
    unit: str
    kind: str
    alternatives: tuple[str, ...] = ()
    bound: Bound = "exact"
    bare: bool = False
    """Neither currency, magnitude, unit nor hedge: it may be no quantity at all."""
    words: bool = False
    """Printed in words."""
    tight: bool = False
    """The unit is joined by a hyphen, as an adjective ("30-foot")."""
    million: bool = False
    """The unit is an "m" that may stand for a million."""
    plain: bool = False
    """A number with its unit, which no word around it makes anything else."""


class Surface(NamedTuple):
    """The readings of a surface: apart, and joined into one where they can be ("5 to 10 km", "5 ft 11 in")."""

    apart: tuple[Reading, ...]
    join: Join = ""
    joined: Reading | None = None


def no_quantity(kind: str) -> Reading:
    """A reading of what is no quantity."""
    return Reading(0, 0, None, None, None, 1.0, "", kind)
