"""A map over processes that keeps order."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TypeVar

from recon.errors import ReconError, UsageError

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 2
"""Items under way for each process, so that a long input is never held whole."""


def cores() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def ordered_map(function: Callable[[T], R], items: Iterable[T], jobs: int) -> Iterator[R]:
    """`map(function, items)` by `jobs` processes, 0 for one on each processor; results in the order of the items.

    The processes are spawned, so function, items and results must pickle.
    """
    jobs = jobs or cores()
    if jobs == 1:
        yield from map(function, items)
        return
    try:
        pickle.dumps(function)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise UsageError(f"a plugin cannot be sent to other processes ({error}); run with --jobs 1") from error
    pool = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_in_worker)
    try:
        yield from _results(pool, function, iter(items), AHEAD * jobs)
    except BrokenProcessPool as error:
        raise ReconError("a worker process was killed; run again with fewer --jobs") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _results(pool: ProcessPoolExecutor, function: Callable[[T], R], items: Iterator[T], ahead: int) -> Iterator[R]:
    waiting: deque[Future[R]] = deque(pool.submit(function, item) for item in islice(items, ahead))
    while waiting:
        yield waiting.popleft().result()
        waiting.extend(pool.submit(function, item) for item in islice(items, 1))


def _in_worker() -> None:
    """Ctrl-C reaches every process of a terminal; only the first shall speak of it. And with the first, all end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that was killed tells nobody, and its workers would wait for ever for what to do."""
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)
