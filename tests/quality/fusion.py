"""How near one number across sources comes to a known truth: `python -m tests.quality.fusion [--shared DIR]`.

On the public sets of claims that a shared folder may hold (`claim_sets.py`), recon-consensus makes an estimate of each
object by each of its methods. Only objects whose claims differ count, as in the figures that the folder's
`claims/README.md` gives for other methods. The Gaussian truth model is set beside a published run as well.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from recon.host import Owned, Owner
from recon.model import Reconciler
from recon.ranking import Answers, Material, answered
from tests.quality.claim_sets import claim_sets, known_truth
from tests.quality.product import ROOT, table

METHODS = ("auto", "vote", "median", "crh", "catd", "gtm")
PUBLISHED = "2,438.35  8,771.48  0.3863  0.5668"
"""The run by daz45/population---truth-discovery (α = β = 1, variance 1, five rounds), whose first guesses were made of
claims that are not in the set; the set holds what its outlier filter left.
"""
RERUN = "population_daz45"


def fusion(
    folder: Path, sets: Sequence[Material] | None = None, auto: Mapping[str, Answers] | None = None
) -> Iterator[str]:
    """A table for each set: mean absolute error, root mean square, share off by more than 1 %, seconds.

    `auto` are the answers of recon-consensus as it is, by set, where somebody has asked for them already.
    """
    if not find_spec("recon_consensus"):
        yield "one number across sources: recon-consensus is not installed"
        return
    for material in claim_sets(folder) if sets is None else sets:
        [sitting] = material.sittings
        truth, disputed = known_truth(material, folder), sorted(sitting.truth)
        # The published run is judged on every object whose truth is known, the undisputed ones too.
        whole = {one.key: truth[one.key] for one in sitting.series if one.key in truth}
        every = replace(material, sittings=(replace(sitting, truth=whole),))
        rows = []
        for method in METHODS:
            known = (auto or {}).get(material.name) if method == "auto" else None
            given = known or answered(_consensus(method), every)
            made = _best(given, material if known else every)
            rows.append((method, f"{_line(made, truth, disputed)}  {given.seconds:.1f} s"))
            if (material.name, method) == (RERUN, "gtm"):
                rerun = _line(made, truth, sorted(truth), (0.01, 0.001))
        rows += [
            (f"{other} (as told)", line) for other, line in _others(folder / "claims" / "README.md", material.name)
        ]
        yield table(f"shared, {material.name}: {len(disputed)} disputed objects, MAE, RMSE, off by more than 1 %", rows)
        if material.name == RERUN:
            rows = [("gtm", rerun), ("published", PUBLISHED)]
            yield table(f"shared, {material.name}: all {len(truth)}, MAE, RMSE, off by more than 1 %, 0.1 %", rows)


def _consensus(method: str) -> Owned[Reconciler]:
    from recon_consensus import Consensus  # noqa: PLC0415 - a distribution of its own, which may not be there

    owner = Owner(distribution="recon-consensus")
    return Owned(owner=owner, kind="reconciler", key=f"consensus, {method}", object=Consensus(method=method))


def _best(given: Answers, material: Material) -> dict[str, float]:
    """The best of each object that was answered."""
    return {key: one[0] for (key, _), one in zip(material.asked, given.answers, strict=True) if one is not None}


def _line(
    made: Mapping[str, float], truth: Mapping[str, float], objects: Sequence[str], shares: Sequence[float] = (0.01,)
) -> str:
    """An object without an estimate is off, and left out of the errors."""
    errors = {key: abs(made[key] - truth[key]) for key in objects if key in made}
    if not errors:
        return "no estimates"
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


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    for lines in fusion(parser.parse_args().shared.resolve()):
        sys.stdout.write(f"{lines}\n")
