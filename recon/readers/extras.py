"""What a reader imports when it first reads, and the command that adds it where it is not there."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from recon.errors import MissingExtraError
from recon.readers.files import name_of


def imported(module: str, path: Path, *, what: str, extra: str) -> Any:
    """The module that reads `path`; raises `MissingExtraError`, which names the command that adds it."""
    try:
        return import_module(module)
    except ImportError as error:
        problem = f"reading {what} needs an extra"
        raise MissingExtraError(name_of(path), problem, f"pip install 'recon-figures[{extra}]'") from error
