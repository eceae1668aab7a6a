"""A map over processes."""

import os
import time

from recon.workers import AHEAD, ordered_map

PATIENCE = 60


def test_a_result_does_not_wait_for_items_that_are_slow_to_come(tmp_path):
    given, then = [], []

    def items():
        yield tmp_path / "one"
        until = time.monotonic() + PATIENCE
        while not (tmp_path / "one").exists() and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(1)  # what was done has come back
        yield tmp_path / "two"
        then.extend(given)
        yield tmp_path / "three"

    for result in ordered_map(os.mkdir, items(), 2):
        given.append(result)  # noqa: PERF402  (seen by the items)
    assert then == [None]
    assert given == [None] * 3


def test_no_more_items_are_taken_than_there_are_processes_for():
    taken = []

    def items():
        for number in range(100):
            taken.append(number)
            yield number

    results = ordered_map(abs, items(), 2)
    assert next(results) == 0
    assert len(taken) <= AHEAD * 2
    assert [*results] == list(range(1, 100))


def test_what_is_done_here_is_done_in_its_turn():
    done = []
    here = ordered_map(next, (_noting(number, done) for number in range(10)), 2, here=lambda _: True)
    assert next(here) == 0
    assert done == [0]
    assert [*here] == list(range(1, 10))


def _noting(number, done):
    done.append(number)
    yield number
