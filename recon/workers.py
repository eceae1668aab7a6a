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
from functools import partial
from typing import TypeVar

from recon.errors import ReconError, UsageError
from recon.garbage import collect_seldom

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 2
"""Items under way for each process, so that a long input is never held whole."""


def cores() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def ordered_map(
    function: Callable[[T], R], items: Iterable[T], jobs: int, here: Callable[[T], bool] = lambda _: False
) -> Iterator[R]:
    """`map(function, items)` by `jobs` processes, 0 for one on each processor; results in the order of the items.

    The processes are spawned with the first item that is sent to them, so function, items and results must pickle. What
    is to be done `here` is not sent: it is called in its turn, and may give what does not pickle. A result is given as
    soon as it is there and those before it: it does not wait for items that are slow to come.
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
    waiting: deque[Future[R] | Callable[[], R]] = deque()
    try:
        for item in items:
            waiting.append(partial(function, item) if here(item) else pool.submit(function, item))
            while waiting and (len(waiting) >= AHEAD * jobs or _is_there(waiting[0])):
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())
    except BrokenProcessPool as error:
        raise ReconError("a worker process was killed; run again with fewer --jobs") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _is_there(one: Future[R] | Callable[[], R]) -> bool:
    return isinstance(one, Future) and one.done()


def _result(one: Future[R] | Callable[[], R]) -> R:
    return one.result() if isinstance(one, Future) else one()


def _in_worker() -> None:
    """Ctrl-C reaches every process of a terminal; only the first shall speak of it. And with the first, all end."""
    collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that was killed tells nobody, and its workers would wait for ever for what to do."""
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)
