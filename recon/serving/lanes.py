"""A process of its own for work on hostile text: it can be stopped, whatever it is at."""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Event
from typing import Generic, TypeVar

from recon.errors import ReconError, UsageError
from recon.machinery import described

G = TypeVar("G")
R = TypeVar("R")

BLINK = 0.05
"""Seconds after which it is asked again whether anybody still waits."""


class UnavailableError(ReconError):
    """There is no answer: the work took longer than it may, too much was asked at once, or nobody waits any more."""


class CrashError(ReconError):
    """The work raised, or its process died. The text says how."""


class Lane(Generic[G, R]):
    """One process that calls one function with one thing after another, and is replaced when it has to be stopped.

    A thread cannot be stopped, and a timer in the process itself rings only between two steps of Python. The process is
    spawned, so the function, what it is given and what it returns must pickle. One caller at a time.
    """

    def __init__(self, function: Callable[[G], R], seconds: float) -> None:
        self._function, self._seconds = function, seconds
        self._running: tuple[BaseProcess, Connection] | None = None
        try:
            pickle.dumps(function)
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            raise UsageError(f"a plugin cannot be sent to another process ({error}); uninstall it") from error

    def start(self) -> None:
        """Start the process, unless it runs."""
        if self._running is not None and self._running[0].is_alive():
            return
        self.stop()
        spawn = multiprocessing.get_context("spawn")
        ours, theirs = spawn.Pipe()
        process = spawn.Process(target=_serve, args=(theirs, self._function), daemon=True)
        process.start()
        theirs.close()
        self._running = process, ours

    def ask(self, given: G, gone: Event | None = None) -> R:
        """What the function returns; raises `UnavailableError` after the seconds or once `gone`, and `CrashError`."""
        self.start()
        assert self._running is not None  # noqa: S101  (it has just been started)
        _, connection = self._running
        deadline = time.monotonic() + self._seconds
        try:
            connection.send(given)
            while not connection.poll(BLINK):
                if gone is not None and gone.is_set():
                    raise UnavailableError("nobody waits for it any more")
                if time.monotonic() > deadline:
                    raise UnavailableError(f"it took over {self._seconds:g} seconds and was stopped; try less text")
            told: tuple[bool, R | str] = connection.recv()
        except UnavailableError:
            self.stop()
            raise
        except (EOFError, OSError) as error:
            self.stop()
            raise CrashError(
                "the process at work on it was killed, perhaps for want of memory; try less text"
            ) from error
        done, result = told
        if not done:
            raise CrashError(str(result))
        return result  # type: ignore[return-value]

    def stop(self) -> None:
        """End the process at once."""
        if self._running is None:
            return
        process, connection = self._running
        self._running = None
        process.kill()
        process.join()
        connection.close()


def _serve(connection: Connection, function: Callable[[G], R]) -> None:
    """Answer until the other side closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of a terminal; the first one ends us
    while True:
        try:
            given = connection.recv()
        except EOFError:
            return
        try:
            answer: tuple[bool, R | str] = True, function(given)
        except Exception as error:  # whatever it is, there is somebody to tell
            answer = False, described(error)
        connection.send(answer)
