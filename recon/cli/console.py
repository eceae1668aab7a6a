"""What reaches the user: notes on stderr, data on stdout or in a file, a bar while it lasts, and never a traceback."""

from __future__ import annotations

import logging
import os
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Lock, Timer
from typing import TYPE_CHECKING, BinaryIO, TextIO, TypeVar

import typer

from recon.errors import ReconError
from recon.reports.layout import Paint, ansi, plain, printable

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")

COULD_NOT_RUN = 2
INTERRUPTED = 130
"""128 and the number of SIGINT, as shells tell it."""
PATIENCE = 1.0
"""Seconds before a progress bar appears."""


def note(message: str) -> None:
    """One line on stderr, where the shell has not closed it."""
    if sys.stderr is not None:
        print(f"recon: {printable(message)}", file=sys.stderr)  # noqa: T201


def coloured(stream: TextIO | None) -> bool:
    """Whether the stream takes colour: https://no-color.org, and a terminal at all."""
    return (
        stream is not None and stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def paint_of(stream: TextIO | None) -> Paint:
    """How text for the stream is coloured."""
    return ansi if coloured(stream) else plain


class Noted(logging.Handler):
    """What recon logs, as notes on stderr."""

    def emit(self, record: logging.LogRecord) -> None:
        note(record.getMessage())


LOGGED = Noted()


def guarded(command: Callable[[], int]) -> None:
    """Run a command and exit with its status; whatever it raises becomes one line and a status."""
    logging.getLogger("recon").addHandler(LOGGED)  # the same one again is not added twice
    try:
        status = command()
    except ReconError as error:
        note(str(error))
        status = COULD_NOT_RUN
    except KeyboardInterrupt as error:
        note(f"interrupted; {error}" if str(error) else "interrupted")
        status = INTERRUPTED
    except OSError as error:
        note(f"{error.filename or 'standard output'}: {(error.strerror or str(error)).lower()}")
        if sys.stdout is not None:
            _drop(sys.stdout.buffer)
        status = COULD_NOT_RUN
    except Exception as error:  # a defect of recon's own; the user gets a line all the same
        note(f"internal error, please report it: {type(error).__name__}: {error}")
        status = COULD_NOT_RUN
    raise typer.Exit(status)


class Output:
    """Where a command's data goes, in UTF-8. A reader who has gone away ends the writing, not the command."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.closed = False

    def write(self, data: str | bytes) -> None:
        """Write, unless the reader has gone."""
        if self.closed:
            return
        try:
            # Lone surrogates can only come from file names; JSON and people both read the escape.
            self.stream.write(data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data)
            self.stream.flush()
        except BrokenPipeError:
            self.closed = True
            _drop(self.stream)


def _drop(stream: BinaryIO) -> None:
    """Send the rest of the stream nowhere: Python flushes stdout once more at exit, and would complain."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), stream.fileno())


@contextmanager
def opened(path: Path | None) -> Iterator[Output]:
    """Standard output, or a file that appears under its name only when all of it has been written."""
    if path is None:
        if sys.stdout is None:
            raise ReconError("standard output is closed; name a file with --output")
        yield Output(sys.stdout.buffer)
        return
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not stat.S_ISREG(
            target.stat().st_mode
        ):  # a device or a pipe is written to, not replaced
            with target.open("wb") as file:
                yield Output(file)
            return
        with _beside(target) as file:
            yield Output(file)
    except OSError as error:
        raise ReconError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from error


@contextmanager
def _beside(target: Path) -> Iterator[BinaryIO]:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The permissions a plain open would leave."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def watched(items: Iterable[T], size: Callable[[T], int]) -> Iterator[T]:
    """The items; how many documents they hold, on a terminal's stderr, once they take longer than `PATIENCE`."""
    if not at_a_terminal():
        yield from items
        return
    begun, done = time.monotonic(), 0
    bar: Progress | None = None
    try:
        for item in items:
            yield item
            done += size(item)
            if bar is None and time.monotonic() - begun > PATIENCE:
                bar = bar_of()
            if bar is not None:
                bar.update(bar.task_ids[0], completed=done)
    finally:
        if bar is not None:
            bar.stop()


@contextmanager
def doing() -> Iterator[Callable[[str], None]]:
    """Gives what to call with the name of each step; a terminal shows the step once it all lasts over `PATIENCE`."""
    if not at_a_terminal():
        yield lambda _: None
        return
    shown, lock = [""], Lock()
    bars: list[Progress] = []

    def show() -> None:
        with lock:
            if not over.is_set():
                bars.append(bar_of("{task.description}"))
                bars[0].update(bars[0].task_ids[0], description=shown[0])

    def step(name: str) -> None:
        with lock:
            shown[0] = name
            for bar in bars:
                bar.update(bar.task_ids[0], description=name)

    over, timer = Event(), Timer(PATIENCE, show)
    timer.daemon = True
    timer.start()
    try:
        yield step
    finally:
        timer.cancel()
        with lock:
            over.set()
            for bar in bars:
                bar.stop()


def at_a_terminal() -> bool:
    """Whether somebody watches stderr."""
    return sys.stderr is not None and sys.stderr.isatty()


def bar_of(text: str = "{task.completed:.0f} documents") -> Progress:
    """A line on stderr that spins, with the time it has taken; it is to be stopped."""
    from rich.console import Console  # noqa: PLC0415  (50 ms, for those who wait longer than a second)
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn(text), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("", total=None)
    bar.start()
    return bar
