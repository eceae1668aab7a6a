"""Findings that somebody has looked at and lets stand: comments in Markdown, a suppressions file, a baseline."""

from recon.suppression.baseline import Baseline, baseline_text, empty_baseline, load_baseline
from recon.suppression.files import NAME, Entry, load_entries
from recon.suppression.marking import Suppressions

__all__ = [
    "NAME",
    "Baseline",
    "Entry",
    "Suppressions",
    "baseline_text",
    "empty_baseline",
    "load_baseline",
    "load_entries",
]
