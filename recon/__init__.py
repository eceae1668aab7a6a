"""recon: reconcile the numbers in the news.

The names below are what a plugin or a program may rely on; everything else may move.
"""

from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from recon.api import load_ipython_extension, read, read_documents, read_text, show

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
    "load_ipython_extension",
    "read",
    "read_documents",
    "read_text",
    "show",
]

_FROM_API = frozenset({"load_ipython_extension", "read", "read_documents", "read_text", "show"})
"""What a program calls; it stands on all of recon, which a plugin's import should not wait for."""


def __getattr__(name: str) -> Any:
    """Those of `recon.api`, once somebody asks (PEP 562)."""
    if name not in _FROM_API:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from recon import api  # noqa: PLC0415

    return getattr(api, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
