"""Bytes of a file, and the one line that tells why there are none."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

from recon.errors import ReadError

LIMIT = 10_000_000
"""The most bytes of one document. An article has thousands; what has millions is a data file, or has no end."""

UTF_16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
"""The byte-order marks of what Windows calls Unicode."""


def name_of(path: Path) -> str:
    """The path as a document's id: with forward slashes, and printable where its bytes are no UTF-8."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def unreadable(path: Path, error: OSError) -> ReadError:
    """What the system said, in a line that says what to do."""
    remedies = {
        FileNotFoundError: "check the path, which counts from the working directory",
        PermissionError: "give yourself leave to read it",
        IsADirectoryError: "name a file",
    }
    remedy = remedies.get(type(error), "see that it is a readable file")
    return ReadError(name_of(path), (error.strerror or str(error)).lower(), remedy)


def too_long(path: Path, line: int | None = None) -> ReadError:
    """The error of a document over `LIMIT`."""
    return ReadError(name_of(path), f"longer than {LIMIT // 1_000_000} MB", "split it into documents", line)


def bytes_of(path: Path) -> bytes:
    """The whole file; raises `ReadError`."""
    try:
        with path.open("rb") as file:
            size = min(os.fstat(file.fileno()).st_size, LIMIT)  # room for LIMIT would be made anew for every file
            data = file.read(size + 1)
            if len(data) > size:  # a pipe, a file that grows, one too long
                data += file.read(LIMIT + 1 - size)
    except OSError as error:
        raise unreadable(path, error) from error
    if len(data) > LIMIT:
        raise too_long(path)
    return data


def text_of(path: Path) -> str:
    """The whole file as text, newlines and byte-order mark as they stand; raises `ReadError`."""
    return decoded(bytes_of(path), path, first_line=1)


def written_text_of(path: Path) -> str:
    """The whole file as text, also of UTF-16 with its byte-order mark; raises `ReadError`."""
    data = bytes_of(path)
    encoding = next((name for mark, name in UTF_16 if data.startswith(mark)), "")
    if not encoding:
        return decoded(data, path, first_line=1)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise not_utf16(path, error.start) from error


def not_utf16(path: Path, offset: int) -> ReadError:
    """The error of bytes that are none of UTF-16."""
    return ReadError(name_of(path), f"not UTF-16, as its first bytes say, {offset:,} bytes in", "save it as UTF-8")


def decoded(data: bytes, path: Path, first_line: int, into: str = "the file") -> str:
    """UTF-8 to text; the error names the first byte that is none, its line, and how far `into` what it stands."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = first_line + data.count(b"\n", 0, error.start)
        problem = f"not UTF-8 (byte 0x{data[error.start]:02x}, {error.start:,} bytes into {into})"
        raise ReadError(name_of(path), problem, "save it as UTF-8", line) from error
