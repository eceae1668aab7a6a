"""The same in every process: Python orders sets anew in each, and an output must not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable

SEEDS = ("1", "2")


def unlike(distributions: Iterable[str]) -> set[str]:
    """The objects and trials, as "reconciler middle: …", whose outputs two processes do not agree on."""
    command = (sys.executable, "-m", "recon.conformance", *distributions)
    told = []
    for seed in SEEDS:
        done = subprocess.run(  # noqa: S603  (this interpreter, this package)
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=False
        )
        told.append(json.loads(done.stdout) if done.returncode == 0 else {})
    first, second = told
    return {name for name in first if first[name] != second.get(name)}
