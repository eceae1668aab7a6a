"""One pattern over many texts at once, by polars' regular-expression engine, in Rust.

It reads a batch ten times as fast as `re` and takes a fifth of a second to import, so that it is for batches alone.
What is given to both engines keeps to what both understand and read alike: no look-around, no Unicode classes; `\\b` is
between ASCII characters.
"""

from __future__ import annotations

from collections.abc import Sequence

MARK, CLOSE = "\x00", "\x01"
"""What a replacement may put into a text; texts that hold one are left to `re`."""
ENOUGH = 1_000_000
"""Characters from which a batch is worth the import."""


def marked(texts: Sequence[str], pattern: str, replacement: str) -> list[str | None] | None:
    """Each text with every match of `pattern` replaced, None for one that has a mark of its own or is None.

    None for all where they are too little, or hold what UTF-8 has no bytes for (half of a surrogate pair).
    """
    if sum(map(len, texts)) < ENOUGH:
        return None
    import polars as pl  # noqa: PLC0415 - see the module's docstring

    try:
        column = pl.Series([None if MARK in text or CLOSE in text else text for text in texts], dtype=pl.String)
    except UnicodeEncodeError:
        return None
    found: list[str | None] = column.str.replace_all(pattern.replace(r"\b", r"(?-u:\b)"), replacement).to_list()
    return found
