"""Case files: what a plugin's object is given, in TOML, and what it must make of it.

    [[case]]
    id = "one unit twice"
    text = "The trail is 16 km (16 miles) long."
    findings = [{ text = "16 km (16 miles", message = "are not the same" }]

    [[near_miss]]
    id = "rightly converted"
    text = "The trail is 16 km (10 miles) long."

A case holds what the object is for, a near miss what only looks like it and gives nothing. Given is a `text`, the other
keys beside it being fields of `Document`, or `claims`, each with fields of `Claim`. Wanted are the `findings` of a
check, the `figures` of an extractor or of units, or the `estimates` of a reconciler. TOML has no null: "none" is None.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from recon.errors import UsageError
from recon.model import Claim, Document, Figure

GROUPS = ("case", "near_miss")
DATES = ("published", "modified", "fetched", "as_of_start", "as_of_end", "at")
TUPLES = ("chain", "unit_alternatives", "support", "set_aside")
MADE = frozenset({"id", "text", "body_start", "title_start", "dates_from", "source"})
"""What a reader makes out, and no case says."""
OF_DOCUMENT = frozenset(one.name for one in fields(Document)) - MADE
OF_CLAIM = frozenset(one.name for one in fields(Claim)) - {"series"}
PARTS = ("message", "working", "suggestion", "why")
"""Keys of which a part will do."""
WANTED: Mapping[str, tuple[str, ...]] = {
    "findings": ("text", "severity", "fixed", "message", "working", "suggestion"),
    "figures": tuple(one.name for one in fields(Figure) if one.name not in ("id", "doc")),
    "estimates": ("at", "low", "best", "high", "support", "set_aside", "why"),
}
"""What a case may want, and the keys of each."""

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """What is given, a `text` with what is `known` of it or `claims`, and what is `wanted` of it: `of` is "findings",
    "figures" or "estimates", "" for a near miss. Its `str` is a name for a test."""

    file: str
    id: str
    text: str = ""
    known: Row = field(default_factory=dict)
    claims: tuple[Row, ...] = ()
    of: str = ""
    wanted: tuple[Row, ...] = ()

    def __str__(self) -> str:
        return f"{self.file}: {self.id}"


def cases(path: str | Path) -> list[Case]:
    """The cases of a file, or of every `.toml` in a folder, in order; UsageError for what is none."""
    place = Path(path)
    files = sorted(place.glob("*.toml")) if place.is_dir() else [place]
    found = [case for file in files for case in _cases(file)]
    if not found:
        raise UsageError(f"{path}: holds no case; write one under [[case]]")
    return found


def _cases(file: Path) -> list[Case]:
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{file}: cannot be read: {(error.strerror or str(error)).lower()}") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{file}: cannot be read as TOML: {error}") from None
    made: list[Case] = []
    for group, rows in told.items():
        if group not in GROUPS or not isinstance(rows, list):
            raise UsageError(f"{file}: {group} is none of {', '.join(f'[[{one}]]' for one in GROUPS)}")
        made += (_case(row, group, file.name) for row in rows)
    names = [case.id for case in made]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        raise UsageError(f"{file}: two cases have the id {twice!r}; give each one of its own")
    return made


def _case(row: Row, group: str, file: str) -> Case:
    where = f"{file}: {row.get('id', 'a case without id')}"
    text, claims = row.get("text"), row.get("claims")
    if not isinstance(row.get("id"), str) or isinstance(text, str) == isinstance(claims, list):
        raise UsageError(f"{where}: needs an id, and a text or claims")
    of = [key for key in WANTED if row.get(key)]
    if len(of) != (group == "case"):
        raise UsageError(f"{where}: a case has one of {', '.join(WANTED)}, and a near_miss has none")
    known = {key: value for key, value in row.items() if key not in ("id", "text", "claims", *WANTED)}
    _refuse(known, OF_DOCUMENT if claims is None else (), f"{where}: a document")
    told = tuple(_rows(claims or [], OF_CLAIM, f"{where}: a claim"))
    wanted = tuple(row_ for key in of for row_ in _rows(row[key], WANTED[key], f"{where}: {key}"))
    return Case(
        file=file,
        id=row["id"],
        text=text or "",
        known=_typed(known, where),
        claims=tuple(_typed(one, where) for one in told),
        of="".join(of),
        wanted=tuple(_typed(one, where) for one in wanted),
    )


def _rows(rows: Any, known: Collection[str], where: str) -> Iterator[Row]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UsageError(f"{where}: is a list of tables, as in [{{ … }}, {{ … }}]")
    for row in rows:
        _refuse(row, known, where)
        yield row


def _refuse(row: Row, known: Collection[str], where: str) -> None:
    if strange := next((key for key in row if key not in known), ""):
        there = f"there are {', '.join(sorted(known))}" if known else "there is none beside its claims"
        raise UsageError(f"{where} has no key {strange!r}; {there}")


def _typed(row: Row, where: str) -> Row:
    try:
        return {key: _value(key, value) for key, value in row.items()}
    except (TypeError, ValueError) as error:
        raise UsageError(f"{where}: {error}") from None


def _value(key: str, value: Any) -> Any:
    """A value as the field's type: TOML may write a date in quotes or without, and has lists for tuples."""
    if value == "none":
        return None
    if key in DATES and isinstance(value, str):
        return dt.date.fromisoformat(value)
    return tuple(value) if key in TUPLES else value
