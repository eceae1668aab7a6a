"""A process that can be stopped, whatever it is at."""

import os
import time
from functools import partial
from threading import Event, Timer

import pytest

from recon.errors import UsageError
from recon.serving.lanes import CrashError, Lane, UnavailableError


@pytest.fixture
def lane():
    """Makes lanes that end with the test."""
    made = []

    def make(function, seconds=20.0):
        made.append(Lane(function, seconds))
        return made[-1]

    yield make
    for one in made:
        one.stop()


def test_one_process_answers_one_after_another(lane):
    one = lane(partial(pow, 2))
    assert [one.ask(n) for n in (3, 4)] == [8, 16]
    same = lane(eval)
    assert same.ask("__import__('os').getpid()") == same.ask("__import__('os').getpid()") != os.getpid()


def test_work_without_end_is_stopped_and_the_next_is_done(lane):
    one = lane(eval, seconds=3.0)
    begun = time.monotonic()
    with pytest.raises(UnavailableError, match="it took over 3 seconds and was stopped"):
        one.ask("10 ** 10 ** 10")  # in C, where no timer of Python's rings
    assert time.monotonic() - begun < 10
    assert one.ask("6 * 7") == 42


def test_work_that_nobody_waits_for_is_stopped(lane):
    one, gone = lane(time.sleep), Event()
    one.start()
    Timer(0.2, gone.set).start()
    begun = time.monotonic()
    with pytest.raises(UnavailableError, match="nobody waits"):
        one.ask(15, gone)
    assert time.monotonic() - begun < 10


def test_a_failure_is_told_and_the_process_goes_on(lane):
    one = lane(eval)
    with pytest.raises(CrashError, match="ZeroDivisionError: division by zero"):
        one.ask("1 / 0")
    assert one.ask("6 * 7") == 42


def test_a_process_that_dies_is_told_and_replaced(lane):
    one = lane(eval)
    with pytest.raises(CrashError, match="was killed"):
        one.ask("__import__('os')._exit(1)")
    assert one.ask("6 * 7") == 42


def test_what_cannot_be_sent_to_a_process_is_refused_in_words():
    with pytest.raises(UsageError, match="a plugin cannot be sent to another process"):
        Lane(lambda given: given, 1.0)


def test_a_stopped_lane_leaves_no_process(lane):
    one = lane(eval)
    pid = one.ask("__import__('os').getpid()")
    one.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
