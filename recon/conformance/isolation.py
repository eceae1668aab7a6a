"""No network and no other program, which would be a way to it: what a plugin may not ask for while it works."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

EVENTS = {
    "socket.connect": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.sendto": 1,
    "urllib.Request": 0,
    "subprocess.Popen": 0,
    "os.system": 0,
    "os.exec": 0,
    "os.posix_spawn": 0,
}
"""Audit events (PEP 578) of a program that turns to the network or to another, and the argument that says to which."""


class Watch:
    """Refuses both while it is on. An audit hook stays for the life of a process, so one does for all."""

    def __init__(self) -> None:
        self._installed = self._on = False
        self.asked: list[str] = []

    def _heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._on and event in EVENTS:
            self.asked.append(f"it turns to {arguments[EVENTS[event]]!r:.100} ({event})")
            raise PermissionError(f"a plugin may use no network and no other program ({event})")

    @contextmanager
    def on(self) -> Iterator[None]:
        """Refuse, and note in `asked`, whatever turns to one of them in the body."""
        if not self._installed:
            sys.addaudithook(self._heard)
            self._installed = True
        self.asked, self._on = [], True
        try:
            yield
        finally:
            self._on = False
