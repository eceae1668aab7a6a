"""What the report asks of the stages: why each claim is where it is, and the chart of each series."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recon.engine import explained
from recon.model import Explained, Reconciliation, Series


def explanations(series: Sequence[Series], made: Reconciliation) -> Mapping[str, Explained]:
    """Why each claim of some series is in it, by claim id."""
    told: dict[str, Explained] = {}
    for one in series:
        told |= explained(one, made)
    return told
