"""The block of `key: value` lines between two `---` lines at the head of a text file.

The part of YAML that articles use: one scalar to a line, bare or in quotes, and comments. It is read here and not by a
YAML library because a figure of the title needs the title's exact place in the file. Keys recon does not know may hold
anything, lists and nested lines included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recon.errors import ReadError
from recon.readers.fields import ALIASES

FENCE = re.compile(r"---[ \t]*(?:\r\n|[\r\n]|$)")
LINE = re.compile(r"([^\r\n]*)(?:\r\n|[\r\n]|$)")
KEY = re.compile(r"([A-Za-z][\w-]{0,60})[ \t]*:(?:[ \t]+|$)")
BARE_END = re.compile(r"[ \t]#")
EMPTY = frozenset({"", "~", "null"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One value as written, quotes off and escapes kept, so that it stands verbatim at `start` of the file."""

    key: str
    value: str
    start: int
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class FrontMatter:
    """The known entries by key, and where the body begins."""

    entries: dict[str, Entry]
    body_start: int


def front_matter(text: str, name: str) -> FrontMatter:
    """The front matter at the head of `text`, after a byte-order mark if there is one; none is no error.

    Raises `ReadError`, in the file's `name`, where the block does not close or a line of it is no `key: value`.
    """
    start = 1 if text.startswith("\ufeff") else 0
    fence = FENCE.match(text, start)
    if fence is None or fence.end() == len(text):
        return FrontMatter(entries={}, body_start=start)
    entries: dict[str, Entry] = {}
    for line, begin, content, end in _lines(text, fence.end()):
        if content.rstrip(" \t") in ("---", "..."):
            return FrontMatter(entries=entries, body_start=end)
        entry = _entry(content, begin, line, name)
        if entry is None:
            continue
        if entry.key in entries:
            raise ReadError(name, f"front matter has {entry.key} twice", "keep one", line)
        entries[entry.key] = entry
    raise ReadError(name, "front matter opens with --- and never closes", "put a line --- after its last key", 1)


def _lines(text: str, start: int) -> Iterator[tuple[int, int, str, int]]:
    number = 2
    while start < len(text):
        match = LINE.match(text, start)
        assert match is not None  # noqa: S101  (LINE matches anything)
        yield number, start, match[1], match.end()
        number, start = number + 1, match.end()


def _entry(content: str, begin: int, line: int, name: str) -> Entry | None:
    if not content.strip() or content.lstrip().startswith("#") or content[0] in " \t-]}":
        return None  # blank, a comment, or more of a list or mapping that a key above opened
    key = KEY.match(content)
    if key is None:
        raise ReadError(name, "front matter line is not key: value", "write it as in title: Flood at Varn", line)
    word = key[1].lower()
    if word not in ALIASES:
        return None
    value, at = _scalar(content, key.end(), word, line, name)
    return Entry(key=word, value=value, start=begin + at, line=line)


def _scalar(content: str, at: int, key: str, line: int, name: str) -> tuple[str, int]:
    """The value after the key and the column it begins at."""
    rest = content[at:]
    if rest[:1] in ('"', "'"):
        quote = rest[0]
        end = _closing(rest, quote)
        tail = rest[end + 1 :].strip() if end else "?"
        if tail and not tail.startswith("#"):
            problem = f"front matter's {key} opens with {quote} and does not end with it"
            raise ReadError(name, problem, "close the quotes, and put no text after them", line)
        return rest[1:end], at + 1
    if rest[:1] in ("|", ">", "[", "{", "&", "*", "!"):
        raise ReadError(name, f"front matter's {key} is not one line of text", f"write it as {key}: text", line)
    comment = BARE_END.search(rest)
    value = "" if rest.startswith("#") else rest[: comment.start() if comment else None].rstrip()
    return ("" if value.lower() in EMPTY else value), at


def _closing(rest: str, quote: str) -> int:
    """Where the quote that opens `rest` closes, past escaped ones (`\\"`, and `''` in single quotes); 0 for nowhere."""
    at = 1
    while at < len(rest):
        if quote == '"' and rest[at] == "\\":
            at += 2
        elif rest[at] != quote:
            at += 1
        elif quote == "'" and rest.startswith("''", at):
            at += 2
        else:
            return at
    return 0
