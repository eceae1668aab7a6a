"""The figures of documents that come as Arrow batches: one function for Ray Data, for Spark's `mapInArrow`, and for
whatever else speaks Arrow."""

from recon.arrow.extraction import figures
from recon.arrow.types import DDL, schema

__all__ = ["DDL", "figures", "schema"]
