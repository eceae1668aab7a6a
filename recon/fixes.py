"""Safe rewrites of a text. Nothing here reads or writes a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recon.model import Finding, Fix


def safe_fixes(findings: Iterable[Finding]) -> list[Fix]:
    """The safe fixes of the findings that are not suppressed, by place, each once."""
    offered = (one.fix for one in findings if one.fix is not None and one.fix.safe and one.suppressed is None)
    return sorted(dict.fromkeys(offered), key=lambda fix: (fix.start, fix.end, fix.replacement))


def rewritten(text: str, fixes: Sequence[Fix]) -> tuple[str, int]:
    """The text with the fixes made, and how many; of two that touch each other the earlier is made."""
    parts: list[str] = []
    at = made = 0
    for fix in fixes:
        if fix.start < at or (made and fix.start == at) or fix.end > len(text):
            continue
        parts += [text[at : fix.start], fix.replacement]
        at, made = fix.end, made + 1
    return "".join([*parts, text[at:]]), made
