"""The overrides file, TOML: what an analyst decides, each entry with the claims it is about and why.

[[set]]
claim = { id = "wire/flood.txt#body:120-126", text = "12,000", words = "About 12,000 people are missing" }
as_of = 2031-05-04
why = "the agency's table of that day"
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from recon.errors import UsageError
from recon.model import OverrideVerb
from recon.overrides.contradictions import refuse_contradictions
from recon.overrides.entries import VERBS, Entry, Folded, Ref
from recon.overrides.values import SETTABLE, clipped, read_values
from recon.project import read_text, shown

NAME = "recon.overrides.toml"
LARGEST = 4_000_000
"""Bytes; some ten thousand entries."""
DOTS, ALL_DOTS = 64, 500
"""The most dots of one line outside quotes, and in all: a key of as many parts takes a parser's memory squared."""
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|$)|\'[^\']*+(?:\'|$)')
HEADER = re.compile(r"^[ \t]{0,40}\[\[[ \t]{0,8}([a-z-]{1,20})[ \t]{0,8}\]\]", re.MULTILINE)
CLAIM_ID = re.compile(r".+#(?:body|title):\d{1,12}-\d{1,12}", re.DOTALL)
REF_KEYS = ("id", "text", "words")
CLAIMS = ("claim", "claims")
KEYS: Mapping[OverrideVerb, tuple[str, ...]] = {
    "set": (*CLAIMS, *SETTABLE, "why"),
    "fold": ("name", "also", "of", "why"),
    "leave-out": (*CLAIMS, "source", "doc", "why"),
    "merge": ("claims", "why"),
    "split": (*CLAIMS, "why"),
    "move": (*CLAIMS, "to", "why"),
    "note": (*CLAIMS, "why"),
}
MEANT = {
    "speaker": "said_by", "date": "as_of", "day": "as_of", "as-of": "as_of", "as_of_start": "as_of",
    "as_of_end": "as_of", "reason": "why", "note": "why", "id": "claim", "ids": "claims", "text": "claim",
    "into": "to", "names": "also", "publisher": "source", "outlet": "source", "document": "doc", "path": "doc",
    "exclude": "leave-out", "drop": "leave-out", "ignore": "leave-out", "join": "merge", "alias": "fold",
}  # fmt: skip
"""What people write instead of a key or a verb."""


def load_overrides(path: Path) -> tuple[Entry, ...]:
    """The entries of an overrides file in its order; UsageError, with file and line, for what it must not hold."""
    text = read_text(path, LARGEST)
    _refuse_bombs(text, path)
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path}: not TOML: {error}; mend it there") from None
    lines = _lines(text)
    entries = []
    for verb, rows in table.items():
        if verb not in VERBS:
            raise UsageError(f"{path}: there is no [[{_short(verb)}]]; {_instead(verb, VERBS, 'there are')}")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise UsageError(f"{path}: {verb} is no list of entries; begin each with [[{verb}]]")
        found = lines.get(verb, [])
        numbers = found if len(found) == len(rows) else [1] * len(rows)
        entries += [_entry(verb, row, path, line) for row, line in zip(rows, numbers, strict=True)]
    entries.sort(key=lambda entry: entry.line)
    refuse_contradictions(entries, {ref.id: ref.id for entry in entries for ref in entry.refs})
    return tuple(entries)


def _refuse_bombs(text: str, path: Path) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        dots = 0 if line.lstrip().startswith("#") else line.count(".")
        if dots > ALL_DOTS or (dots > DOTS and QUOTED.sub("", line).count(".") > DOTS):
            raise UsageError(f"{path}:{number}: more than {DOTS} dots in what is no text; no entry needs such a key")


def _lines(text: str) -> dict[str, list[int]]:
    """The lines at which the entries of each verb begin."""
    found: dict[str, list[int]] = {}
    number, at = 1, 0
    for header in HEADER.finditer(text):
        number += text.count("\n", at, header.start())
        at = header.start()
        found.setdefault(header[1], []).append(number)
    return found


def _entry(verb: OverrideVerb, row: Mapping[str, Any], path: Path, line: int) -> Entry:
    where = f"{path}:{line}"
    for key in row:
        if key not in KEYS[verb]:
            raise UsageError(f"{where}: {verb} has no key {_short(key)!r}; {_instead(key, KEYS[verb], 'it has')}")
    claims = _claims(row, where)
    entry = Entry(
        verb=verb,
        file=shown(path),
        line=line,
        folder=str(path.parent.resolve()),
        claims=claims,
        to=_ref(row["to"], f"{where}: to") if "to" in row else None,
        values=read_values(row, where) if verb == "set" else {},
        name=_text(row, "name", where),
        also=_names(row, where),
        of=_of(row, where),
        source=_text(row, "source", where),
        doc=_text(row, "doc", where),
        why=_text(row, "why", where),
    )
    if missing := _missing(entry):
        raise UsageError(f"{where}: {missing}")
    return entry


def _missing(entry: Entry) -> str:
    """What the entry lacks to be followed, in words."""
    match entry.verb:
        case "fold":
            return "" if entry.name and entry.also else "a fold has a name and also, a list of the names it goes by"
        case "leave-out":
            given = sum(map(bool, (entry.claims, entry.source, entry.doc)))
            return "" if given == 1 else "a leave-out has one of source, doc, claim and claims"
        case "merge":
            few = "a merge has two claims or more, one from each series that it joins"
            return "" if len({ref.id for ref in entry.claims}) > 1 else few
        case "move":
            return "" if entry.claims and entry.to else "a move has claims, and to: a claim of the series they go to"
        case "note":
            return "" if entry.claims and entry.why else "a note has claims and why, the words to show beside them"
        case "set":
            what = f"a set has claims and what it sets: one of {', '.join(SETTABLE)}"
            return "" if entry.claims and entry.values else what
        case _:
            return "" if entry.claims else f"a {entry.verb} has claims"


def _claims(row: Mapping[str, Any], where: str) -> tuple[Ref, ...]:
    if "claim" in row and "claims" in row:
        raise UsageError(f"{where}: has both claim and claims; write claims = [ … ] for several")
    if "claim" in row:
        return (_ref(row["claim"], f"{where}: claim"),)
    told = row.get("claims", [])
    if not isinstance(told, list):
        raise UsageError(f"{where}: claims is a list, not {clipped(told)}; write claim = … for one")
    return tuple(_ref(one, f"{where}: claim {number}") for number, one in enumerate(told, 1))


def _ref(told: object, where: str) -> Ref:
    example = '{ id = "a.txt#body:12-15", text = "450" }'
    if not isinstance(told, dict):
        raise UsageError(f"{where} is {example}, not {clipped(told)}; recon reconcile --edit prints them")
    for key, value in told.items():
        if key not in REF_KEYS:
            raise UsageError(f"{where} has no key {_short(key)!r}; {_instead(key, REF_KEYS, 'it has')}")
        if not isinstance(value, str):
            raise UsageError(f"{where}: {key} is a text, not {clipped(value)}; put it in quotes")
    if not CLAIM_ID.fullmatch(told.get("id", "")):
        raise UsageError(f"{where} has no claim id such as {example}; recon reconcile --edit prints them")
    if not told.get("text", "").strip():
        raise UsageError(f"{where} has no text; copy the number as it is printed, so that no other can take its place")
    return Ref(**{key: told.get(key, "") if key == "id" else " ".join(told.get(key, "").split()) for key in REF_KEYS})


def _text(row: Mapping[str, Any], key: str, where: str) -> str:
    value = row.get(key, "")
    if not isinstance(value, str):
        raise UsageError(f"{where}: {key} is a text, not {clipped(value)}; put it in quotes")
    if key in row and key != "why" and not value.strip():
        raise UsageError(f"{where}: {key} is empty; name what it is about")
    return " ".join(value.split())


def _names(row: Mapping[str, Any], where: str) -> tuple[str, ...]:
    value = row.get("also", [])
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(name, str) and name.strip() for name in listed):
        raise UsageError(f"{where}: also is a list of names in quotes, not {clipped(value)}")
    return tuple(" ".join(name.split()) for name in listed)


def _of(row: Mapping[str, Any], where: str) -> Folded:
    value = row.get("of", "speaker")
    if value not in get_args(Folded):
        raise UsageError(f"{where}: of is one of {', '.join(get_args(Folded))}; not {clipped(value)}")
    return value  # type: ignore[no-any-return]


def _instead(word: str, known: Sequence[str], there_are: str) -> str:
    """What may have been meant, else all that there is."""
    meant = MEANT.get(word.lower(), "")
    near: Iterator[str] | list[str] = difflib.get_close_matches(word.lower()[:40], known, n=2, cutoff=0.6)
    told = dict.fromkeys([*([meant] if meant in known else []), *near])
    return f"did you mean {' or '.join(told)}?" if told else f"{there_are} {', '.join(known)}"


def _short(word: str) -> str:
    return word if len(word) <= 40 else f"{word[:39]}…"
