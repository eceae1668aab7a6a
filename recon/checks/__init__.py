"""Figures → findings: recon's own checks, a file for each rule or family of rules."""

from __future__ import annotations

from recon.checks import (
    ages,
    changes,
    conversions,
    exchange,
    headlines,
    lists,
    magnitudes,
    multiples,
    parts,
    portions,
    rates,
    restated,
    shares,
    wholes,
)
from recon.model import Check

BUILTIN: tuple[Check, ...] = tuple(
    sorted(
        (
            rule
            for family in (
                conversions,
                exchange,
                parts,
                wholes,
                changes,
                shares,
                portions,
                multiples,
                rates,
                lists,
                ages,
                restated,
                headlines,
                magnitudes,
            )
            for rule in family.RULES
        ),
        key=lambda rule: rule.code,
    )
)
"""The built-in checks, by code."""
