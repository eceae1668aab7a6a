"""The options on what an analyst decided."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

OverridesFile = Annotated[
    Path | None, typer.Option("--overrides", metavar="FILE", help="What an analyst decided goes before what is read.")
]
RevisionsFile = Annotated[
    Path | None,
    typer.Option("--revisions", metavar="FILE", help="Revisions that are known, and explain what is flagged."),
]
IgnoreOverrides = Annotated[bool, typer.Option("--ignore-overrides", help="Heed no overrides file.")]
