"""recon-rising: follow a total that mostly grows."""

from __future__ import annotations

from recon import hookimpl
from recon_rising.reconciler import Rising

__all__ = ["Rising", "recon_reconcilers"]


@hookimpl
def recon_reconcilers() -> list[Rising]:
    """Declare the reconciler `rising`."""
    return [Rising()]
