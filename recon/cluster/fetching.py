"""A source where a worker can read it: a file that its machine sees."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from recon.errors import ReconError
from recon.readers.paths import Source


@contextmanager
def at_hand(source: Source) -> Iterator[Source]:
    """The source with a path that can be opened here. ReconError where this machine has not even its folder."""
    if not source.path.parent.is_dir():
        problem = f"{source.name}: the worker on {platform.node()} does not see {source.path.parent}"
        raise ReconError(f"{problem}; name files that every machine of the cluster sees under that path")
    yield source


def sendable(source: Source) -> Source:
    """The source as it is found from any working directory."""
    return replace(source, path=source.path.absolute())
