"""The file of known revisions, TOML: a step of a series that somebody has explained is a note from then on.

    [[revision]]
    series = "dead-varn"
    date = 2031-03-05
    reason = "the ministry struck out names that stood twice"
    link = "https://example.org/revised"

`series` is the key or the title of a series, `date` the day that the flagged number holds for or was published on.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recon.errors import UsageError
from recon.model import Claim, Series
from recon.project import read_text, shown

NAME = "revisions.toml"
KEYS = ("series", "date", "reason", "link")
LARGEST = 1_000_000
HEADER = re.compile(r"^[ \t]{0,40}\[\[[ \t]{0,8}revision[ \t]{0,8}\]\]", re.MULTILINE)

TOML_LINE = re.compile(r"\(at line (\d{1,9}), column \d{1,9}\)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Revision:
    """A step of a series that is known, and why it was made; `file` and `line` tell where that stands."""

    series: str
    date: dt.date
    reason: str
    link: str = ""
    file: str = ""
    line: int = 1

    def is_of(self, series: Series, claim: Claim) -> bool:
        """Whether the flagged claim is the step of that series."""
        named = self.series.casefold() in (series.key, series.title.casefold())
        return named and self.date in (claim.as_of_end, claim.published)

    def __str__(self) -> str:
        return f"{self.reason} ({self.link})" if self.link else self.reason


def explaining(revisions: Iterable[Revision], series: Series, claim: Claim) -> Revision | None:
    """The revision that explains a flag at a claim; None where there is none."""
    return next((one for one in revisions if one.is_of(series, claim)), None)


def load_revisions(path: Path) -> tuple[Revision, ...]:
    """The entries of a file; UsageError, with file and line, for what it must not hold."""
    text = read_text(path, LARGEST)
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = TOML_LINE.search(str(error))
        raise UsageError(f"{path}{f':{at[1]}' if at else ''}: not TOML: {error}; mend it there") from None
    rows = table.pop("revision", [])
    if table or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        strange = re.search(rf"^[ \t\[]{{0,40}}{re.escape(next(iter(table), 'revision'))}\b", text, re.MULTILINE)
        line = text.count("\n", 0, strange.start()) + 1 if strange else 1
        raise UsageError(f"{path}:{line}: holds more than entries; begin each with [[revision]]")
    lines = [text.count("\n", 0, header.start()) + 1 for header in HEADER.finditer(text)]
    lines = lines if len(lines) == len(rows) else [1] * len(rows)
    return tuple(_revision(row, path, line) for row, line in zip(rows, lines, strict=True))


def _revision(row: Mapping[str, Any], path: Path, line: int) -> Revision:
    where = f"{path}:{line}"
    if strange := next((key for key in row if key not in KEYS), ""):
        raise UsageError(f"{where}: an entry has no key {strange!r}; it has {', '.join(KEYS)}")
    date = row.get("date")
    if not isinstance(date, dt.date) or isinstance(date, dt.datetime):
        raise UsageError(f"{where}: date is a day, as in date = 2031-03-05")
    for key in ("series", "reason", "link"):
        if not isinstance(row.get(key, ""), str):
            raise UsageError(f"{where}: {key} is a text, not {row[key]!r}; put it in quotes")
    for key in ("series", "reason"):
        if not row.get(key, "").strip():
            raise UsageError(f"{where}: the entry has no {key}; it needs series, date and reason")
    texts = {key: row.get(key, "").strip() for key in ("series", "reason", "link")}
    return Revision(**texts, date=date, file=shown(path), line=line)
