"""Public sets of claims with a known truth, as material for a ranking.

A shared folder may hold `claims/NAME_claims.csv` (`object_id`, `source`, `time`, `value`, `low`, `high`) and
`claims/NAME_truth.csv` (`object_id`, `truth`). A source claims an object once at most. Only objects whose claims differ
are asked for; a reconciler may learn from all.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from recon import Claim, Series
from recon.ranking import Material, Sitting
from recon.testing import claim

KINDS = {"weather_temperature": ("temperature", "degree_Fahrenheit")}
"""What the numbers of a set are; people, where nothing is said."""
TITLES = {
    "population_daz45": "city populations, as Wikipedia's contributors set them (Pasternack and Roth 2010)",
    "weather_temperature": "temperatures of 30 US cities in °F, by 16 sites (Dong et al.)",
}
"""What a set is called where it is published."""


def claim_sets(folder: Path) -> list[Material]:
    """The sets of a shared folder, by name; none where it has none."""
    return [_material(path) for path in sorted((folder / "claims").glob("*_claims.csv"))]


def known_truth(material: Material, folder: Path) -> dict[str, float]:
    """The truth of every object of a set, of those too whose claims agree."""
    return _truths(folder / "claims" / f"{material.name}_truth.csv")


def _material(path: Path) -> Material:
    """Numbers above zero are compared by their logarithms, others and temperatures by their difference."""
    name = path.name.removesuffix("_claims.csv")
    series, truth = _series(path, name), _truths(path.with_name(f"{name}_truth.csv"))
    differ = [one.key for one in series if len({claim.value for claim in one.claims}) > 1]
    disputed = {key: truth[key] for key in differ if key in truth}
    above_zero = all(number > 0 for number in disputed.values()) and KINDS.get(name, ("count",))[0] != "temperature"
    sitting = Sitting(series=tuple(series), truth=disputed)
    return Material(name=name, sittings=(sitting,), scale="log" if above_zero else "difference")


def _series(path: Path, name: str) -> list[Series]:
    kind, unit = KINDS.get(name, ("count", ""))
    told: dict[str, list[Claim]] = defaultdict(list)
    # A claim knows the day alone; its place tells the hour.
    for row in sorted(_rows(path), key=lambda row: row["time"]):
        day = dt.date.fromisoformat(row["time"][:10]) if row["time"] else None
        value = float(row["value"])
        told[row["object_id"]].append(
            claim(
                value,
                kind=kind,
                unit=unit,
                step=1.0 if value.is_integer() else 0.1,
                published=day,
                doc=f"{row['object_id']} {row['source']}",
                chain=(row["source"],),
                low=float(row["low"]),
                high=float(row["high"]),
            )
        )
    return [
        Series(key=key, title=key, kind=claims[0].kind, unit=unit, claims=tuple(claims))
        for key, claims in sorted(told.items())
    ]


def _truths(path: Path) -> dict[str, float]:
    truth: dict[str, float] = {}
    for row in _rows(path):
        truth.setdefault(row["object_id"], float(row["truth"]))
    return truth


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
