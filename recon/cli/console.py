"""What reaches the user: notes on stderr, data on stdout or in a file, a bar while it lasts, and never a traceback."""

from __future__ import annotations

import logging
import os
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Event, Lock, Timer
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, TextIO

import typer

from recon.errors import ReconError
from recon.replacing import replacing, unwritable
from recon.reports.layout import WIDTH, Paint, ansi, counted, plain, printable
from recon.running.run import COULD_NOT_RUN, bytes_of
from recon.running.telling import B

if TYPE_CHECKING:
    from rich.progress import Progress

INTERRUPTED = 130
"""128 and the number of SIGINT, as shells tell it."""
NARROWEST, WIDEST = 40, 120
"""Columns that text is set in at least and at most, whatever the terminal says of itself."""
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


def columns_of(stream: TextIO | None) -> int | None:
    """The columns of a terminal, as far as lines are read with ease; None where the stream is none."""
    if stream is None or not stream.isatty():
        return None
    return min(max(shutil.get_terminal_size((WIDTH, 24)).columns, NARROWEST), WIDEST)


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
    """Where a command's data goes, in UTF-8. A reader who has gone away ends the writing, not the command.

    `paint` and `terminal` are for what people read: the colours, and the columns of the terminal (None for none).
    """

    def __init__(self, stream: BinaryIO, shown: TextIO | None = None) -> None:
        self.stream = stream
        self.closed = False
        self.paint = paint_of(shown)
        self.terminal = columns_of(shown)

    @property
    def width(self) -> int:
        """The columns to fill: those of the terminal, and elsewhere always the same."""
        return self.terminal or WIDTH

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
        yield Output(sys.stdout.buffer, sys.stdout)
        return
    target = Path(os.path.realpath(path))
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):  # a device or a pipe is written to, not replaced
        try:
            with target.open("wb") as file:
                yield Output(file)
        except OSError as error:
            raise unwritable(path, error) from error
        return
    with replacing(path) as file:
        yield Output(file)


class Console:
    """Tells on stderr how a run goes on: see `recon.running.telling.Teller`."""

    def note(self, message: str) -> None:
        """One line."""
        note(message)

    def watched(self, batches: Iterable[B], total: Callable[[], int | None]) -> Iterator[B]:
        """The batches; how many documents they hold and how long it will take, on a terminal, once they take longer
        than `PATIENCE`."""
        if not _at_a_terminal():
            yield from batches
            return
        number = done = 0
        with doing() as step:
            step("reading documents")
            whole: int | None = None
            begun = time.monotonic()
            for batch in batches:
                yield batch
                number += len(batch.documents)
                done += bytes_of(batch.documents)
                if time.monotonic() - begun > PATIENCE:
                    whole = total() if whole is None else whole
                    step(counted(number, "document"), done, whole)

    def doing(self) -> AbstractContextManager[Step]:
        """Gives what to call with the name of each step."""
        return doing()


class Step(Protocol):
    """Says what is being done, and how much of how much is done where that is known."""

    def __call__(self, name: str, done: int = 0, total: int | None = None, /) -> None: ...


@contextmanager
def doing() -> Iterator[Step]:
    """Gives what to call with the name of each step; a terminal shows the step once it all lasts over `PATIENCE`."""
    if not _at_a_terminal():
        yield lambda _name, _done=0, _total=None: None
        return
    told: dict[str, Any] = {"description": "", "completed": 0, "total": None}
    lock = Lock()
    bars: list[Progress] = []

    def show() -> None:
        with lock:
            if not over.is_set():
                bars.append(_bar())
                bars[0].update(bars[0].task_ids[0], **told)

    def step(name: str, done: int = 0, total: int | None = None) -> None:
        with lock:
            # What has grown while it was read would otherwise be more than all.
            told.update(description=printable(name), completed=done, total=None if total is None else max(done, total))
            for bar in bars:
                bar.update(bar.task_ids[0], **told)

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


def _at_a_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _bar() -> Progress:
    from rich.console import Console as Terminal  # noqa: PLC0415  (50 ms, for those who wait longer than a second)
    from rich.progress import BarColumn, Progress, SpinnerColumn, Task, TextColumn, TimeElapsedColumn  # noqa: PLC0415
    from rich.progress import TimeRemainingColumn as Remaining  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    class Left(Remaining):
        """How long it will take, where that is known."""

        def render(self, task: Task) -> Text:
            return Text() if task.time_remaining is None else super().render(task) + " left"

    text = TextColumn("{task.description}", markup=False)
    columns = (SpinnerColumn(), text, BarColumn(bar_width=16), TimeElapsedColumn(), Left())
    bar = Progress(*columns, console=Terminal(stderr=True), transient=True)
    bar.add_task("", total=None)
    bar.start()
    return bar
