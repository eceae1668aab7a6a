"""recon: reconcile the numbers in the news.

The names below are what a plugin or a program may rely on; everything else may move.
"""

from recon.errors import ReadError, ReconError, UsageError
from recon.hooks import hookimpl
from recon.model import (
    NO_QUANTITY,
    Check,
    Claim,
    Columns,
    Document,
    Estimate,
    Extractor,
    Figure,
    Finding,
    Fix,
    Reader,
    Reconciler,
    Relation,
    Series,
    SetAside,
    Suppression,
    UnitDefinition,
)

__version__ = "0.1.0"

__all__ = [
    "NO_QUANTITY",
    "Check",
    "Claim",
    "Columns",
    "Document",
    "Estimate",
    "Extractor",
    "Figure",
    "Finding",
    "Fix",
    "ReadError",
    "Reader",
    "ReconError",
    "Reconciler",
    "Relation",
    "Series",
    "SetAside",
    "Suppression",
    "UnitDefinition",
    "UsageError",
    "__version__",
    "hookimpl",
]
