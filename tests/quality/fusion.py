"""How near one number across sources comes to a known truth: `python -m tests.quality.fusion [--shared DIR]`.

A shared folder may hold sets of claims, `claims/NAME_claims.csv` and `claims/NAME_truth.csv`; recon-consensus makes an
estimate of each object by each of its methods. Only objects whose claims differ count, as in the figures that the
folder's `claims/README.md` gives for other methods. The Gaussian truth model is set beside a published run as well.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import math
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from recon import Claim, Series
from recon.testing import claim
from tests.quality.product import ROOT, table

METHODS = ("auto", "vote", "median", "crh", "catd", "gtm")
KINDS = {"weather_temperature": ("temperature", "degree_Fahrenheit")}
"""What the numbers of a set are; people, where nothing is said."""
PUBLISHED = "2,438.35  8,771.48  0.3863  0.5668"
"""The run by daz45/population---truth-discovery (α = β = 1, variance 1, five rounds), whose first guesses were made of
claims that are not in the set; the set holds what its outlier filter left.
"""
RERUN = "population_daz45"


def fusion(folder: Path) -> Iterator[str]:
    """A table for each set: mean absolute error, root mean square, share off by more than 1 %, seconds."""
    if not find_spec("recon_consensus"):
        yield "one number across sources: recon-consensus is not installed"
        return
    for claims in sorted((folder / "claims").glob("*_claims.csv")):
        name = claims.name.removesuffix("_claims.csv")
        truth = _truths(claims.with_name(f"{name}_truth.csv"))
        series = _series(claims, name)
        disputed = [one.key for one in series if one.key in truth and len({c.value for c in one.claims}) > 1]
        rows = []
        for method in METHODS:
            started = time.perf_counter()
            made = _estimates(series, method)
            seconds = time.perf_counter() - started
            rows.append((method, f"{_line(made, truth, disputed)}  {seconds:.1f} s"))
            if (name, method) == (RERUN, "gtm"):
                rerun = _line(made, truth, sorted(truth), (0.01, 0.001))
        rows += [(f"{other} (as told)", line) for other, line in _others(claims.with_name("README.md"), name)]
        yield table(f"shared, {name}: {len(disputed)} disputed objects, MAE, RMSE, off by more than 1 %", rows)
        if name == RERUN:
            rows = [("gtm", rerun), ("published", PUBLISHED)]
            yield table(f"shared, {name}: all {len(truth)}, MAE, RMSE, off by more than 1 %, 0.1 %", rows)


def _series(path: Path, name: str) -> list[Series]:
    kind, unit = KINDS.get(name, ("count", ""))
    told: dict[str, list[Claim]] = defaultdict(list)
    for row in _rows(path):
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


def _estimates(series: Sequence[Series], method: str) -> dict[str, float]:
    """The newest estimate of each series, learnt from all of them."""
    from recon_consensus import Consensus  # noqa: PLC0415 - a distribution of its own, which may not be there

    fitted = Consensus(method=method).fit(series)
    made = {one.key: list(fitted.reconcile(one)) for one in series}
    return {key: estimates[-1].best for key, estimates in made.items() if estimates}


def _line(
    made: Mapping[str, float], truth: Mapping[str, float], objects: Sequence[str], shares: Sequence[float] = (0.01,)
) -> str:
    """An object without an estimate is off, and left out of the errors."""
    errors = {key: abs(made[key] - truth[key]) for key in objects if key in made}
    off = [
        sum(key not in errors or errors[key] > share * abs(truth[key]) for key in objects) / len(objects)
        for share in shares
    ]
    mean = math.fsum(errors.values()) / len(errors)
    square = math.sqrt(math.fsum(error * error for error in errors.values()) / len(errors))
    return "  ".join((f"{mean:,.2f}", f"{square:,.2f}", *(f"{share:.4f}" for share in off)))


def _others(path: Path, name: str) -> Iterator[tuple[str, str]]:
    """What a table in the folder says of other methods: `method`, then three columns a set, in the order of sets."""
    at = None
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        cells = [cell.strip().replace("*", "") for cell in line.strip("|").split("|")]
        if cells[0] == "method":
            heads = [cell.split(":")[0] for cell in cells]
            at = heads.index(name) if name in heads else None
        elif at is not None and len(cells) > at + 2 and not cells[0].startswith("-"):
            yield cells[0], "  ".join(cells[at : at + 3])
        elif len(cells) < 3:
            at = None


def _truths(path: Path) -> dict[str, float]:
    truth: dict[str, float] = {}
    for row in _rows(path):
        truth.setdefault(row["object_id"], float(row["truth"]))
    return truth


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    for lines in fusion(parser.parse_args().shared.resolve()):
        sys.stdout.write(f"{lines}\n")
