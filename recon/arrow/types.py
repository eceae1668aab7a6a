"""Columns by plain type as Arrow and as Spark write them down."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from recon.tables import EXTRACTED

if TYPE_CHECKING:
    import pyarrow as pa

SPARK: Mapping[str, str] = {"str": "STRING", "int": "BIGINT", "float": "DOUBLE", "list": "ARRAY<STRING>"}
DDL = ", ".join(f"`{name}` {SPARK[kind]}" for name, kind in EXTRACTED.items())
"""The columns of figures as Spark's `mapInArrow` wants to be told them."""


@cache
def schema() -> pa.Schema:
    """The columns of figures: those that `recon extract` writes, in types that every reader of Arrow knows."""
    return schema_of(EXTRACTED)


def schema_of(kinds: Mapping[str, str]) -> pa.Schema:
    """The schema of columns by their plain types (`recon.tables`)."""
    import pyarrow as pa  # noqa: PLC0415  (whoever has Arrow batches has it; recon itself needs none)

    types = {
        "str": pa.string(),
        "int": pa.int64(),
        "float": pa.float64(),
        "date": pa.date32(),
        "bytes": pa.binary(),
        "list": pa.list_(pa.string()),
        "ints": pa.list_(pa.int64()),
        "told": pa.list_(pa.struct({"date": pa.string(), "found": pa.string()})),
    }
    return pa.schema({name: types[kind] for name, kind in kinds.items()})
