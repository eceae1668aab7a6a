"""How a dataset of `recon extract` is known: by its manifest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

NAME = "manifest.json"
KEYS = frozenset({"layout", "format", "complete", "configuration_hash", "made_with", "counts"})


def is_dataset(folder: Path) -> bool:
    """Whether a folder has a manifest of ours."""
    return (folder / NAME).is_file() and told_of(bytes_in(folder)) is not None


def bytes_in(folder: Path) -> bytes | None:
    """The manifest of a folder as it lies there; None where it cannot be read."""
    try:
        return (folder / NAME).read_bytes()
    except OSError:
        return None


def told_of(data: bytes | None) -> dict[str, Any] | None:
    """What a manifest says; None where it is none of ours."""
    try:
        told = json.loads(data or b"")
    except ValueError:
        return None
    return told if isinstance(told, dict) and told.keys() >= KEYS else None
