"""A command run as a user runs it, with what it cost by the system's own account (POSIX: `wait4`)."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

ROOT = Path(__file__).resolve().parents[1]
_KILOBYTES = 1 if sys.platform == "darwin" else 1024
"""In what `ru_maxrss` counts: bytes on macOS, else units of 1,024 of them."""


class CommandError(Exception):
    """A command that ended with an error or was stopped; the message says which. `printed`: what it printed before."""

    def __init__(self, message: str, printed: str = "") -> None:
        super().__init__(message)
        self.printed = printed


@dataclass(frozen=True, slots=True)
class Usage:
    """CPU seconds (user and system) of a process and its children, seconds by the clock, peak bytes of the largest."""

    cpu: float
    wall: float
    peak: int


def recon(*arguments: str) -> tuple[str, ...]:
    """recon's command line, of the recon that stands beside these benchmarks."""
    return (sys.executable, "-m", "recon", *arguments)


def worker(*arguments: str, python: str = sys.executable) -> tuple[str, ...]:
    """The command of a worker of these benchmarks, by the interpreter that has what it needs."""
    return (python, "-m", "benchmarks.worker", *arguments)


def cost(command: Sequence[str], seconds: float = 900, folder: Path | None = None) -> Usage:
    """Run a command to its end, in a folder, or stop it after so many seconds by the clock.

    The peak includes what this process held when the command was started, so it must stay small itself.
    """
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, env=environment(), cwd=folder)
        stop = Timer(seconds, process.kill)
        stop.start()
        try:
            _, status, used = os.wait4(process.pid, 0)
        finally:
            stop.cancel()
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            _fail(command, process.returncode, said.read().decode(errors="replace"))
    return Usage(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * _KILOBYTES)


def output(command: Sequence[str], seconds: float = 900) -> str:
    """What a command prints; it is not timed."""
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", check=False, env=environment(), timeout=seconds
        )
    except subprocess.TimeoutExpired as stopped:
        printed = (stopped.stdout or b"").decode() if isinstance(stopped.stdout, bytes | None) else stopped.stdout
        raise CommandError(f"{_short(command)} was stopped after {seconds:g} s", printed) from stopped
    except OSError as problem:
        raise CommandError(f"{command[0]} does not run: {problem.strerror}") from problem
    if done.returncode:
        _fail(command, done.returncode, done.stderr, done.stdout)
    return done.stdout


def environment() -> dict[str, str]:
    """This environment, with the recon and the benchmarks of this folder before installed ones."""
    path = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{path}" if path else str(ROOT)}


def _fail(command: Sequence[str], status: int, said: str, printed: str = "") -> None:
    last = (said.strip().splitlines() or ["it said nothing"])[-1]
    raise CommandError(f"{_short(command)} ended with {status}: {last}", printed)


def _short(command: Sequence[str]) -> str:
    return " ".join(["python", *command[1:]])
