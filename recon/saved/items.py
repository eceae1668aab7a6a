"""The items of the lists of one large JSON object, one after another: the object is never held whole."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

CHUNK = 1 << 20
BLANK = " \t\r\n"
DECODER = json.JSONDecoder()


class BrokenError(Exception):
    """The text is no such object; `line` is where it ceases to be one."""

    def __init__(self, problem: str, line: int) -> None:
        super().__init__(problem)
        self.line = line


def items(path: Path, wanted: Container[str]) -> Iterator[tuple[str, Any]]:
    """(key, item) of every list that stands under a wanted key of the object in a file.

    Raises `BrokenError`, and UnicodeDecodeError and OSError as opening and reading do.
    """
    with path.open(encoding="utf-8", newline="\n") as file:
        text = _Text(file.read)
        text.expect("{", "is no JSON object")
        while text.peek() != "}":
            key = text.value()
            text.expect(":", "a key has no value")
            if text.peek() == "[":
                text.expect("[", "")
                while text.peek() != "]":
                    item = text.value()
                    if key in wanted:
                        yield str(key), item
                    if text.peek() != "]":
                        text.expect(",", "a list is broken off")
                text.expect("]", "")
            else:
                text.value()
            if text.peek() != "}":
                text.expect(",", "the object is broken off")


class _Text:
    """A text that is read as it is needed."""

    def __init__(self, read: Any) -> None:
        self._read, self._buffer, self._at, self._line = read, "", 0, 1

    def peek(self) -> str:
        """The next character that is not blank; BrokenError at the end."""
        while True:
            while self._at < len(self._buffer):
                char = self._buffer[self._at]
                if char not in BLANK:
                    return char
                self._at += 1
            if not self._more(CHUNK):
                raise self._broken("the file ends too early")

    def expect(self, char: str, problem: str) -> None:
        """Step over a character."""
        if self.peek() != char:
            raise self._broken(problem)
        self._at += 1

    def value(self) -> Any:
        """The next JSON value; what is cut off at the end of the buffer is tried again with twice as much."""
        self.peek()
        size = CHUNK
        while True:
            try:
                value, end = DECODER.raw_decode(self._buffer, self._at)
            except ValueError as error:
                if not self._more(size):
                    raise self._broken("the file is no whole JSON") from error
                size *= 2
            except RecursionError as error:
                raise self._broken("the file is nested too deeply") from error
            else:
                if end < len(self._buffer) or not self._more(CHUNK):  # a number may go on behind the buffer
                    self._at = end
                    return value

    def _more(self, size: int) -> bool:
        """Whether there was more to read; what is done with is let go."""
        data = self._read(size)
        self._line += self._buffer.count("\n", 0, self._at)
        self._buffer, self._at = self._buffer[self._at :] + data, 0
        return bool(data)

    def _broken(self, problem: str) -> BrokenError:
        return BrokenError(problem, self._line + self._buffer.count("\n", 0, self._at))
