"""What every request must be and every response says, whatever the route: ASGI middleware around the whole app."""

from __future__ import annotations

import hmac
import ipaddress
import re
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        # What the server renders goes into the page through one named place; any other string is no markup.
        "require-trusted-types-for 'script'",
        "trusted-types recon",
    ]
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cache-control": "no-store",  # an article is in no cache of the disk
}
LOCAL = ("localhost", "127.0.0.1", "::1")
COOKIE = "recon"
HOST = re.compile(r"(?:\[(?P<address>[0-9A-Fa-f:.]{2,45})\]|(?P<name>[\w.-]{1,253}))(?::\d{1,5})?", re.ASCII)


@dataclass(frozen=True)
class Door:
    """Who may come in: by which names the server is called, and with which token, "" where none is needed."""

    names: frozenset[str] = frozenset(LOCAL)
    token: str = ""

    def is_called(self, host: str) -> bool:
        """Whether a Host header names this server.

        A page of another site can have its own name resolve to our address and would then count as of our origin (DNS
        rebinding). It cannot have an address for its name; that is why those pass where other machines may come.
        """
        told = HOST.fullmatch(host)
        if told is None:
            return False
        name = (told["address"] or told["name"]).lower().rstrip(".")
        return name in self.names or (bool(self.token) and _is_address(name))

    def opens_to(self, given: str | None) -> bool:
        """Whether that is the token, in a time that tells nothing of it."""
        return not self.token or hmac.compare_digest((given or "").encode(), self.token.encode())


def door_of(host: str, token: str) -> Door:
    """The door of a server at an address: by its own name, and with a token by that of the machine."""
    machine = socket.gethostname().lower()
    names = {*LOCAL, host.lower()} if not token else {*LOCAL, host.lower(), machine, f"{machine}.local"}
    return Door(frozenset(names), token)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address; a name that is not `localhost` counts as one that others can."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class Guard:
    """Lets in what comes through the door from the page itself, and puts `HEADERS` on all that goes out."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app, self._door = app, door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # nothing here speaks WebSocket: the server closes it

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refusal = self._refusal(Request(scope))
        await (refusal or self._app)(scope, receive, send_guarded)

    def _refusal(self, request: Request) -> Response | None:
        if not self._door.is_called(request.headers.get("host", "")):
            return refused(request, 421, "this server does not go by that name; open the address that it printed")
        if request.method == "POST":
            if not _is_from(request.headers):
                return refused(request, 403, "a request must come from the page itself")
            if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
                return refused(request, 415, "a request is application/json")
        return self._unknown(request)

    def _unknown(self, request: Request) -> Response | None:
        """What one without the token gets; one who brings it in the address gets a cookie and an address without it."""
        if not self._door.token:
            return None
        brought = request.query_params.get("token")
        if request.method == "GET" and request.url.path == "/" and brought and self._door.opens_to(brought):
            welcome = RedirectResponse("/", status_code=303)
            welcome.set_cookie(COOKIE, brought, httponly=True, samesite="lax", path="/")
            return welcome
        if any(map(self._door.opens_to, _tokens(request.headers))):
            return None
        return refused(request, 401, "open the whole address that recon serve printed, its token included")


def refused(request: Request, status: int, words: str) -> Response:
    """A refusal in words: to the page as JSON, to a person as text."""
    if request.method == "POST":
        return JSONResponse({"error": words}, status)
    return PlainTextResponse(f"{words}\n", status)


def _is_from(headers: Headers) -> bool:
    """Whether the page that asks is of the origin that is asked."""
    origin = urlsplit(headers.get("origin", ""))
    return origin.scheme in ("http", "https") and origin.netloc.lower() == headers.get("host", "").lower()


def _tokens(headers: Headers) -> Iterable[str]:
    scheme, _, bearer = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        yield bearer.strip()
    try:
        cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return
    if cookie is not None:
        yield cookie.value
