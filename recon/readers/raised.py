"""Raised characters: the mark of a note is no digit of the number before it, and an exponent is one apart.

"40¹ people" are 40, and printed without its raising the mark makes 401 of them.
"""

from __future__ import annotations

import re

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
RAISED_BY = re.compile(r"(?:\b|[\d ])(?:[kcm]?m|mi|ft|in|yd|10)$")
"""What has an exponent: a length, and a power of ten. Behind anything else stands the mark of a note."""
NOTE = re.compile(r"[\d*†‡§,;()\[\]\s][\d*†‡§,;()\[\]\s–-]{0,20}|[a-d]")
"""Marks of notes: digits and signs, and the letters that tables take instead. Ordinals ("1st") are none."""
NUMERATOR = re.compile(r"\s?[/⁄]")
RAISE, LOWER = "\x0e", "\x0f"
"""What a reader puts around raised text until it knows what stands behind it; no text has these."""
RAISED = re.compile(f"{RAISE}([^{RAISE}{LOWER}]*){LOWER}")


def has_exponent(before: str) -> bool:
    """Whether a raised number behind `before` is an exponent."""
    return RAISED_BY.search(before.rstrip()[-4:]) is not None


def set_plainly(raised: str, before: str, after: str = "") -> str:
    """How raised text is read between what stands before and after it: "" for the mark of a note."""
    number = raised.strip()
    if number.isascii() and number.isdigit():
        if NUMERATOR.match(after):
            return f" {number}"  # "1" and a raised "1" over "2" is one and a half
        return number.translate(SUPERSCRIPTS) if has_exponent(before) else ""
    return "" if NOTE.fullmatch(raised) else raised


def all_set_plainly(text: str) -> str:
    """A text with each part between `RAISE` and `LOWER` as it is read; neighbours are one."""
    if RAISE not in text:
        return text
    text = text.replace(LOWER + RAISE, "")
    parts, at = [], 0
    for match in RAISED.finditer(text):
        start, end = match.span()
        parts += [text[at:start], set_plainly(match[1], text[max(start - 12, 0) : start], text[end : end + 2])]
        at = end
    return "".join([*parts, text[at:]])
