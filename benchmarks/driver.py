"""What the one process that writes can take of a cluster: `python -m benchmarks.driver [FOLDER]`.

Workers can be added; the driver cannot. So it is measured alone: the blocks of a worker are made first, and then taken
in, put into shards and written as a run on a cluster does.
"""

from __future__ import annotations

import json
import pickle
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from recon.archive.folder import Folder
from recon.archive.manifest import Manifest
from recon.archive.reading import file_of
from recon.archive.writing import Job, written
from recon.cluster import work
from recon.cluster.engine import Cluster
from recon.cluster.fetching import sendable
from recon.engine import chosen_extractor, discover
from recon.readers.paths import Source, find_sources

DOCUMENTS, SENTENCES = 6_000, 8
PROSE = (
    "The office, which has kept the books of the port since the old quay was built, said on Monday that it would not "
    "speak for the shipping lines, and that most of their captains had been told to wait outside until the wind fell."
)
"""Between two figures; an article has some 2.3 kB, as news has."""


def main() -> None:
    """Print documents and megabytes in a second of one processor."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "articles.jsonl")
        with path.open("w", encoding="utf-8") as file:
            for number in range(DOCUMENTS):
                told = (
                    f"In week {one} the harbour of Varn moved {number * 7 + one:,} tonnes. {PROSE}"
                    for one in range(SENTENCES)
                )
                text = " ".join(told)
                file.write(json.dumps({"id": f"r{number}", "text": text, "publisher": "Varn Post"}) + "\n")
        host = discover(only={"reader", "extractor"})
        job = Job(chosen_extractor(host, ""), host.readers)
        suffixes = [end for owned in host.readers for end in owned.object.suffixes]
        sources = [one for one in find_sources([str(path)], suffixes) if isinstance(one, Source)]
        order = work.order_of(job.extractor, job.readers, everything=False)
        given = pa.table({work.BUNDLE: [pickle.dumps([(0, sendable(source))]) for source in sources]})
        begun = time.process_time()
        blocks = [work.extract(block, order=order) for block in work.read(given, order=order)]
        worked = time.process_time() - begun
        whole = replace(job, engine=Cluster(lambda _: iter(blocks)))
        store = Folder(Path(sys.argv[1] if len(sys.argv) > 1 else folder, "figures"))
        manifest = Manifest(made_with={})
        begun = time.process_time()
        with store.opened(manifest, fresh=True):
            held = store.held()
            steps = list(written(store, whole, [*map(file_of, sources)], held, print))
        seconds = time.process_time() - begun
        size = path.stat().st_size
    documents = sum(step.documents for step in steps)
    print(f"worker: {documents / worked:,.0f} documents a CPU second, {size / worked / 1e6:.1f} MB")
    print(f"driver: {documents / seconds:,.0f} documents a CPU second, {size / seconds / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
