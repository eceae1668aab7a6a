"""What runs in a process of its own, so that nothing is warm that is said to be cold; lines of JSON on stdout.

    python -m benchmarks.worker contender NAME ARTICLES SECONDS FOUND
    python -m benchmarks.worker object ARTICLES again|others
    python -m benchmarks.worker length SECONDS LONGEST INPUT…    (a line for each input)
    python -m benchmarks.worker score FIGURES.parquet GOLD EVERY

`contender` needs only the library that it times, not recon.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.contenders import CONTENDERS
from benchmarks.gold import Quantity, articles_in, quantities_line

Row = dict[str, object]
WARMING = "The council paid £2.5 million for 300 boats, 12% more than in 2003, and at least 40 miles of rope."
AGAIN = 3
SHORTEST, REPEATS, BRIEF = 4_096, 4, 0.15
"""Characters that a growing input begins with; how often each is timed, until a `BRIEF` total is reached."""
STEEP = 3
"""An input of double length may take so many times as long; where that is more than is left, it grows no further."""


def contender(name: str, articles: str, seconds: str, found: str) -> Iterator[Row]:
    """The articles one by one until so many CPU seconds are spent; what was found goes to a file."""
    start = time.process_time()
    extract = CONTENDERS[name].load()
    extract(WARMING)
    ready = time.process_time() - start
    size = read = failed = 0
    spent = 0.0
    with Path(found).open("w", encoding="utf-8") as file:
        for article in articles_in(Path(articles)):
            start = time.process_time()
            try:
                quantities = extract(article.text)
            except Exception:  # a library's failure on an article is part of how it does
                quantities, failed = [], failed + 1
            spent += time.process_time() - start
            file.write(quantities_line(article.id, quantities) + "\n")
            size += len(article.text.encode())
            read += 1
            if spent >= float(seconds):
                break
    version = CONTENDERS[name].version
    yield {"version": version, "ready": ready, "seconds": spent, "size": size, "articles": read, "failed": failed}


def objects(articles: str, which: str) -> Iterator[Row]:
    """An extractor object's first use on all articles and the uses after it; or on a half that it has not seen.

    The texts are in memory; an object is used on another extractor's warmed process, so that what is timed is the
    object's own work and not the making of tables that all share.
    """
    from recon import Document  # noqa: PLC0415 - only here
    from recon.engine import chosen_extractor, discover  # noqa: PLC0415

    def extractor() -> Callable[[Sequence[Document]], object]:
        return chosen_extractor(discover(), "").object.extract

    extractor()([Document(id="warming", text=WARMING)])
    documents = [Document(id=one.id, text=one.text) for one in articles_in(Path(articles))]
    extract = extractor()
    if which == "again":
        yield {"seconds": [_timed(lambda: extract(documents)) for _ in range(1 + AGAIN)]}
        return
    warm, unseen = documents[::2], documents[1::2]
    extract(warm)
    yield {"seconds": [_timed(lambda: extract(unseen))], "size": sum(len(one.text.encode()) for one in unseen)}


def length(seconds: str, longest: str, *names: str) -> Iterator[Row]:
    """One document that doubles in length: the best CPU seconds of a few at each, by an extractor object used once."""
    from benchmarks.lengths import INPUTS  # noqa: PLC0415
    from recon import Document  # noqa: PLC0415
    from recon.engine import chosen_extractor, discover  # noqa: PLC0415

    def taken(document: Document) -> float:
        extract = chosen_extractor(discover(), "").object.extract
        return _timed(lambda: extract([document]))

    taken(Document(id="warming", text=WARMING))
    for name in names:
        sizes, times = list[int](), list[float]()
        left, size = float(seconds), SHORTEST
        while size <= int(longest) and (not times or times[-1] * STEEP < left):
            document = Document(id=name, text=INPUTS[name](size))
            repeated = [taken(document)]
            while len(repeated) < REPEATS and sum(repeated) < BRIEF:
                repeated.append(taken(document))
            left -= sum(repeated)
            sizes.append(size)
            times.append(min(repeated))
            size *= 2
        yield {"name": name, "sizes": sizes, "seconds": times, "stopped": size <= int(longest)}


def score(figures: str, gold: str, every: str) -> Iterator[Row]:
    """How right the figures of a Parquet file are, by every so-manieth article of the gold."""
    import polars as pl  # noqa: PLC0415 - only here

    from benchmarks.accuracy import Tally  # noqa: PLC0415
    from benchmarks.gold import quantities_in  # noqa: PLC0415

    names = ("doc", "start", "end", "value", "low", "high", "unit", "bound", "kind")
    wanted = [row for index, row in enumerate(quantities_in(Path(gold))) if index % int(every) == 0]
    frame = pl.scan_parquet(figures).select(names).filter(pl.col("doc").is_in([name for name, _ in wanted])).collect()
    found: dict[str, list[Quantity]] = {}
    for doc, *fields in frame.iter_rows():
        found.setdefault(doc, []).append(Quantity(*fields))
    tally = Tally(bounds=True)
    for name, quantities in wanted:
        tally.add(quantities, found.get(name, []))
    yield {"accuracy": tally.result()}


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


TASKS: dict[str, Callable[..., Iterator[Row]]] = {
    "contender": contender,
    "object": objects,
    "length": length,
    "score": score,
}

if __name__ == "__main__":
    for row in TASKS[sys.argv[1]](*sys.argv[2:]):
        print(json.dumps(row), flush=True)
