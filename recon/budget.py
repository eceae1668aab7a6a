"""A limit on how long one call may take."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 30.0
"""For one stage on one document. An article takes milliseconds; what takes this long is made to, or is no article."""
AGAIN = 1.0
"""How long after an overrun the call is stopped once more, where it went on all the same."""
SOON = 0.001
PATIENCE = 5.0
"""After this long it is told what is under way, so that nobody waits for they know not what."""


class Overrun(BaseException):
    """The call took longer than it may. No `except Exception` of the call's own holds it up."""


@contextmanager
def limited(seconds: float, tell: Callable[[float], None] | None = None) -> Iterator[None]:
    """Raise `Overrun` in the body after so many seconds; `tell` is called once, `PATIENCE` seconds in.

    It takes a POSIX timer and the main thread; elsewhere there is no limit. The clock of one goes on while there is
    another within it, and rings behind that one.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    waits = tell is not None and seconds > PATIENCE

    def ring(signum: int, frame: FrameType | None) -> None:  # noqa: ARG001
        nonlocal waits
        if not waits or tell is None:
            raise Overrun
        waits = False
        signal.setitimer(signal.ITIMER_REAL, seconds - PATIENCE, AGAIN)
        tell(PATIENCE)

    before = signal.signal(signal.SIGALRM, ring)
    begun = time.monotonic()
    left, again = signal.setitimer(signal.ITIMER_REAL, PATIENCE if waits else seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if left:
            signal.setitimer(signal.ITIMER_REAL, max(left - (time.monotonic() - begun), SOON), again)
