"""The units of a lexicon for whoever computes with pint (https://pint.readthedocs.io); recon itself does not."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from recon.units import datafile
from recon.units.lexicons import Lexicon, lexicon

if TYPE_CHECKING:
    import pint

    from recon.units.algebra import Scale


def registry(known: Lexicon | None = None) -> pint.UnitRegistry[Any]:
    """A pint registry of the units of a lexicon, recon's own for none; every currency is a dimension of its own.

    It reads every expression that recon's tables have in their column `unit`.
    """
    return _registry(known or lexicon())


@cache
def _registry(known: Lexicon) -> pint.UnitRegistry[Any]:
    import pint  # noqa: PLC0415 - paid only by those who ask for it

    from recon.units.algebra import PREFIXES, names_of  # noqa: PLC0415

    units: pint.UnitRegistry[Any] = pint.UnitRegistry(None)
    names = names_of(known.definitions)
    listed = [*datafile.made(), *sorted(datafile.currencies()), *(one.name for one in known.definitions)]
    scales = {name: found for name in dict.fromkeys(listed) if (found := names(name)) and name.isidentifier()}
    bases = {found.dimension[0][0]: name for name, found in scales.items() if _is_base(found)}
    lines = ["@defaults", "    group = international", "    system = mks", "@end"]
    lines += [f"{prefix}- = 1e{power}" for prefix, power in PREFIXES.items()]
    for name, found in scales.items():
        lines.append(f"{name} = {_defined(name, found, bases)}")
    units.load_definitions(lines)
    return units


def _is_base(found: Scale) -> bool:
    return found.factor == 1 and not found.zero and [power for _, power in found.dimension] == [1]


def _defined(name: str, found: Scale, bases: dict[str, str]) -> str:
    """The unit in pint's language."""
    if name in bases.values():
        [(dimension, _)] = found.dimension
        return f"[{dimension}]" + ("; offset: 0" if dimension == "temperature" else "")
    product = " * ".join([repr(float(found.factor)), *(f"{bases[base]} ** {power}" for base, power in found.dimension)])
    return f"{product}; offset: {float(found.zero)!r}" if found.zero else product
