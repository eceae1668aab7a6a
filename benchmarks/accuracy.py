"""Whether the quantities found are those that were printed, so that a fast wrong answer shows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.gold import NO_QUANTITY, Quantity
from benchmarks.unitnames import same_unit


@dataclass(slots=True)
class Tally:
    """Counts over articles. `spans`: match only what overlaps, else by the numbers alone; `bounds`: judge them too."""

    spans: bool = True
    bounds: bool = False
    printed: int = 0
    said: int = 0
    valued: int = 0
    united: int = 0
    bounded: int = 0
    distracted: int = 0
    distractors: int = 0

    def add(self, gold: Sequence[Quantity], found: Sequence[Quantity]) -> None:
        """One article. Of what is no quantity, all that was taken for one counts as false, and is told apart."""
        left = [one for one in found if one.kind not in NO_QUANTITY]
        self.said += len(left)
        for wanted in gold:
            if wanted.kind in NO_QUANTITY:
                continue
            self.printed += 1
            match = self._match(wanted, left)
            if match is None:
                continue
            left.remove(match)
            self.valued += 1
            self.united += same_unit(wanted.unit, match.unit)
            self.bounded += same_unit(wanted.unit, match.unit) and wanted.bound == match.bound
        others = [one for one in gold if one.kind in NO_QUANTITY]
        self.distractors += len(others)
        self.distracted += sum(any(_overlap(other, one) for one in left) for other in others) if self.spans else 0

    def result(self) -> dict[str, float | None]:
        """Shares: found with the value, and unit, and bound; right of what is said; what is no quantity, yet taken."""
        return {
            "recall": self.valued / max(1, self.printed),
            "with_unit": self.united / max(1, self.printed),
            "with_bound": self.bounded / max(1, self.printed) if self.bounds else None,
            "precision": self.valued / max(1, self.said),
            "distracted": self.distracted / max(1, self.distractors) if self.spans else None,
        }

    def _match(self, wanted: Quantity, found: Sequence[Quantity]) -> Quantity | None:
        """Among those with the same numbers, one with the unit and the bound first."""
        same = [one for one in found if (not self.spans or _overlap(wanted, one)) and _same_numbers(wanted, one)]
        return max(same, key=lambda one: (same_unit(wanted.unit, one.unit), wanted.bound == one.bound), default=None)


def _overlap(one: Quantity, other: Quantity) -> bool:
    return one.start < other.end and other.start < one.end


def _same_numbers(wanted: Quantity, one: Quantity) -> bool:
    """Equal values; for a range both ends; for "thousands" its lower end."""
    if wanted.value is not None:
        return one.value is not None and math.isclose(wanted.value, one.value, rel_tol=1e-6)
    if wanted.bound == "indefinite":
        return wanted.low in (one.low, one.value)
    return (wanted.low, wanted.high) == (one.low, one.high)
