"""The suppressions file, TOML: for plain text and records, which have no comments.

    [[suppress]]
    doc = "wire/flood.txt"
    code = "RC101"
    text = "16 km (16 miles)"
    reason = "a quotation, and the speaker was wrong"

An entry holds where its words stand, on whatever line that is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recon.errors import UsageError
from recon.model import Document, Finding
from recon.project import read_text, shown
from recon.quoting import text_under
from recon.selection import path_from, unknown

NAME = "recon.suppressions.toml"
KEYS = ("doc", "code", "text", "reason")
HEADER = re.compile(r"^[ \t]{0,40}\[\[[ \t]{0,8}suppress[ \t]{0,8}\]\]", re.MULTILINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """What one entry says, and the file and line it stands at; `folder` is where its `doc` begins."""

    file: str
    line: int
    folder: str
    doc: str
    code: str
    text: str
    reason: str = ""

    def is_of(self, document: Document) -> bool:
        """Whether the entry is of this document: by its id, or its path from the folder of the file."""
        return self.doc in (document.id, path_from(self.folder, document.id))

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the entry's words stand in a text, its blanks matching line ends too."""
        pattern = re.compile(r"\s+".join(map(re.escape, self.text.split())))
        return (found.span() for found in pattern.finditer(text))

    def holds(self, document: Document, finding: Finding) -> bool:
        """Whether the finding stands within the entry's words, or they within the finding's span."""
        if finding.end <= finding.start:
            return " ".join(self.text.split()) in " ".join(finding.message.split())
        return any(
            (first <= finding.start and finding.end <= last) or (finding.start <= first and last <= finding.end)
            for first, last in self.spans(text_under(document, finding))
        )


def load_entries(path: Path, names: Mapping[str, str]) -> tuple[Entry, ...]:
    """The entries of a suppressions file; UsageError, with file and line, for what it must not hold."""
    text = read_text(path)
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{path}: not TOML: {error}; mend it there") from None
    rows = table.pop("suppress", [])
    if table or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UsageError(f"{path}: holds more than entries; begin each with [[suppress]]")
    lines = [text.count("\n", 0, header.start()) + 1 for header in HEADER.finditer(text)]
    lines = lines if len(lines) == len(rows) else [1] * len(rows)
    return tuple(_entry(row, path, line, names) for row, line in zip(rows, lines, strict=True))


def _entry(row: Mapping[str, Any], path: Path, line: int, names: Mapping[str, str]) -> Entry:
    where = f"{path}:{line}"
    for key, value in row.items():
        if key not in KEYS:
            raise UsageError(f"{where}: an entry has no key {key!r}; it has {', '.join(KEYS)}")
        if not isinstance(value, str):
            raise UsageError(f"{where}: {key} is a text, not {value!r}; put it in quotes")
    for key in KEYS[:3]:
        if not row.get(key, "").strip():
            raise UsageError(f"{where}: the entry has no {key}; it needs doc, code and the text it concerns")
    if problem := unknown(row["code"], names):
        raise UsageError(f"{where}: {problem}")
    if row["code"].upper().startswith("RX"):
        raise UsageError(f"{where}: {row['code']} is of the machinery; leave it out with ignore or per-path")
    folder = str(path.parent.resolve())
    return Entry(file=shown(path), line=line, folder=folder, **{key: row.get(key, "").strip() for key in KEYS})
