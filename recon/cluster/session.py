"""Being connected to a Ray cluster: quietly, for as long as it lasts, and with one line for what goes wrong."""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from types import FrameType
from typing import Any

from recon.errors import ReconError, UsageError
from recon.host import LOG
from recon.machinery import described

SECONDS = 5.0
"""For the head of a cluster to answer at all; Ray itself would try for minutes."""
INSTALL = "pip install 'recon-figures[ray]'"


@dataclass(frozen=True, slots=True)
class Session:
    """Ray Data, connected, the processors that it has, and what is read from it, which is closed before it is left."""

    data: Any
    processors: int
    pressed: threading.Event
    """Set by Ctrl-C, of which Ray may make an error of its own, or nothing."""
    streams: list[Generator[Any, None, None]] = field(default_factory=list)

    def batches(self, dataset: Any) -> Iterator[Any]:
        """The Arrow blocks of a dataset of Ray's, in order."""
        stream: Generator[Any, None, None] = iter(dataset.iter_batches(batch_format="pyarrow", batch_size=None))
        self.streams.append(stream)
        try:
            for block in stream:
                if self.pressed.is_set():
                    raise KeyboardInterrupt
                yield block
        except Exception:
            if self.pressed.is_set():
                raise KeyboardInterrupt from None
            raise


@contextmanager
def connected(address: str) -> Iterator[Session]:
    """Connected to the cluster at `address`; for "" to that of `RAY_ADDRESS`, else to one of this machine alone.

    What Ray has to say stays in its logs; nothing is told to its makers.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        ray, data = import_module("ray"), import_module("ray.data")  # an extra
    except ImportError:
        raise UsageError(f"--engine ray takes Ray; {INSTALL}") from None
    address = address or os.environ.get("RAY_ADDRESS", "")
    if address:
        _answering(address)
    started = {} if address else {"include_dashboard": False}
    try:
        ray.init(address=address or None, log_to_driver=False, logging_level=logging.CRITICAL, **started)
    except (ConnectionError, OSError, RuntimeError, ValueError) as error:
        where = f"--ray-address {address}: " if address else ""
        raise ReconError(f"{where}Ray does not start: {described(error)}; try `ray status` there") from error
    try:
        _quiet(data)
        processors = int(ray.cluster_resources().get("CPU", 0))
        if not processors:
            LOG.warning("the cluster has no processor now; waiting for one (`ray start --address` adds a machine)")
        with _noticing_ctrl_c() as pressed:
            session = Session(data, max(processors, 1), pressed)
            try:
                yield session
            finally:
                _close(session)
    except (ray.exceptions.RayError, *_of_data(data)) as error:
        raise _told(error) from error
    finally:
        ray.shutdown()


@contextmanager
def _noticing_ctrl_c() -> Iterator[threading.Event]:
    """What is set once Ctrl-C is pressed, which goes on to do what it does."""
    pressed = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield pressed
        return
    before = signal.getsignal(signal.SIGINT)

    def press(signum: int, frame: FrameType | None) -> None:
        pressed.set()
        if callable(before):
            before(signum, frame)

    signal.signal(signal.SIGINT, press)
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, before)


def _close(session: Session) -> None:
    """End what is read, and the threads of Ray's that read ahead: one that asks a cluster that was left ends the
    process, and a stream that is closed later connects anew to say so."""
    for stream in session.streams:
        try:
            stream.close()
        except Exception:
            if not session.pressed.is_set():  # one that was broken off may not close well
                raise
    for thread in threading.enumerate():
        if thread.name == "iter_threaded":
            thread.join(SECONDS)


def _answering(address: str) -> None:
    """UsageError where nobody listens at host:port."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if address in {"auto", "local"}:
        return
    if not port.isdigit() or not host:
        raise UsageError(f"--ray-address {address} is no address; give that of the head, as in 10.0.0.1:6379")
    try:
        socket.create_connection((host, int(port)), SECONDS).close()
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        remedy = "start one with `ray start --head`, or leave --ray-address out to use this machine alone"
        raise ReconError(f"--ray-address {address}: no cluster answers ({why}); {remedy}") from None


def _quiet(data: Any) -> None:
    context = data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    context.execution_options.preserve_order = True
    context.execution_options.verbose_progress = False
    for name in ("ray", "ray.data"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _of_data(data: Any) -> tuple[type[Exception], ...]:
    """What Ray Data raises that is no error of Ray's."""
    names = ("SystemException", "ExecutionTimeoutError")
    return tuple(getattr(data.exceptions, name) for name in names if hasattr(data.exceptions, name))


def _told(error: BaseException) -> ReconError:
    """What a worker met with, in one line. Ray wraps an error in one that says it is both."""
    for cause in _causes(error):
        if isinstance(cause, ReconError) and not hasattr(cause, "cause"):
            return ReconError(str(cause).splitlines()[0])  # Ray adds lines of advice to its programmers
        if isinstance(cause, ModuleNotFoundError) and not hasattr(cause, "cause"):
            return ReconError(f"a worker has no module {cause.name!r}; {INSTALL} on every machine of the cluster")
    last = str(error).strip().splitlines()[-1:] or [type(error).__name__]
    remedy = "run the same command again: it goes on from what is whole"
    return ReconError(f"the cluster gave up: {type(error).__name__}: {last[0][:300]}; {remedy}")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = getattr(error, "cause", None) or error.__cause__
