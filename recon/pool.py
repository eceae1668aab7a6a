"""One object for equal values: a million claims have few outlets, nouns, units and days between them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, fields
from typing import Any

from recon.model import Claim

POOLED = tuple(one.name for one in fields(Claim) if one.name != "id")


@dataclass(frozen=True, slots=True)
class Pool:
    """The values that have come up, by type: 1 and 1.0 are equal and not the same."""

    known: dict[type, dict[Any, Any]] = field(
        default_factory=lambda: {kind: {} for kind in (str, int, float, dt.date, tuple)}
    )

    def claim(self, claim: Claim) -> Claim:
        """The claim, made of values that others have too."""
        return Claim(id=claim.id, **{name: self._one(getattr(claim, name)) for name in POOLED})

    def _one(self, value: Any) -> Any:
        held = self.known.get(type(value))
        if held is None or not value:  # -0.0 and 0.0 are equal, too
            return value
        if value not in held:
            held[value] = tuple(map(self._one, value)) if isinstance(value, tuple) else value
        return held[value]
