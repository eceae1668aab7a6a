"""Figures → findings: recon's own checks, a file for each rule or family of rules."""

from __future__ import annotations

from recon.checks import changes, conversions, parts, rates
from recon.model import Check

BUILTIN: tuple[Check, ...] = (*conversions.RULES, *rates.RULES, *parts.RULES, *changes.RULES)
"""The built-in checks, by code."""
