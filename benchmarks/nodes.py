"""A cluster of Ray on this machine, a processor to each node: `python -m benchmarks.nodes 3`.

It prints its address, and ends when its standard input does. Its nodes share the machine, so that more of them than
there are processors show what a cluster costs, and not what it gains.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec

from benchmarks.process import CommandError, environment

MEMORY = 200_000_000
"""Bytes of each node's store of objects: batches of documents are a few million."""


def installed() -> bool:
    """Whether there is Ray."""
    return find_spec("ray") is not None


@contextmanager
def cluster(nodes: int) -> Iterator[str]:
    """The address of a cluster of so many nodes, for as long as it is used; its processes are none of this one's."""
    command = [sys.executable, "-m", "benchmarks.nodes", str(nodes)]
    silent = subprocess.DEVNULL
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=silent, text=True, env=environment()
    ) as running:
        address = (running.stdout.readline() if running.stdout else "").strip()
        if not address:
            raise CommandError(f"a cluster of {nodes} nodes does not start")
        yield address
        running.communicate()


def main(nodes: int) -> None:
    """Keep a cluster until standard input ends."""
    made = import_module("ray.cluster_utils").Cluster()
    for _ in range(nodes):
        made.add_node(num_cpus=1, object_store_memory=MEMORY, include_dashboard=False)
    print(made.address, flush=True)
    sys.stdin.read()
    made.shutdown()


if __name__ == "__main__":
    main(int(sys.argv[1]))
