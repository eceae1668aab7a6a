"""Which document then is which now, by their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence


def paired_names(old: Sequence[str], new: Sequence[str], roots: tuple[str, str] = ("", "")) -> list[tuple[str, str]]:
    """The old names in order, each with the new one of the same document or "", then ("", name) for what is only new.

    It is the one of the same name, else of the same name below the folder that was given as root, or that those share
    that have no namesake, else the only one whose file is called so.
    """
    found = {name: name for name in set(old).intersection(new)}
    for called in (_below, _last):
        taken = set(found.values())
        left = [[name for name in old if name not in found], [name for name in new if name not in taken]]
        folders = [root or _shared_folder(side) for root, side in zip(roots, left, strict=True)]
        names = [_once(side, folder, called) for folder, side in zip(folders, left, strict=True)]
        found |= {name: names[1][short] for short, name in names[0].items() if short in names[1]}
    taken = set(found.values())
    return [*((name, found.get(name, "")) for name in old), *(("", name) for name in new if name not in taken)]


def _once(names: Sequence[str], folder: str, called: Callable[[str, str], str]) -> dict[str, str]:
    """Names by what they are called for short, those alone that are the only ones called so."""
    short = Counter(called(name, folder) for name in names)
    return {called(name, folder): name for name in names if short[called(name, folder)] == 1}


def _shared_folder(names: Sequence[str]) -> str:
    shared: list[str] = []
    for parts in zip(*(one.split("/")[:-1] for one in names), strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    return "/".join(shared)


def _below(name: str, folder: str) -> str:
    return name.removeprefix(folder).lstrip("/")


def _last(name: str, folder: str) -> str:  # noqa: ARG001
    return name.rpartition("/")[2]
