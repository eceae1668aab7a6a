"""Words that tell whether two numbers of one text are of the same thing."""

from __future__ import annotations

import re
from functools import lru_cache

from recon.checks.rule import text_of
from recon.model import Document, Figure

_WORD = re.compile(r"[A-Za-z][a-z'’]{2,}")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ers", "ies", "ied", "ed", "er", "es", "al", "s", "e")
_COMMON = frozenset(
    """a about after again all also and any are around because been before being between both but can could did
    does down during each even every few first for former from had has have her here him his how into its itself
    just last least less like made make many may might million billion more most much near nearly new next not now
    off old one only other our out over own people per said same say says she should since some still such than
    that the their them then there these they this those thousand through time under until was way well were what
    when where which while who will with within without would year years you your two three four five six seven
    eight nine ten""".split()
)
_IRREGULAR = {
    "fell": "fall", "fallen": "fall", "rose": "rise", "risen": "rise", "stole": "steal", "stolen": "steal",
    "won": "win",
    "sold": "sell", "bought": "buy", "took": "take", "taken": "take", "lost": "lose", "made": "make", "held": "hold",
    "sank": "sink", "sunk": "sink", "found": "find", "paid": "pay", "left": "leave", "struck": "strike",
    "shot": "shoot",
    "met": "meet", "led": "lead", "built": "build", "spent": "spend", "gave": "give", "given": "give", "grew": "grow",
    "grown": "grow", "fled": "flee", "broke": "break", "broken": "break", "sent": "send", "lent": "lend",
    "drew": "draw",
    "men": "man", "women": "woman", "children": "child", "saw": "see", "seen": "see", "shrank": "shrink",
}  # fmt: skip
_AROUND = 90


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without its ending: "killed", "kills" and "killing" are one."""
    lower = _IRREGULAR.get(word.lower(), word.lower()).replace("’", "'").removesuffix("'s")
    for ending in _ENDINGS:
        if lower.endswith(ending) and len(lower) - len(ending) >= 3:
            lower = lower[: -len(ending)]
            break
    return lower[:-1] if len(lower) > 3 and lower[-1] == lower[-2] else lower


def stems(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, by their stems."""
    return frozenset(stem(word) for word in _WORD.findall(text) if word.lower() not in _COMMON)


def around(document: Document, figure: Figure, reach: int = _AROUND) -> str:
    """What of its sentence stands near a figure, the figure itself left out."""
    text = text_of(document, figure.part)
    start, end = max(figure.sentence_start, figure.start - reach), min(figure.sentence_end, figure.end + reach)
    return f"{text[start : figure.start]} {text[figure.end : end]}"
