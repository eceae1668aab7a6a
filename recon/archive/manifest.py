"""The manifest of a dataset: what it was made with, and what it holds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from recon.archive.layout import HIDDEN, PART, replaced
from recon.datasets import NAME, bytes_in, told_of
from recon.errors import ReadError, UsageError
from recon.host import Host, Owned, version
from recon.model import Extractor
from recon.units import Extension

TABLE = "delta"
"""The folder of the table, for a dataset that is kept as one."""
LAYOUT = 1
"""The version of what a dataset looks like."""
MADE_BY_EXTRACTION = ("reader", "extractor", "unit")
"""The kinds of object on which documents and figures depend."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Manifest:
    """What a dataset was made with; `counts` are those of the last run that came to its end, none before."""

    made_with: Mapping[str, Any]
    form: str = "parquet"
    complete: bool = False
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def hash(self) -> str:
        """The same for runs that give the same figures of the same documents."""
        return sha256(json.dumps(self.made_with, sort_keys=True).encode()).hexdigest()

    @property
    def data(self) -> bytes:
        """It as a file."""
        told = {
            "layout": LAYOUT,
            "format": self.form,
            "complete": self.complete,
            "configuration_hash": self.hash,
            "made_with": self.made_with,
            "counts": self.counts,
        }
        return (json.dumps(told, indent=2, ensure_ascii=False) + "\n").encode()

    def write(self, folder: Path) -> None:
        """Put it in its place."""
        replaced(folder / NAME, self.data)


def made_with(
    host: Host,
    extractor: Owned[Extractor],
    units: Extension,
    readers: Mapping[str, Mapping[str, Any]],
    *,
    everything: bool,
) -> dict[str, Any]:
    """What figures depend on: recon, the extractor, plugins that read, extract or bring units, and the options.

    `readers` are their options by name, as the configuration gives them.
    """
    owners = {
        (owned.owner.distribution, owned.owner.version, owned.owner.entry_point)
        for owned in host.objects()
        if owned.kind in MADE_BY_EXTRACTION
    }
    return {
        "recon": version(),
        "extractor": str(extractor),
        "all": everything,
        "units": repr(units),
        "readers": repr(sorted((name, sorted(options.items())) for name, options in readers.items())),
        "plugins": [" ".join(filter(None, owner)) for owner in sorted(owners)],
    }


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a dataset; ReadError where it cannot be used."""
    return manifest_from(bytes_in(folder), str(folder / NAME))


def manifest_from(data: bytes | None, name: str) -> Manifest:
    """The manifest in the bytes of the file of that name; ReadError where it cannot be used."""
    told = told_of(data)
    if told is None:
        raise ReadError(name, "is no manifest of recon", "name a folder that recon extract wrote")
    if told["layout"] != LAYOUT:
        problem = f"has the layout {told['layout']!r}, and this recon knows {LAYOUT}"
        raise ReadError(name, problem, "extract into a new folder")
    return Manifest(
        made_with=told["made_with"], form=told["format"], complete=told["complete"] is True, counts=told["counts"]
    )


def agreed(folder: Path, wanted: Manifest) -> Manifest | None:
    """The manifest that is there already, None in an empty folder; UsageError where `wanted` cannot go on with it."""
    data = bytes_in(folder) if (folder / NAME).exists() else None
    names = [path.name for path in folder.iterdir()]
    return agreed_with(names, data, wanted, str(folder), there=(folder / NAME).exists())


def agreed_with(
    names: Iterable[str], data: bytes | None, wanted: Manifest, folder: str, *, there: bool
) -> Manifest | None:
    """The same of a folder in which these names stand, and in the manifest, where it is `there`, these bytes."""
    if not there:
        if strange := strange_among(names):
            problem = f"{folder} holds other files ({strange[0]}) and no dataset"
            raise UsageError(f"{problem}; name an empty folder or a new one")
        return None
    held = manifest_from(data, f"{folder}/{NAME}")
    if held.form != wanted.form:
        raise UsageError(f"{folder} is kept as {held.form}; give --format {held.form}, --fresh, or a new folder")
    if held.hash != wanted.hash:
        differing = ", ".join(_differing(held.made_with, wanted.made_with))
        problem = f"{folder} was made with another configuration ({differing})"
        raise UsageError(f"{problem}; give --fresh to make it anew, or name a new folder")
    return held


def strangers(folder: Path) -> list[str]:
    """What lies in a folder that is of no dataset: nothing of it may be deleted."""
    return strange_among(path.name for path in folder.iterdir())


def strange_among(names: Iterable[str]) -> list[str]:
    """Those names that are of no dataset."""
    return sorted(
        name for name in names if not (name.startswith(HIDDEN) or name in (NAME, TABLE) or PART.fullmatch(name))
    )


def _differing(held: Mapping[str, Any], wanted: Mapping[str, Any]) -> list[str]:
    return [name for name in wanted if held.get(name) != wanted[name]] or ["its keys"]
