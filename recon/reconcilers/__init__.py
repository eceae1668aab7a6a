"""The reconcilers that need no model: series in, estimates out."""

from recon.model import Reconciler
from recon.reconcilers.latest import Latest
from recon.reconcilers.range import Range

BUILTIN: tuple[Reconciler, ...] = (Latest(), Range())

__all__ = ["BUILTIN", "Latest", "Range"]
