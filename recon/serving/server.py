"""The server: an address of this machine, one line that tells it, and an end at Ctrl-C."""

from __future__ import annotations

import contextlib
import errno
import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass

import uvicorn

from recon.errors import UsageError
from recon.serving.app import app_of
from recon.serving.desk import Desk
from recon.serving.guard import door_of, is_loopback

CONNECTIONS = 64
"""Connections at a time; a browser opens six."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
    """Where the server is: a bound socket, and the URL under which people reach it."""

    socket: socket.socket
    url: str
    token: str


def bound(host: str, port: int) -> Address:
    """The address, taken, with a token where other machines reach it; raises `UsageError`."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (socket.gaierror, UnicodeError):
        raise UsageError(f"this machine has no address {host!r}; leave out --host for this machine alone") from None
    one = socket.socket(family, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows, where the other option lets two take one port
            one.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        one.bind(address)
        one.listen()
    except OSError as error:
        one.close()
        raise UsageError(_problem(host, port, error)) from None
    token = "" if is_loopback(str(address[0])) else secrets.token_urlsafe(32)
    return Address(socket=one, url=_url(host, one.getsockname()[1], token), token=token)


def serve(desk: Desk, host: str, address: Address, ready: Callable[[], None]) -> None:
    """Serve until interrupted; `ready` is called once requests are taken."""
    app = app_of(desk, door_of(host, address.token))
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            access_log=False,
            log_config=None,
            log_level="critical",
            server_header=False,
            proxy_headers=False,
            lifespan="on",
            ws="none",
            http="h11",
            limit_concurrency=CONNECTIONS,
            timeout_graceful_shutdown=1,
        )
    )
    ready()
    with contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[address.socket])


def _url(host: str, port: int, token: str) -> str:
    """The URL for a browser: an address that stands for all of a machine's is told by the machine's name."""
    name = socket.gethostname().lower() if host in ("0.0.0.0", "::", "") else host  # noqa: S104
    shown = f"[{name}]" if ":" in name else name
    return f"http://{shown}:{port}/" + (f"?token={token}" if token else "")


def _problem(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} of {host} is in use; name another with --port, or --port 0 for any that is free"
    if error.errno == errno.EACCES:
        return f"port {port} is kept for the system; name one above 1023 with --port"
    if error.errno == errno.EADDRNOTAVAIL:
        return f"this machine has no address {host!r}; leave out --host for this machine alone"
    return f"{host}:{port}: {(error.strerror or str(error)).lower()}; name another --host or --port"
