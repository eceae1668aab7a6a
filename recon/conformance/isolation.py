"""No network: what a plugin may not ask for while it works."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

EVENTS = frozenset(("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"))
"""Audit events (PEP 578) of a program that turns to the network."""


class Watch:
    """Refuses the network while it is on. An audit hook stays for the life of a process, so one does for all."""

    def __init__(self) -> None:
        self._installed = self._on = False
        self.asked: list[str] = []

    def _heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._on and event in EVENTS:
            self.asked.append(f"{event}{arguments[-2:]}"[:120])
            raise PermissionError(f"a plugin may not use the network ({event})")

    @contextmanager
    def on(self) -> Iterator[None]:
        """Refuse, and note in `asked`, whatever turns to the network in the body."""
        if not self._installed:
            sys.addaudithook(self._heard)
            self._installed = True
        self.asked, self._on = [], True
        try:
            yield
        finally:
            self._on = False
