"""A run as the command line makes it: configured by the working directory, told on stderr, reading standard input."""

from __future__ import annotations

import sys
from collections.abc import Container
from pathlib import Path

from recon.cli.console import Console
from recon.running import run as running
from recon.running.configuration import load_config
from recon.running.run import Run


def start(only: Container[str] | None = None) -> Run:
    """Configuration of the working directory, plugins of the environment; of what they declare, `only` those kinds."""
    stdin = sys.stdin.buffer if sys.stdin is not None else None  # None where the shell has closed it
    return running.start(load_config(Path.cwd()), Console(), only=only, stdin=stdin)
