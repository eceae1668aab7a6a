"""Word lists as regular expressions with shared prefixes, so that a long list costs no more than its longest word."""

from __future__ import annotations

import re
from collections.abc import Collection

_Node = dict[str, "_Node"]
_END = ""
NOTHING = "(?!)"
"""Matches no text."""


def pattern(words: Collection[str]) -> str:
    """A regular expression that matches exactly `words`, the longest first; a blank matches white space or a
    hyphen.

    >>> pattern(["mile", "miles", "meter"])
    '(?:m(?:eter|ile(?:s)?))'
    """
    root: _Node = {}
    if not words:
        return NOTHING
    for word in sorted(words):
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _source(root)


def _source(node: _Node) -> str:
    branches = []
    for letter, below in node.items():
        if letter != _END:
            text, child = _letter(letter), below
            while len(child) == 1 and _END not in child:
                [(following, child)] = child.items()
                text += _letter(following)
            branches.append(text + (_source(child) if set(child) != {_END} else ""))
    if not branches:
        return ""
    body = "|".join(branches)
    return f"(?:{body})?" if _END in node else f"(?:{body})"


def _letter(letter: str) -> str:
    return r"[\s‑-]{1,2}" if letter == " " else re.escape(letter)
