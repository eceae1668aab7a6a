"""Offsets as a browser counts them: JavaScript's strings are UTF-16, and what lies above U+FFFF counts twice there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def in_utf16(text: str) -> Callable[[int], int]:
    """The function from a code-point offset into the text to the one in UTF-16 code units."""
    wide = [match.start() for match in ASTRAL.finditer(text)]
    return lambda offset: offset + bisect_left(wide, offset)
