"""A limit on how long one call may take."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 30.0
"""For one stage on one document. An article takes milliseconds; what takes this long is made to, or is no article."""


class Overrun(Exception):  # noqa: N818  (not an error of the program)
    """The call took longer than it may."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise `Overrun` in the body after so many seconds.

    It takes a POSIX timer and the main thread; elsewhere there is no limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _overrun)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _overrun(signum: int, frame: FrameType | None) -> None:  # noqa: ARG001
    raise Overrun
