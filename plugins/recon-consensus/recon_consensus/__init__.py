"""recon-consensus: one number across sources, one vote an origin."""

from __future__ import annotations

from recon import hookimpl
from recon_consensus.reconciler import Consensus

__all__ = ["Consensus", "recon_reconcilers"]


@hookimpl
def recon_reconcilers() -> list[Consensus]:
    """Declare the reconciler `consensus`."""
    return [Consensus()]
