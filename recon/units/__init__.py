"""The unit lexicon, and what units are to each other: kinds, dimensions, conversion.

The lexicon is the data file `units.toml`, extended by plugins and by the configuration of a project. Everything else
follows from it, pint's registry (`registry`) included.
"""

from recon.units.conversion import compatible, convert, factor, is_defined, using
from recon.units.forms import POWERS, Unit
from recon.units.lexicons import Extension, Lexicon, currency_codes, lexicon
from recon.units.pint_registry import registry

__all__ = [
    "POWERS",
    "Extension",
    "Lexicon",
    "Unit",
    "compatible",
    "convert",
    "currency_codes",
    "factor",
    "is_defined",
    "lexicon",
    "registry",
    "using",
]
