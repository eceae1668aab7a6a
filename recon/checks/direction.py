"""Up or down: the words by which a change is told."""

from __future__ import annotations

import re

UP = frozenset({
    "rise", "rises", "rose", "risen", "rising", "up", "increase", "increases", "increased", "increasing", "jump",
    "jumps",
    "jumped", "climb", "climbs", "climbed", "climbing", "grow", "grows", "grew", "grown", "growing", "growth", "gain",
    "gains", "gained", "soar", "soars", "soared", "surge", "surges", "surged", "leap", "leapt", "higher", "raise",
    "raises",
    "raised", "lifted", "boosted", "widened", "swelled", "swollen", "expanded", "advanced", "added", "ballooned",
    "rocketed",
    "rebounded",
})  # fmt: skip
DOWN = frozenset({
    "fall", "falls", "fell", "fallen", "falling", "down", "decrease", "decreased", "drop", "drops", "dropped",
    "decline",
    "declines", "declined", "slide", "slid", "slip", "slips", "slipped", "slump", "slumped", "tumble", "tumbled",
    "plunge",
    "plunged", "sank", "shrank", "shrunk", "lower", "lowered", "cut", "cuts", "reduced", "reduction", "trimmed",
    "slashed",
    "narrowed", "dipped", "eased", "contracted", "lost", "loses", "loss",
})  # fmt: skip

_WORD = re.compile(r"[a-z]+")


def direction(text: str) -> int:
    """The way that the last word of change in a text points: 1, -1, or 0 where there is none."""
    for word in reversed(_WORD.findall(text.lower())):
        if word in UP or word in DOWN:
            return 1 if word in UP else -1
    return 0


def named(sign: float) -> str:
    """The change as a noun."""
    return "a rise" if sign > 0 else "a fall"
