"""What the user names (files, folders, patterns) to the files that are read, in order, each once."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from recon.datasets import is_dataset
from recon.errors import ReadError
from recon.readers.delta import LOG, files_of
from recon.readers.files import name_of, unreadable
from recon.readers.sidecar import NAME as SIDECAR
from recon.readers.sidecar import Sidecar, normal, read_sidecar

URI = re.compile(r"[a-z][a-z0-9+.-]{1,20}://")


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A file to read, the name its document goes by, and what a `documents.csv` says of it; `folder` is the one that
    was named and it was found in, "" for a file that was named itself. `remote` are size and time of one that lies in
    object storage under its name, a URI; its path is then no more than how the file is called."""

    path: Path
    name: str
    suffix: str
    folder: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    remote: tuple[int, int] | None = None


def is_uri(path: str) -> bool:
    """Whether it names something in object storage."""
    return URI.match(path) is not None and not is_web(path)


def is_web(path: str) -> bool:
    """Whether it is the address of a page."""
    return path.startswith(("http://", "https://"))


def find_sources(
    paths: Sequence[str], suffixes: Iterable[str], named_only: Iterable[str] = ()
) -> Iterator[Source | ReadError]:
    """The files that `paths` mean, in the order given and sorted within a folder or pattern; an error where one fails.

    A folder gives its files of the known `suffixes`, hidden ones left out, and those of the `named_only`; a file named
    outright may also have no suffix at all, and is then plain text.
    """
    finder = _Finder(tuple(sorted(suffixes, key=len, reverse=True)), frozenset(named_only))
    for path in paths:
        yield from finder.find(path)


@dataclass
class _Finder:
    suffixes: tuple[str, ...]
    named_only: frozenset[str] = frozenset()
    seen: set[str] = field(default_factory=set)
    sidecars: dict[str, Sidecar] = field(default_factory=dict)

    def find(self, given: str) -> Iterator[Source | ReadError]:
        path = Path(given)
        if not given:  # an unset variable of a shell; not the working directory
            yield ReadError('""', "an empty path", "name a file or a folder")
        elif is_web(given):
            yield ReadError(
                given, "is on the web, from which recon fetches nothing", "save the page, and name the file"
            )
        elif is_uri(given):
            problem = "lies in object storage, of which recon reads datasets"
            yield ReadError(given, problem, "for articles there: recon extract --engine ray")
        elif is_dataset(path):
            problem = "is a dataset, and holds figures in the place of articles"
            yield ReadError(given, problem, "name its articles here; recon reconcile and recon report read a dataset")
        elif (path / LOG).is_dir():
            yield from self._delta(path)
        elif path.is_dir():
            yield from self._folder(path)
        elif glob.has_magic(given) and not path.exists():
            yield from self._pattern(given)
        else:
            yield from self._file(path)

    def _folder(self, folder: Path) -> Iterator[Source | ReadError]:
        failures: list[ReadError] = []
        files: list[Path] = []
        sidecars: list[Sidecar] = []
        for root, folders, names in os.walk(folder, onerror=lambda error: failures.append(_listing(error))):
            folders[:] = sorted(name for name in folders if not (name.startswith(".") or is_dataset(Path(root, name))))
            files += (Path(root, name) for name in names if not name.startswith(".") and self._unnamed(Path(name)))
            sidecars += self._sidecars(Path(root))
        failures += [error for sidecar in sidecars for error in (*sidecar.absent, *sidecar.errors)]
        yield from sorted(failures, key=lambda error: (error.path, error.line or 0))
        articles = sorted((path for path in files if path.is_file()), key=lambda path: path.parts)
        if not articles and not failures:
            known = ", ".join(sorted({*self.suffixes} - self.named_only))
            yield ReadError(name_of(folder), "holds no article", f"put files of {known} in it")
        for path in articles:
            for source in self._source(path, self._suffix(path), inside=folder):
                yield replace(source, folder=name_of(folder))

    def _delta(self, folder: Path) -> Iterator[Source | ReadError]:
        try:
            files = files_of(folder.as_posix())
        except ReadError as error:
            yield error
            return
        for name in files:
            yield from self._source(folder / name, self._suffix(Path(name)), inside=folder)

    def _pattern(self, pattern: str) -> Iterator[Source | ReadError]:
        matches = sorted(map(Path, glob.glob(pattern, recursive=True)), key=lambda path: path.parts)  # noqa: PTH207
        wanted = [path for path in matches if path.is_dir() or self._suffix(path)]
        if not wanted:
            yield ReadError(pattern, "no article matches", "check the pattern, and put it in quotes")
        for path in wanted:
            yield from self._folder(path) if path.is_dir() else self._file(path)

    def _file(self, path: Path) -> Iterator[Source | ReadError]:
        if path.name == SIDECAR:  # as a shell's `folder/*` names it
            return
        suffix = self._suffix(path)
        if path.suffix and not suffix and path.exists():
            known = ", ".join(sorted(self.suffixes))
            yield ReadError(name_of(path), f"no reader for {path.suffix}", f"give a file of {known}")
            return
        for sidecar in self._sidecars(path.parent):
            yield from sidecar.errors
        yield from self._source(path, suffix or ".txt", inside=path.parent)

    def _source(self, path: Path, suffix: str, inside: Path) -> Iterator[Source]:
        real = os.path.realpath(path)
        if real in self.seen:
            return
        self.seen.add(real)
        yield Source(path=path, name=name_of(path), suffix=suffix, fields=self._fields(path, inside))

    def _fields(self, path: Path, inside: Path) -> Mapping[str, Any]:
        """What the nearest `documents.csv` from the file's folder up to `inside` says of the file."""
        key = normal(path)
        folder = path.parent
        while True:
            sidecar = self.sidecars.get(normal(folder), Sidecar())
            if key in sidecar.fields or folder in (inside, folder.parent):
                return sidecar.fields.get(key, {})
            folder = folder.parent

    def _sidecars(self, folder: Path) -> list[Sidecar]:
        """The folder's table, if it was not read before."""
        key = normal(folder)
        if key in self.sidecars:
            return []
        self.sidecars[key] = read_sidecar(folder)
        return [self.sidecars[key]]

    def _unnamed(self, path: Path) -> bool:
        """Whether a file of that name is read where it stands in a folder that was named."""
        suffix = self._suffix(path)
        return bool(suffix) and suffix not in self.named_only

    def _suffix(self, path: Path) -> str:
        name = path.name.lower()
        return next((suffix for suffix in self.suffixes if name.endswith(suffix)), "")


def _listing(error: OSError) -> ReadError:
    return unreadable(Path(error.filename), error)
