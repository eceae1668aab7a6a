"""The bytes of a page to text and back: by its byte-order mark, by what its bytes are, by what it declares.

The names are those of the WHATWG Encoding Standard, under which "iso-8859-1" and "ascii" mean windows-1252.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
"""How a page begins, and its encoding: a byte-order mark, or a "<" in two bytes (XML 1.0, appendix F)."""
DECLARED = re.compile(r"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE)
XML_DECLARED = re.compile(r"""\s{0,9}<\?xml[^>]{0,100}encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})""", re.IGNORECASE)
WITHIN = 4_096
"""Bytes in which a page declares its encoding; the standard asks for 1,024, and not all pages know."""
WESTERN = frozenset({"ascii", "iso8859-1", "cp1252"})
STATEFUL = ("iso2022", "hz", "utf-7", "utf_7")
"""Encodings in which a byte means what escapes before it say; browsers refuse most of them as well."""
SAMPLE = 200_000
WIDE = re.compile(r"[^\x00-\x7f]")
WRONG = re.compile(r"[\udc80-\udcff]")
UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
"""Characters that no parser takes, and bytes that are none."""
CONTROLS = bytes({*range(0x20), 0x7F}.difference(b"\t\n\r"))
OTHERS = (b"\xc2", re.compile(rb"\xc2[\x80-\x9f]")), (b"\xef", re.compile(rb"\xef\xbf[\xbe\xbf]"))
"""Those of them that are no ASCII, as UTF-8, each with its first byte, which is found in no time."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Decoded:
    """The text of a page, its encoding as Python calls it, and where that is from.

    A byte that the encoding does not have is a lone surrogate in the text, by which it is found again.
    """

    text: str
    encoding: str
    whence: str
    exact: bool = True
    """Whether every byte was one of the encoding's."""


def decoded(data: bytes, served: str = "") -> Decoded:
    """The text of a page; raises nothing. Bytes that make UTF-8 are UTF-8, whatever the page says.

    By chance they hardly ever do; a page that declares another encoding over them has been saved anew. The charset that
    it was `served` with goes before the one that it declares, as in browsers, but not before what its bytes look like:
    servers have a default.
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return _as(data, name, "first bytes")
    known = _known(served)
    if known is not None and not known.startswith("utf") and not _is_mostly_utf8(data):
        return _as(data, known, "HTTP header")
    declared = _declared(data)
    if declared == "utf-8" or (declared or "").startswith("utf-16"):  # in ASCII bytes it cannot be
        return _as(data, "utf-8", "meta charset")
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8", whence="its bytes")
    except UnicodeDecodeError:
        pass
    if declared is not None:
        return _as(data, declared, "meta charset")
    return _as(data, _guessed(data), "its bytes")


def readable(read: Decoded, data: bytes) -> str:
    """The text with � for what no parser takes; of UTF-8 the bytes are searched, in a third of the time."""
    plain = read.exact and read.encoding == "utf-8" and len(data.translate(None, CONTROLS)) == len(data)
    if plain and not any(first in data and pattern.search(data) for first, pattern in OTHERS):
        return read.text
    return UNREADABLE.sub("\ufffd", read.text)


def encoded(text: str, encoding: str) -> bytes:
    """What of the page's bytes the text was made of."""
    return text.encode(encoding, "surrogateescape")


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether of the characters beyond ASCII, read as UTF-8, no more are wrong than right."""
    text = data.decode("utf-8", "surrogateescape")
    return 2 * len(WRONG.findall(text)) <= len(WIDE.findall(text))


def _as(data: bytes, name: str, whence: str) -> Decoded:
    for errors in ("strict", "surrogateescape"):
        with suppress(UnicodeError):
            return Decoded(text=data.decode(name, errors), encoding=name, whence=whence, exact=errors == "strict")
    text = data[: len(data) // 2 * 2].decode(name, "replace")  # half a character at the end of UTF-16
    return Decoded(text=text, encoding=name, whence=whence, exact=False)


def _declared(data: bytes) -> str | None:
    head = data[:WITHIN].decode("latin-1")
    match = DECLARED.search(head) or XML_DECLARED.match(head)
    return _known(match[1]) if match is not None else None


def _known(charset: str) -> str | None:
    """What Python calls an encoding that a page may be in; None for none."""
    try:
        name = codecs.lookup(charset).name
        b"".decode(name)
    except (LookupError, UnicodeError):
        return None
    if name.startswith(STATEFUL):
        return None
    return "cp1252" if name in WESTERN else name


def _guessed(data: bytes) -> str:
    """The encoding of bytes that are no UTF-8 and say nothing of themselves; windows-1252 in doubt, as browsers do."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - of the extra, and slow to import

    best = from_bytes(data[:SAMPLE]).best()
    name = codecs.lookup(best.encoding).name if best is not None else "cp1252"
    return "cp1252" if name in WESTERN or name.startswith(("utf", *STATEFUL)) else name
