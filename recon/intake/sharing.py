"""What of reading is done where: here, or, for readers whose work can be shared out, in other processes.

Cleaning a web page takes a hundred times what reading a record of JSON does, so a reader may have two halves: `parts`
finds what there is to do, quickly, and `read_part` does it.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from recon.errors import ReadError
from recon.host import Owned, attempt
from recon.intake.items import Item
from recon.model import Finding, PartedReader, Reader
from recon.readers.paths import Source

T = TypeVar("T")

PARTS = 8
"""Parts that are sent at once: enough that sending costs little, few enough that little is held."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """Reading a source, or some parts of it; or what came of it already, where it is `ready`.

    `number` is that of the source, which has one task at least.
    """

    number: int
    source: Source | ReadError
    reader: Owned[Reader] | None = None
    parts: tuple[Any, ...] = ()
    ready: tuple[Item, ...] | None = None

    @property
    def here(self) -> bool:
        """Whether it is done by the process that hands out the work."""
        return not self.parts


def tasks(number: int, source: Source | ReadError, reader: Owned[Reader] | None, *, sharing: bool) -> Iterator[Task]:
    """What there is to do of a source, in order."""
    if isinstance(source, ReadError) or reader is None:
        yield Task(number=number, source=source, ready=(source,) if isinstance(source, ReadError) else ())
    elif sharing and _can_share(reader):
        yield from _shared(number, source, reader)
    else:
        yield Task(number=number, source=source, reader=reader)


def _shared(number: int, source: Source, reader: Owned[Reader]) -> Iterator[Task]:
    parted: Any = reader.object
    waiting: list[Any] = []
    empty = True
    for one in _each(reader, source.name, lambda: parted.parts(source.path)):
        empty = False
        failed = isinstance(one, ReadError | Finding)
        if not failed:
            waiting.append(one)
        if waiting and (failed or len(waiting) == PARTS):
            yield Task(number=number, source=source, reader=reader, parts=tuple(waiting))
            waiting = []
        if failed:
            yield Task(number=number, source=source, ready=(one,))
    if waiting:
        yield Task(number=number, source=source, reader=reader, parts=tuple(waiting))
    if empty:
        yield Task(number=number, source=source, ready=())


def bundles(each: Iterable[Task]) -> Iterator[tuple[Task, ...]]:
    """The tasks in their order, those that are sent away together where each has few parts: a file of one page, say."""
    waiting: list[Task] = []
    for task in each:
        if waiting and (task.here or sum(len(one.parts) for one in waiting) >= PARTS):
            yield tuple(waiting)
            waiting = []
        if task.here:
            yield (task,)
        else:
            waiting.append(task)
    if waiting:
        yield tuple(waiting)


def done_together(bundle: tuple[Task, ...]) -> tuple[Iterable[Item], ...]:
    """What comes of each task of a bundle."""
    return tuple(map(done, bundle))


def done(task: Task) -> Iterable[Item]:
    """What comes of a task: at once where it was sent away, else as it is asked for."""
    source, reader = task.source, task.reader
    if task.ready is not None or reader is None or isinstance(source, ReadError):
        return task.ready or ()
    if task.parts:
        return tuple(item for part in task.parts for item in _of_part(reader, source, part))
    if not isinstance(reader.object, PartedReader):
        return _each(reader, source.name, lambda: reader.object.read(source.path))
    return _of_parts(reader, source, reader.object)


def whole(source: Source, reader: Owned[Reader]) -> Iterable[Item]:
    """What comes of a source that is read in one go."""
    return done(Task(number=0, source=source, reader=reader))


def _of_parts(reader: Owned[Reader], source: Source, parted: PartedReader) -> Iterator[Item]:
    for one in _each(reader, source.name, lambda: parted.parts(source.path)):
        yield from [one] if isinstance(one, ReadError | Finding) else _of_part(reader, source, one)


def _of_part(reader: Owned[Reader], source: Source, part: Any) -> Iterator[Item]:
    parted: Any = reader.object
    yield from _each(reader, source.name, partial(parted.read_part, part))


def _can_share(reader: Owned[Reader]) -> bool:
    if not isinstance(reader.object, PartedReader):
        return False
    try:
        pickle.dumps(reader)
    except (pickle.PicklingError, AttributeError, TypeError):  # a plugin's; it is read here, as with one process
        return False
    return True


def _each(reader: Owned[Reader], name: str, begin: Callable[[], Iterable[T]]) -> Iterator[T | ReadError | Finding]:
    """What a reader gives, one by one. It may go on after a `ReadError`; any other failure ends it."""
    given: list[Iterator[T]] = []

    def following() -> Iterator[T | ReadError]:
        try:
            if not given:
                given.append(iter(begin()))
            yield from islice(given[0], 1)
        except ReadError as error:
            given[:] = given or [iter(())]
            yield error

    while True:
        made, failed = attempt(reader, name, following, doc=name)
        yield from failed
        if not made:
            return
        yield from made
