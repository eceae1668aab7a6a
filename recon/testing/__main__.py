"""`python -m recon.testing MODULE:OBJECT PATH`: case files without pytest. Exit status 1 where a case does not hold."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from typing import Any

from recon.errors import ReconError, UsageError
from recon.machinery import described
from recon.model import UnitDefinition
from recon.testing.cases import cases
from recon.testing.running import run_cases


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the cases and write those that do not hold, then how many do."""
    parser = argparse.ArgumentParser(prog="python -m recon.testing", description="Run case files.")
    parser.add_argument("object", metavar="MODULE:OBJECT", help="an object, its class, or the hook that declares it")
    parser.add_argument("path", metavar="PATH", help="a case file, or a folder of them")
    given = parser.parse_args(arguments)
    try:
        failures = run_cases(_tested(given.object), given.path)
        count = len(cases(given.path))
    except ReconError as error:
        sys.stderr.write(f"recon.testing: {error}\n")
        return 2
    for failure in failures:
        sys.stdout.write(f"FAILED  {failure}\n")
    sys.stdout.write(f"{len(failures)} of {count} failed\n" if failures else f"{count} passed\n")
    return int(bool(failures))


def _tested(named: str) -> Any:
    """The object of that name; one is made of a class, and a hook is called."""
    module, _, name = named.partition(":")
    try:
        found = getattr(importlib.import_module(module), name)
        made = found() if isinstance(found, type) or callable(found) else found
    except Exception as error:
        raise UsageError(f"{named}: {described(error)}; name it as in recon_tides:Tides") from error
    declared = list(made) if isinstance(made, list | tuple) else [made]
    if not declared or not all(isinstance(one, UnitDefinition) for one in declared):
        if len(declared) != 1:
            raise UsageError(f"{named}: declares {len(declared)} objects; name the class of one of them")
        return declared[0]
    return declared


if __name__ == "__main__":
    sys.exit(main())
