"""Numbers of one unit as numbers of another, in the lexicon that is in use.

What a conversion knows beside the lexicon of recon is dynamically scoped, as the precision of `decimal` is: the
engine works each batch `using` the lexicon of its plan, and a check that converts need not be handed one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import TYPE_CHECKING

from recon.units.lexicons import Lexicon, lexicon

if TYPE_CHECKING:
    from recon.units.algebra import Names

_IN_USE: ContextVar[Lexicon | None] = ContextVar("lexicon in use", default=None)


_Bridge = tuple[float, float, float]
"""How to get from one unit to another: times, over, plus."""


@contextmanager
def using(known: Lexicon) -> Iterator[None]:
    """Convert units of that lexicon in the body, in this thread or task."""
    before = _IN_USE.set(known)
    try:
        yield
    finally:
        _IN_USE.reset(before)


def convert(value: float, source: str, target: str) -> float:
    """`value` in the unit `source` as a number of `target`; ValueError where the two measure different things."""
    bridge = _bridge(_IN_USE.get() or lexicon(), source, target)
    if isinstance(bridge, str):
        raise ValueError(bridge)
    times, over, plus = bridge
    return value * times / over + plus


def compatible(one: str, other: str) -> bool:
    """Whether two unit expressions measure the same dimension; "" is the dimension of counts."""
    if one == other:
        return True
    if not one or not other:
        return False
    return not isinstance(_bridge(_IN_USE.get() or lexicon(), one, other), str)


def factor(source: str, target: str) -> float | None:
    """How many of `target` one of `source` is; None where they measure different things or have different zeros."""
    if source == target:
        return 1.0
    bridge = _bridge(_IN_USE.get() or lexicon(), source, target)
    if isinstance(bridge, str) or bridge[2]:
        return None
    times, over, _ = bridge
    return times / over


def is_defined(name: str) -> bool:
    """Whether a plugin or a project defined the unit of that name."""
    return name in _defined(_IN_USE.get() or lexicon())


@lru_cache(maxsize=16)
def _defined(known: Lexicon) -> frozenset[str]:
    return frozenset(one.name for one in known.definitions if one.kind)


@lru_cache(maxsize=4096)
def _bridge(known: Lexicon, source: str, target: str) -> _Bridge | str:
    """The way from one unit to another, or why there is none."""
    from recon.units.algebra import UnknownUnitError, scale  # noqa: PLC0415 - paid only by those who convert

    names = _names(known)
    try:
        one, other = scale(source, names), scale(target, names)
    except UnknownUnitError as problem:
        return str(problem)
    if one.dimension != other.dimension:
        return f"{source!r} cannot be converted to {target!r}: they measure different things"
    times = one.factor / other.factor
    plus = float((one.zero - other.zero) / other.factor)
    # Multiplied by 12 or divided by 12 a number keeps its last digit; multiplied by a twelfth it may not.
    return (float(times), 1.0, plus) if times >= 1 else (1.0, float(1 / times), plus)


@lru_cache(maxsize=16)
def _names(known: Lexicon) -> Names:
    from recon.units.algebra import names_of  # noqa: PLC0415 - as above

    return names_of(known.definitions)
