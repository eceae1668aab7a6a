"""One writer at a time."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from recon.archive.layout import HIDDEN
from recon.errors import UsageError

LOCK = f"{HIDDEN}lock"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """While it lasts, which is to be short, others who ask for the same wait."""
    import fcntl  # noqa: PLC0415

    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """While it lasts, no other run writes to the folder.

    The system takes the lock back when the process ends, however it ends: a lock that is stale cannot be, whatever
    file lies there. Raises `UsageError` with the holder where there is one.
    """
    import fcntl  # noqa: PLC0415  (POSIX; who writes no dataset needs none)

    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(handle, 200, 0).decode("utf-8", "replace").strip() or "another process"
            problem = f"{folder}: {holder} is writing to it"
            raise UsageError(f"{problem}; wait until that is done, or name another folder") from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"process {os.getpid()} on {platform.node()}\n".encode(), 0)
        yield
    finally:
        os.close(handle)
