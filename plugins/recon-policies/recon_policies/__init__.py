"""recon-policies: the rules of the houses that publish counts of the dead, the hurt and the displaced."""

from __future__ import annotations

from recon import Reconciler, hookimpl
from recon_policies.acled import Acled
from recon_policies.airwars import Airwars
from recon_policies.emdat import EmDat
from recon_policies.hierarchy import Hierarchy
from recon_policies.ucdp import Ucdp

__all__ = ["Acled", "Airwars", "EmDat", "Hierarchy", "Ucdp", "recon_reconcilers"]


@hookimpl
def recon_reconcilers() -> list[Reconciler]:
    """Declare `acled`, `airwars`, `em-dat`, `hierarchy` and `ucdp`."""
    return [Acled(), Airwars(), EmDat(), Hierarchy(), Ucdp()]
