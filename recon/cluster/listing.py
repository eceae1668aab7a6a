"""What is named, in object storage as on a disk, to the files that are read."""

from __future__ import annotations

import glob
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any

from recon.errors import ReadError, UsageError
from recon.host import Owned
from recon.intake import found, named_only
from recon.machinery import described
from recon.model import Reader
from recon.readers.delta import LOG, files_of
from recon.readers.paths import Source, is_uri

WILD: dict[str, str] = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
"""What stands for what in a pattern, as in those of paths."""


@contextmanager
def found_anywhere(paths: Sequence[str], readers: Sequence[Owned[Reader]]) -> Iterator[Iterator[Source | ReadError]]:
    """The sources of paths and URIs, in the order given and sorted within a folder or pattern."""
    yield _found(paths, readers)


def _found(paths: Sequence[str], readers: Sequence[Owned[Reader]]) -> Iterator[Source | ReadError]:
    suffixes = sorted({end for owned in readers for end in owned.object.suffixes}, key=len, reverse=True)
    for remote, group in groupby(paths, key=is_uri):
        if not remote:
            with found([*group], readers) as sources:
                yield from sources
            continue
        for uri in group:
            try:
                yield from _Storage.at(uri, tuple(suffixes), named_only(readers)).sources()
            except ReadError as error:
                yield error


@dataclass(frozen=True, slots=True)
class _Storage:
    """A URI, the file system that it is of, and where in that it lies."""

    uri: str
    filesystem: Any
    base: str
    suffixes: tuple[str, ...]
    named_only: frozenset[str]

    @classmethod
    def at(cls, uri: str, suffixes: tuple[str, ...], named_only: frozenset[str]) -> _Storage:
        try:
            from pyarrow import ArrowException, fs  # noqa: PLC0415  (an extra)
        except ImportError:
            raise UsageError(f"{uri} takes pyarrow; pip install 'recon-figures[ray]'") from None
        try:
            filesystem, base = fs.FileSystem.from_uri(uri.rstrip("/"))
        except (ArrowException, OSError) as error:
            remedy = "name s3://, gs://, abfs:// or a path"
            raise ReadError(uri, f"cannot be understood: {described(error)}", remedy) from error
        return cls(uri.rstrip("/"), filesystem, base, suffixes, named_only)

    def sources(self) -> Iterator[Source]:
        """The files that it means; ReadError where there are none."""
        from pyarrow import fs  # noqa: PLC0415

        try:
            [info] = self.filesystem.get_file_info([self.base])
            if glob.has_magic(self.base) and info.type == fs.FileType.NotFound:
                folder = "/".join(part for part in _before_magic(self.base))
                pattern = re.compile(_regex(self.base))
                files = [one for one in self._below(folder) if pattern.fullmatch(one.path)]
            elif info.type == fs.FileType.Directory:
                files = self._table() or [one for one in self._below(self.base) if self._is_article(one.path)]
            else:
                files = [info] if info.is_file else []
        except OSError as error:
            raise ReadError(
                self.uri, f"cannot be listed: {described(error)}", "check the name and your rights"
            ) from error
        if not files:
            raise ReadError(self.uri, "holds nothing to read", "check the name; a folder is read for files of articles")
        for one in sorted(files, key=lambda one: PurePosixPath(one.path).parts):
            yield self._source(one, named=len(files) == 1 and one.path == self.base)

    def _table(self) -> list[Any]:
        """The files of a Delta table, where it is one."""
        from pyarrow import fs  # noqa: PLC0415

        [log] = self.filesystem.get_file_info([f"{self.base}/{LOG}"])
        if log.type != fs.FileType.Directory:
            return []
        return list(self.filesystem.get_file_info([f"{self.base}/{name}" for name in files_of(self.uri)]))

    def _below(self, folder: str) -> list[Any]:
        from pyarrow import fs  # noqa: PLC0415

        every = self.filesystem.get_file_info(fs.FileSelector(folder, recursive=True))
        return [one for one in every if one.is_file and self._suffix(one.path)]

    def _is_article(self, path: str) -> bool:
        """Whether a file is read in a folder that was named: not a hidden one, nor one that may be anything."""
        inside = PurePosixPath(path.removeprefix(self.base)).parts
        return self._suffix(path) not in self.named_only and not any(part.startswith(".") for part in inside)

    def _source(self, info: Any, *, named: bool) -> Source:
        return Source(
            path=Path(PurePosixPath(info.path).name),
            name=self._prefix() + info.path,
            suffix=self._suffix(info.path) or ".txt",
            folder="" if named else self.uri,
            remote=(info.size, info.mtime_ns or 0),
        )

    def _prefix(self) -> str:
        """What stands before a path of the file system in a URI."""
        return self.uri.removesuffix(self.base)

    def _suffix(self, path: str) -> str:
        return next((end for end in self.suffixes if path.lower().endswith(end)), "")


def _before_magic(path: str) -> Iterator[str]:
    for part in path.split("/"):
        if glob.has_magic(part):
            return
        yield part


def _regex(pattern: str) -> str:
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern)
    return "".join(WILD.get(part, re.escape(part)) for part in parts)
