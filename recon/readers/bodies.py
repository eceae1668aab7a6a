"""The body of an HTTP response as it was sent to what it says: chunks put together, compression undone.

A body that says it is chunked or compressed and is neither has been unpacked by whoever kept it, and is taken as it is.
Nothing is unpacked beyond the limit of a document, whatever it would come to.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from recon.readers.files import LIMIT

CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n")
GZIP = b"\x1f\x8b"


class BodyError(ValueError):
    """A body that cannot be unpacked; the text says why."""


def unpacked(body: bytes, transfer: str, content: str, streams: Any) -> bytes:
    """The body without its transfer and content encodings (header values); at most a byte over `LIMIT` of it.

    `streams` is fastwarc's module of readers, which knows Brotli and Zstandard. Raises `BodyError`.
    """
    if "chunked" in transfer.lower():
        body = _dechunked(body)
    for coding in reversed([name.strip().lower() for name in content.split(",")]):
        body = _decoded(body, coding, streams)
    return body


def _dechunked(body: bytes) -> bytes:
    match = CHUNK.match(body)
    if match is None or int(match[1], 16) > len(body):
        return body
    parts, at = [], 0
    while match is not None and (size := int(match[1], 16)):
        at = match.end() + size
        parts.append(body[match.end() : at])
        if at > len(body):
            raise BodyError("its last chunk is cut off")
        match = CHUNK.match(body, at + 2 if body[at : at + 2] == b"\r\n" else at)
    return b"".join(parts)


def _decoded(body: bytes, coding: str, streams: Any) -> bytes:
    known: Mapping[str, Callable[[bytes], bytes]] = {
        "gzip": lambda data: _inflated(data, 31) if data.startswith(GZIP) else data,
        "deflate": _deflate,
        "br": lambda data: _read(streams.BrotliReader(io.BytesIO(data)), data),
        "zstd": lambda data: _read(streams.ZstdReader(io.BytesIO(data)), data),
    }
    undo = known.get(coding.removeprefix("x-"))
    try:
        return undo(body) if undo is not None else body
    except (zlib.error, OSError, EOFError) as error:
        if body.lstrip()[:1] == b"<":
            return body
        raise BodyError(f"its {coding} is damaged") from error


def _deflate(data: bytes) -> bytes:
    """RFC 9110 means zlib's format, and some servers send the bare one."""
    try:
        return _inflated(data, 15)
    except zlib.error:
        return _inflated(data, -15)


def _inflated(data: bytes, form: int) -> bytes:
    inflate = zlib.decompressobj(form)
    made = inflate.decompress(data, LIMIT + 1)
    if not inflate.eof and len(made) <= LIMIT:
        raise EOFError
    return made


def _read(stream: Any, data: bytes) -> bytes:
    made = bytes(stream.read(LIMIT + 1))
    if data and not made:
        raise EOFError
    return made
