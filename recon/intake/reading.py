"""Sources to items, in this process or by several."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import BinaryIO

from recon.errors import MissingExtraError, ReadError
from recon.host import Owned
from recon.intake.finding import STDIN, found
from recon.intake.items import Item, items_of
from recon.intake.sharing import Task, bundles, done_together, tasks
from recon.model import Reader
from recon.readers.paths import Source
from recon.workers import ordered_map


def read(
    paths: Sequence[str],
    readers: Sequence[Owned[Reader]],
    stdin: BinaryIO | None = None,
    stdin_name: str = STDIN,
    jobs: int = 1,
) -> Iterator[Item]:
    """The documents of `paths` in order, each id once; in the place of what cannot be read its error.

    "-" among the paths is `stdin`, which goes by `stdin_name`; the suffix of that name chooses the reader. What takes a
    reader long is shared out to `jobs` processes, 0 for one on each processor.
    """
    missing: dict[tuple[str, str], list[MissingExtraError]] = {}
    with found(paths, readers, stdin, stdin_name) as sources:
        for source, items in read_sources(sources, readers, {}, jobs):
            for item in items:
                if isinstance(item, MissingExtraError) and isinstance(source, Source) and source.folder:
                    missing.setdefault((source.folder, source.suffix), []).append(item)
                else:
                    yield item
    for (folder, suffix), errors in sorted(missing.items()):
        yield _of_one_kind(folder, suffix, errors)


def read_sources(
    sources: Iterable[Source | ReadError], readers: Sequence[Owned[Reader]], seen: dict[str, str], jobs: int = 1
) -> Iterator[tuple[Source | ReadError, Iterator[Item]]]:
    """Each source with its items, which are to be taken before the next source is asked for.

    `seen`, which is added to, tells the source of every id so far.
    """
    by_suffix = {suffix: owned for owned in readers for suffix in owned.object.suffixes}
    sent = deque[tuple[Task, ...]]()

    def each() -> Iterator[Task]:
        for number, source in enumerate(sources):
            reader = None if isinstance(source, ReadError) else by_suffix[source.suffix]
            yield from tasks(number, source, reader, sharing=jobs != 1)

    def handed_out() -> Iterator[tuple[Task, ...]]:
        for bundle in bundles(each()):
            sent.append(bundle)
            yield bundle

    given = ordered_map(done_together, handed_out(), jobs, here=lambda bundle: bundle[0].here)
    made = chain.from_iterable(zip(sent.popleft(), results, strict=True) for results in given)
    for _, group in groupby(made, key=lambda pair: pair[0].number):
        pairs = iter(group)
        first, items = next(pairs)
        rest = chain(items, chain.from_iterable(more for _, more in pairs))
        source = first.source
        if isinstance(source, ReadError):
            yield source, iter((source,))
        else:
            yield source, items_of(source, by_suffix[source.suffix], rest, seen)


def _of_one_kind(folder: str, suffix: str, errors: Sequence[MissingExtraError]) -> ReadError:
    """One line for all files of a folder that one extra would read."""
    first = errors[0]
    if len(errors) == 1:
        return first
    return ReadError(folder, f"{len(errors)} files of {suffix}: {first.problem}", first.remedy)
