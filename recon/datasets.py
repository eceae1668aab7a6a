"""How a dataset of `recon extract` is known: by its manifest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

NAME = "manifest.json"
KEYS = frozenset({"layout", "format", "complete", "configuration_hash", "made_with", "counts"})


def is_dataset(folder: Path) -> bool:
    """Whether a folder has a manifest of ours."""
    return (folder / NAME).is_file() and told_in(folder) is not None


def told_in(folder: Path) -> dict[str, Any] | None:
    """What the manifest in a folder says; None where there is none of ours."""
    try:
        return told_from((folder / NAME).read_bytes())
    except OSError:
        return None


def told_from(data: bytes | None) -> dict[str, Any] | None:
    """What the bytes of a manifest say; None where they are of none of ours."""
    try:
        told = json.loads(data or b"")
    except ValueError:
        return None
    return told if isinstance(told, dict) and told.keys() >= KEYS else None
