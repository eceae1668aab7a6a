"""A dataset as a Delta Lake table in object storage, its manifest an object beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from recon.archive.bucket import begin
from recon.archive.delta import Delta, deltalake
from recon.archive.manifest import TABLE, Manifest
from recon.archive.objects import Objects
from recon.datasets import NAME
from recon.errors import ReconError
from recon.machinery import described


class Lake(Delta):
    """Where shards go as transactions. The library takes keys and endpoints from the environment (`AWS_*` and such).

    There is no lock: a transaction is refused where another has come before it, and two runs of one archive may both
    add a document. See to it that one run writes at a time.
    """

    def __init__(self, uri: str) -> None:
        self._objects, self._library = Objects.at(uri), deltalake()
        self._uri = f"{self._objects.uri}/{TABLE}"
        self._seen, self._there = -1, None

    @contextmanager
    def opened(self, manifest: Manifest, *, fresh: bool) -> Iterator[None]:
        """The table as it is; `fresh` empties it, in a transaction too."""
        try:
            with self._objects.writing():
                begin(self._objects, self._objects.names(), manifest, fresh=fresh)
                if fresh and (table := self._table()) is not None:
                    table.delete()
                self._write(manifest)
                yield
        except self._library.exceptions.DeltaError as error:
            remedy = "mend that and run the same command again: it goes on from what is there"
            raise ReconError(f"{self._objects.uri}: cannot be written: {described(error)}; {remedy}") from error

    def _alone(self) -> AbstractContextManager[None]:
        return nullcontext()

    def _write(self, manifest: Manifest) -> None:
        self._objects.write(NAME, manifest.data)
