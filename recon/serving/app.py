"""The app: one page, what it is made of, and three questions it can ask."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, get_args

from anyio import to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from recon.errors import ReconError
from recon.machinery import described
from recon.serving.desk import Answer, Desk, What, answer
from recon.serving.guard import Door, Guard, refused
from recon.serving.lanes import CrashError, Lane, UnavailableError
from recon.serving.page import page, page_files

if TYPE_CHECKING:
    from starlette.types import ASGIApp

LOG = logging.getLogger("recon")
SAMPLE = b'{"articles": [{"text": "Some 30 people came, the mayor said."}, {"text": "At least 20 people came."}]}'


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What one request may take: its bytes, the seconds to send and to answer it, and how many may wait in a lane."""

    size: int = 2_000_000
    sending: float = 10.0
    answering: float = 32.0  # a little over the budget of one stage, so that a plugin that overruns is named
    waiting: int = 8


class Counter:
    """One lane and those who wait at it, first come first served."""

    def __init__(self, desk: Desk, limits: Limits) -> None:
        self._lane: Lane[tuple[What, bytes], Answer] = Lane(partial(answer, desk), limits.answering)
        self._free = asyncio.Lock()
        self._places = limits.waiting

    async def warm(self, what: What) -> None:
        """Have the first request find everything imported."""
        async with self._free:
            with suppress(ReconError):  # who asks will be told
                await to_thread.run_sync(self._lane.ask, (what, SAMPLE))

    async def ask(self, request: Request, what: What, body: bytes) -> Answer:
        """The desk's answer; `UnavailableError` where it takes too long, where too many wait, or the asker has gone."""
        if not self._places:
            raise UnavailableError("too many requests at once; try again in a moment")
        self._places -= 1
        gone = Event()
        leaving = asyncio.create_task(_left(request, gone))
        try:
            async with self._free:
                return await to_thread.run_sync(self._lane.ask, (what, body), gone)
        finally:
            self._places += 1
            leaving.cancel()

    def close(self) -> None:
        """Stop what is under way."""
        self._lane.stop()


async def _left(request: Request, gone: Event) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    gone.set()


def app_of(desk: Desk, door: Door, limits: Limits | None = None) -> ASGIApp:
    """The app of a desk, guarded. Marks have a lane of their own: who types does not wait for a report."""
    held = limits or Limits()
    quick, slow = Counter(desk, held), Counter(desk, held)

    async def question(what: What, request: Request) -> Response:
        try:
            body = await _body(request, held)
            told = await (quick if what == "mark" else slow).ask(request, what, body)
        except TimeoutError:
            return refused(request, 408, f"the request took over {held.sending:g} seconds to arrive")
        except ClientDisconnect:
            return refused(request, 400, "the request ended early")  # said to nobody
        except _TooLarge:
            return refused(request, 413, f"more than {held.size / 1e6:g} MB of text; recon reconcile reads any number")
        except UnavailableError as error:
            return refused(request, 503, str(error))
        except CrashError as error:
            LOG.error("a text of the page could not be read; the page says why")  # what failed may quote the text
            return refused(request, 500, f"recon failed on this text, please report it: {error}")
        return Response(told.body, told.status, media_type=told.media)

    @asynccontextmanager
    async def running(_: Starlette) -> AsyncIterator[None]:
        warming = [asyncio.create_task(quick.warm("mark")), asyncio.create_task(slow.warm("series"))]
        try:
            yield
        finally:
            for task in warming:
                task.cancel()
            quick.close()
            slow.close()

    routes = [
        Route("/", partial(_file, page(local=not door.token, size=held.size), "text/html; charset=utf-8")),
        *(Route(f"/{name}", partial(_file, body, media)) for name, (body, media) in page_files().items()),
        *(Route(f"/{what}", partial(question, what), methods=["POST"]) for what in get_args(What)),
    ]
    app = Starlette(routes=routes, lifespan=running, exception_handlers={HTTPException: _none, Exception: _broken})
    return Guard(app, door)


class _TooLarge(Exception):  # noqa: N818  (not an error of the program)
    """The body of a request is larger than it may be."""


async def _body(request: Request, limits: Limits) -> bytes:
    """The body, no more of it than is allowed in the time that is."""
    if int(request.headers.get("content-length", "0")) > limits.size:  # a server has checked that it is a number
        raise _TooLarge
    body = bytearray()
    async with asyncio.timeout(limits.sending):
        async for chunk in request.stream():
            body += chunk
            if len(body) > limits.size:
                raise _TooLarge
    return bytes(body)


async def _file(body: str, media: str, request: Request) -> Response:  # noqa: ARG001
    return Response(body, media_type=media)


async def _none(request: Request, error: Exception) -> Response:
    """A route there is not, or a method it has not."""
    assert isinstance(error, HTTPException)  # noqa: S101  (it is registered for that)
    words = "there is no such page" if error.status_code == 404 else error.detail.lower()
    response = refused(request, error.status_code, words)
    response.headers.update(error.headers or {})
    return response


async def _broken(request: Request, error: Exception) -> Response:
    """A defect of this module; the page gets a line all the same."""
    LOG.error("internal error, please report it: %s", described(error))
    return refused(request, 500, "internal error of recon; its terminal tells more")
