"""Paths to documents: each source read by the reader of its suffix, its failures kept in its place."""

from recon.intake.finding import STDIN, found, named_only
from recon.intake.items import MOST_FAILURES, Aside, Item, once, told
from recon.intake.reading import read, read_sources
from recon.intake.sharing import whole

__all__ = [
    "MOST_FAILURES", "STDIN", "Aside", "Item", "found", "named_only", "once", "read", "read_sources", "told", "whole",
]  # fmt: skip
