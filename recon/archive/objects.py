"""A folder of object storage, by its URI: objects with names, each written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from recon.errors import ReadError, ReconError, UsageError
from recon.machinery import described

INSTALL = "pip install 'recon-figures[ray]'"


@dataclass(frozen=True, slots=True)
class Objects:
    """The objects below a URI. What they cannot do is an OSError."""

    uri: str
    filesystem: Any
    base: str

    @classmethod
    def at(cls, uri: str) -> Objects:
        """The folder at a URI; UsageError for one that is none of object storage."""
        try:
            pyarrow, fs = import_module("pyarrow"), import_module("pyarrow.fs")
        except ImportError:
            raise UsageError(f"{uri} takes pyarrow; {INSTALL}") from None
        try:
            filesystem, base = fs.FileSystem.from_uri(uri.rstrip("/"))
        except (pyarrow.ArrowException, OSError) as error:
            problem = f"{uri} cannot be understood: {described(error)}"
            raise UsageError(f"{problem}; name s3://, gs:// or abfs://, or a folder") from error
        if isinstance(filesystem, fs.LocalFileSystem):
            raise UsageError(f"{uri} is on a disk; name it as a path")
        if not base:
            raise UsageError(f"{uri} names no bucket; name one, and a folder in it")
        return cls(uri.rstrip("/"), filesystem, base)

    def names(self) -> list[str]:
        """All of them, in order."""
        fs = import_module("pyarrow.fs")
        found = self.filesystem.get_file_info(fs.FileSelector(self.base, recursive=True, allow_not_found=True))
        return sorted(one.path.removeprefix(f"{self.base}/") for one in found if one.is_file)

    def read(self, name: str) -> bytes | None:
        """The bytes of one, None where there is none of that name."""
        try:
            with self.filesystem.open_input_stream(f"{self.base}/{name}", compression=None) as stream:
                return bytes(stream.read())
        except FileNotFoundError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """Put one in its place."""
        with self.filesystem.open_output_stream(f"{self.base}/{name}", compression=None) as stream:
            stream.write(data)

    def delete(self, name: str) -> None:
        """Take one away."""
        self.filesystem.delete_file(f"{self.base}/{name}")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """What is refused meanwhile is a `ReadError`."""
        try:
            yield
        except OSError as error:
            problem = f"cannot be read: {described(error)}"
            raise ReadError(self.uri, problem, "see that it is there, and that keys and endpoint are set") from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """What is refused meanwhile is a `ReconError` that says how to go on."""
        try:
            yield
        except OSError as error:
            remedy = "mend that and run the same command again: it goes on from what is whole"
            raise ReconError(f"{self.uri}: cannot be written: {described(error)}; {remedy}") from error
