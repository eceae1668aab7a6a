"""Paths to documents: each source read by the reader of its suffix, its failures kept in its place."""

from recon.intake.finding import STDIN, found, named_only
from recon.intake.items import MOST_FAILURES, Item
from recon.intake.reading import read, read_sources

__all__ = ["MOST_FAILURES", "STDIN", "Item", "found", "named_only", "read", "read_sources"]
