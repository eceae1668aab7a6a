"""A baseline: the findings there were on the day a newsroom began, which do not count from then on.

JSON, one finding to a line, told by document, code and quoted words and never by line; what stands there several times
has a count, so that one more is new.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from recon.errors import UsageError
from recon.project import read_text, shown
from recon.selection import path_from

VERSION = 1
KEYS = ("doc", "code", "text")

Key = tuple[str, str, str]
"""Document, code, quoted words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Baseline:
    """How often each finding is known; `folder` is where the documents' paths begin."""

    file: str
    folder: str
    known: Mapping[Key, int] = field(default_factory=dict)

    def key(self, doc: str, code: str, quoted: str) -> Key:
        """How the baseline calls a finding."""
        return path_from(self.folder, doc), code, quoted


def load_baseline(path: Path) -> Baseline:
    """The baseline of a file; UsageError for one that is none."""
    text = read_text(path)
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        raise UsageError(f"{path}: not JSON; make it anew with --write-baseline") from None
    rows = told.get("findings") if isinstance(told, dict) else None
    if not isinstance(told, dict) or told.get("recon-baseline") != VERSION or not isinstance(rows, list):
        raise UsageError(f"{path}: no baseline of recon's; make it anew with --write-baseline")
    known: Counter[Key] = Counter()
    for number, row in enumerate(rows, 1):
        if not _is_row(row):
            raise UsageError(f"{path}: finding {number} has no doc, code and text; make it anew with --write-baseline")
        known[row["doc"], row["code"], row["text"]] += row.get("count", 1)
    return replace(empty_baseline(path), known=dict(known))


def empty_baseline(path: Path) -> Baseline:
    """A baseline at `path` that knows nothing."""
    return Baseline(file=shown(path), folder=str(path.parent.resolve()))


def _is_row(row: Any) -> bool:
    return (
        isinstance(row, dict)
        and all(isinstance(row.get(key), str) for key in KEYS)
        and type(row.get("count", 1)) is int
        and row.get("count", 1) > 0
    )


def baseline_text(keys: Iterable[Key]) -> str:
    """A baseline as it is written: sorted, so that it says in a diff what came and went."""
    rows = []
    for (doc, code, text), count in sorted(Counter(keys).items()):
        row = {"doc": doc, "code": code, "text": text} | ({"count": count} if count > 1 else {})
        rows.append(f"  {json.dumps(row, ensure_ascii=False)}")
    listed = ",\n".join(rows)
    return (
        f'{{"recon-baseline": {VERSION}, "findings": [\n{listed}\n]}}\n'
        if rows
        else (f'{{"recon-baseline": {VERSION}, "findings": []}}\n')
    )
